"""Prices of portions and plain products in one call, and what a reservation does to them.

The engine is app/domain/prices/engine.py; docs/pricing.md says what is guaranteed.
"""

from fractions import Fraction
from functools import lru_cache

from app.domain.catalog import Product
from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import SCORE_STEPS, PriceInputs, score_milli
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld, margin_floor

__all__ = [
    "PriceNeedsApproval",
    "PriceWithheld",
    "after_reservation",
    "list_price",
    "margin_floor",
    "price_portion",
    "score_that_counts",
    "share_of_base",
]


def share_of_base(base_minor: int, standard_portions: int, portions: int) -> int:
    """The base price when a whole is cut into `portions` instead of its standard number."""
    if portions == standard_portions:
        return base_minor
    return round_half_up(Fraction(base_minor * standard_portions, portions))


def score_that_counts(score: float, quality: QualityPolicy) -> float:
    """The score as a price without grade factors sees it: between sale floor and threshold.

    Portions with the same base, cost and counting score cost the same.
    """
    moving = min(max(score, quality.sale_floor), quality.markdown_threshold)
    return score_milli(moving) / SCORE_STEPS


def price_portion(
    base_minor: int,
    cost_minor: int,
    score: float,
    quality: QualityPolicy,
    policy: PricingPolicy,
) -> Price:
    """The price of one portion by its score alone, with steps that sum exactly to it.

    Raises PriceNeedsApproval when the margin floor is above the cap, ValueError for amounts below
    0 or a score outside 0 to 10.
    """
    inputs = PriceInputs(
        pricing_version=policy.version,
        quality_version=quality.version,
        base_minor=base_minor,
        cost_minor=cost_minor,
        score_milli=score_milli(score),
    )
    return _engine(quality, policy).price(inputs)


def list_price(product: Product, policy: PricingPolicy) -> Price:
    """The price of one piece of a plain product: its list price, alone."""
    step = PriceStep(PriceReason.BASE, product.base_price_minor, policy.version, "list")
    return Price(product.base_price_minor, (step,))


def after_reservation(frozen: Price, current: Price) -> Price:
    """What a reserved portion costs: the frozen price, or the current one if that is lower."""
    return current if current.amount_minor < frozen.amount_minor else frozen


@lru_cache(maxsize=8)
def _engine(quality: QualityPolicy, policy: PricingPolicy) -> PriceEngine:
    return PriceEngine(quality, policy)
