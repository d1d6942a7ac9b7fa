"""Run benchmarks, each in a process of its own, and say which promises were kept."""

import importlib
import json as json_format
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.goal import Result, from_json

BENCHMARKS = {
    "throughput": "benchmarks.throughput",
    "screens": "benchmarks.screens",
    "tap": "benchmarks.tap",
    "start": "benchmarks.start",
    "frames": "benchmarks.frames",
    "search": "benchmarks.search",
    "allocation": "benchmarks.allocation",
    "pricing": "benchmarks.pricing",
    "rescore": "benchmarks.rescore",
    "tick": "benchmarks.tick",
}
"""Name → module with `measure() -> Result`, in the order they run."""

_ROOT = Path(__file__).resolve().parents[1]
_LIMIT_S = 900


class BenchmarkFailed(Exception):
    """A benchmark ended without figures; the message is its error output."""


def run(names: Sequence[str], json: bool, check: bool) -> int:
    """Run the named benchmarks (all when none is named) and print what they found.

    Returns 0; 1 with `check` when a goal was missed or a benchmark failed; 2 for unknown names.
    """
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        known = ", ".join(BENCHMARKS)
        print(f"No such benchmark: {', '.join(unknown)}. There are: {known}", file=sys.stderr)
        return 2
    results: list[Result] = []
    failed: list[str] = []
    for name in names or BENCHMARKS:
        try:
            result = _run_apart(name)
        except BenchmarkFailed as error:
            failed.append(name)
            print(f"{name} failed:\n{error}", file=sys.stderr)
            continue
        results.append(result)
        if not json:
            print(result.text(), flush=True)
    if json:
        print(json_format.dumps([result.as_json() for result in results], indent=2))
    missed = [goal for result in results for goal in result.goals if not goal.met]
    if check:
        for goal in missed:
            print(f"Goal missed: {goal.sentence()}", file=sys.stderr)
    return 1 if failed or (check and missed) else 0


def _run_apart(name: str) -> Result:
    """A fresh process per benchmark: one Qt application, cold caches, nothing left over."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.main", name],
        cwd=_ROOT,
        env=_headless(),
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines:
        raise BenchmarkFailed(done.stderr.strip()[-4_000:])
    return from_json(json_format.loads(lines[-1]))


def _headless() -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("WEDGE_BENCH_PLATFORM", "offscreen"),
        "QT_QUICK_BACKEND": "software",
    }


def _measure_here(name: str) -> None:
    result: Result = importlib.import_module(BENCHMARKS[name]).measure()
    print(json_format.dumps(result.as_json()))


if __name__ == "__main__":
    _measure_here(sys.argv[1])
