"""Which portion may stand in for one that a paid guest cannot have any more (docs/kitchen.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.portion import Grade, Portion, PortionState

_BLOCKED = (PortionState.QUARANTINED, PortionState.IN_DOUBT)
_RANK = {Grade.A: 0, Grade.B: 1, Grade.C: 2}


def must_be_replaced(portion: Portion | None, now: datetime) -> bool:
    """Whether a paid portion may be neither verified nor handed over: past its limit or blocked."""
    return portion is not None and (portion.expires_at <= now or portion.state in _BLOCKED)


@dataclass(frozen=True, slots=True)
class Lost:
    """What the guest paid for: the cut (portions per whole), the grade and the price."""

    portions_per_whole: int | None
    grade: Grade | None
    paid_minor: int


@dataclass(frozen=True, slots=True)
class Spare:
    """A portion that is free now, at today's price."""

    portion_id: UUID
    portions_per_whole: int | None
    grade: Grade
    price_minor: int


def stand_ins(lost: Lost, spares: Iterable[Spare]) -> list[UUID]:
    """The spares that may take its place, best first; `spares` come in the order of their turn.

    The same cut comes first, in turn. Another cut is never dearer than what was paid, the one
    nearest in price first. A lower grade never stands in: that needs the guest's consent
    (POS-07.5).
    """
    fit = [each for each in spares if _as_good(each.grade, lost.grade)]
    same = [each for each in fit if each.portions_per_whole == lost.portions_per_whole]
    other = [
        each
        for each in fit
        if each.portions_per_whole != lost.portions_per_whole
        and each.price_minor <= lost.paid_minor
    ]
    other.sort(key=lambda each: -each.price_minor)
    return [each.portion_id for each in (*same, *other)]


def _as_good(grade: Grade, wanted: Grade | None) -> bool:
    return wanted is None or _RANK[grade] <= _RANK[wanted]
