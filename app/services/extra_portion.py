"""One more portion for less, of what is in the order already and has to go first (FUL-03.6)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from uuid import UUID

from app.domain.catalog import Product
from app.domain.prices.reductions import line_floors
from app.services.appraisal import Appraiser
from app.services.choose_portions import Asked, at_most, choose
from app.services.offer import Offer, WedgeState
from app.services.ports import Candidate
from app.services.store_view import StoreView

EXTRA = "extra"
"""The reason on the line."""


@dataclass(frozen=True, slots=True)
class Extra:
    """What may be offered: portions of one product, best first, at their reduced prices."""

    product: Product
    candidates: tuple[Candidate, ...]
    own_minor: int
    """What the first one costs otherwise."""

    @property
    def price_minor(self) -> int:
        """What the first one costs as an extra."""
        return self.candidates[0].unit_price_minor


def extra_portion(
    view: StoreView,
    appraiser: Appraiser,
    offer_of: Callable[[UUID], Offer],
    ticket_id: UUID,
    now: datetime,
) -> Extra | None:
    """The first product of the order that has one; None where nothing is, or it is switched off.

    Only portions that may be sold, inside the sell-first window, without what the guest avoids.
    """
    if not view.settings.suggestions.extra:
        return None
    ticket = view.tickets.get(ticket_id)
    avoids = frozenset(ticket.avoids) if ticket else frozenset()
    lines = [line for line in view.lines_of(ticket_id) if line.portion_id is not None]
    for product_id in dict.fromkeys(line.product_id for line in lines):
        product, offer = view.products.get(product_id), offer_of(product_id)
        if product is None or not _any_goes_first(view, offer, now):
            continue
        rows = choose(view, appraiser, offer, Asked(avoids=avoids), now)
        first = [each for each in rows[0] if each.sell_first] if rows else []
        found = [(each, _reduced(view, appraiser, product, each, now)) for each in first]
        less = [(each, cheaper) for each, cheaper in found if cheaper is not None]
        if less:
            own_minor = less[0][0].unit_price_minor
            return Extra(product, tuple(cheaper for _, cheaper in less), own_minor)
    return None


def _any_goes_first(view: StoreView, offer: Offer, now: datetime) -> bool:
    """Cheap to ask each second: whether any free portion is inside the window."""
    until = now + view.settings.allocation.sell_first_window
    return any(
        wedge.state is WedgeState.FREE
        and wedge.sell_until is not None
        and wedge.sell_until <= until
        for wheel in offer.wheels
        for wedge in wheel.wedges
    )


def _reduced(
    view: StoreView, appraiser: Appraiser, product: Product, each: Candidate, now: datetime
) -> Candidate | None:
    """At the set discount, but never under the margin floor or beyond the price cap."""
    pricing = view.settings.pricing
    facts = appraiser.facts(view.portions[each.portion_id], product, now)
    least = max(
        line_floors(facts.cost_minor, pricing, product.tax_rate_bp, product.id).margin_minor,
        ceil(each.base_price_minor * (1 - pricing.max_change)),
    )
    wanted = each.unit_price_minor * (1 - view.settings.suggestions.extra_discount)
    step = max(1, pricing.rounding_minor)
    price_minor = max(ceil(wanted / step) * step, least)
    if price_minor >= each.unit_price_minor:
        return None
    cheaper = at_most(each, price_minor, view.settings.suggestions.version)
    return replace(cheaper, reason=EXTRA)
