"""The rules a pricing policy is made of; each is a frozen value that settings documents can hold.

Factors multiply the price reached so far; points are shares of the base price.
"""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from app.domain.people import Role
from app.domain.portion import Grade
from app.domain.prices.schedule import ALWAYS, Schedule

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class GradeFactors:
    """One factor per grade (POS-05.1)."""

    a: Fraction = Fraction(11, 10)
    b: Fraction = _ONE
    c: Fraction = Fraction(4, 5)

    def of(self, grade: Grade | None) -> Fraction:
        """The factor of `grade`; a portion without one is priced as C (it cannot be sold)."""
        return {Grade.A: self.a, Grade.B: self.b}.get(grade, self.c) if grade else self.c


@dataclass(frozen=True, slots=True)
class SellByStep:
    """The factor while at most `within_s` seconds are left to the sell-by moment (POS-05.2)."""

    within_s: int
    factor: Fraction


@dataclass(frozen=True, slots=True)
class PaceLadder:
    """Fewer sold than the time left needs: the price comes down (docs/pricing.md).

    With r = portions left ÷ expected sales until sell-by, the factor is
    1 − deepest · clip((r − from_ratio) / (full_ratio − from_ratio), 0, 1),
    to the nearest whole `step` of markdown (0: to the thousandth).
    """

    deepest: Fraction = Fraction(3, 10)
    from_ratio: Fraction = _ONE
    full_ratio: Fraction = Fraction(2)
    step: Fraction = Fraction(1, 20)


@dataclass(frozen=True, slots=True)
class Justification:
    """The market analysis behind a peak surcharge, and who approved it (BR-10.3)."""

    text: str
    author: str
    on: date
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class PriceWindow:
    """Hours in which prices move by `points` of base: below zero slow hours, above it a peak."""

    id: str
    name: str
    points: Fraction
    schedule: Schedule = ALWAYS
    justification: Justification | None = None


@dataclass(frozen=True, slots=True)
class ManualLimits:
    """Who may take how much off one line by hand (POS-R1.2); nobody passes the portion's cost."""

    cashier_share: Fraction = Fraction(1, 20)
    managers: frozenset[Role] = frozenset({Role.MANAGER})
    cashiers: frozenset[Role] = frozenset({Role.CASHIER})


MANUAL_LIMITS = ManualLimits()


@dataclass(frozen=True, slots=True)
class ProductMargin:
    """The least margin of one product, in place of the policy's."""

    product_id: UUID
    min_margin: Fraction


@dataclass(frozen=True, slots=True)
class CompetitorRule:
    """How far own prices may lie above the competitors' mean (POS-R1.3)."""

    tolerance: Fraction = Fraction(3, 20)
    max_age_days: int = 30


COMPETITOR_RULE = CompetitorRule()


@dataclass(frozen=True, slots=True)
class LossApproval:
    """A person's consent to a promotion beyond the limits, with an end and a budget (BR-11.5).

    `max_change` is the share of base it may move a price by; None leaves the policy's.
    """

    approved_by: str
    reason: str
    until: datetime
    """By the store's wall clock, without a zone."""
    budget_minor: int
    max_change: Fraction | None = None
