"""A portion's prices over time: each change once, why it came, and no price that flutters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price, PriceReason
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs


@dataclass(frozen=True, slots=True)
class PriceRecord:
    """One change of a portion's price: kept for ever, with all it was worked out from."""

    portion_id: UUID
    at: datetime
    old_minor: int | None
    """None for the first price."""
    price: Price
    trigger: PriceReason
    inputs: PriceInputs

    @property
    def new_minor(self) -> int:
        """The price from `at` on."""
        return self.price.amount_minor


def next_record(
    last: PriceRecord | None,
    portion_id: UUID,
    price: Price,
    inputs: PriceInputs,
    now: datetime,
    policy: PricingPolicy,
) -> PriceRecord | None:
    """The record of a price worked out at `now`; None while the last one goes on.

    A lower price counts at once. A higher one waits until the last change is `hysteresis` old, so
    that no price goes down and up again within that time.
    """
    if last is None:
        return PriceRecord(portion_id, now, None, price, PriceReason.BASE, inputs)
    if price.amount_minor == last.new_minor:
        return None
    if price.amount_minor > last.new_minor and now - last.at < policy.hysteresis:
        return None
    return PriceRecord(
        portion_id, now, last.new_minor, price, trigger_of(last.price, price), inputs
    )


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
