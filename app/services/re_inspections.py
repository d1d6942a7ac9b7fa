"""Portions to look at again because a guest complained about one of their lot (BR-04.6)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from app.domain.checkpoints import Due
from app.domain.inspection import InspectionKind
from app.domain.portion import Portion, PortionState
from app.domain.task import Task, TaskKind, TaskState
from app.services.checks_due import DueCheck
from app.services.store_view import StoreView

_ON_HAND = (PortionState.AVAILABLE, PortionState.RESERVED, PortionState.COMMITTED)


def re_inspections(view: StoreView, now: datetime) -> list[DueCheck]:
    """One look per lot, the oldest complaint first; none for a lot that was looked at since."""
    found = []
    for task in _open_tasks(view):
        lot = _unseen(view, task)
        if lot:
            late = task.overdue(now)
            found.append(
                DueCheck(
                    lot[0].id,
                    lot[0].whole_id,
                    InspectionKind.RECHECK,
                    None,
                    task.due_at or task.opened_at,
                    Due.OVERDUE if late else Due.DUE,
                    len(lot),
                    codes=tuple(each.code for each in lot),
                )
            )
    return found


def is_flagged(view: StoreView, portion: Portion | None) -> bool:
    """Whether this portion waits for such a look."""
    return portion is not None and any(
        portion.id == each.id for task in _open_tasks(view) for each in _unseen(view, task)
    )


def _open_tasks(view: StoreView) -> list[Task]:
    waiting = [
        task
        for task in view.tasks.values()
        if task.kind == TaskKind.RE_INSPECT and task.state is TaskState.OPEN
    ]
    return sorted(waiting, key=lambda task: (task.opened_at, task.id))


def _unseen(view: StoreView, task: Task) -> list[Portion]:
    """The lot's portions on hand that nobody has looked at since, around the wheel."""
    return sorted(_lot(view, task), key=lambda each: (each.wedge, each.id))


def _lot(view: StoreView, task: Task) -> Iterator[Portion]:
    whole_id = UUID(str(task.subject["whole_id"])) if "whole_id" in task.subject else None
    for portion in view.portions.values():
        seen = portion.inspected is not None and portion.inspected.at >= task.opened_at
        if portion.whole_id == whole_id and portion.state in _ON_HAND and not seen:
            yield portion
