"""The names of failing tests as they fail, and of those at work when the run is ended."""

import signal
from types import FrameType
from typing import Any

import pytest


class NamesAtOnce:
    """Registered where the results arrive: the summary at the end may never come."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._running: dict[str, None] = {}
        signal.signal(signal.SIGTERM, self._ended)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._running[nodeid] = None

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self._running.pop(nodeid, None)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._write(f"FAILED {report.nodeid} ({report.when})")

    def _ended(self, number: int, frame: FrameType | None) -> None:
        for name in self._running:
            self._write(f"AT WORK {name}")
        # As after Ctrl-C: the summary of what has failed so far still comes.
        raise KeyboardInterrupt(number)

    def _write(self, text: str) -> None:
        reporter: Any = self._config.pluginmanager.getplugin("terminalreporter")
        if reporter is not None:
            reporter.ensure_newline()
            reporter.write_line(text, red=True, flush=True)
