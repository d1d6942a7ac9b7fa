"""The data directory of a store's PostgreSQL: made once, checked at every start."""

import os
import shutil
from pathlib import Path

from app.data.server.errors import StoreServerError, no_space
from app.data.server.folder import StoreFolder
from app.data.server.identity import Identity
from app.data.server.process import run_tool

ADMIN = "wedge_admin"
MAJOR_VERSION = "17"
NEW_STORE_BYTES = 160 * 1024 * 1024
RUNNING_BYTES = 32 * 1024 * 1024


def initialise(folder: StoreFolder, identity: Identity, programs: Path, *, durable: bool) -> None:
    """Make the data directory anew; one that was cut off is thrown away, it never held a sale."""
    check_space(folder, NEW_STORE_BYTES)
    half = folder.path / "pgdata.new"
    for leftover in (half, folder.pgdata):
        # Of a set-up or a wipe that was cut off: this store was never ready.
        if leftover.exists():
            shutil.rmtree(leftover)
    half.mkdir(mode=0o700)
    identity.give(half)
    password_file = half.with_name("initdb.password")
    password_file.unlink(missing_ok=True)
    fd = os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(fd, "w") as file:
            file.write(folder.secret("admin"))
        identity.give(password_file)
        command = [str(programs / "initdb"), "--pgdata", str(half), "--username", ADMIN]
        command += ["--pwfile", str(password_file), "--auth", "scram-sha-256"]
        command += ["--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums"]
        if not durable:
            command.append("--no-sync")
        run_tool(command, identity, cwd=folder.path, what="be made")
        half.replace(folder.pgdata)
    finally:
        password_file.unlink(missing_ok=True)
    folder.write_marker(state="ready")


def check_data(folder: StoreFolder) -> None:
    """Refuse a folder whose data are gone or another PostgreSQL's."""
    version_file = folder.pgdata / "PG_VERSION"
    if not version_file.exists():
        raise StoreServerError(
            f"The store's data are missing: {folder.pgdata} is gone or empty.",
            "Nothing was changed.",
            "Bring them back from the backup, or start over with: wedge demo --fresh",
        )
    found = version_file.read_text("ascii").strip()
    if found != MAJOR_VERSION:
        raise StoreServerError(
            f"The data in {folder.pgdata} are PostgreSQL {found}'s; this Wedge brings "
            f"PostgreSQL {MAJOR_VERSION}.",
            "Nothing was changed.",
            "Use the Wedge that wrote them, or restore its backup into a new folder.",
        )


def check_space(folder: StoreFolder, needed_bytes: int) -> None:
    """Refuse to begin on a disk with less than `needed_bytes` free."""
    free_bytes = shutil.disk_usage(folder.path).free
    if free_bytes < needed_bytes:
        detail = f" ({free_bytes // 2**20} MB free, {needed_bytes // 2**20} MB needed)"
        raise no_space(folder.path, detail)
