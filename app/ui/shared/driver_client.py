"""The other end of `driver`: a plain blocking client for the tour, tests and benchmarks."""

import json
import socket
import time
from pathlib import Path
from types import TracebackType
from typing import Any


class DriveFailed(Exception):
    """The program could not do what was asked; the text says what."""


class DriverClient:
    """Drives one program through its socket (an absolute path)."""

    def __init__(self, path: Path, *, start_s: float = 30.0) -> None:
        """Connect, waiting up to `start_s` seconds for the program to listen."""
        self._link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._link.settimeout(start_s)
        until = time.monotonic() + start_s
        while True:
            try:
                self._link.connect(str(path))
                break
            except OSError as error:
                if time.monotonic() > until:
                    raise DriveFailed(f"nobody listens at {path}") from error
                time.sleep(0.02)
        self._lines = self._link.makefile("rb")
        self._next_id = 0

    def ask(self, do: str, *, timeout_s: float = 10.0, **fields: Any) -> dict[str, Any]:
        """Send one request and wait for its answer; raises `DriveFailed`."""
        return self.answer(self.send(do, timeout_s=timeout_s, **fields), timeout_s=timeout_s)

    def send(self, do: str, *, timeout_s: float = 10.0, **fields: Any) -> int:
        """Send a request without waiting (for `watch`); returns its id for `answer`."""
        self._next_id += 1
        request = {"id": self._next_id, "do": do, "timeout_s": timeout_s, **fields}
        self._link.sendall(json.dumps(request).encode() + b"\n")
        return self._next_id

    def answer(self, request_id: int, *, timeout_s: float = 10.0) -> dict[str, Any]:
        """The answer to a request that was sent; raises `DriveFailed`."""
        self._link.settimeout(timeout_s + 5)
        while line := self._lines.readline():
            answer: dict[str, Any] = json.loads(line)
            if answer.get("id") != request_id:
                continue
            if not answer["ok"]:
                raise DriveFailed(str(answer["error"]))
            return answer
        raise DriveFailed("the program has ended")

    def click(self, name: str, *, timeout_s: float = 10.0, **fields: Any) -> int:
        """Wait until `name` is on screen and enabled, click it; returns when (ns)."""
        self.ask("wait", name=name, enabled=True, timeout_s=timeout_s)
        return int(self.ask("click", name=name, **fields)["at_ns"])

    def wait(self, name: str, *, timeout_s: float = 10.0, **fields: Any) -> int:
        """Wait for an item, or for a `property` of it to equal `equals`; returns when (ns)."""
        return int(self.ask("wait", name=name, timeout_s=timeout_s, **fields)["at_ns"])

    def read(self, name: str, prop: str) -> Any:
        """The value of a property."""
        return self.ask("read", name=name, property=prop)["value"]

    def grab(self, path: Path) -> None:
        """Save the window's picture."""
        self.ask("grab", path=str(path), timeout_s=30)

    def close(self) -> None:
        self._lines.close()
        self._link.close()

    def __enter__(self) -> "DriverClient":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
