"""How many pieces of a plain line are wished for, brought to the store one call after another."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Selling
from app.services.store_view import StoreView
from app.ui.shared.task_owner import TaskOwner


class Quantities:
    """Quantities asked for and not yet seen, so that quick taps each count.

    `said` awaits a store call and tells whether it was done; `changed` draws the order anew.
    """

    def __init__(
        self,
        selling: Selling,
        tasks: TaskOwner,
        said: Callable[[Awaitable[object]], Awaitable[bool]],
        changed: Callable[[], None],
    ) -> None:
        self._selling = selling
        self._tasks = tasks
        self._said = said
        self._changed = changed
        self._wanted: dict[UUID, int] = {}
        self._bringing: set[UUID] = set()

    @property
    def wanted(self) -> Mapping[UUID, int]:
        """The quantity wished for, by line."""
        return self._wanted

    def wish(self, session: Session | None, line_id: UUID, quantity: int) -> None:
        """Ask for `quantity` pieces; nothing is sent while nobody is signed in."""
        self._wanted[line_id] = quantity
        if session is not None and line_id not in self._bringing:
            self._bringing.add(line_id)
            self._tasks.start(self._bring(session, line_id), name="quantity")

    def drop_seen(self, view: StoreView) -> None:
        """Forget wishes that the store's picture has fulfilled, or whose line is gone."""
        self._wanted = {
            line_id: quantity
            for line_id, quantity in self._wanted.items()
            if line_id in view.ticket_lines and view.ticket_lines[line_id].quantity != quantity
        }

    async def _bring(self, session: Session, line_id: UUID) -> None:
        """Send the newest wish, one call after another, so that the last one also arrives last."""
        sent: int | None = None
        try:
            while (wanted := self._wanted.get(line_id)) not in (None, sent):
                sent = wanted
                call = self._selling.set_quantity(
                    session, request=new_id(), line_id=line_id, quantity=wanted
                )
                if not await self._said(call):
                    self._wanted.pop(line_id, None)
        finally:
            self._bringing.discard(line_id)
            self._changed()
