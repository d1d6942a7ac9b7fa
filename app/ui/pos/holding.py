"""The hold of the order: renewed by work on it, prolonged once, kept for paying, put aside."""

from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused
from app.ui.pos.order_props import hold_left_s
from app.ui.shared.task_owner import TaskOwner

EXTEND_BELOW = 0.8
"""Activity starts the hold anew once less than this share of it is left."""


class Holding:
    """The calls about one order's hold; `said` turns a refusal into a sentence."""

    def __init__(
        self,
        store: Store,
        tasks: TaskOwner,
        said: Callable[[Awaitable[object]], Coroutine[Any, Any, bool]],
    ) -> None:
        self._store, self._tasks, self._said = store, tasks, said
        self._session: Session | None = None

    def use(self, session: Session | None) -> None:
        """Act for `session`."""
        self._session = session

    def activity(self, ticket_id: UUID) -> None:
        """Start the hold anew when part of it has passed."""
        view, left_s = self._store.feed.view, self._left_s(ticket_id)
        if view is None or self._session is None or left_s is None:
            return
        if 0 < left_s < view.settings.hold.total_seconds() * EXTEND_BELOW:
            call = self._store.selling.extend_hold(
                self._session, request=new_id(), ticket_id=ticket_id
            )
            self._tasks.start(self._said(while_open(call)), name="extend hold")

    def at_tender(self, ticket_id: UUID) -> None:
        """Paying begins: it must have time enough (POS-04.4)."""
        view, left_s = self._store.feed.view, self._left_s(ticket_id)
        if view is None or self._session is None or left_s is None:
            return
        if 0 < left_s < view.settings.allocation.hold_at_tender.total_seconds():
            call = self._store.holds.at_tender(self._session, request=new_id(), ticket_id=ticket_id)
            self._tasks.start(self._said(while_open(call)), name="keep for paying")

    def prolong(self, ticket_id: UUID) -> None:
        """Add the policy's time, once."""
        if self._session is not None:
            call = self._store.holds.prolong(self._session, request=new_id(), ticket_id=ticket_id)
            self._tasks.start(self._said(call), name="prolong hold")

    def park(self, ticket_id: UUID, done: Callable[[], None]) -> None:
        """Put the order aside, then `done`."""
        if self._session is not None:
            call = self._store.holds.park(
                self._session, request=new_id(), ticket_id=ticket_id, name=""
            )
            self._tasks.start(self._then(call, done), name="park")

    def fetch(self, ticket_id: UUID, done: Callable[[], None]) -> None:
        """Take a parked order up, then `done`."""
        if self._session is not None:
            call = self._store.holds.fetch(self._session, request=new_id(), ticket_id=ticket_id)
            self._tasks.start(self._then(call, done), name="fetch")

    async def _then(self, call: Awaitable[object], done: Callable[[], None]) -> None:
        if await self._said(call):
            done()

    def _left_s(self, ticket_id: UUID) -> float | None:
        view = self._store.feed.view
        now: datetime = self._store.feed.now()
        return hold_left_s(view.tickets.get(ticket_id), now) if view else None


async def while_open(call: Awaitable[object]) -> None:
    """Keep the hold of an order; one that was paid or cancelled meanwhile needs none any more."""
    try:
        await call
    except Refused as refusal:
        if refusal.code is not RefusalCode.TICKET_NOT_OPEN:
            raise
