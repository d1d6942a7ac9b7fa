"""Folders and servers that are thrown away, and what killed processes left of theirs."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.data.server.errors import StoreServerError
from app.data.server.store_server import StoreServer

_PREFIX = "wedge-tmp-"
_YOUNG_S = 60.0
"""A folder's maker has taken its lock long before this age."""


@contextmanager
def temporary_folder(kind: str) -> Iterator[Path]:
    """Make a folder that every user may enter, and delete it at the end.

    A store's server that still runs in it is stopped first. What a killed process left is
    deleted by the next one that makes a folder of this `kind`.
    """
    for left in sorted(Path(tempfile.gettempdir()).glob(f"{_PREFIX}{kind}-*")):
        if is_abandoned(left):
            _delete(left)
    path = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{kind}-"))
    path.chmod(0o755)
    # The kernel lets go of it when this process dies, however it dies.
    lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield path
    finally:
        _delete(path)
        os.close(lock)


def is_abandoned(folder: Path) -> bool:
    """Tell whether the process that made this temporary folder, of this user, has ended."""
    try:
        about = folder.stat()
        if about.st_uid != os.geteuid() or time.time() - about.st_mtime < _YOUNG_S:
            return False
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(lock)
    return True


def _delete(folder: Path) -> None:
    with suppress(StoreServerError):
        StoreServer(folder).stop()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def temporary_server(folder: Path | None = None, *, durable: bool = False) -> Iterator[StoreServer]:
    """Run a server in `folder` (by default a temporary one), and stop it at the end.

    A given folder is left. Without `durable` it does not survive a power cut, which makes it
    fast.
    """
    if folder is None:
        with temporary_folder("server") as path, temporary_server(path, durable=durable) as server:
            yield server
        return
    server = StoreServer(folder, durable=durable)
    try:
        server.start()
        yield server
    finally:
        server.stop()
