"""`wedge test`: every check that must hold, the tests last so that their summary closes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HELP = """\
Usage: wedge test [-- PYTEST ARGUMENTS]

Run ruff, mypy --strict, import-linter and qmllint, then the tests (about a quarter of an hour).
Needs no display. Ends with 0 when all is well, else with the first failure's exit code.

Examples:
  wedge test
  wedge test -- tests/domain -k price
  wedge test -- --lf"""
TESTS_S = 20 * 60.0
"""A test that hangs where no time-out of pytest reaches must not hold the run up for ever."""


LAST_WORDS_S = 15.0
MEMORY = Path("/dev/shm")
MEMORY_BYTES = 3 * 2**30
"""The tests' databases stay below 1 GiB; a machine with less room than this keeps its disk."""


def run_checks(pytest_arguments: Sequence[str]) -> int:
    """Run the checks in order; return the exit code of the first that fails, else 0."""
    scripts = Path(sys.executable).parent
    os.environ["PATH"] = f"{scripts}{os.pathsep}{os.environ.get('PATH', '')}"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    with ThreadPoolExecutor(2) as beside:  # each is a process of one core
        listed = [(command, beside.submit(_said, command)) for command in commands(scripts)]
        for command, done in listed:
            print(f"== {Path(command[0]).name} {' '.join(command[1:3])}", flush=True)  # noqa: T201
            code, said = done.result()
            print(said, end="", flush=True)  # noqa: T201
            if code != 0:
                beside.shutdown(cancel_futures=True)
                return code
    arguments = list(pytest_arguments) or ["-n", "2", "--max-worker-restart", "4"]
    print("== pytest", *arguments, flush=True)  # noqa: T201
    with scratch_space() as scratch:
        command = [str(scripts / "python"), "-m", "pytest", *arguments]
        return run_bounded(command, TESTS_S, scratch)


@contextmanager
def scratch_space() -> Iterator[Path | None]:
    """A folder in memory for the tests' databases while they run; None where there is no room.

    Each test clones a database of 13 MB: on a disk that alone is a third of the whole run.
    """
    if "TMPDIR" in os.environ or not _has_room(MEMORY):
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="wedge-test-", dir=MEMORY))
    # The database's user must be able to reach its own folders in it, as in /tmp.
    folder.chmod(0o1777)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _has_room(memory: Path) -> bool:
    with suppress(OSError):
        known = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
        free_bytes = int(known["MemAvailable"].split()[0]) * 1024
        return min(shutil.disk_usage(memory).free, free_bytes // 2) >= MEMORY_BYTES
    return False


def run_bounded(command: Sequence[str], limit_s: float, scratch: Path | None = None) -> int:
    """Run a command and return its exit code; end it and all it started after `limit_s`.

    Its temporary files go to `scratch`, if there is one.
    """
    environment = os.environ | ({} if scratch is None else {"TMPDIR": str(scratch)})
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        return process.wait(limit_s)
    except subprocess.TimeoutExpired:
        print(f"== ended: it did not finish within {limit_s:.0f} s", flush=True)  # noqa: T201
        # The tests say which of them failed and which are at work before they go.
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(LAST_WORDS_S)
        return 1
    finally:
        # Also after Ctrl-C, and whatever a crashed worker left: nothing outlives the run.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _said(command: Sequence[str]) -> tuple[int, str]:
    """The exit code of a check and all it said."""
    done = subprocess.run(
        command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout.decode(errors="replace")


def commands(scripts: Path) -> list[list[str]]:
    """Return the command lines of the checks before the tests."""
    listed = [
        [str(scripts / "ruff"), "check", "."],
        [str(scripts / "ruff"), "format", "--check", "."],
        # The longest before the short ones, which go on beside it.
        [str(scripts / "mypy")],
        [str(scripts / "lint-imports")],
    ]
    qml = sorted(path for path in (ROOT / "app").rglob("*.qml"))
    if qml:
        folders = sorted((ROOT / "app" / "ui").glob("*/qml"))
        includes = [part for folder in folders for part in ("-I", str(folder))]
        lint = [str(scripts / "pyside6-qmllint"), "-W", "0", *includes]
        listed.append([*lint, *(str(path) for path in qml)])
    return listed
