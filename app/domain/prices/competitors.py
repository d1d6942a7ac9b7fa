"""Own prices against what competitors were seen to charge (POS-R1.3)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.domain.money import ceil_to, floor_to
from app.domain.prices.rules import CompetitorRule


@dataclass(frozen=True, slots=True)
class CompetitorPrice:
    """One portion price seen at a competitor's."""

    product_id: UUID
    price_minor: int
    on: date
    origin: str


@dataclass(frozen=True, slots=True)
class PriceFlag:
    """An own price above what competitors allow; only a manager adopts the proposal."""

    product_id: UUID
    own_minor: int
    mean_minor: Fraction
    entries: int
    above_share: Fraction
    """How far above the mean: 3/20 is 15 %."""
    proposed_minor: int


def flag_by_mean(
    product_id: UUID,
    own_minor: int,
    floor: Fraction,
    mean: Fraction,
    entries: int,
    rule: CompetitorRule,
    step_minor: int = 1,
) -> PriceFlag | None:
    """The flag of one product by the mean of the `entries` that count; None within the tolerance.

    The proposal is the highest price within the tolerance, in whole steps of `step_minor`, not
    below the margin `floor`, and never above the own price.
    """
    highest = mean * (1 + rule.tolerance)
    if mean <= 0 or own_minor <= highest:
        return None
    proposed = min(own_minor, max(floor_to(highest, step_minor), ceil_to(floor, step_minor)))
    return PriceFlag(product_id, own_minor, mean, entries, own_minor / mean - 1, proposed)
