"""What food contains, from the lot that would be sold and not from the product alone."""

from collections.abc import Collection
from uuid import UUID

from app.domain.allergens import conflicting
from app.domain.catalog import Product
from app.domain.portion import Portion
from app.services.offers import Offer
from app.services.store_view import StoreView


def of_portion(portion: Portion, product: Product) -> frozenset[str] | None:
    """A portion's own allergens; its product's where its lot never stated any."""
    return product.allergens if portion.allergens is None else frozenset(portion.allergens)


def of_next(view: StoreView, product: Product, offer: Offer) -> frozenset[str] | None:
    """The allergens of what a tap would take now."""
    portion = view.portions.get(offer.candidates[0].portion_id) if offer.candidates else None
    return _of_whole(view, product, offer) if portion is None else of_portion(portion, product)


def _of_whole(view: StoreView, product: Product, offer: Offer) -> frozenset[str] | None:
    """What goes into the order uncut contains what its lot does."""
    whole = view.wholes.get(offer.next_whole_id) if offer.next_whole_id else None
    if whole is None or whole.allergens is None or product.allergens is None:
        return product.allergens
    return product.allergens | frozenset(whole.allergens)


def conflict_of(
    view: StoreView,
    product: Product,
    offer: Offer,
    avoided: Collection[str],
    portion_id: UUID | None = None,
) -> frozenset[str]:
    """What the guest avoids and a tap could not help selling; empty when something else is there.

    With `portion_id` it is about that very portion.
    """
    if not avoided:
        return frozenset()
    ids = [portion_id] if portion_id else [each.portion_id for each in offer.candidates]
    known = [view.portions[each] for each in ids if each in view.portions]
    found = [conflicting(of_portion(each, product), avoided) for each in known]
    if not found:
        return conflicting(_of_whole(view, product, offer), avoided)
    return frozenset() if not all(found) else found[0]
