"""Offers kept between ticks: derived again only where a row changed or time has moved enough."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.catalog import Product, ProductKind
from app.services.appraisal import Appraiser
from app.services.demand_now import moved_by_numbers
from app.services.offers import Offer, ProductStock, may_be_sold, offer_of
from app.services.ports import Changes
from app.services.price_memory import PriceMemory
from app.services.price_moves import PriceMoves
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
_STOCK = {Entity.WHOLE, Entity.PORTION, Entity.PRICE_LOW, Entity.LAST_PRICE}


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
        self._moves: PriceMoves | None = None
        self._move_at: dict[UUID, datetime] = {}
        self._memory = PriceMemory()
        self.behind = False
        """Whether the last refresh left something to the next."""

    def changed(self, view: StoreView, changes: Changes) -> None:
        """Note what a fold changed; nothing is derived until `refresh`."""
        kinds = set(changes)
        if not changes or kinds & _EVERYTHING or self._appraiser is None:
            self._appraiser = Appraiser(
                view, self._memory, self._index.portions, before=self._appraiser
            )
            self._moves = PriceMoves(self._appraiser)
            self._memory.forget_others(view.portions)
            self._due.clear()
            self._index.rebuild(view)
        elif kinds & _STOCK:
            self._appraiser.renew(view)
            for product_id in self._index.update(view, changes):
                self._due.pop(product_id, None)
        if kinds & moved_by_numbers(view) and self._appraiser is not None:
            self._appraiser.renew(view)
            self._due.clear()

    def moved_by(self, now: datetime) -> bool:
        """Whether some grade, price or number on offer is another one since the last refresh."""
        return any(at <= now for at in self._move_at.values())

    def refresh(
        self, view: StoreView, now: datetime, spent: Callable[[], bool] = lambda: False
    ) -> frozenset[UUID]:
        """Bring the offers up to `now`; `spent` says after each whether to leave the rest.

        Then the book is `behind` until later calls have done the rest.
        """
        if self._appraiser is None:
            self.changed(view, {})
        assert self._appraiser is not None
        redone: set[UUID] = set()
        self.behind = False
        for product in view.products.values():
            if self.behind:
                break
            if self._due.get(product.id, now) > now:
                continue
            redone.add(product.id)
            if not may_be_sold(view, product):
                self.offers.pop(product.id, None)
                self._due[product.id] = datetime.max.replace(tzinfo=now.tzinfo)
                self._move_at.pop(product.id, None)
                continue
            stock = self._index.stocks[product.id]
            offer = offer_of(product, stock, self._appraiser, now)
            self.offers[product.id] = offer
            self._due[product.id] = self._next_due(product, stock, now)
            self.behind = spent()
        for product_id in self.offers.keys() - view.products.keys():
            del self.offers[product_id]
            self._move_at.pop(product_id, None)
            redone.add(product_id)
        return frozenset(redone)

    def _next_due(self, product: Product, stock: ProductStock, now: datetime) -> datetime:
        assert self._moves is not None
        move = self._moves.next_move(product, stock, now)
        self._move_at[product.id] = move
        if product.kind is ProductKind.PLAIN:
            return move
        spread = 0.5 + product.id.int % 1000 / 2000
        return min(move, now + self._max_age * spread)
