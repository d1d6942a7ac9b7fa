"""What else the guest of an order may like, from the shop as it is now (POS-05.4)."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.catalog import Product, ProductKind
from app.domain.guests import ConsentKind, GuestRecord
from app.domain.suggestions import Completion, Guest, Sellable, Suggestion, suggest
from app.domain.suggestions_learned import Baskets
from app.services.guest_ports import Learned
from app.services.offer import Offer
from app.services.portion_facts import portion_floors
from app.services.store_view import StoreView

OfferOf = Callable[[UUID], Offer]


def suggestions_for(
    view: StoreView,
    offer_of: OfferOf,
    ticket_id: UUID,
    *,
    guest: GuestRecord | None,
    learned: Learned,
    baskets: Baskets,
    now: datetime,
    completions: Sequence[Completion] = (),
    declined: Collection[UUID] = (),
) -> tuple[Suggestion, ...]:
    """At most as many as the policy says, the best first; empty for an empty order.

    Only what could be sold now, without what the order's guest avoids. `completions` are bundles
    that one more piece completes. A guest who did not say
    yes to a profile is an unknown one.
    """
    order = {line.product_id for line in view.lines_of(ticket_id)}
    if not order:
        return ()
    ticket = view.tickets.get(ticket_id)
    visits = guest.visits if guest is not None and guest.has(ConsentKind.PROFILE) else ()
    stock = [
        found
        for product in view.products.values()
        if product.active
        and (found := _sellable(view, product, offer_of(product.id), learned, now))
    ]
    return suggest(
        order,
        stock,
        Guest(visits, frozenset(ticket.avoids) if ticket else frozenset()),
        baskets,
        policy=view.settings.suggestions,
        completions=completions,
        declined=declined,
    )


def _sellable(
    view: StoreView, product: Product, offer: Offer, learned: Learned, now: datetime
) -> Sellable | None:
    """A product with its next portion; plain goods and uncut wholes are never too many."""
    if offer.price is None or product.allergens is None or offer.left == 0:
        return None
    plain = product.kind is ProductKind.PLAIN
    count = 1 if plain else offer.left or 0
    expected = 1.0 if plain else _expected(view, offer, learned, now)
    next_one = offer.candidates[0].portion_id if offer.candidates else None
    floors = portion_floors(view, product, next_one)
    return Sellable(
        product_id=product.id,
        count=count,
        expected=expected,
        price_minor=offer.price.amount_minor,
        floor_minor=floors.margin_minor,
        allergens=product.allergens,
    )


def _expected(view: StoreView, offer: Offer, learned: Learned, now: datetime) -> float:
    """What will be asked for until the last portion ends; without a forecast until closing."""
    demand = view.demand.get(offer.product_id)
    ends = [wedge.sell_until for wheel in offer.wheels for wedge in wheel.wedges]
    last = max((end for end in ends if end is not None), default=now)
    if demand is None or not demand.hourly.knows(now):
        return learned.expected.get(offer.product_id, 0.0)
    return demand.hourly.between(now, max(now, last))
