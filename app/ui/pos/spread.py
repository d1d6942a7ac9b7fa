"""What a tick leaves to do, one thing after the other, each in a turn of the event loop of its own.

So taps and pictures come in between, and no second keeps the interface's thread for long.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

BUDGET_S = 0.004
"""What one turn may take of the interface's thread."""
PACE_MS = 8


class Spread(QObject):
    """`soon` does its steps in their order; one that still waits from before is done once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._next)

    def soon(self, *steps: Callable[[], None]) -> None:
        """Do these, after what still waits."""
        self._waiting.extend(step for step in steps if step not in self._waiting)
        if self._waiting and not self._pace.isActive():
            self._pace.start()

    @Slot()
    def _next(self) -> None:
        step = self._waiting.popleft()
        if self._waiting:
            self._pace.start()
        step()
