"""What a product costs when its price cannot be worked out: the last valid one, or it is blocked.

(BR-10.7.)
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.price import Price


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody has to look at this price until `due_at`."""

    fault: str
    due_at: datetime


def faults(price: Price | None) -> str:
    """What is wrong with a price: `missing`, `negative`, `sum` (of its steps), or nothing."""
    if price is None:
        return "missing"
    if price.amount_minor < 0:
        return "negative"
    if sum(step.amount_minor for step in price.steps) != price.amount_minor:
        return "sum"
    return ""


def valid_or_last(
    price: Price | None, last_valid: Price | None, now: datetime, due: timedelta
) -> tuple[Price | None, Correction | None]:
    """The price to charge (None: blocked), and the task to open when `price` is faulty."""
    fault = faults(price)
    if not fault:
        return price, None
    return last_valid, Correction(fault, now + due)
