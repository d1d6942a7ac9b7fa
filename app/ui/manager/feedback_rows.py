"""What waits to be looked at, in its order."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.compensation import CompensationKind, waits_until
from app.domain.complaint import Complaint, Tone
from app.domain.investigations import QualityTask, in_order
from app.domain.investigations import TaskKind as Urgency
from app.domain.people import Role
from app.domain.task import Task, TaskKind, TaskState
from app.domain.ticket import Ticket
from app.services.recovery import late_tickets
from app.services.store_view import StoreView
from app.ui.manager.quality_items import KINDS, kind_word
from app.ui.shared import format as text

_t = QCoreApplication.translate
_TONES = {Tone.CALM: "muted", Tone.AMBER: "warning", Tone.RED: "danger"}


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One open task; `complaint` is the id of its complaint, empty for other tasks."""

    id: str
    title: str
    kind: str
    due: str
    running: str
    tone: str
    complaint: str


def queue(view: StoreView, now: datetime) -> list[QueueRow]:
    """Orders that wait too long, then open tasks: food safety, guests' complaints, the rest."""
    known = {task.id: task for task in view.tasks.values() if _listed(task, now)}
    ordered = in_order(
        QualityTask(task.id, _urgency(task), task.opened_at, task.due_at) for task in known.values()
    )
    late = [_late_row(ticket, view, now) for ticket in late_tickets(view, now)]
    return [*late, *(_queue_row(known[each.id], view, now) for each in ordered)]


def _late_row(ticket: Ticket, view: StoreView, now: datetime) -> QueueRow:
    since = ticket.paid_at or ticket.opened_at
    limit = waits_until(ticket, view.settings.recovery)
    return QueueRow(
        id=str(ticket.id),
        title=_order(ticket.number),
        kind=_t("Office", "Waits too long"),
        due=text.clock(limit, view.settings) if limit else "",
        running=text.countdown((now - since).total_seconds()),
        tone="danger",
        complaint="",
    )


def _listed(task: Task, now: datetime) -> bool:
    """A recovery task beside its complaint is the counter's until it is escalated."""
    counters = task.kind == TaskKind.RECOVERY and "complaint_id" in task.subject
    return task.state is TaskState.OPEN and (not counters or escalated(task, now))


def _urgency(task: Task) -> Urgency:
    if task.owner is Role.FOOD_SAFETY_MANAGER:
        return Urgency.FOOD_SAFETY
    guests = (TaskKind.COMPLAINT, TaskKind.RECOVERY)
    return Urgency.COMPLAINT if task.kind in guests else Urgency.QUALITY


def _queue_row(task: Task, view: StoreView, now: datetime) -> QueueRow:
    complaint = complaint_of(task, view)
    tone, running = "muted", ""
    if complaint is not None:
        tone = _TONES[complaint.tone(now, view.settings.targets)]
        running = text.countdown(complaint.running_s(now))
    if task.overdue(now) and (complaint is None or task.kind == TaskKind.RECOVERY):
        tone = "danger"
    low = "line_id" in task.subject and task.kind == TaskKind.RECOVERY
    named = [str(task.subject.get(key) or "") for key in ("name", "portion_code")]
    return QueueRow(
        id=str(task.id),
        title=" ".join(filter(None, named)) if low else _title(task),
        kind=_kind(task, low, now),
        due=_due(task.due_at, view, now) if task.due_at else "",
        running=running,
        tone=tone,
        complaint=str(complaint.id) if complaint else "",
    )


def _title(task: Task) -> str:
    """A recovery task without a complaint of its own is known by its order's number."""
    if task.kind == TaskKind.RECOVERY and task.title.isdigit():
        return _order(task.title)
    return task.title


def _order(number: object) -> str:
    return _t("Office", "Order {number}").format(number=number)


def _kind(task: Task, low: bool, now: datetime) -> str:
    if low and escalated(task, now):
        said = _t("Office", "Escalated: nobody has put it right, order {number}")
    elif low:
        said = _t("Office", "Served below the promised quality, order {number}")
    elif escalated(task, now):
        return _t("Office", "Escalated: nobody has put it right")
    else:
        return task_word(task.kind)
    return said.format(number=task.title)


def _due(at: datetime, view: StoreView, now: datetime) -> str:
    """The time of day, with the date where it is another day's."""
    zone = ZoneInfo(view.settings.time_zone)
    today = at.astimezone(zone).date() == now.astimezone(zone).date()
    return text.clock(at, view.settings) if today else text.date_time(at, view.settings)


def escalated(task: Task, now: datetime) -> bool:
    """Whether the counter left a recovery task untouched past its time (POS-R3.2)."""
    return task.kind == TaskKind.RECOVERY and task.overdue(now)


def complaint_of(task: Task, view: StoreView) -> Complaint | None:
    """The complaint that a task is about."""
    wanted = task.subject.get("complaint_id")
    return next((c for c in view.complaints.values() if str(c.id) == wanted), None)


def task_word(kind: str) -> str:
    """What kind of task it is; one of a newer program stays as it is named."""
    known = {
        TaskKind.PRICE_CORRECTION: _t("Office", "Price is missing"),
        TaskKind.COMPLAINT: _t("Office", "Complaint: food"),
        TaskKind.PRICE_REVIEW: _t("Office", "Complaint: price"),
        TaskKind.SERVICE_COMPLAINT: _t("Office", "Complaint: service"),
        TaskKind.RE_INSPECT: _t("Office", "Inspect again"),
        TaskKind.RECOVERY: _t("Office", "Unhappy guest, order"),
        TaskKind.CUT_FOR_ORDER: _t("Office", "Cut for an order"),
    }
    if kind in KINDS:
        return _t("Office", "{what} (page Quality)").format(what=kind_word(kind))
    if kind == "allergen_incident":
        return _t("Office", "Allergen incident")
    return {each.value: word for each, word in known.items()}.get(kind, kind.replace("_", " "))


def given(complaint: Complaint, view: StoreView) -> str:
    """What the guest got, and who allowed it; empty for nothing yet."""
    found = next((e for e in view.compensations.values() if e.complaint_id == complaint.id), None)
    if found is None:
        return ""
    ticket = view.tickets.get(found.new_ticket_id) if found.new_ticket_id else None
    money = text.money(found.amount_minor, view.settings)
    said = {
        CompensationKind.REFUND: money,
        CompensationKind.VOUCHER: _t("Office", "voucher of {amount}").format(amount=money),
    }.get(found.kind) or _t("Office", "another one, order {number}").format(
        number=ticket.number if ticket else "–"
    )
    people = [view.staff.get(key) for key in (found.given_by, found.approved_by) if key]
    return " · ".join([said, *(each.name for each in people if each)])
