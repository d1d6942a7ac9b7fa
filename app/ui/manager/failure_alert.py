"""Food that failed a look, as the manager is told of it wherever they are (FUL-E2.2)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.task import Task, TaskState
from app.services.store_view import StoreView

_t = QCoreApplication.translate


def failed_checks(view: StoreView) -> Mapping[UUID, Task]:
    """The open investigations of a portion that failed its check, by id."""
    return {
        task.id: task
        for task in view.tasks.values()
        if task.kind == "investigation"
        and task.state is TaskState.OPEN
        and task.subject.get("cause") == "failed_checkpoint"
    }


def failure_words(view: StoreView, tasks: Sequence[Task]) -> tuple[str, str, str]:
    """Title, text and tone of the banner."""
    names = ", ".join(sorted(task.title for task in tasks))
    waiting = sum(_siblings(view, task) for task in tasks)
    text = (
        _t(
            "Office",
            "{count} of its lot must be looked at before they go out. It is on the page Quality.",
        ).format(count=waiting)
        if waiting
        else _t("Office", "It is on the page Quality.")
    )
    return _t("Office", "Failed its check: {names}").format(names=names), text, "danger"


def failed_lines(view: StoreView) -> Mapping[UUID, Task]:
    """The open alerts about an order line of which portion after portion failed (FUL-03.4)."""
    return {
        task.id: task
        for task in view.tasks.values()
        if task.kind == "line_failures" and task.state is TaskState.OPEN
    }


def failed_line_words(tasks: Sequence[Task]) -> tuple[str, str, str]:
    """Title, text and tone of the banner."""
    orders = ", ".join(sorted(task.title for task in tasks))
    return (
        _t("Office", "Portion after portion failed: order {orders}").format(orders=orders),
        _t("Office", "The till asks the guest: money back, a new whole, or something else."),
        "danger",
    )


def _siblings(view: StoreView, task: Task) -> int:
    """Portions of the failed one's lot and unit for which a fresh look is demanded."""
    portion = task.subject.get("portion_id")
    failed = view.portions.get(UUID(portion)) if portion else None
    if failed is None:
        return 0
    return sum(
        each.recheck_at is not None
        and each.id != failed.id
        and (each.whole_id, each.holding_unit_id) == (failed.whole_id, failed.holding_unit_id)
        for each in view.portions.values()
    )
