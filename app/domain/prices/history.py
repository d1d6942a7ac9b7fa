"""A portion's prices over time: each change once, why it came, and no price that flutters."""

from app.domain.price import Price, PriceReason


def trigger_of(old: Price, new: Price) -> PriceReason:
    """The reason whose amount moved most; the first in the order of steps when two moved alike."""

    def moved(reason: PriceReason) -> int:
        return abs(_sum(new, reason) - _sum(old, reason))

    return max(PriceReason, key=moved)


def _sum(price: Price, reason: PriceReason) -> int:
    return sum(step.amount_minor for step in price.steps if step.reason is reason)
