"""Investigations, improvements, deviations and watches: what quality asks of a manager now."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Session
from app.domain.quality_watch import Trouble, Watched
from app.domain.task import Task, TaskState
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.held_lots import held_lots
from app.ui.manager.quality_item import QualityItem
from app.ui.manager.removal_words import removal_words
from app.ui.shared import format as text
from app.ui.shared.corrections import Ask, CorrectionModel
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
KINDS = (
    "corrective_action", "deviation", "line_failures", "backup_mode", "check_overdue",
    "quality_alert", "removal", "investigation", "curve_review", "significant_waste", "improvement",
)  # fmt: skip
"""In the order of their urgency: food safety first."""
DANGERS = ("corrective_action", "deviation")


class QualityItems(QObject):
    """The open ones, food safety first, then the soonest."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._items = RowsModel(QualityItem, parent=self)
        self._errand = Errand(desk.shell, "quality item", self)
        self._outcomes: dict[str, str] = {}
        self._correction = CorrectionModel(desk.store, self._who, self._send, self)

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        now, session = self._desk.now, self._desk.session()
        rows = [_task(each, view, session, now, self._outcomes) for each in quality_tasks(view)]
        rows += held_lots(view)
        rows += [_watch(each, view, session) for each in watches(view, now)]
        self._items.set_rows(rows)
        self._correction.refresh()
        self.changed.emit()

    @Slot(str, str)
    def write(self, key: str, outcome: str) -> None:
        """Type what came of an item."""
        self._outcomes[key] = outcome
        self.refresh()

    @Slot(str)
    def close(self, key: str) -> None:
        """Say that an item is done; a watch ends."""
        session, view, outcome = self._desk.session(), self._desk.view, self._outcome(key)
        if session is None or view is None:
            return
        store, item = self._desk.store, UUID(key)
        watched = view.watches.get(item)
        if watched is not None:
            self._errand.ask(
                key,
                lambda r: store.quality.reset_watch(
                    session, request=r, subject_id=watched.subject_id
                ),
                lambda _: (_t("Office", "The watch has ended"), ""),
            )
        elif outcome:
            self._errand.ask(
                (key, outcome),
                lambda r: store.tasks.close(session, request=r, task_id=item, outcome=outcome),
                lambda _: (_t("Office", "Done"), outcome),
            )

    @Slot(str)
    def checkEffect(self, key: str) -> None:
        """Write down whether an improvement helped."""
        session, finding = self._desk.session(), self._outcome(key)
        if session is None or not finding:
            return
        quality = self._desk.store.quality
        self._errand.ask(
            ("effect", key, finding),
            lambda r: quality.check_effect(session, request=r, task_id=UUID(key), finding=finding),
            lambda _: (_t("Office", "Effect written down"), finding),
        )

    def _who(self) -> Session | None:
        return self._desk.session()

    def _send(self, _key: UUID, what: tuple[object, ...], ask: Ask) -> None:
        self._errand.ask(what, ask, lambda _answer: (_t("Office", "Done"), ""))

    def _outcome(self, key: str) -> str:
        return self._outcomes.get(key, "").strip()

    correction = Property(QObject, lambda self: self._correction, constant=True)
    items = Property(QObject, lambda self: self._items, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    waiting = Property(int, lambda self: len(self._items.rows), notify=changed)


def quality_tasks(view: StoreView) -> list[Task]:
    """The open tasks of quality and food safety, by kind and deadline."""
    found = [
        task for task in view.tasks.values() if task.state is TaskState.OPEN and task.kind in KINDS
    ]
    return sorted(found, key=lambda t: (KINDS.index(t.kind), t.due_at or t.opened_at, t.id))


def watches(view: StoreView, now: datetime) -> list[Watched]:
    """The products and units under watch now."""
    found = [each for each in view.watches.values() if each.since <= now < each.until]
    return sorted(found, key=lambda each: (each.since, each.id))


def _task(
    task: Task, view: StoreView, session: Session | None, now: datetime, outcomes: dict[str, str]
) -> QualityItem:
    late = task.overdue(now)
    due = ""
    if task.due_at is not None:
        at = text.date_time(task.due_at, view.settings)
        due = (
            _t("Office", "late since {time}").format(time=at)
            if late
            else _t("Office", "due {time}").format(time=at)
        )
    return QualityItem(
        # A corrective action is opened by what it is about.
        id=str(task.subject.get("deviation_id", task.id)),
        name=f"{kind_word(task.kind)}: {task.title}",
        detail=_detail(task, view, now),
        due=due,
        tone="danger" if late or task.kind in DANGERS else "warning",
        kind=task.kind,
        # A removal closes by itself, with the waste record of its last portion.
        mayClose=session is not None and task.may_close(session.role) and task.kind != "removal",
        outcome=outcomes.get(str(task.id), ""),
    )


def _detail(task: Task, view: StoreView, now: datetime) -> str:
    said = [text.date_time(task.opened_at, view.settings), owner_word(task)]
    cause = task.subject.get("cause")
    if task.kind == "improvement":
        said.append(
            _t("Office", "{n} failures: {cause}").format(
                n=len(task.subject.get("failures", ())), cause=cause
            )
        )
    elif cause == "under_curve":
        said.append(_t("Office", "a point or more under the curve"))
    elif cause == "failed_checkpoint":
        said.append(_t("Office", "failed its check"))
    if task.kind == "curve_review":
        said.append(
            _t("Office", "failed late too often; put it in force beside this, or say why not")
        )
    if task.kind == "removal":
        said.append(removal_words(task, view, now))
    if task.kind in (*DANGERS, "quality_alert") and "temperature_mc" in task.subject:
        said.append(text.temperature(int(task.subject["temperature_mc"])))
    if task.kind == "significant_waste":
        cost = text.money(int(task.subject.get("cost_minor", 0)), view.settings)
        said.append(
            _t("Office", "{n} portions, {cost}").format(n=task.subject.get("portions"), cost=cost)
        )
    return " · ".join(said)


def owner_word(task: Task) -> str:
    """Whose it is."""
    if task.owner == "food_safety_manager":
        return _t("Office", "food safety manager")
    if task.owner == "kitchen":
        return _t("Office", "kitchen")
    return _t("Office", "manager")


def kind_word(kind: str) -> str:
    """What has to be done."""
    return {
        "corrective_action": _t("Office", "Corrective action"),
        "backup_mode": _t("Office", "Backup mode, no readings"),
        "quality_alert": _t("Office", "Too cold, to be inspected"),
        "deviation": _t("Office", "Temperature deviation"),
        "check_overdue": _t("Office", "Signed check missed"),
        "line_failures": _t("Office", "Portion after portion failed"),
        "removal": _t("Office", "Take away"),
        "investigation": _t("Office", "Investigate"),
        "significant_waste": _t("Office", "Much waste"),
        "improvement": _t("Office", "Improve"),
        "curve_review": _t("Office", "Review the lowered curve"),
    }[kind]


def _watch(each: Watched, view: StoreView, session: Session | None) -> QualityItem:
    product, unit = view.products.get(each.subject_id), view.holding_units.get(each.subject_id)
    name = product.name if product else unit.name if unit else ""
    why = {
        Trouble.LATE_FAILURE: _t("Office", "failures after the sale"),
        Trouble.DEGRADED_IN_ORDER: _t("Office", "lost its grade in orders"),
    }[each.trouble]
    return QualityItem(
        id=str(each.id),
        name=_t("Office", "Under watch: {name}").format(name=name),
        detail=_t("Office", "{why} · looked at twice as often").format(why=why),
        due=_t("Office", "until {time}").format(time=text.date_time(each.until, view.settings)),
        tone="info",
        kind="watch",
        mayClose=session is not None,
        outcome="",
    )
