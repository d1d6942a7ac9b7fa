"""What one product has on sale, as screens show it; app/services/offers.py derives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.portion import Grade, QualityStatus
from app.domain.price import Price
from app.services.ports import Candidate


class WedgeState(StrEnum):
    """How one wedge of a wheel is drawn."""

    FREE = "free"
    RESERVED = "reserved"
    BLOCKED = "blocked"  # below the sale floor, past its limit, quarantined or in doubt
    GONE = "gone"  # sold or wasted


@dataclass(frozen=True, slots=True)
class Wedge:
    """One wedge of the wheel, in clockwise order; the portion fields are None when GONE."""

    state: WedgeState
    portion_id: UUID | None
    code: str | None
    grade: Grade | None
    score: float | None
    price: Price | None
    cut_at: datetime | None
    sell_until: datetime | None
    weight_mg: int | None
    holding_unit_name: str | None
    place: str | None
    quality_status: QualityStatus = QualityStatus.GOOD
    review_causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wheel:
    """One cut whole, drawn."""

    whole_id: UUID
    whole_code: str
    cut_at: datetime
    wedges: tuple[Wedge, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One product on the till. `candidates` is the order in which portions should be taken.

    `sell_until` is when the next portion reaches its sale floor or its safety limit, whichever is
    first; `sell_fraction_left` (1 → 0) fills the sell-within bar. Plain products have no wheels
    and `left` None (unlimited), but for one that is the whole of another: `left` counts the wholes
    that may be sold uncut, the two numbers at the end those that lie there and may not.
    """

    product_id: UUID
    left: int | None
    count_by_grade: Mapping[Grade, int]
    grade: Grade | None
    price: Price | None
    lowest_price_minor: int | None
    highest_price_minor: int | None
    sell_until: datetime | None
    sell_fraction_left: float | None
    temperature_mc: int | None
    temperature_ok: bool
    wheels: tuple[Wheel, ...]
    wholes_uncut: int
    candidates: tuple[Candidate, ...]
    next_whole_id: UUID | None = None
    """The whole that goes first where wholes are sold uncut."""
    wholes_blocked: int = 0
    wholes_past: int = 0
