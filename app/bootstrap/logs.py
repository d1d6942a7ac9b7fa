"""Where a program keeps its log."""

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.domain.people import Mode


def state_folder() -> Path:
    """Where a program keeps its log: the user's state folder."""
    base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "wedge"


def log_to_file(mode: Mode) -> None:
    """Write the log to the state folder, or to stderr when that folder cannot be written."""
    handler: logging.Handler
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            state_folder() / f"{mode.value}.log", maxBytes=2_000_000, backupCount=3
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    # python-escpos opens a log on stderr when it is imported: it gives way to ours.
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
