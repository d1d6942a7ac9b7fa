"""The specification's pricing rules as a policy (POS-05, BR-10, POS-R1), to start a shop with."""

from fractions import Fraction

from app.domain.policy import PricingPolicy
from app.domain.prices.rules import GradeFactors, SellByStep

SELL_BY_STEPS = (SellByStep(30 * 60, Fraction(3, 4)), SellByStep(60 * 60, Fraction(9, 10)))


def standard_pricing(version: int = 1, rounding_minor: int = 1) -> PricingPolicy:
    """±30 %, 20 % least margin net of tax, a factor per grade, two steps towards sell-by."""
    return PricingPolicy(
        version=version,
        max_change=Fraction(3, 10),
        min_margin=Fraction(1, 5),
        markdown_at_floor=Fraction(1, 5),
        rounding_minor=rounding_minor,
        margin_net_of_tax=True,
        grade_factors=GradeFactors(),
        sell_by_steps=SELL_BY_STEPS,
    )
