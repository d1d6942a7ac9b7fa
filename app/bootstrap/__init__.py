"""Builds one program per mode; the only room that names concrete adapters."""

import gc
from importlib import import_module

from app.domain.people import Mode


def run_program(
    mode: Mode, store_url: str, *, windowed: bool = False, drive: str | None = None
) -> int:
    """Run the program of `mode` on the store at `store_url` until it is asked to end.

    `drive` names a local socket for scripted clicks. Returns the exit code.
    """
    # Starting makes no garbage worth looking for; `collecting_here` looks after that (ADR 12).
    gc.disable()
    from app.bootstrap.logs import log_to_file

    log_to_file(mode)
    # PySide reads the source of every module that is imported after it, in search of its own
    # name: what comes first is spared that, and a till starts a tenth of a second sooner.
    import_module("app.data.store")
    from app.bootstrap.windows import run_windows

    return run_windows(mode, store_url, windowed=windowed, drive=drive)
