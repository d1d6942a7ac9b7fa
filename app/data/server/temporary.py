"""A throw-away server for tests, the tour and benchmarks."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.data.server.store_server import StoreServer


@contextmanager
def temporary_server(folder: Path | None = None, *, durable: bool = False) -> Iterator[StoreServer]:
    """Run a server in `folder` (by default a new one), and stop it at the end.

    A new folder is deleted at the end; a given one is left. Without `durable` it does not
    survive a power cut, which makes it fast.
    """
    own = folder is None
    path = Path(tempfile.mkdtemp(prefix="wedge-server-")) if folder is None else folder
    server = StoreServer(path, durable=durable)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        if own:
            shutil.rmtree(path, ignore_errors=True)
