"""The store view's portions as the choice for a whole order sees them (docs/allocation.md)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from app.domain.allocation.stock import StockPortion
from app.domain.catalog import Product
from app.domain.choice import hold_lapsed, tracking_number
from app.domain.configuration import default_configuration
from app.domain.place import features, place_of
from app.domain.portion import Portion, PortionState
from app.domain.pricing import share_of_base
from app.services.appraisal import Appraiser
from app.services.offer import WedgeState
from app.services.offers import may_be_sold
from app.services.store_view import StoreView


def stock_for_order(
    view: StoreView, appraiser: Appraiser, now: datetime, product_ids: Collection[UUID]
) -> list[StockPortion]:
    """All portions of these products that are still in the store, at `now` (server clock).

    What can't be sold is among them, so that a line which finds nothing can say why. Products that
    are off the till (POS-01.3) have none; a portion whose price only a person may decide is
    treated like one on hold, and so is one that a clock or quality keeps from sale.
    """
    return [
        stock_portion(view, appraiser, portion, view.products[portion.product_id], now)
        for portion in view.portions.values()
        if portion.product_id in product_ids
        and portion.product_id in view.products
        and view.products[portion.product_id].quality is not None
        and may_be_sold(view, view.products[portion.product_id])
    ]


def stock_portion(
    view: StoreView, appraiser: Appraiser, portion: Portion, product: Product, now: datetime
) -> StockPortion:
    """One portion as the choice sees it. Raises ValueError without a quality model."""
    appraised = appraiser.appraise(portion, product, now)
    whole = view.wholes.get(portion.whole_id)
    default = default_configuration(product)
    standard = default.portions_per_whole if default else 1
    cut = (whole.portions_per_whole if whole else None) or standard
    base_minor = share_of_base(product.base_price_minor, standard, cut)
    held = portion.state is PortionState.RESERVED and not hold_lapsed(portion, now)
    return StockPortion(
        id=portion.id,
        number=tracking_number(portion.code),
        product_id=portion.product_id,
        portions_per_whole=cut,
        whole_id=portion.whole_id,
        wedge=portion.wedge,
        state=portion.state,
        held=held or appraised.price is None or appraised.wedge_state is WedgeState.BLOCKED,
        temperature_ok=appraiser.unit_ok(portion.holding_unit_id, now),
        score_milli=int(appraised.score * 1_000),
        grade=appraised.grade,
        base_minor=base_minor,
        price_minor=appraised.price.amount_minor if appraised.price else base_minor,
        cost_minor=share_of_base(product.cost_minor, standard, cut),
        sell_until=appraised.sell_until,
        safe_until=portion.expires_at,
        allergens=(
            product.allergens if portion.allergens is None else frozenset(portion.allergens)
        ),
        features=features(
            place_of(portion.wedge, cut, whole.per_row if whole else None), appraised.grade
        ),
    )
