"""A product's own least margin is what a suggestion of it is measured by."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from types import MappingProxyType

import pytest

from app.domain.prices.rules import ProductMargin
from app.domain.suggestions import Completion
from app.domain.suggestions_learned import Baskets
from app.domain.ticket import TicketState
from app.services.guest_ports import Learned
from app.services.offers import derive_offer, derive_offers
from app.services.suggest import suggestions_for
from tests.support.sample_store import sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("own", "named"), [(Fraction(0), True), (None, False)], ids=["its own", "the shop's"]
)
def test_what_may_be_sold_with_less_margin_is_suggested(own: Fraction | None, named: bool) -> None:
    """A drink at 9/10 of its price: below the shop's floor, but above its own."""
    view = sample_view(NOW)
    order = next(t for t in view.tickets.values() if t.state is TicketState.OPEN)
    have = {line.product_id for line in view.lines_of(order.id)}
    offers = derive_offers(view, NOW)
    drink = next(
        view.products[offer.product_id] for offer in offers.values()
        if offer.product_id not in have and offer.left is None and offer.price
    )  # fmt: skip
    costly = replace(drink, cost_minor=drink.base_price_minor * 9 // 10)
    margins = () if own is None else (ProductMargin(drink.id, own),)
    pricing = replace(view.settings.pricing, product_margins=margins)
    view = replace(
        view,
        products=MappingProxyType({**view.products, drink.id: costly}),
        settings=replace(view.settings, pricing=pricing),
    )
    found = suggestions_for(
        view,
        lambda product_id: derive_offer(view, product_id, NOW),
        order.id,
        guest=None,
        learned=Learned((), {}),
        baskets=Baskets(0, {}, {}),
        now=NOW,
        completions=[Completion("menu", "Menu", drink.id, 500)],
    )
    assert (drink.id in [each.product_id for each in found]) is named
