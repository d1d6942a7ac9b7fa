"""The store's folder on disk: its layout, the marker that makes it ours, its lock, its secrets.

wedge-store.json   the marker: format version, state, port, purpose
secrets.json       passwords, readable by the owner only
use.lock           held as long as the server runs
tls/               the store's certificate authority and the server's certificate
engine/            a copy of PostgreSQL, only where the installed one cannot be reached
pgdata/            PostgreSQL's own data
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import Any

from app.data.server.errors import (
    FolderInUseError,
    ForeignFolderError,
    StoreServerError,
    from_os_error,
)

FORMAT = 1
MARKER = "wedge-store.json"
STORE_FILES = ("secrets.json", "start.log", "initdb.password", "tls", "pgdata.new", "pgdata")
"""What starting over deletes: the store itself. The copied engine serves the next one too."""
REAL_SHOP = "shop"
"""The marker's `purpose` once a shop was opened in the folder: the demo keeps out of it."""
_PROGRAM = "wedge"


class StoreFolder:
    """Paths and small files of one store's folder."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().absolute()
        self.pgdata = self.path / "pgdata"
        self.tls = self.path / "tls"
        self.engine = self.path / "engine"
        self.start_log = self.path / "start.log"
        self._marker = self.path / MARKER
        self._secrets = self.path / "secrets.json"

    def claim(self) -> None:
        """Make the folder ours, or check that it already is.

        Raises `ForeignFolderError` when something else is in it and
        `StoreServerError` when it cannot be written or is of a newer Wedge.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            entries = {entry.name for entry in self.path.iterdir()}
            if MARKER not in entries:
                if entries - {"use.lock", "demo.lock", f".{MARKER}.new", "lost+found"}:
                    raise self._foreign()
                self.write_marker(state="preparing")
        except (FileExistsError, NotADirectoryError):
            raise self._foreign() from None
        except OSError as error:
            raise from_os_error(error, self.path) from error
        self.marker()

    def is_ours(self) -> bool:
        """Tell whether the folder carries our marker, of any format."""
        try:
            content = json.loads(self._marker.read_text("utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(content, dict) and content.get("program") == _PROGRAM

    def marker(self) -> dict[str, Any]:
        """Return the marker's content; raises for a foreign or newer folder."""
        if not self.is_ours():
            raise self._foreign() if self._holds_something() else self._no_store()
        content: dict[str, Any] = json.loads(self._marker.read_text("utf-8"))
        if content.get("format") != FORMAT:
            raise StoreServerError(
                f"{self.path} was written by a newer Wedge (format {content.get('format')}).",
                "Nothing was changed.",
                "Update this Wedge, or name another folder with --folder.",
            )
        return content

    def write_marker(self, **changes: object) -> None:
        """Change fields of the marker in one atomic step."""
        content: dict[str, Any] = {"program": _PROGRAM, "format": FORMAT}
        if self._marker.exists():
            content = self.marker()
        content.update(changes)
        _write_atomic(self._marker, content, mode=0o644)

    def secret(self, name: str) -> str:
        """Return the named password, made at random when it is first asked for."""
        known = self._read_secrets()
        if name not in known:
            known[name] = secrets.token_urlsafe(24)
            _write_atomic(self._secrets, known, mode=0o600)
        return known[name]

    def known_secret(self, name: str) -> str | None:
        """Return a secret that was stored before, or None."""
        return self._read_secrets().get(name)

    def wipe(self) -> None:
        """Delete the store in the folder, and no file that Wedge did not make.

        Raises `ForeignFolderError` if the folder isn't ours. A wipe that is cut off is
        finished by the next start, because the marker says so first.
        """
        if not self.path.exists() or not any(self.path.iterdir()):
            return
        if not self.is_ours():
            raise self._foreign()
        try:
            marker = {"program": _PROGRAM, "format": FORMAT, "state": "preparing"}
            _write_atomic(self._marker, marker, mode=0o644)
            for name in STORE_FILES:
                entry = self.path / name
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink(missing_ok=True)
        except OSError as error:
            raise from_os_error(error, self.path) from error

    def _read_secrets(self) -> dict[str, str]:
        if not self._secrets.exists():
            return {}
        content: dict[str, str] = json.loads(self._secrets.read_text("utf-8"))
        return content

    def _holds_something(self) -> bool:
        try:
            return any(self.path.iterdir())
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def _no_store(self) -> StoreServerError:
        return StoreServerError(
            f"There is no store in {self.path}.",
            "",
            "Make one with: wedge store start, or name its folder with --folder.",
        )

    def _foreign(self) -> ForeignFolderError:
        return ForeignFolderError(
            f"{self.path} was not made by Wedge, so Wedge leaves it alone.",
            "Nothing in it was changed.",
            "Name an empty folder, or one that does not exist yet, with --folder.",
        )


class FolderLock:
    """An exclusive lock on the folder; children that inherit its descriptor hold it too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None

    @property
    def fd(self) -> int:
        """The open descriptor, to be passed to a child that shall hold the lock."""
        if self._fd is None:
            raise RuntimeError("the lock is not held")
        return self._fd

    def take(self, *, wait_s: float = 15.0) -> None:
        """Take the lock; raises `FolderInUseError` at once while its holder lives.

        The helpers of a server that was killed keep its lock a moment longer: for these
        it waits up to `wait_s`.
        """
        try:
            fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise from_os_error(error, self._path.parent) from error
        end = time.monotonic() + wait_s
        while not _lock_at_once(fd):
            holder = os.pread(fd, 32, 0).decode("ascii", "replace").strip()
            if holder.isdecimal() and not alive(int(holder)) and time.monotonic() < end:
                time.sleep(0.05)
                continue
            os.close(fd)
            raise FolderInUseError(
                f"Another Wedge is already using {self._path.parent}"
                + (f" (process {holder})." if holder else "."),
                "It keeps running undisturbed.",
                "Close that one first, or name another folder with --folder.",
            )
        self._fd = fd
        self.name_holder(os.getpid())

    def name_holder(self, pid: int) -> None:
        """Write down which process the lock belongs to."""
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, str(pid).encode("ascii"), 0)

    def release(self) -> None:
        """Give the lock up (a child that inherited it keeps holding it)."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def alive(pid: int) -> bool:
    """Tell whether a process with this id exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _lock_at_once(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write_atomic(path: Path, content: object, *, mode: int) -> None:
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(fd, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
