"""A portion as the choice sees it, and what rules it out for a line."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allergens import conflicting
from app.domain.allocation.request import OrderLine
from app.domain.policy import AllocationPolicy, QualityPolicy
from app.domain.portion import Grade, PortionState

GRADE_ORDER = (Grade.A, Grade.B, Grade.C)
"""Best first."""


@dataclass(frozen=True, slots=True)
class StockPortion:
    """A portion in the store with everything the choice depends on; amounts in minor units.

    `number` is the tracking number ("M-1182" is 1182). `price_minor` is what the portion costs on
    its own now. `sell_until` is the earlier of its safety limit and the predicted sale floor,
    `safe_until` the safety limit alone. `held` means under a running hold of somebody else.
    `features` are what preferences speak of (`app.domain.place`).
    """

    id: UUID
    number: int
    product_id: UUID
    portions_per_whole: int
    whole_id: UUID
    wedge: int
    state: PortionState
    held: bool
    temperature_ok: bool
    score_milli: int
    grade: Grade | None
    base_minor: int
    price_minor: int
    cost_minor: int
    sell_until: datetime
    safe_until: datetime
    allergens: frozenset[str] | None
    features: frozenset[str] = frozenset()


class Exclusion(StrEnum):
    """Why a portion can't be had for a line; the first that applies, the gravest first."""

    SOLD = "sold"
    UNSAFE = "unsafe"
    EXPIRED = "expired"
    ALLERGEN = "allergen"
    BELOW_FLOOR = "below_floor"
    RESERVED = "reserved"
    OTHER_CUT = "other_cut"
    BELOW_GRADE = "below_grade"


_SOLD = (PortionState.COMMITTED, PortionState.SERVED, PortionState.WASTED)
_UNSAFE = (PortionState.QUARANTINED, PortionState.IN_DOUBT)


def floor_milli(quality: QualityPolicy) -> int:
    """The sale floor in thousandths of a score."""
    return round(quality.sale_floor * 1_000)


def not_sellable(portion: StockPortion, quality: QualityPolicy, now: datetime) -> Exclusion | None:
    """Why nobody may have the portion at `now`; None when it is free."""
    if portion.state in _SOLD:
        return Exclusion.SOLD
    if portion.state in _UNSAFE or not portion.temperature_ok:
        return Exclusion.UNSAFE
    if now >= portion.safe_until:
        return Exclusion.EXPIRED
    below = portion.score_milli < floor_milli(quality)
    if below or portion.grade is None or now >= portion.sell_until:
        return Exclusion.BELOW_FLOOR
    return Exclusion.RESERVED if portion.held else None


def exclusion(
    portion: StockPortion, line: OrderLine, quality: QualityPolicy, now: datetime
) -> Exclusion | None:
    """Why the line can't have a portion of its product; None when it can.

    A portion whose allergens nobody has stated conflicts with every wish to avoid one.
    """
    barred = not_sellable(portion, quality, now)
    if barred is None or barred is Exclusion.RESERVED:
        unwanted = unfit(portion, line)
        return unwanted if barred is None or unwanted is Exclusion.ALLERGEN else barred
    return barred


def unfit(portion: StockPortion, line: OrderLine) -> Exclusion | None:
    """Why a free portion of the line's products is none for this guest; None when it is."""
    if line.avoids and conflicts(portion.allergens, line.avoids):
        return Exclusion.ALLERGEN
    if line.portions_per_whole not in (None, portion.portions_per_whole):
        return Exclusion.OTHER_CUT
    if line.grade is not None and not line.accepts_lower and grades_short(portion, line):
        return Exclusion.BELOW_GRADE
    return None


def conflicts(allergens: frozenset[str] | None, avoids: frozenset[str]) -> bool:
    """Whether food with these allergens must be kept from a guest who avoids some.

    A group stands for its members and a member for its group (docs/allergens.md).
    """
    return bool(conflicting(allergens, avoids))


def grades_short(portion: StockPortion, line: OrderLine) -> int:
    """How many grades the portion is below the one asked for; 0 when it meets it."""
    return max(0, _steps_down(portion, line))


def grades_better(portion: StockPortion, line: OrderLine) -> int:
    """How many grades the portion is above the one asked for."""
    return max(0, -_steps_down(portion, line))


def _steps_down(portion: StockPortion, line: OrderLine) -> int:
    if line.grade is None or portion.grade is None:
        return 0
    return GRADE_ORDER.index(portion.grade) - GRADE_ORDER.index(line.grade)


def charge_minor(portion: StockPortion, line: OrderLine) -> int:
    """What the guest pays if the line gets the portion: never more than was quoted (POS-04.5)."""
    if line.quote_minor is None:
        return portion.price_minor
    return min(line.quote_minor, portion.price_minor)


def in_sell_first_window(portion: StockPortion, policy: AllocationPolicy, now: datetime) -> bool:
    """Whether the portion is in the last part of its time, where it goes ahead of all others."""
    return portion.sell_until - now <= policy.sell_first_window


def time_order(portion: StockPortion) -> tuple[datetime, int, UUID]:
    """Earliest end first, in whole seconds so that float noise never decides; then the number."""
    return (portion.sell_until.replace(microsecond=0), portion.number, portion.id)
