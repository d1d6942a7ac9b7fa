"""How low and how high a price may go, and the rounding that keeps to it."""

from fractions import Fraction

from app.domain.money import ceil_to, floor_to, round_half_up
from app.domain.policy import PricingPolicy

BASIS_POINTS = 10_000


class PriceNeedsApproval(ValueError):
    """The margin floor lies above what the policy lets a price rise to: a person must decide."""


class PriceWithheld(ValueError):
    """The score is too old for the lowest grade: no price until the portion is scored again."""


def with_tax(net_minor: int, tax_rate_bp: int) -> Fraction:
    """A net amount with the tax that prices contain."""
    return net_minor * (1 + Fraction(tax_rate_bp, BASIS_POINTS))


def cost_floor(cost_minor: int, tax_rate_bp: int, policy: PricingPolicy) -> Fraction:
    """The price at which nothing is earned and nothing lost."""
    return with_tax(cost_minor, tax_rate_bp if policy.margin_net_of_tax else 0)


def margin_floor(
    cost_minor: int,
    policy: PricingPolicy,
    tax_rate_bp: int = 0,
    min_margin: Fraction | None = None,
) -> Fraction:
    """The lowest price that keeps the least margin: cost / (1 − margin), plus tax if it counts.

    `min_margin` is the product's own; None takes the policy's.
    """
    margin = policy.min_margin if min_margin is None else min_margin
    return cost_floor(cost_minor, tax_rate_bp, policy) / (1 - margin)


def rounded_within(
    exact: Fraction, base_minor: int, low: Fraction, high: Fraction, step_minor: int
) -> int:
    """`exact` half up to the step, but never out of [low, high] nor across the base price.

    An unmoved base price stays as it is. When no multiple of the step fits between the limits the
    lowest allowed minor unit is taken.
    """
    if exact == base_minor:
        return base_minor
    amount = round_half_up(exact, step_minor)
    if amount < low:
        amount = ceil_to(low, step_minor)
    if amount > high:
        amount = floor_to(high, step_minor)
    if amount < low:
        amount = ceil_to(low)
    return min(amount, base_minor) if exact < base_minor else max(amount, base_minor)
