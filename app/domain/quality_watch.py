"""A closer eye, for the rest of the day, on what failed too often (POS-E3.4, FUL-E2.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.food_policy import CheckpointPolicy


class Trouble(StrEnum):
    """What is counted."""

    DEGRADED_IN_ORDER = "degraded_in_order"  # a reserved portion lost its grade
    LATE_FAILURE = "late_failure"  # a portion failed after it was chosen, up to hand-over


@dataclass(frozen=True, slots=True)
class TroubleEvent:
    """One occurrence; `subject_id` is a product or a holding unit."""

    subject_id: UUID
    trouble: Trouble
    at: datetime


@dataclass(frozen=True, slots=True)
class Watched:
    """A product or holding unit under watch, as the store keeps it, until the day's close."""

    id: UUID
    subject_id: UUID
    trouble: Trouble
    since: datetime
    until: datetime


def is_watched(
    subject_id: UUID,
    events: Iterable[TroubleEvent],
    day_start: datetime,
    now: datetime,
    policy: CheckpointPolicy,
    reset_at: datetime | None = None,
) -> bool:
    """Whether the subject is under watch: too much trouble since the day began.

    A manager's reset forgets what came before it; the next day close forgets all.
    """
    since = day_start if reset_at is None else max(day_start, reset_at)
    counts = dict.fromkeys(Trouble, 0)
    for event in events:
        forgotten = event.at < since or (reset_at is not None and event.at == reset_at)
        if event.subject_id == subject_id and event.at <= now and not forgotten:
            counts[event.trouble] += 1
    return (
        counts[Trouble.DEGRADED_IN_ORDER] > policy.degradations_a_day
        or counts[Trouble.LATE_FAILURE] >= policy.late_failures_a_day
    )
