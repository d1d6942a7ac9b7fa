"""What new lines ask for, sent as soon as the store has the line, and what a line asks for anew."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Selling
from app.ui.shared.task_owner import TaskOwner


class Requests:
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
        self._sending: set[UUID] = set()

    @property
    def quiet(self) -> bool:
        """Whether nothing is on its way: until then the total may still move."""
        return not self._sending

    def send(
        self, session: Session | None, line_id: UUID, options: Sequence[str], note: str
    ) -> None:
        """Write down what a line asks for, in place of what it asked before."""
        if session is None:
            return
        self._sending.add(line_id)
        call = self._selling.prepare_line(
            session, request=new_id(), line_id=line_id, options=options, note=note
        )
        self._tasks.start(self._bring(line_id, call), name="prepare line")

    async def _bring(self, line_id: UUID, call: Awaitable[Any]) -> None:
        try:
            await self._said(call)
        finally:
            self._sending.discard(line_id)
            self._changed()
