"""What a temperature asks of the kitchen: a corrective action, or a look at food too cold."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.checkpoints import Due
from app.domain.inspection import InspectionKind
from app.domain.portion import Portion, PortionState
from app.domain.task import Task, TaskState
from app.services.checks_due import DueCheck
from app.services.corrections import Correction
from app.services.store_view import StoreView
from app.ui.shared.format import clock, duration, temperature

_t = QCoreApplication.translate
_THERE = (PortionState.AVAILABLE, PortionState.RESERVED, PortionState.COMMITTED)


def correction_words(each: Correction, view: StoreView, now: datetime) -> tuple[str, str]:
    """What is asked, and its tone."""
    task = each.task
    if task is None or task.due_at is None:
        said = _t("Kitchen", "{count} lots on hold: release or waste them")
        return said.format(count=len(each.lots)), "warning"
    late = each.overdue(now)
    said = (
        _t("Kitchen", "{temperature}, food blocked: corrective action overdue {late}")
        if late
        else _t("Kitchen", "{temperature}, food blocked: corrective action by {due}")
    )
    return said.format(
        temperature=temperature(int(task.subject["temperature_mc"])),
        due=clock(task.due_at, view.settings),
        late=duration((now - task.due_at).total_seconds()) if late else "",
    ), "danger"


def cold_looks(view: StoreView) -> dict[str, tuple[Task, DueCheck]]:
    """By key: the lots that a quality alert wants looked at, and were not since."""
    found: dict[str, tuple[Task, DueCheck]] = {}
    for task in view.tasks.values():
        if task.kind != "quality_alert" or task.state is not TaskState.OPEN:
            continue
        lots: dict[UUID, list[Portion]] = {}
        for portion in view.portions.values():
            if (
                str(portion.holding_unit_id) == task.subject["holding_unit_id"]
                and portion.state in _THERE
                and portion.cut_at <= task.opened_at
            ):
                lots.setdefault(portion.whole_id, []).append(portion)
        for whole_id, lot in lots.items():
            if any(each.inspected and each.inspected.at >= task.opened_at for each in lot):
                continue
            first = min(lot, key=lambda portion: (portion.wedge, portion.id))
            due_at = task.due_at or task.opened_at
            look = DueCheck(
                first.id, whole_id, InspectionKind.RECHECK, None, due_at, Due.DUE, len(lot)
            )
            found[f"cold_{whole_id}"] = (task, look)
    return found


def cold_words(task: Task) -> str:
    """Why the lot is to be looked at."""
    return _t("Kitchen", "{unit} was at {temperature}, too cold for it: look at it").format(
        unit=task.title, temperature=temperature(int(task.subject["temperature_mc"]))
    )
