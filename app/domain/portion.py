"""The portion and the whole it was cut from: Wedge's tracked objects."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class PortionState(StrEnum):
    """Where a portion is on its way from the knife to one buyer (docs/leases.md)."""

    AVAILABLE = "available"
    RESERVED = "reserved"
    COMMITTED = "committed"
    SERVED = "served"
    WASTED = "wasted"
    QUARANTINED = "quarantined"
    IN_DOUBT = "in_doubt"


class WholeState(StrEnum):
    """A whole is in stock until it is cut into portions, sold uncut or wasted."""

    IN_STOCK = "in_stock"
    CUT = "cut"
    WASTED = "wasted"
    SOLD = "sold"  # uncut, in an order or paid for


class QualityStatus(StrEnum):
    """What quality says of a portion, beside its state (docs/portions.md)."""

    GOOD = "good"
    UNSCORED = "unscored"  # cut without a quality score: not sellable until it has one
    REVIEW = "review"  # off its standard: not sellable until a reviewer decides
    HELD = "held"  # a sibling failed: not sellable until a reviewer decides
    FAILED = "failed"
    MARKED_DOWN = "marked_down"
    WASTED = "wasted"

    @property
    def sellable(self) -> bool:
        return self in (QualityStatus.GOOD, QualityStatus.MARKED_DOWN)


class Grade(StrEnum):
    """The named band of a quality score; below the sale floor a portion has no grade."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Whole:
    """An uncut or cut whole item."""

    id: UUID
    product_id: UUID
    code: str
    state: WholeState
    received_at: datetime
    expires_at: datetime
    cut_at: datetime | None
    portions_per_whole: int | None
    allergens: tuple[str, ...] | None = None
    """The lot's own: its recipe's at receiving and at cutting, and what was added since."""
    ingredients: str | None = None
    """The recipe's words when the lot came in."""
    incident_id: UUID | None = None
    """The allergen incident that blocks it."""
    lot_number: str = ""
    prepared_at: datetime | None = None
    tool_id: UUID | None = None
    cut_by: UUID | None = None
    """Who cut it."""
    checks_missing: tuple[str, ...] = ()
    """The steps before hand-over that its lot still owes, in order (docs/quality.md)."""
    extended_from: datetime | None = None
    """The quality limit before its one extension."""
    per_row: int | None = None
    """How many portions lay side by side when it was cut; None for a round one."""
    looks: int = 0
    failed_looks: int = 0
    """How many of the looks at the lot failed (docs/quality.md)."""

    @property
    def failure_share(self) -> float:
        """The share of the looks at its lot that failed; 0 before the first."""
        return self.failed_looks / self.looks if self.looks else 0.0


class Inspected(NamedTuple):
    """The last look at a portion: from `at` on its score is `score`, falling on from there."""

    at: datetime
    score: float


@dataclass(frozen=True, slots=True)
class Portion:
    """One sellable piece. `wedge` is its place in the whole, 0 at twelve o'clock, clockwise.

    `epoch` is the fencing number; it rises with every change of holder.
    `place` is "shelf / slot" inside the holding unit, as written on the unit itself.
    """

    id: UUID
    code: str
    product_id: UUID
    whole_id: UUID
    wedge: int
    state: PortionState
    epoch: int
    cut_at: datetime
    expires_at: datetime
    holding_unit_id: UUID
    place: str
    weight_mg: int | None
    initial_quality: float
    ticket_id: UUID | None
    reserved_until: datetime | None
    allergens: tuple[str, ...] | None = None
    """Inherited from its lot at cutting; None only where nobody ever stated any."""
    inspected: Inspected | None = None
    quality_status: QualityStatus = QualityStatus.GOOD
    review_causes: tuple[str, ...] = ()
    angle_mdeg: int | None = None
    presentation: float | None = None
    """How it looks, 0 to 10, where somebody scored it."""
    markdown_bp: int = 0
    """What a reviewer took off its price, in basis points."""
    recheck_at: datetime | None = None
    """Since then a fresh look is demanded: a sibling failed after it was sold."""
    part_of: UUID | None = None
    """The line of another portion that some or all of its weight is held for."""
    part_mg: int | None = None
    deviation_id: UUID | None = None
    """The critical limit violation that blocks it (docs/temperatures.md)."""
