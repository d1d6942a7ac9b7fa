"""Lines on their way out of the order: struck at once, let go by the store a moment later."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Selling
from app.services.store_view import StoreView
from app.ui.shared.task_owner import TaskOwner


class Removing:
    """`said` awaits a store call and tells whether it was done; `changed` draws the order anew."""

    def __init__(
        self,
        selling: Selling,
        tasks: TaskOwner,
        said: Callable[[Awaitable[object]], Awaitable[bool]],
        changed: Callable[[], None],
    ) -> None:
        self._selling, self._tasks = selling, tasks
        self._said, self._changed = said, changed
        self._lines: frozenset[UUID] = frozenset()

    @property
    def lines(self) -> frozenset[UUID]:
        """The lines that were asked to go and are still in the store's picture."""
        return self._lines

    def remove(self, session: Session | None, line_id: UUID) -> None:
        """Take a line out and release its portion; nothing while nobody is signed in."""
        if session is None or line_id in self._lines:
            return
        self._lines |= {line_id}
        self._changed()
        self._tasks.start(self._bring(session, line_id), name="remove line")

    def drop_seen(self, view: StoreView) -> None:
        """Forget the lines that are gone from the store's picture."""
        self._lines = frozenset(
            i for i in self._lines if i in view.ticket_lines and not view.ticket_lines[i].voided
        )

    def forget_all(self) -> None:
        """Another order is composed now."""
        self._lines = frozenset()

    async def _bring(self, session: Session, line_id: UUID) -> None:
        call = self._selling.remove_line(session, request=new_id(), line_id=line_id)
        if not await self._said(call):
            self._lines -= {line_id}
            self._changed()
