"""Looks again at just those products whose grade or price the clock has moved (POS-02.2)."""

import math
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.services.move_queue import MoveQueue
from app.ui.pos.spread import BUDGET_S

PACE_MS = 30
"""What one go leaves undone waits so long."""
WAKE_WITHIN_S = 1.2
"""Until a little after the next tick; what comes later that tick will see."""


class MovingPrices(QObject):
    """`fold` after every change, `tick` each second; `look` shows one product as it is now.

    Within the second a timer waits for the very instant, and `moved` tells that it has come.
    """

    moved = Signal()

    def __init__(
        self,
        next_move: Callable[[UUID, datetime], datetime | None],
        look: Callable[[UUID], None],
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._queue = MoveQueue(next_move)
        self._look, self._now = look, now
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._work)
        self._wake = QTimer(self)
        self._wake.setSingleShot(True)
        self._wake.setTimerType(Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self._arrived)

    def fold(self, product_ids: Iterable[UUID]) -> None:
        """Something about these products is another."""
        self._queue.touch(product_ids)

    def tick(self) -> None:
        """One second went by."""
        self._work()

    @Slot()
    def _arrived(self) -> None:
        self._work()
        self.moved.emit()

    @Slot()
    def _work(self) -> None:
        now = self._now()
        if self._queue.work(now, self._look, BUDGET_S):
            self._pace.start()
        at = self._queue.next_at
        if at is not None and (left_s := (at - now).total_seconds()) < WAKE_WITHIN_S:
            self._wake.start(max(0, math.ceil(1_000 * left_s)))
