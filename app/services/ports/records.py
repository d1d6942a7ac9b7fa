"""What the store measures and writes down of itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.people import Session
from app.services.ticket_chain import ChainEntry


@dataclass(frozen=True, slots=True)
class TerminalLag:
    """How long a terminal's screen waited for changes of the store, as the store measured it.

    `last_ms` is what it waited for what it saw last, at `seen_at`; `most_ms` the longest since
    the moment asked for, at `most_at`, None when it saw nothing new.
    """

    terminal_id: UUID
    last_ms: int
    seen_at: datetime
    changes: int
    most_ms: int | None
    most_at: datetime | None


@dataclass(frozen=True, slots=True)
class TicketChain:
    """All that the journal holds of one order, in the order it happened."""

    number: int
    entries: tuple[ChainEntry, ...]


class Records(Protocol):
    """Read by the back office alone."""

    async def lags(self, since: datetime) -> tuple[TerminalLag, ...]:
        """One entry per terminal that ever followed the store; whole hours from `since` on."""

    async def ticket_chain(self, session: Session, said: str) -> TicketChain:
        """The order of that number, or of a receipt such as `2-1182`; the reading is recorded.

        Refused: UNKNOWN_ITEM without one, NOT_PERMITTED for anybody but managers.
        """
