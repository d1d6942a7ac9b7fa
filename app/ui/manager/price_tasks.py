"""Prices that somebody has to look at, with the time that is left, and what came of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Session
from app.domain.task import Task, TaskKind, TaskState
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
_ABOUT_PRICES = "price"
"""What most kinds of task that belong here begin with."""
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task; `outcome` stands in the field until the task is closed."""

    id: str
    name: str
    detail: str
    due: str
    tone: str
    mayClose: bool  # noqa: N815 (QML role)
    outcome: str


class PriceTasks(QObject):
    """The open ones, the most urgent first."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = RowsModel(TaskLine, parent=self)
        self._errand = Errand(desk.shell, "close task", self)
        self._outcomes: dict[str, str] = {}

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        now, session = self._desk.now, self._desk.session()
        tasks = price_tasks(view)
        self._tasks.set_rows([_line(t, view, session, now, self._outcomes) for t in tasks])
        self.changed.emit()

    @Slot(str, str)
    def write(self, key: str, outcome: str) -> None:
        """Type what came of a task."""
        self._outcomes[key] = outcome
        self.refresh()

    @Slot(str)
    def close(self, key: str) -> None:
        """Say that a task is done."""
        session, outcome = self._desk.session(), self._outcomes.get(key, "").strip()
        if session is None or not outcome:
            return
        tasks, task_id = self._desk.store.tasks, UUID(key)
        self._errand.ask(
            (key, outcome),
            lambda request: tasks.close(session, request=request, task_id=task_id, outcome=outcome),
            lambda _: (_t("Office", "Done"), outcome),
        )

    tasks = Property(QObject, lambda self: self._tasks, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    waiting = Property(int, lambda self: len(self._tasks.rows), notify=changed)


def price_tasks(view: StoreView) -> list[Task]:
    """The open tasks about prices, by deadline; those without one last."""
    found = [
        task for task in view.tasks.values() if task.state is TaskState.OPEN and _about_prices(task)
    ]
    return sorted(found, key=lambda t: (t.due_at is None, t.due_at or t.opened_at, t.id))


def _line(
    task: Task,
    view: StoreView,
    session: Session | None,
    now: datetime,
    outcomes: dict[str, str],
) -> TaskLine:
    late = task.overdue(now)
    due = _t("Office", "no deadline")
    if task.due_at is not None:
        at = text.clock(task.due_at, view.settings)
        left = (task.due_at - now).total_seconds()
        due = (
            _t("Office", "late since {time}").format(time=at)
            if late
            else _t("Office", "due {time}, in {left}").format(time=at, left=text.duration(left))
        )
    opened = text.date_time(task.opened_at, view.settings)
    person = view.staff.get(task.opened_by) if task.opened_by else None
    who = person.name if person else _t("Office", "noticed by the store")
    return TaskLine(
        id=str(task.id),
        name=f"{kind_word(task.kind)}: {task.title}",
        detail=fall_text(task, view) or f"{opened} · {who}",
        due=due,
        tone="danger" if late else "warning",
        mayClose=session is not None and task.may_close(session.role),
        outcome=outcomes.get(str(task.id), ""),
    )


def _about_prices(task: Task) -> bool:
    return task.kind.startswith(_ABOUT_PRICES) or task.kind == TaskKind.STRATEGY_REVIEW


def fall_text(task: Task, view: StoreView) -> str:
    """How far a product's revenue fell; empty for other tasks."""
    if task.kind != TaskKind.STRATEGY_REVIEW:
        return ""
    before, after = int(task.subject["before_minor"]), int(task.subject["after_minor"])
    fall = (before - after) * _PERCENT / before
    return _t("Office", "−{fall} %: {after} in {days} days after {before}").format(
        after=text.money(after, view.settings),
        before=text.money(before, view.settings),
        days=int(task.subject["days"]),
        fall=f"{fall:.1f}",
    )


def kind_word(kind: str) -> str:
    """What has to be done about a price."""
    if kind == TaskKind.PRICE_CORRECTION:
        return _t("Office", "Correct the price")
    if kind == TaskKind.STRATEGY_REVIEW:
        return _t("Office", "Review the strategy")
    return _t("Office", "Review the price")
