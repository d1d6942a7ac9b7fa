"""When the revenue of a product is worth a second look (docs/revenue.md)."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class RevenuePolicy:
    """What a whole should bring by the portion, and which fall of revenue is reviewed."""

    version: int = 1
    least_ratio: Fraction = Fraction(1)
    """Revenue per whole by the portion over that of a whole sold whole, at least (KPI-06)."""
    review_days: int = 7
    """The last so many full days are compared with as many before them (BR-11.6)."""
    review_fall: Fraction = Fraction(3, 20)
    """A fall by this share or more opens a strategy review."""
