"""Looks again at just those products whose grade or price the clock has moved (POS-02.2)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.services.move_queue import MoveQueue

BUDGET_S = 0.004
"""What one go may take of the interface thread; the rest waits for `PACE_MS`."""
PACE_MS = 30


class MovingPrices(QObject):
    """`fold` after every change, `tick` each second; `look` shows one product as it is now."""

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

    def fold(self, product_ids: Iterable[UUID]) -> None:
        """Something about these products is another."""
        self._queue.touch(product_ids)

    def tick(self) -> None:
        """One second went by."""
        self._work()

    def _work(self) -> None:
        if self._queue.work(self._now(), self._look, BUDGET_S):
            self._pace.start()
