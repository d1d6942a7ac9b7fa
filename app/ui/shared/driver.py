"""Scripted use of a running program through a local socket: the tour, tests and benchmarks.

JSON lines, one answer per request with the request's `id`. Requests (`do`):
`wait` {name, property?, equals?, gone?, timeout_s?}, `click` {name, at?: [x, y] as fractions},
`type` {text}, `key` {key}, `grab` {path}, `read` {name, property}, `names`, `frames` {reset?},
`steps` {on}, `watch` {name, property, equals, timeout_s?}, `quit`. `steps` begins to measure the
interface's thread (app/ui/shared/step_times.py), or ends it and answers with the times.
Moments are CLOCK_MONOTONIC nanoseconds, so they compare between processes of one machine.
"""

import json
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtQuick import QQuickWindow

from app.ui.shared import scene
from app.ui.shared.shell import Shell
from app.ui.shared.step_times import StepTimes

log = logging.getLogger(__name__)
Answer = dict[str, Any]
_FRAMES_KEPT = 20_000


@dataclass
class _Waiting:
    """A condition somebody waits for, and since when it has held without a frame."""

    answer: Callable[[Answer], None]
    holds: Callable[[], bool]
    until_s: float
    what: str
    painted: bool
    since_ns: int | None = None


class Driver(QObject):
    """Serves the socket `name` (a name or an absolute path) until closed."""

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__(shell)
        self._shell = shell
        self._waiting: list[_Waiting] = []
        self._frames: deque[int] = deque(maxlen=_FRAMES_KEPT)
        self._watched: set[QQuickWindow] = set()
        self._steps: StepTimes | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        if not self._server.listen(name):
            raise OSError(f"cannot listen at {name}: {self._server.errorString()}")
        self._actions: dict[str, Callable[[Answer], Answer]] = {
            "click": self._click,
            "type": self._type,
            "key": self._key,
            "grab": self._grab,
            "read": self._read,
            "names": lambda _r: {"names": scene.names(self._windows())},
            "frames": self._frame_times,
            "steps": self._step_times,
            "quit": self._quit,
        }

    def close(self) -> None:
        """Stop listening."""
        self._timer.stop()
        self._server.close()

    def _windows(self) -> tuple[QQuickWindow, ...]:
        for window in self._shell.windows:
            if window not in self._watched:
                self._watched.add(window)
                window.frameSwapped.connect(self._frame)
        return self._shell.windows

    @Slot()
    def _accept(self) -> None:
        while (link := self._server.nextPendingConnection()) is not None:
            link.setParent(self)
            link.readyRead.connect(partial(self._receive, link))
            link.disconnected.connect(link.deleteLater)
            self._windows()
            self._receive(link)

    def _receive(self, link: QLocalSocket) -> None:
        while link.canReadLine():
            line = bytes(link.readLine().data())
            try:
                request = json.loads(line)
            except ValueError as error:
                _send(link, {"ok": False, "error": str(error)})
                continue
            answer = partial(_reply, link, request.get("id"))
            try:
                self._do(request, answer)
            except (LookupError, ValueError, OSError) as error:
                answer({"ok": False, "error": str(error)})

    def _do(self, request: Answer, answer: Callable[[Answer], None]) -> None:
        what = request.get("do")
        if what in ("wait", "watch"):
            self._wait(request, answer)
        elif action := self._actions.get(str(what)):
            answer({"ok": True, "at_ns": time.monotonic_ns(), **action(request)})
        else:
            raise ValueError(f"unknown request {what!r}")

    def _wait(self, request: Answer, answer: Callable[[Answer], None]) -> None:
        self._waiting.append(
            _Waiting(
                answer,
                partial(self._holds, request),
                time.monotonic() + float(request.get("timeout_s", 10)),
                json.dumps(request),
                request["do"] == "watch",
            )
        )
        self._look()
        if self._waiting:
            self._timer.start()

    def _holds(self, request: Answer) -> bool:
        item = scene.find(self._windows(), request["name"])
        if request.get("gone"):
            return item is None
        if item is None:
            return False
        if "property" in request:
            return bool(scene.value(item, request["property"]) == request["equals"])
        return item.isEnabled() or not request.get("enabled", False)

    @Slot()
    def _look(self) -> None:
        now_ns = time.monotonic_ns()
        for wait in list(self._waiting):
            if wait.since_ns is None and wait.holds():
                wait.since_ns = now_ns
            if wait.since_ns is not None and not wait.painted:
                self._finish(wait, {"ok": True, "at_ns": wait.since_ns})
            elif time.monotonic() > wait.until_s:
                self._finish(wait, {"ok": False, "error": f"in vain: {wait.what}"})
        if not self._waiting:
            self._timer.stop()

    def _finish(self, wait: _Waiting, answer: Answer) -> None:
        self._waiting.remove(wait)
        wait.answer(answer)

    @Slot()
    def _frame(self) -> None:
        now_ns = time.monotonic_ns()
        self._frames.append(now_ns)
        for wait in list(self._waiting):
            if not wait.painted:
                continue
            if wait.since_ns is None and wait.holds():
                wait.since_ns = now_ns
            if wait.since_ns is not None:
                self._finish(wait, {"ok": True, "changed_ns": wait.since_ns, "painted_ns": now_ns})

    def _click(self, request: Answer) -> Answer:
        x, y = request.get("at", (0.5, 0.5))
        item = self._item(request)
        pressed_ns = time.monotonic_ns()
        scene.click(item, float(x), float(y))
        return {"at_ns": pressed_ns}

    def _item(self, request: Answer) -> scene.Item:
        item = scene.find(self._windows(), request["name"])
        if item is None:
            raise LookupError(f"not on screen: {request['name']}")
        return item

    def _type(self, request: Answer) -> Answer:
        scene.type_text(self._front(), request["text"])
        return {}

    def _key(self, request: Answer) -> Answer:
        scene.press_key(self._front(), request["key"])
        return {}

    def _front(self) -> QQuickWindow:
        windows = self._windows()
        if not windows:
            raise LookupError("no window")
        return windows[-1]

    def _grab(self, request: Answer) -> Answer:
        picture = self._front().grabWindow()
        if picture.isNull() or not picture.save(request["path"]):
            raise OSError(f"cannot save {request['path']}")
        return {"width": picture.width(), "height": picture.height()}

    def _read(self, request: Answer) -> Answer:
        return {"value": scene.value(self._item(request), request["property"])}

    def _frame_times(self, request: Answer) -> Answer:
        frames = list(self._frames)
        if request.get("reset"):
            self._frames.clear()
        return {"frames_ns": frames}

    def _step_times(self, request: Answer) -> Answer:
        known, self._steps = self._steps, None
        times = known.stop() if known else {}
        if request.get("on"):
            self._steps = StepTimes(self._shell.clock, self)
        return times

    def _quit(self, _request: Answer) -> Answer:
        QTimer.singleShot(0, self._shell.quit)
        return {}


def _reply(link: QLocalSocket, request_id: object, answer: Answer) -> None:
    _send(link, {"id": request_id, **answer})


def _send(link: QLocalSocket, answer: Answer) -> None:
    if link.state() == QLocalSocket.LocalSocketState.ConnectedState:
        link.write(json.dumps(answer, default=str).encode() + b"\n")
        link.flush()
