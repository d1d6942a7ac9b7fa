"""What the till says about making good: the notice, and what may be given for one complaint."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.compensation import CompensationKind
from app.domain.complaint import Complaint
from app.domain.people import Role
from app.domain.task import Task, TaskKind, TaskState
from app.services.ports import Candidate
from app.services.recovery import second_person_needed
from app.services.store_view import StoreView
from app.ui.pos.served_low import low_notice, served_low
from app.ui.shared.format import money

_t = QCoreApplication.translate


def notice(view: StoreView, task: Task | None, to_ask: Complaint | None) -> dict[str, Any]:
    """The oldest thing that waits: a guest to be made good, else one to be asked again."""
    if task is not None and "complaint_id" in task.subject:
        return {
            "notice": _t("Till", "The guest of order {number} complains").format(number=task.title),
            "noticeText": _t("Till", "Another portion, or the money back?"),
            "noticeKey": _t("Till", "Make it good"),
        }
    if task is not None and served_low(task):
        return low_notice(task)
    if task is not None:
        return {
            "notice": _t("Till", "The guest of order {number} was not happy").format(
                number=task.title
            ),
            "noticeText": _t("Till", "Ask what was wrong, and write it down."),
            "noticeKey": _t("Till", "Complaint"),
        }
    if to_ask is not None:
        return {
            "notice": _t("Till", "Ask the guest of order {number} how it is now").format(
                number=_order(view, to_ask)
            ),
            "noticeText": line_text(to_ask),
            "noticeKey": _t("Till", "Answer"),
        }
    return {"notice": "", "noticeText": "", "noticeKey": ""}


def remedies(
    view: StoreView, complaint: Complaint, candidates: Sequence[Candidate], role: Role | None
) -> dict[str, Any]:
    """The sheet of one complaint. `choosing` while nothing was given yet."""
    facts = complaint.facts
    piece, amount = int(facts.get("piece_minor", 0)), int(facts.get("amount_minor", 0))
    return {
        "order": _order(view, complaint),
        "what": line_text(complaint),
        "reason": complaint.reason,
        "choosing": _waits(view, complaint),
        "replaceText": _replacement(view, complaint, candidates),
        "replaceNote": _second(view, role, CompensationKind.REPLACEMENT, complaint, piece),
        "canReplace": bool(candidates) or facts.get("portion_code") is None,
        "refundText": _t("Till", "{amount} back").format(amount=money(amount, view.settings)),
        "refundNote": _second(view, role, CompensationKind.REFUND, complaint, amount),
        "canRefund": amount > 0,
    }


def line_text(complaint: Complaint) -> str:
    """The line by its name and code."""
    facts = complaint.facts
    return " · ".join(str(part) for part in (facts.get("name"), facts.get("portion_code")) if part)


def _waits(view: StoreView, complaint: Complaint) -> bool:
    return any(
        task.kind == TaskKind.RECOVERY
        and task.state is TaskState.OPEN
        and task.subject.get("complaint_id") == str(complaint.id)
        for task in view.tasks.values()
    )


def _order(view: StoreView, complaint: Complaint) -> str:
    ticket = view.tickets.get(complaint.ticket_id)
    return str(ticket.number) if ticket else ""


def _replacement(view: StoreView, complaint: Complaint, candidates: Sequence[Candidate]) -> str:
    if not candidates:
        if complaint.facts.get("portion_code") is None:
            return _t("Till", "Another one at no charge")
        return _t("Till", "No portion is as good")
    first = candidates[0]
    portion = view.portions.get(first.portion_id)
    return _t("Till", "Another one at no charge: {code}, grade {grade}").format(
        code=portion.code if portion else "", grade=first.grade.value
    )


def _second(
    view: StoreView, role: Role | None, kind: CompensationKind, complaint: Complaint, minor: int
) -> str:
    needed = role and second_person_needed(view, role, kind, complaint, minor)
    if not needed:
        return ""
    if Role.SHIFT_LEAD in view.settings.approvals.roles(needed):
        return _t("Till", "A shift lead or manager has to allow it")
    return _t("Till", "A manager has to allow it")
