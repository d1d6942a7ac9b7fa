"""What waits to be looked at, in its order; complaints with their facts; ratings in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.compensation import CompensationKind, waits_until
from app.domain.complaint import Complaint, ComplaintKind, Tone
from app.domain.complaint_rates import BandCount, RateBy, age_band, in_reading_order
from app.domain.investigations import QualityTask, in_order
from app.domain.investigations import TaskKind as Urgency
from app.domain.people import Role
from app.domain.policy import StoreSettings
from app.domain.price import PriceReason
from app.domain.satisfaction import Rating, RatingAbout
from app.domain.task import Task, TaskKind, TaskState
from app.domain.ticket import Ticket
from app.services.recovery import late_tickets
from app.services.store_view import StoreView
from app.ui.shared import format as text
from app.ui.shared import words

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


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing that is known."""

    id: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One rating."""

    id: str
    when: str
    order: str
    about: str
    stars: str
    portions: str


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
        title=str(ticket.number),
        kind=_t("Office", "Waits too long, order"),
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
    return QueueRow(
        id=str(task.id),
        title=task.title,
        kind=_t("Office", "Escalated: nobody has put it right, order")
        if escalated(task, now)
        else task_word(task.kind),
        due=text.clock(task.due_at, view.settings) if task.due_at else "",
        running=running,
        tone=tone,
        complaint=str(complaint.id) if complaint else "",
    )


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
    }
    return {each.value: word for each, word in known.items()}.get(kind, kind.replace("_", " "))


def given(complaint: Complaint, view: StoreView) -> str:
    """What the guest got, and who allowed it; empty for nothing yet."""
    found = next((e for e in view.compensations.values() if e.complaint_id == complaint.id), None)
    if found is None:
        return ""
    ticket = view.tickets.get(found.new_ticket_id) if found.new_ticket_id else None
    said = (
        text.money(found.amount_minor, view.settings)
        if found.kind is CompensationKind.REFUND
        else _t("Office", "another one, order {number}").format(
            number=ticket.number if ticket else "–"
        )
    )
    people = [view.staff.get(key) for key in (found.given_by, found.approved_by) if key]
    return " · ".join([said, *(each.name for each in people if each)])


def facts(complaint: Complaint, settings: StoreSettings, got: str = "") -> list[FactLine]:
    """What was known of the line, in reading order; nothing for what was not known."""
    known = complaint.facts
    pairs: list[tuple[str, Any]] = [
        (_t("Office", "Reason"), complaint.reason),
        (_t("Office", "The guest got"), got),
    ]
    if complaint.kind is ComplaintKind.PRICE:
        pairs += _price_facts(known, settings)
    pairs += [
        (_t("Office", "Portion"), known.get("portion_code")),
        (_t("Office", "Whole"), known.get("whole_code")),
        (_t("Office", "Lot"), known.get("lot_number")),
        (_t("Office", "Cut by"), known.get("cutter")),
        (_t("Office", "Cut with"), known.get("tool")),
        (_t("Office", "Grade at sale"), known.get("grade")),
        (_t("Office", "Score when served"), _score(known.get("score_milli"))),
        (_t("Office", "Scores"), _scores(known, settings)),
        (_t("Office", "Age when served"), _age(known)),
        (_t("Office", "Kept in"), known.get("unit")),
        (_t("Office", "Temperatures"), _temperatures(known)),
        (_t("Office", "Temperature log"), _log(known, settings)),
        (_t("Office", "Measured at the pass"), _celsius(known.get("verified_temperature_mc"))),
        (_t("Office", "Verified"), _verified(known, settings)),
    ]
    return [FactLine(str(i), name, str(value)) for i, (name, value) in enumerate(pairs) if value]


def _price_facts(known: Mapping[str, Any], settings: StoreSettings) -> list[tuple[str, str]]:
    pairs = []
    for step in known.get("breakdown", ()):
        minor, reason = step["amount_minor"], PriceReason(step["reason"])
        shown = (
            text.amount(minor, settings)
            if reason is PriceReason.BASE
            else text.change(minor, settings)
        )
        rule = " · ".join([*step.get("params", ()), f"#{step['rule_version']}"])
        pairs.append((words.price_reason(reason).capitalize(), f"{shown} ({rule})"))
    for each in known.get("approvals", ()):
        pairs.append((_t("Office", "Approved by"), f"{each['approver']}: {each['reason']}"))
    pairs.append((_t("Office", "Price"), text.money(known["unit_price_minor"], settings)))
    return pairs


def _age(known: Mapping[str, Any]) -> str:
    age_s = known.get("age_s")
    return "" if age_s is None else text.duration(age_s)


def _score(milli: int | None) -> str:
    return "" if milli is None else f"{milli / 1000:.1f}"


def _scores(known: Mapping[str, Any], settings: StoreSettings) -> str:
    """The first one, then every look at the portion."""
    first = known.get("first_score")
    said = [] if first is None else [_t("Office", "{score} when cut").format(score=f"{first:.1f}")]
    for look in known.get("inspections", ()):
        at = text.clock(datetime.fromisoformat(look["at"]), settings)
        said.append(f"{look['score']:.1f} {at} {look['by']}")
    return " · ".join(said)


def _log(known: Mapping[str, Any], settings: StoreSettings) -> str:
    """The last readings before it was served, with their times."""
    last = known.get("temperature_log", ())[-6:]
    return " · ".join(
        f"{text.clock(datetime.fromisoformat(at), settings)} {mc / 1000:.1f}" for at, mc in last
    )


def _verified(known: Mapping[str, Any], settings: StoreSettings) -> str:
    found = known.get("verification")
    if not found:
        return ""
    at = text.clock(datetime.fromisoformat(found["at"]), settings)
    return " · ".join(part for part in (at, found.get("by")) if part)


def _temperatures(known: Mapping[str, Any]) -> str:
    found = known.get("temperatures_mc") or {}
    if not found.get("readings"):
        return ""
    least, most = _celsius(found["least"]), _celsius(found["most"])
    return f"{least} – {most} ({found['readings']})"


def _celsius(temperature_mc: int | None) -> str:
    return "" if temperature_mc is None else f"{temperature_mc / 1000:.1f} °C"


@dataclass(frozen=True, slots=True)
class RateRow:
    """Complaints about food in one band of one value."""

    id: str
    value: str
    band: str
    served: str
    complaints: str
    rate: str


def rate_rows(counts: Iterable[BandCount], settings: StoreSettings) -> list[RateRow]:
    """The correlation report, in reading order."""
    values = {
        RateBy.AGE: _t("Office", "Age when served"),
        RateBy.GRADE: _t("Office", "Grade at sale"),
        RateBy.SCORE: _t("Office", "Score at sale"),
        RateBy.UNIT: _t("Office", "Kept in"),
        RateBy.VERIFIED: _t("Office", "Verified"),
        RateBy.BATCH: _t("Office", "Whole"),
    }
    ends = sorted(settings.recovery.age_bands_min)
    return [
        RateRow(
            f"{each.value.value} {each.band}",
            values[each.value],
            _band(each, ends),
            str(each.served),
            str(each.complaints),
            f"{float(each.per_100):.2f}",
        )
        for each in in_reading_order(counts)
    ]


def _band(count: BandCount, ends_min: Sequence[int]) -> str:
    if count.value is RateBy.AGE:
        above, until = age_band(int(count.band), ends_min)
        if until is None:
            return _t("Office", "above {n} min").format(n=above)
        if above is None:
            return _t("Office", "up to {n} min").format(n=until)
        return _t("Office", "{a} to {b} min").format(a=above, b=until)
    if count.value is RateBy.SCORE:
        return f"{count.band}.0 – {count.band}.9"
    if count.value is RateBy.VERIFIED:
        return {
            "measured": _t("Office", "with a temperature"),
            "seen": _t("Office", "by looking"),
            "not": _t("Office", "not at all"),
        }.get(count.band, count.band)
    return count.band


def said_rows(ratings: Iterable[Rating], settings: StoreSettings) -> list[SaidRow]:
    """Ratings, newest first."""
    about = {
        RatingAbout.PRODUCT: _t("Office", "food"),
        RatingAbout.SERVICE: _t("Office", "order"),
    }
    return [
        SaidRow(
            str(number),
            text.date_time(each.at, settings),
            str(each.ticket_number),
            about[each.about],
            "★" * each.stars + "☆" * (5 - each.stars),
            ", ".join(each.portion_codes),
        )
        for number, each in enumerate(ratings)
    ]
