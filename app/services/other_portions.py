"""What can be offered instead of a portion that is not there, from the store's stock (POS-03.8)."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.allocation.alternatives import Alternative, Wanted, alternatives
from app.services.appraisal import Appraiser
from app.services.order_stock import stock_for_order
from app.services.store_view import StoreView


@dataclass(frozen=True, slots=True)
class Offered:
    """One alternative and the name of its product."""

    name: str
    alternative: Alternative


def other_portions(
    view: StoreView, appraiser: Appraiser, wanted: Wanted, now: datetime
) -> tuple[Offered, ...]:
    """At most the policy's number: other grade, other size, then its category near the price."""
    product = view.products.get(wanted.product_id)
    if product is None:
        return ()
    group = {
        each.id
        for each in view.products.values()
        if each.id == product.id
        or (product.category_id is not None and each.category_id == product.category_id)
    }
    stock = stock_for_order(view, appraiser, now, group)
    categories = {
        each.id: each.category_id for each in view.products.values() if each.category_id is not None
    }
    found = alternatives(
        wanted,
        stock,
        categories,
        policy=view.settings.allocation,
        quality=view.settings.quality,
        now=now,
    )
    return tuple(Offered(view.products[each.portion.product_id].name, each) for each in found)
