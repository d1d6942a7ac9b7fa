"""A guest's own size: what is standard, what it would cost, and what its approval is bound to."""

from typing import Any

from app.domain.food_policy import PortionPolicy
from app.domain.portion_size import own_size_price_minor
from app.domain.price import PriceReason
from app.domain.ticket import TicketLine
from app.services.store_view import StoreView


def standard_mg(view: StoreView, line: TicketLine) -> int | None:
    """The standard weight of the line's way of cutting; None where it has none."""
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    whole = view.wholes.get(portion.whole_id) if portion else None
    product = view.products.get(line.product_id)
    if whole is None or product is None:
        return None
    for each in product.configurations:
        if each.portions_per_whole == whole.portions_per_whole:
            return each.standard_weight_mg
    return None


def limits_mg(standard: int, policy: PortionPolicy) -> tuple[int, int]:
    """Least and greatest piece a guest may ask for, inclusive."""
    least = -(-standard * policy.own_least_percent // 100)
    return least, standard * policy.own_most_percent // 100


def size_price_minor(view: StoreView, line: TicketLine, asked_mg: int) -> int | None:
    """What the line would cost at that size; None where nobody can say."""
    standard = standard_mg(view, line)
    if standard is None or asked_mg <= 0:
        return None
    rounding = view.settings.pricing.rounding_minor
    return own_size_price_minor(line.unit_price_minor, standard, asked_mg, rounding)


def at_line_size(line: TicketLine, price_minor: int, rounding_minor: int) -> int:
    """What a portion at `price_minor` costs on this line: in its own size, where it has one."""
    size = next((step for step in line.breakdown if step.reason is PriceReason.SIZE), None)
    if size is None or line.asked_mg is None or len(size.params) < 2:
        return price_minor
    return own_size_price_minor(price_minor, int(size.params[1]), line.asked_mg, rounding_minor)


def size_subject(line: TicketLine, asked_mg: int, price_minor: int) -> dict[str, Any]:
    """What the approval is for, as the store computes it: this line, this size, this price."""
    return {"line_id": str(line.id), "asked_mg": asked_mg, "price_minor": price_minor}
