"""What a product costs when its price cannot be worked out: the last valid one, or it is blocked.

(BR-10.7.) What the store keeps of it is the same on every terminal.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.price import Price, PriceStep


@dataclass(frozen=True, slots=True)
class LastPrice:
    """The last valid price of portion `id`, kept by the store while it has none of its own."""

    id: UUID
    at: datetime
    breakdown: tuple[PriceStep, ...]

    @property
    def price(self) -> Price:
        """The price to charge."""
        return Price(sum(step.amount_minor for step in self.breakdown), self.breakdown)


def faults(price: Price | None) -> str:
    """What is wrong with a price: `missing`, `negative`, `sum` (of its steps), or nothing."""
    if price is None:
        return "missing"
    if price.amount_minor < 0:
        return "negative"
    if sum(step.amount_minor for step in price.steps) != price.amount_minor:
        return "sum"
    return ""
