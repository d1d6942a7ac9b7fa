"""Derives what the stock asks of the kitchen: a small stock at once, a large one in a thread.

The interface's thread gets the finished lists only. One derivation runs at a time; what changed
meanwhile is looked at by the next one, so that changes are followed in their order and a burst of
them costs one derivation.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from app.services.kitchen_stock import KitchenStock, StockDeriver
from app.services.ports import Changes
from app.services.store_view import StoreView
from app.ui.shared.task_owner import TaskOwner

AT_ONCE = 300
"""Portions that are looked at in less than 5 ms, the interface's share of a tick."""
_AGAIN = timedelta(seconds=5)


class StockWatch:
    """`show` gets each result, on the interface's thread."""

    def __init__(self, tasks: TaskOwner, show: Callable[[KitchenStock], None]) -> None:
        self._tasks, self._show = tasks, show
        self._deriver = StockDeriver()
        self._changes: list[tuple[StoreView, Changes]] = []
        self._seen: tuple[StoreView, datetime] | None = None
        self._wanted: tuple[StoreView, datetime] | None = None
        self._alert: datetime | None = None
        """After this moment a check is more pressing than what is shown says."""
        self._running = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kitchen")

    def follow(self, view: StoreView, changes: Changes) -> None:
        """The feed went on."""
        self._changes.append((view, changes))

    def look(self, view: StoreView, now: datetime) -> None:
        """Show the stock at `now`: when the picture changed, a check's time came, or every few
        seconds.
        """
        pressing = self._alert is not None and now > self._alert
        seen = self._seen if not pressing else None
        if seen and seen[0] is view and timedelta(0) <= now - seen[1] < _AGAIN:
            return
        if self._running:
            self._wanted = (view, now)
            return
        self._seen = (view, now)
        changes, self._changes = self._changes, []
        if len(view.portions) <= AT_ONCE:
            self._shown(self._derive(changes, view, now))
            return
        self._running = True
        if self._tasks.start(self._beside(changes, view, now), name="kitchen stock") is None:
            self._running = False

    def stop(self) -> None:
        """Start nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _beside(
        self, changes: list[tuple[StoreView, Changes]], view: StoreView, now: datetime
    ) -> None:
        # As TaskOwner does: Qt may step a task while the loop itself is at rest.
        loop = asyncio.get_event_loop()
        try:
            self._shown(await loop.run_in_executor(self._thread, self._derive, changes, view, now))
        finally:
            self._running = False
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.look(*wanted)

    def _shown(self, stock: KitchenStock) -> None:
        self._alert = stock.next_alert()
        self._show(stock)

    def _derive(
        self, changes: list[tuple[StoreView, Changes]], view: StoreView, now: datetime
    ) -> KitchenStock:
        for each in changes:
            self._deriver.follow(*each)
        return self._deriver.derive(view, now)
