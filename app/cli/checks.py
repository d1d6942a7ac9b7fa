"""`wedge test`: every check that must hold, the tests last so that their summary closes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
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


def run_checks(pytest_arguments: Sequence[str]) -> int:
    """Run the checks in order; return the exit code of the first that fails, else 0."""
    scripts = Path(sys.executable).parent
    os.environ["PATH"] = f"{scripts}{os.pathsep}{os.environ.get('PATH', '')}"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    for command in commands(scripts):
        print(f"== {Path(command[0]).name} {' '.join(command[1:3])}", flush=True)  # noqa: T201
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code != 0:
            return code
    arguments = list(pytest_arguments) or ["-n", "2", "--max-worker-restart", "4"]
    print("== pytest", *arguments, flush=True)  # noqa: T201
    return run_bounded([str(scripts / "python"), "-m", "pytest", *arguments], TESTS_S)


def run_bounded(command: Sequence[str], limit_s: float) -> int:
    """Run a command and return its exit code; end it and all it started after `limit_s`."""
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    try:
        return process.wait(limit_s)
    except subprocess.TimeoutExpired:
        print(f"== ended: it did not finish within {limit_s:.0f} s", flush=True)  # noqa: T201
        return 1
    finally:
        # Also after Ctrl-C, and whatever a crashed worker left: nothing outlives the run.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def commands(scripts: Path) -> list[list[str]]:
    """Return the command lines of the checks before the tests."""
    listed = [
        [str(scripts / "ruff"), "check", "."],
        [str(scripts / "ruff"), "format", "--check", "."],
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
