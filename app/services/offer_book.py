"""Offers kept between ticks: derived again only where a row changed or time has moved enough."""

from datetime import datetime, timedelta
from uuid import UUID

from app.domain.catalog import Product, ProductKind
from app.services.appraisal import Appraiser
from app.services.offers import Offer, ProductStock, may_be_sold, offer_of
from app.services.ports import Changes
from app.services.price_memory import PriceMemory
from app.services.stock_index import StockIndex
from app.services.store_view import Entity, StoreView

_EVERYTHING = {
    Entity.SETTINGS,
    Entity.PRODUCT,
    Entity.CATEGORY,
    Entity.HOLDING_UNIT,
    Entity.HOLDING_TEMPERATURE,
    Entity.WATCH,
}
_STOCK = {Entity.WHOLE, Entity.PORTION}


class OfferBook:
    """The offers of one terminal. `refresh` returns the ids of products whose offer was redone.

    Between changes an offer stays as derived for `max_age`, or until its earliest own deadline
    (an expiry, a floor, a lapsing hold). Ages are spread by product, so that ticks share the work;
    a fresh snapshot, a new reading or a catalogue change makes the next refresh redo everything.
    """

    def __init__(self, max_age: timedelta = timedelta(seconds=15)) -> None:
        self.offers: dict[UUID, Offer] = {}
        self._max_age = max_age
        self._due: dict[UUID, datetime] = {}
        self._index = StockIndex()
        self._appraiser: Appraiser | None = None
        self._memory = PriceMemory()

    def changed(self, view: StoreView, changes: Changes) -> None:
        """Note what a fold changed; nothing is derived until `refresh`."""
        kinds = set(changes)
        if not changes or kinds & _EVERYTHING or self._appraiser is None:
            self._appraiser = Appraiser(view, self._memory)
            self._memory.forget_others(view.portions)
            self._due.clear()
            self._index.rebuild(view)
        elif kinds & _STOCK:
            self._appraiser.renew(view)
            for product_id in self._index.update(view, changes):
                self._due.pop(product_id, None)
        if Entity.PROMOTION_LOSS in kinds and self._appraiser is not None:
            self._appraiser.renew(view)
            self._due.clear()

    def refresh(self, view: StoreView, now: datetime) -> frozenset[UUID]:
        """Bring the offers up to `now`."""
        if self._appraiser is None:
            self.changed(view, {})
        assert self._appraiser is not None
        redone = set()
        for product in view.products.values():
            if self._due.get(product.id, now) > now:
                continue
            redone.add(product.id)
            if not may_be_sold(view, product):
                self.offers.pop(product.id, None)
                self._due[product.id] = datetime.max.replace(tzinfo=now.tzinfo)
                continue
            stock = self._index.stocks[product.id]
            offer = offer_of(product, stock, self._appraiser, now)
            self.offers[product.id] = offer
            self._due[product.id] = self._next_due(product, offer, stock, now)
        for product_id in self.offers.keys() - view.products.keys():
            del self.offers[product_id]
            redone.add(product_id)
        return frozenset(redone)

    def _next_due(
        self, product: Product, offer: Offer, stock: ProductStock, now: datetime
    ) -> datetime:
        assert self._appraiser is not None
        if product.kind is ProductKind.PLAIN:
            never = datetime.max.replace(tzinfo=now.tzinfo)
            return min(self._appraiser.prices_move_at((), now), default=never)
        spread = 0.5 + offer.product_id.int % 1000 / 2000
        moments = [now + self._max_age * spread]
        moments += [each.reserved_until for each in stock.portions if each.reserved_until]
        moments += [whole.expires_at for whole in stock.wholes]
        ends = {w.sell_until for wheel in offer.wheels for w in wheel.wedges if w.sell_until}
        moments += ends
        moments += self._appraiser.prices_move_at(ends, now)
        # Overdue begins after this moment, not at it.
        moments += [
            self._appraiser.off_sale.look_lasts_until(each, now) + timedelta(microseconds=1)
            for each in stock.portions
        ]
        return min(moment for moment in moments if moment > now)
