"""What the store measures and writes down of itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


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


class Records(Protocol):
    """Read by the back office alone."""

    async def lags(self, since: datetime) -> tuple[TerminalLag, ...]:
        """One entry per terminal that ever followed the store; whole hours from `since` on."""
