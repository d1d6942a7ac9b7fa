"""Tells the store that a ticket was painted here: once per ticket, again after an outage."""

import logging
from collections.abc import Collection
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Kitchen
from app.services.refusal import SHORTAGES, OutcomeUnknown, Refused, StoreUnreachable
from app.ui.shared.task_owner import TaskOwner

log = logging.getLogger(__name__)

FRAMES = 2
"""A frame already on its way when the rows changed does not count as having shown them."""


class Acknowledger:
    """Feed it the tickets on screen, painted frames, and `retry` while the link is live."""

    def __init__(self, kitchen: Kitchen, tasks: TaskOwner) -> None:
        self._kitchen, self._tasks = kitchen, tasks
        self._waiting: dict[UUID, int] = {}
        self._requests: dict[UUID, UUID] = {}
        self._due: set[UUID] = set()
        self._asking: set[UUID] = set()
        self._done: set[UUID] = set()
        self._refused: set[UUID] = set()
        self._session_id: UUID | None = None

    def shown(self, unacknowledged: Collection[UUID], session: Session) -> bool:
        """The tickets now shown or counted in the scene without one; True asks for frames."""
        if session.id != self._session_id:
            self._session_id = session.id
            self._refused.clear()
        known = self._done | self._due | self._refused
        self._waiting = {
            key: self._waiting.get(key, FRAMES) for key in unacknowledged if key not in known
        }
        return bool(self._waiting)

    def frame(self, session: Session) -> bool:
        """A frame has reached the screen; True asks for another one."""
        for key in tuple(self._waiting):
            self._waiting[key] -= 1
            if self._waiting[key] <= 0:
                del self._waiting[key]
                self._due.add(key)
        self.retry(session)
        return bool(self._waiting)

    def retry(self, session: Session) -> None:
        """Ask for everything painted and unanswered; the request id stays the same."""
        for key in self._due - self._asking:
            self._asking.add(key)
            if self._tasks.start(self._ask(session, key), name="acknowledge") is None:
                self._asking.discard(key)

    async def _ask(self, session: Session, key: UUID) -> None:
        request = self._requests.setdefault(key, new_id())
        try:
            await self._kitchen.acknowledge(session, request=request, ticket_id=key)
        except (StoreUnreachable, OutcomeUnknown):
            return
        except Refused as refusal:
            if refusal.code in SHORTAGES:
                return
            # Known: not asked again by this person. The till's alarm is not silenced.
            log.info("acknowledgement refused: %s", refusal)
            self._due.discard(key)
            self._refused.add(key)
            return
        finally:
            self._asking.discard(key)
        self._due.discard(key)
        self._done.add(key)
        self._requests.pop(key, None)
