"""Critical limit violations as a person sees to them: what is open, and which lots wait."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.portion import Portion
from app.domain.task import Task, TaskState
from app.services.store_view import StoreView


@dataclass(frozen=True, slots=True)
class BlockedLot:
    """What is still there of one lot that a violation blocks."""

    whole_id: UUID
    code: str
    name: str
    portions: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One violation. `task` is its open task; None: it was completed, and its lots are on hold."""

    deviation_id: UUID
    unit_name: str
    task: Task | None
    lots: tuple[BlockedLot, ...]

    def overdue(self, now: datetime) -> bool:
        """Whether its deadline has passed."""
        return self.task is not None and self.task.overdue(now)


def corrections(view: StoreView) -> list[Correction]:
    """The open ones, soonest first, then the lots on hold."""
    tasks = {
        UUID(task.subject["deviation_id"]): task
        for task in view.tasks.values()
        if task.kind == "corrective_action" and task.state is TaskState.OPEN
    }
    blocked: dict[UUID, dict[UUID, list[Portion]]] = {key: {} for key in tasks}
    for portion in view.portions.values():
        if portion.deviation_id is not None:
            lots = blocked.setdefault(portion.deviation_id, {})
            lots.setdefault(portion.whole_id, []).append(portion)
    found = [
        Correction(key, _unit(view, tasks.get(key), lots), tasks.get(key), _lots(view, lots))
        for key, lots in blocked.items()
    ]
    return sorted(found, key=_order)


def _order(each: Correction) -> tuple[bool, float, UUID]:
    due = each.task.due_at if each.task else None
    return each.task is None, due.timestamp() if due else 0.0, each.deviation_id


def _unit(view: StoreView, task: Task | None, lots: dict[UUID, list[Portion]]) -> str:
    if task is not None:
        return task.title
    unit = view.holding_units.get(next(iter(lots.values()))[0].holding_unit_id)
    return unit.name if unit else ""


def _lots(view: StoreView, lots: dict[UUID, list[Portion]]) -> tuple[BlockedLot, ...]:
    found = []
    for whole_id, portions in lots.items():
        whole, product = view.wholes.get(whole_id), view.products.get(portions[0].product_id)
        code = whole.code if whole else portions[0].code
        found.append(BlockedLot(whole_id, code, product.name if product else "", len(portions)))
    return tuple(sorted(found, key=lambda lot: lot.code))


def last_done(view: StoreView) -> Task | None:
    """The corrective action that was completed last, while the picture has it."""
    done = [
        task
        for task in view.tasks.values()
        if task.kind == "corrective_action" and task.done_at is not None
    ]
    return max(done, key=lambda task: task.done_at or task.opened_at, default=None)
