"""Running PostgreSQL's programs: as the right user, and watched."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from app.data.server.errors import NO_SPACE_TEXTS, StoreServerError, no_space
from app.data.server.folder import alive
from app.data.server.identity import Identity

_PR_SET_PDEATHSIG = 1


def run_tool(command: Sequence[str], identity: Identity, *, cwd: Path, what: str) -> None:
    """Run one of PostgreSQL's tools to its end; raises `StoreServerError` with its words."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        user=identity.uid,
        group=identity.gid,
        extra_groups=None if identity.uid is None else [],
    )
    if done.returncode != 0:
        raise explain(done.stderr or done.stdout, cwd, what)


def explain(output: str, folder: Path, what: str) -> StoreServerError:
    """Turn what PostgreSQL wrote into an error for a person."""
    if any(text in output for text in NO_SPACE_TEXTS):
        return no_space(folder)
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line]
    last = (telling or lines or ["it said nothing"])[-1]
    return StoreServerError(
        f"The store's database could not {what}: {last}",
        "Nothing that was saved before is lost.",
        f"The details are in {folder}.",
    )


def clean_environment() -> dict[str, str]:
    """Return the environment for PostgreSQL: the user's PG* variables must not steer it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    # The programs find their own libraries; the user's Python or Qt paths are not for them.
    kept.pop("LD_LIBRARY_PATH", None)
    return {**kept, "LC_ALL": "C.UTF-8"}


def spawn_postgres(
    program: Path,
    pgdata: Path,
    identity: Identity,
    *,
    log: Path,
    lock_fd: int,
    detached: bool,
) -> subprocess.Popen[bytes]:
    """Start the server; unless `detached`, it shuts down fast when this process dies."""
    with log.open("wb") as output, warnings.catch_warnings():
        # Python warns of forking beside threads; the hook below makes one system call only.
        warnings.simplefilter("ignore", DeprecationWarning)
        return subprocess.Popen(
            [str(program), "-D", str(pgdata)],
            cwd=pgdata,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            user=identity.uid,
            group=identity.gid,
            extra_groups=None if identity.uid is None else [],
            pass_fds=[lock_fd],
            # Ctrl-C in the terminal goes to the supervisor, which ends things in order.
            start_new_session=True,
            preexec_fn=None if detached else die_with_parent(signal.SIGINT),  # noqa: PLW1509
        )


def die_with_parent(sig: signal.Signals) -> Callable[[], None] | None:
    """Return a hook that has the kernel send `sig` to a child when this process dies."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def hook() -> None:
        # Changing the user clears this setting, so it must be (and is) made after that.
        libc.prctl(_PR_SET_PDEATHSIG, int(sig), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return hook


def postmaster_pid(pgdata: Path) -> int | None:
    """Return the process id of the server that runs on `pgdata`, or None."""
    try:
        pid = int((pgdata / "postmaster.pid").read_text("ascii").split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return pid if works_in(pid, pgdata) else None


def works_in(pid: int, pgdata: Path) -> bool:
    """Tell whether process `pid` lives and is a server of `pgdata`."""
    if sys.platform != "linux":
        return alive(pid)
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == pgdata.resolve()
    except OSError:
        return False


def clear_stale_pid(pgdata: Path, *, wait_s: float = 10.0) -> None:
    """Remove the pid file of a server that was killed, once its helpers have ended too."""
    file = pgdata / "postmaster.pid"
    if not file.exists() or sys.platform != "linux":
        return
    end = time.monotonic() + wait_s
    while any(works_in(pid, pgdata) for pid in _all_pids()):
        if time.monotonic() > end:
            raise StoreServerError(
                f"Processes of a database server that was killed still use {pgdata}.",
                "Nothing was changed.",
                "Wait a minute and start Wedge again.",
            )
        time.sleep(0.1)
    file.unlink(missing_ok=True)


def _all_pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
