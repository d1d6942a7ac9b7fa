"""Bundles that one more piece completes, with what that saves the order (POS-05.4, BR-11.3)."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from app.domain.catalog import Product, ProductKind
from app.domain.people import Role
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.suggestions import Completion, lacking
from app.domain.ticket import Ticket
from app.services.appraisal import Appraiser
from app.services.offer import Offer
from app.services.order_prices import one_more_saves_minor
from app.services.portion_facts import plain_facts
from app.services.store_view import StoreView

OfferOf = Callable[[UUID], Offer]


def completions_for(
    view: StoreView,
    appraiser: Appraiser,
    offer_of: OfferOf,
    ticket: Ticket,
    now: datetime,
    role: Role | None,
) -> tuple[Completion, ...]:
    """Each bundle that a product on sale completes; only where it makes the order cheaper."""
    order: Counter[UUID] = Counter()
    for line in view.lines_of(ticket.id):
        order[line.product_id] += line.quantity
    found = []
    for promotion, product in _lacking(view, order):
        facts = _next_piece(view, appraiser, product, offer_of(product.id), now)
        if facts is None:
            continue
        saves = one_more_saves_minor(view, ticket, appraiser, now, role, facts)
        if saves > 0:
            found.append(Completion(promotion.id, promotion.name, product.id, saves))
    return tuple(found)


def _lacking(view: StoreView, order: Counter[UUID]) -> Iterator[tuple[Promotion, Product]]:
    for promotion in view.settings.pricing.promotions:
        if promotion.kind is not PromotionKind.BUNDLE or not promotion.parts:
            continue
        product_id = lacking(order, {each.product_id: each.count for each in promotion.parts})
        product = view.products.get(product_id) if product_id else None
        if product is not None and product.active:
            yield promotion, product


def _next_piece(
    view: StoreView, appraiser: Appraiser, product: Product, offer: Offer, now: datetime
) -> PortionFacts | None:
    """What a tap on the product's tile would add; None while nothing of it can be sold."""
    if product.kind is ProductKind.PLAIN:
        return plain_facts(product) if offer.price is not None and offer.left != 0 else None
    portion = view.portions.get(offer.candidates[0].portion_id) if offer.candidates else None
    if portion is None or product.quality is None:
        return None
    return appraiser.facts(portion, product, now)
