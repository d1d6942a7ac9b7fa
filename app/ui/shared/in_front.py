"""The first of the demo's windows stays in front while the others open behind it.

The supervisor joins the programs with a pipe: each of the others says when its window is seen, and
the first one then raises its own. A program that was started alone has no pipe.
"""

import os
from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtQuick import QQuickWindow

from app.ui.shared.shown_pipe import HEARS, TELLS


def keep_in_front(window: QQuickWindow, variables: Mapping[str, str]) -> QObject | None:
    """Join in what the supervisor asked for, if it did; lives as long as the window."""
    if (number := variables.get(HEARS, "")).isdecimal():
        return _Front(window, int(number))
    if (number := variables.get(TELLS, "")).isdecimal():
        return _Behind(window, int(number))
    return None


class _Behind(QObject):
    """Says once that its window is seen."""

    def __init__(self, window: QQuickWindow, end: int) -> None:
        super().__init__(window)
        self._end = end
        window.frameSwapped.connect(self._seen)

    @Slot()
    def _seen(self) -> None:
        end, self._end = self._end, -1
        if end >= 0:
            with suppress(OSError):
                os.write(end, b".")
                os.close(end)


class _Front(QObject):
    """Raises its window whenever another one has come."""

    def __init__(self, window: QQuickWindow, end: int) -> None:
        super().__init__(window)
        self._window, self._end = window, end
        self._notifier = QSocketNotifier(end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._told)

    @Slot()
    def _told(self) -> None:
        try:
            said = os.read(self._end, 64)
        except OSError:
            said = b""
        if said:
            self._window.raise_()
            self._window.requestActivate()
            return
        self._notifier.setEnabled(False)
        with suppress(OSError):
            os.close(self._end)
