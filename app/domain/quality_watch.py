"""A closer eye, for the rest of the day, on what failed too often (POS-E3.4, FUL-E2.4)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Trouble(StrEnum):
    """What is counted."""

    DEGRADED_IN_ORDER = "degraded_in_order"  # a reserved portion lost its grade
    LATE_FAILURE = "late_failure"  # a portion failed after it was chosen, up to hand-over


@dataclass(frozen=True, slots=True)
class Watched:
    """A product or holding unit under watch, as the store keeps it, until the day's close."""

    id: UUID
    subject_id: UUID
    trouble: Trouble
    since: datetime
    until: datetime
