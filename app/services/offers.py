"""What can be sold right now: one offer per product, derived purely from the store view."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.domain.catalog import Product, ProductKind
from app.domain.completeness import missing_fields
from app.domain.portion import Portion, PortionState, Whole, WholeState
from app.services.appraisal import Appraiser
from app.services.appraised import Appraised
from app.services.offer import Offer, Wedge, WedgeState, Wheel
from app.services.offer_summary import summarise
from app.services.store_view import StoreView

__all__ = [
    "Offer",
    "ProductStock",
    "Wedge",
    "WedgeState",
    "Wheel",
    "derive_offer",
    "derive_offers",
    "incomplete_products",
    "offer_of",
    "stock_by_product",
]

_LEFT = (PortionState.SERVED, PortionState.WASTED)


@dataclass(frozen=True, slots=True)
class ProductStock:
    """The wholes and portions of one product, as the view has them.

    What is sold as the whole of another product has that one's wholes.
    """

    wholes: tuple[Whole, ...]
    portions: tuple[Portion, ...]


def derive_offer(view: StoreView, product_id: UUID, now: datetime) -> Offer:
    """The offer of one product at `now` (server clock); pure, no caching.

    Raises KeyError for a product that the view does not know.
    """
    product = view.products[product_id]
    of = product.whole_of_id or product_id
    stock = ProductStock(
        tuple(whole for whole in view.wholes.values() if whole.product_id == of),
        tuple(each for each in view.portions.values() if each.product_id == product_id),
    )
    return offer_of(product, stock, Appraiser(view), now)


def derive_offers(view: StoreView, now: datetime) -> dict[UUID, Offer]:
    """The offers of all products that may be sold (active and complete), by product id."""
    stocks = stock_by_product(view)
    appraiser = Appraiser(view)
    return {
        product.id: offer_of(product, stocks[product.id], appraiser, now)
        for product in view.products.values()
        if may_be_sold(view, product)
    }


def may_be_sold(view: StoreView, product: Product) -> bool:
    """Whether the product belongs on the till: active, and nothing is missing (POS-01.3)."""
    return product.active and not missing_in(view, product)


def incomplete_products(view: StoreView) -> dict[UUID, tuple[str, ...]]:
    """The active products kept off the till, each with the fields that are missing."""
    missing = {
        product.id: missing_in(view, product)
        for product in view.products.values()
        if product.active
    }
    return {product_id: fields for product_id, fields in missing.items() if fields}


def missing_in(view: StoreView, product: Product) -> tuple[str, ...]:
    """The product's missing fields, with its category looked up in the view."""
    category = view.categories.get(product.category_id) if product.category_id else None
    return missing_fields(product, category)


def stock_by_product(view: StoreView) -> dict[UUID, ProductStock]:
    """Wholes and portions of every known product, in one pass over the view."""
    wholes: dict[UUID, list[Whole]] = {product_id: [] for product_id in view.products}
    portions: dict[UUID, list[Portion]] = {product_id: [] for product_id in view.products}
    for whole in view.wholes.values():
        if whole.product_id in wholes:
            wholes[whole.product_id].append(whole)
    for portion in view.portions.values():
        if portion.product_id in portions:
            portions[portion.product_id].append(portion)
    return {
        product.id: ProductStock(
            tuple(wholes.get(product.whole_of_id or product.id, ())), tuple(portions[product.id])
        )
        for product in view.products.values()
    }


def offer_of(product: Product, stock: ProductStock, appraiser: Appraiser, now: datetime) -> Offer:
    """One product's offer from its stock."""
    if product.kind is ProductKind.PLAIN:
        plain = _plain_offer(product, appraiser, now)
        return plain if product.whole_of_id is None else _with_wholes(plain, stock.wholes, now)
    here = (each for each in stock.portions if each.state not in _LEFT)
    appraised = appraiser.appraise_all(here, product, now)
    wheels = _wheels(stock.wholes, appraised)
    in_stock = [whole for whole in stock.wholes if whole.state is WholeState.IN_STOCK]
    uncut = sum(1 for whole in in_stock if whole.expires_at > now)
    return summarise(product, appraised, wheels, uncut, appraiser, now)


def _plain_offer(product: Product, appraiser: Appraiser, now: datetime) -> Offer:
    price = appraiser.plain_price(product, now)
    return Offer(
        product_id=product.id,
        left=None,
        count_by_grade={},
        grade=None,
        price=price,
        lowest_price_minor=price.amount_minor,
        highest_price_minor=price.amount_minor,
        sell_until=None,
        sell_fraction_left=None,
        temperature_mc=None,
        temperature_ok=True,
        wheels=(),
        wholes_uncut=0,
        candidates=(),
    )


def _with_wholes(plain: Offer, wholes: Iterable[Whole], now: datetime) -> Offer:
    """What is sold uncut is counted; the one that goes first is the one the store would take."""
    uncut = [whole for whole in wholes if whole.state is WholeState.IN_STOCK]
    blocked = [whole for whole in uncut if whole.incident_id is not None]
    fit = [whole for whole in uncut if whole.incident_id is None and whole.expires_at > now]
    first = min(fit, key=lambda whole: (whole.expires_at, whole.code), default=None)
    return replace(
        plain,
        left=len(fit),
        next_whole_id=None if first is None else first.id,
        wholes_blocked=len(blocked),
        wholes_past=len(uncut) - len(blocked) - len(fit),
    )


def _wheels(wholes: Iterable[Whole], appraised: Iterable[Appraised]) -> tuple[Wheel, ...]:
    """The cut wholes that still have a portion in the store, first cut first."""
    by_whole: dict[UUID, dict[int, Appraised]] = {}
    for each in appraised:
        by_whole.setdefault(each.portion.whole_id, {})[each.portion.wedge] = each
    wheels = [
        _wheel(whole, by_whole[whole.id])
        for whole in wholes
        if whole.id in by_whole and _still_here(by_whole[whole.id].values())
    ]
    return tuple(sorted(wheels, key=lambda wheel: (wheel.cut_at, wheel.whole_id)))


def _still_here(appraised: Iterable[Appraised]) -> bool:
    return any(each.wedge_state is not WedgeState.GONE for each in appraised)


def _wheel(whole: Whole, by_wedge: dict[int, Appraised]) -> Wheel:
    count = max(whole.portions_per_whole or 0, 1 + max(by_wedge))
    wedges = tuple(_wedge(by_wedge.get(index)) for index in range(count))
    cut_at = whole.cut_at or min(each.portion.cut_at for each in by_wedge.values())
    return Wheel(whole.id, whole.code, cut_at, wedges)


def _wedge(appraised: Appraised | None) -> Wedge:
    if appraised is None or appraised.wedge_state is WedgeState.GONE:
        return Wedge(WedgeState.GONE, *(None,) * 10)
    portion = appraised.portion
    return Wedge(
        state=appraised.wedge_state,
        portion_id=portion.id,
        code=portion.code,
        grade=appraised.grade,
        score=appraised.score,
        price=appraised.price,
        cut_at=portion.cut_at,
        sell_until=appraised.sell_until,
        weight_mg=portion.weight_mg,
        holding_unit_name=appraised.holding_unit_name,
        place=portion.place,
        quality_status=portion.quality_status,
        review_causes=portion.review_causes,
    )
