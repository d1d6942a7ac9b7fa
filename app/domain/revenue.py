"""What a whole item brings, sold whole and by the portion (docs/revenue.md), in minor units.

Prices include tax, so `revenue` does; a margin is what is left of it without tax and cost.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from app.domain.money import round_half_up


class Way(StrEnum):
    """How something was sold."""

    WHOLE = "whole"
    PORTIONS = "portions"
    PLAIN = "plain"  # never was a part of a whole


@dataclass(frozen=True, slots=True)
class Earned:
    """What one product brought in one way in a period.

    `wholes` are original whole items used up: sold and thrown away portions in units of the whole;
    0 for plain goods. `back_minor` was paid back in the period, `tax` is not rounded.
    """

    product_id: UUID
    name: str
    way: Way
    wholes: Fraction
    wasted: Fraction
    gross_minor: int
    back_minor: int
    tax: Fraction
    cost_minor: int
    waste_minor: int

    @property
    def revenue_minor(self) -> int:
        """What was taken, less what was paid back."""
        return self.gross_minor - self.back_minor

    @property
    def spent_minor(self) -> int:
        """What the sold and the wasted cost."""
        return self.cost_minor + self.waste_minor

    @property
    def margin_minor(self) -> int:
        """Revenue without its tax and without cost."""
        return self.revenue_minor - round_half_up(self.tax) - self.spent_minor

    def per_whole(self, amount_minor: int) -> int | None:
        """An amount per whole used up, half up; None where nothing was."""
        return round_half_up(amount_minor / self.wholes) if self.wholes > 0 else None


@dataclass(frozen=True, slots=True)
class Tendered:
    """What came in and went out by one tender."""

    tender: str
    paid_minor: int
    back_minor: int


@dataclass(frozen=True, slots=True)
class Revenue:
    """A period's report and the payment ledger of the same period, read at one moment."""

    at: datetime
    earned: tuple[Earned, ...]
    ledger: tuple[Tendered, ...]
    receipts_tax_minor: int
    uncut: int = 0
    """Whole items thrown away uncut, and what they cost."""
    uncut_minor: int = 0

    @property
    def total_minor(self) -> int:
        """The revenue of all products."""
        return sum(each.revenue_minor for each in self.earned)

    @property
    def ledger_minor(self) -> int:
        """What the payments say: taken less paid back."""
        return sum(each.paid_minor - each.back_minor for each in self.ledger)

    @property
    def difference_minor(self) -> int:
        """Report less ledger: 0 unless a record is missing."""
        return self.total_minor - self.ledger_minor


@dataclass(frozen=True, slots=True)
class Sides:
    """One product's two ways of being sold, side by side."""

    product_id: UUID
    name: str
    whole: Earned | None
    portions: Earned | None

    @property
    def ratio(self) -> Fraction | None:
        """Revenue per whole by the portion over that of a whole sold whole (KPI-06), not rounded.

        None unless the period has both, or where the whole brought nothing.
        """
        one, many = self.whole, self.portions
        if one is None or many is None or one.wholes <= 0 or many.wholes <= 0:
            return None
        whole = one.revenue_minor / one.wholes
        return (many.revenue_minor / many.wholes) / whole if whole > 0 else None


def side_by_side(earned: Iterable[Earned]) -> tuple[Sides, ...]:
    """The products that are or have wholes, by what they brought, most first."""
    found: dict[UUID, dict[Way, Earned]] = {}
    for each in earned:
        if each.way is not Way.PLAIN:
            found.setdefault(each.product_id, {})[each.way] = each
    sides = [
        Sides(key, next(iter(ways.values())).name, ways.get(Way.WHOLE), ways.get(Way.PORTIONS))
        for key, ways in found.items()
    ]
    return tuple(sorted(sides, key=lambda s: (-_revenue(s), s.name.casefold(), s.product_id)))


def _revenue(sides: Sides) -> int:
    return sum(each.revenue_minor for each in (sides.whole, sides.portions) if each)
