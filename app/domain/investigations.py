"""What opens a quality investigation, and in which order quality tasks are worked on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.food_policy import CheckpointPolicy

_POINT_STEPS = 1000
"""Scores are compared in thousandths: 8.0 - 7.0 must not miss a whole point by float noise."""


class TaskKind(StrEnum):
    """Quality tasks in the order of their urgency."""

    FOOD_SAFETY = "food_safety"
    COMPLAINT = "complaint"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class QualityTask:
    """One task in the queue."""

    id: UUID
    kind: TaskKind
    opened_at: datetime
    deadline: datetime | None = None


def is_under_curve(expected: float, observed: float, policy: CheckpointPolicy) -> bool:
    """Whether a score lies so far under its curve that it must be investigated (BR-05.8)."""
    gap = round((expected - observed) * _POINT_STEPS)
    return gap >= round(policy.under_curve_points * _POINT_STEPS)


def in_order(tasks: Iterable[QualityTask]) -> tuple[QualityTask, ...]:
    """Food safety first, then complaints, then the rest; within a kind the oldest first."""
    rank = {kind: index for index, kind in enumerate(TaskKind)}
    return tuple(sorted(tasks, key=lambda each: (rank[each.kind], each.opened_at, each.id)))
