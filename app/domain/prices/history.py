"""A portion's prices over time: each change once, why it came, and no price that flutters."""

from collections.abc import Mapping

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price, PriceReason
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs


def recomputed(
    inputs: PriceInputs,
    qualities: Mapping[int, QualityPolicy],
    policies: Mapping[int, PricingPolicy],
) -> Price:
    """The price of stored inputs under the policies of their own time: the same cent (POS-A2.1).

    Raises LookupError when a version is not among them.
    """
    quality, policy = qualities[inputs.quality_version], policies[inputs.pricing_version]
    return PriceEngine(quality, policy).price(inputs)


def trigger_of(old: Price, new: Price) -> PriceReason:
    """The reason whose amount moved most; the first in the order of steps when two moved alike."""

    def moved(reason: PriceReason) -> int:
        return abs(_sum(new, reason) - _sum(old, reason))

    return max(PriceReason, key=moved)


def _sum(price: Price, reason: PriceReason) -> int:
    return sum(step.amount_minor for step in price.steps if step.reason is reason)
