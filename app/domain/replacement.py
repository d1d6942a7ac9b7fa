"""Which portion may stand in for one that a paid guest cannot have any more (docs/kitchen.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.policy import QualityPolicy
from app.domain.portion import Grade, Portion, PortionState
from app.domain.quality import grade_of

_BLOCKED = (PortionState.QUARANTINED, PortionState.IN_DOUBT)
_RANK = {Grade.A: 0, Grade.B: 1, Grade.C: 2}


class Trouble(StrEnum):
    """Why the portion of a paid line may be neither verified nor handed over."""

    PAST_LIMIT = "past_limit"
    BLOCKED = "blocked"
    """In quarantine, in doubt, outside its temperature limits, or no longer the order's."""
    FELL = "fell"
    """Found to be below the sale floor."""
    FADED = "faded"
    """Fallen below the sale floor by its age since the last look (docs/quality.md)."""
    LOWERED = "lowered"
    """Found to be of a lower grade than was sold, though still fit for sale (FUL-03.5)."""


def trouble_of(
    portion: Portion | None,
    ticket_id: UUID,
    sold: Grade | None,
    quality: QualityPolicy,
    now: datetime,
) -> Trouble | None:
    """What is wrong with the portion of a paid line that was sold as grade `sold`; None: nothing.

    By what was seen of it: what the curve makes of that, `app/services/line_trouble.py` adds. The
    server judges alike (`past_limit_codes`, `lowered_codes`).
    """
    if portion is None:
        return None
    if portion.expires_at <= now:
        return Trouble.PAST_LIMIT
    seen = portion.inspected
    if seen is not None and seen.score < quality.sale_floor:
        return Trouble.FELL
    if (
        portion.state in _BLOCKED
        or portion.ticket_id != ticket_id
        or portion.deviation_id is not None
    ):
        return Trouble.BLOCKED
    if seen is not None and sold is not None:
        found = grade_of(seen.score, quality)
        if found is None or _RANK[found] > _RANK[sold]:
            return Trouble.LOWERED
    return None


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
