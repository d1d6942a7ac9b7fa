"""What opens a quality investigation, and in which order quality tasks are worked on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


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


def in_order(tasks: Iterable[QualityTask]) -> tuple[QualityTask, ...]:
    """Food safety first, then complaints, then the rest; within a kind the oldest first."""
    rank = {kind: index for index, kind in enumerate(TaskKind)}
    return tuple(sorted(tasks, key=lambda each: (rank[each.kind], each.opened_at, each.id)))
