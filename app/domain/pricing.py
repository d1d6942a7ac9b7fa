"""The explained price of a portion (docs/pricing.md): base, quality, cap, margin floor, rounding.

Inside a calculation amounts are exact fractions; `app.domain.money` rounds them in one place.
"""

from dataclasses import replace
from fractions import Fraction

from app.domain.catalog import Product
from app.domain.money import ceil_to, floor_to, round_half_up
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price, PriceReason, PriceStep

_SCORE_STEPS = 1000
"""Scores enter prices in thousandths, so that no float noise reaches an amount."""


class PriceNeedsApproval(ValueError):
    """The margin floor lies above what the policy lets a price rise to: a person must decide."""


def share_of_base(base_minor: int, standard_portions: int, portions: int) -> int:
    """The base price when a whole is cut into `portions` instead of its standard number."""
    if portions == standard_portions:
        return base_minor
    return round_half_up(Fraction(base_minor * standard_portions, portions))


def margin_floor(cost_minor: int, policy: PricingPolicy) -> Fraction:
    """The lowest price that keeps the least margin: cost / (1 - min_margin)."""
    return cost_minor / (1 - policy.min_margin)


def markdown_share(score: float, quality: QualityPolicy, policy: PricingPolicy) -> Fraction:
    """The share taken off: 0 at the markdown threshold, `markdown_at_floor` at the sale floor."""
    threshold, floor = _exact(quality.markdown_threshold), _exact(quality.sale_floor)
    below = threshold - _exact(score)
    if below <= 0 or threshold <= floor:
        return Fraction(0)
    return policy.markdown_at_floor * min(below / (threshold - floor), Fraction(1))


def score_that_counts(score: float, quality: QualityPolicy) -> float:
    """The score as prices see it: in thousandths, between sale floor and markdown threshold.

    Portions with the same base, cost and counting score cost the same.
    """
    moving = min(max(score, quality.sale_floor), quality.markdown_threshold)
    return round(moving * _SCORE_STEPS) / _SCORE_STEPS


def price_portion(
    base_minor: int,
    cost_minor: int,
    score: float,
    quality: QualityPolicy,
    policy: PricingPolicy,
) -> Price:
    """The price of one portion with its steps, which sum exactly to it.

    Raises PriceNeedsApproval when the margin floor is above the cap, ValueError for a base below 0.
    """
    if base_minor < 0 or cost_minor < 0:
        raise ValueError("a price and a cost are never negative")
    low = max(base_minor * (1 - policy.max_change), margin_floor(cost_minor, policy))
    high = base_minor * (1 + policy.max_change)
    if low > high:
        raise PriceNeedsApproval("the margin floor lies above the price cap")
    marked = base_minor * (1 - markdown_share(score, quality, policy))
    capped = max(marked, base_minor * (1 - policy.max_change))
    floored = max(capped, low)
    amount = _rounded(floored, base_minor, low, high, policy.rounding_minor)
    stages = (
        (PriceReason.QUALITY, round_half_up(marked), quality.version),
        (PriceReason.CAP, round_half_up(capped), policy.version),
        (PriceReason.MARGIN_FLOOR, round_half_up(floored), policy.version),
        (PriceReason.ROUNDING, amount, policy.version),
    )
    return Price(amount, _steps(base_minor, policy.version, stages))


def list_price(product: Product, policy: PricingPolicy) -> Price:
    """The price of one piece of a plain product: its list price, alone."""
    step = PriceStep(PriceReason.BASE, product.base_price_minor, policy.version)
    return Price(product.base_price_minor, (step,))


def after_reservation(frozen: Price, current: Price) -> Price:
    """What a reserved portion costs: the frozen price, or the current one if that is lower."""
    return current if current.amount_minor < frozen.amount_minor else replace(frozen)


def _rounded(
    exact: Fraction, base_minor: int, low: Fraction, high: Fraction, step_minor: int
) -> int:
    """Half up to the step, but never out of [low, high]; an unmoved list price stays as it is."""
    if exact == base_minor:
        return base_minor
    amount = round_half_up(exact, step_minor)
    if amount < low:
        amount = ceil_to(low, step_minor)
    if amount > high:
        amount = floor_to(high, step_minor)
    if amount < low:  # no multiple of the step fits between floor and cap
        amount = ceil_to(low)
    return min(amount, base_minor) if exact < base_minor else amount


def _steps(
    base_minor: int, version: int, stages: tuple[tuple[PriceReason, int, int], ...]
) -> tuple[PriceStep, ...]:
    steps = [PriceStep(PriceReason.BASE, base_minor, version)]
    reached = base_minor
    for reason, amount, rule_version in stages:
        if amount != reached:
            steps.append(PriceStep(reason, amount - reached, rule_version))
            reached = amount
    return tuple(steps)


def _exact(score: float) -> Fraction:
    return Fraction(round(score * _SCORE_STEPS), _SCORE_STEPS)
