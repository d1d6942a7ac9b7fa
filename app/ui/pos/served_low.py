"""Portions served below the promised score: the store finds them, the till makes them good."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.complaint import ComplaintKind
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.task import Task, TaskKind
from app.services.ports import Store

_t = QCoreApplication.translate


def served_low(task: Task) -> bool:
    """Whether the store opened this task by itself for one line of an order."""
    return task.kind == TaskKind.RECOVERY and "line_id" in task.subject


def low_notice(task: Task) -> dict[str, Any]:
    """What the till says about it."""
    parts = (task.subject.get("name"), task.subject.get("portion_code"))
    what = " · ".join(str(part) for part in parts if part)
    return {
        "notice": _t("Till", "Order {number} was served below our quality").format(
            number=task.title
        ),
        "noticeText": _t("Till", "{what}: another portion, or the money back?").format(what=what),
        "noticeKey": _t("Till", "Make it good"),
    }


async def write_down(store: Store, session: Session, task: Task) -> UUID:
    """Record it as a complaint about the food, with the store's own score; answers its id.

    Raises Refused, StoreUnreachable or OutcomeUnknown.
    """
    complaint_id = new_id()
    await store.complaints.open(
        session, request=new_id(), complaint_id=complaint_id,
        line_id=UUID(str(task.subject["line_id"])), kind=ComplaintKind.QUALITY,
        reason=_t("Till", "Served below the promised quality"), score=None,
    )  # fmt: skip
    return complaint_id
