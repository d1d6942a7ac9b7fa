"""What opens a quality investigation, and in which order quality tasks are worked on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.food_policy import CheckpointPolicy

_POINT_STEPS = 1000
"""Scores are compared in thousandths: 8.0 - 7.0 must not miss a whole point by float noise."""


class Cause(StrEnum):
    """Why an investigation was opened."""

    UNDER_CURVE = "under_curve"
    FAILED_CHECKPOINT = "failed_checkpoint"
    COMPLAINT = "complaint"


class CloseFault(StrEnum):
    """Why an improvement item stays open."""

    EFFECT_CHECK_MISSING = "effect_check_missing"
    EFFECT_CHECK_BEFORE_MEASURE = "effect_check_before_measure"


class CloseRefused(ValueError):
    """The item stays open; `fault` says why."""

    def __init__(self, fault: CloseFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class TaskKind(StrEnum):
    """Quality tasks in the order of their urgency."""

    FOOD_SAFETY = "food_safety"
    COMPLAINT = "complaint"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed checkpoint of a product, with the cause that the inspector named."""

    id: UUID
    product_id: UUID
    cause: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Improvement:
    """A process to mend: it names every failure and cannot close before its effect is checked."""

    product_id: UUID
    cause: str
    failures: tuple[UUID, ...]
    owner_id: UUID
    opened_at: datetime
    due_at: datetime
    effect_checked_at: datetime | None = None
    closed_at: datetime | None = None


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


def repeated(
    failures: Iterable[Failure], latest: Failure, policy: CheckpointPolicy
) -> tuple[Failure, ...]:
    """The failures of the latest one's product and cause in the window that ends with it.

    Oldest first and each once; empty while they are fewer than `repeat_count`.
    """
    since = latest.at - policy.repeat_window
    same = {
        each.id: each
        for each in (*failures, latest)
        if each.product_id == latest.product_id
        and _same_cause(each.cause, latest.cause)
        and since <= each.at <= latest.at
    }
    if len(same) < policy.repeat_count:
        return ()
    return tuple(sorted(same.values(), key=lambda each: (each.at, each.id)))


def open_improvement(
    failures: tuple[Failure, ...], owner_id: UUID, now: datetime, due_in: timedelta
) -> Improvement:
    """An item over these failures. Raises ValueError without failures or without time to work."""
    if not failures or due_in <= timedelta(0):
        raise ValueError("an improvement has failures and a due date ahead")
    ids = tuple(each.id for each in failures)
    first = failures[0]
    return Improvement(first.product_id, first.cause, ids, owner_id, now, now + due_in)


def close_improvement(item: Improvement, now: datetime) -> Improvement:
    """The closed item. Raises CloseRefused without an effect check made after it was opened."""
    if item.effect_checked_at is None:
        raise CloseRefused(CloseFault.EFFECT_CHECK_MISSING)
    if item.effect_checked_at <= item.opened_at:
        raise CloseRefused(CloseFault.EFFECT_CHECK_BEFORE_MEASURE)
    return item if item.closed_at else replace(item, closed_at=now)


def complaint_task(task_id: UUID, now: datetime, policy: CheckpointPolicy) -> QualityTask:
    """A guest's complaint as a task, with its deadline (BR-13.5)."""
    return QualityTask(task_id, TaskKind.COMPLAINT, now, now + policy.complaint_deadline)


def in_order(tasks: Iterable[QualityTask]) -> tuple[QualityTask, ...]:
    """Food safety first, then complaints, then the rest; within a kind the oldest first."""
    rank = {kind: index for index, kind in enumerate(TaskKind)}
    return tuple(sorted(tasks, key=lambda each: (rank[each.kind], each.opened_at, each.id)))


def _same_cause(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
