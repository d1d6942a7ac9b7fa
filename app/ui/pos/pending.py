"""Additions that were tapped and are not yet in the store's picture."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class PendingPhase(StrEnum):
    """How long the store has kept a tap waiting."""

    WAITING = "waiting"
    SLOW = "slow"  # over 500 ms: the line shows a waiting sign
    RETRY = "retry"  # over 3 s: given up, with a key to try again


SLOW_AFTER_S = 0.5
GIVE_UP_AFTER_S = 3.0


@dataclass(frozen=True, slots=True)
class Pending:
    """One tap on its way. `request` and `line_id` stay the same through retries."""

    request: UUID
    line_id: UUID
    product_id: UUID
    name: str
    phase: PendingPhase = PendingPhase.WAITING
    quantity: int = 1
    """Pieces wished for; the store is asked for one and brought up once the line is there."""
