"""Offers as they are now: derived on demand, and only for products whose stock has changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.services.appraisal import Appraiser
from app.services.choose_portions import Asked, choose
from app.services.demand_now import moved_by_numbers
from app.services.offers import Offer, may_be_sold, offer_of
from app.services.on_sale import End
from app.services.ports import Candidate, Changes
from app.services.price_memory import PriceMemory
from app.services.price_moves import PriceMoves
from app.services.stock_index import StockIndex
from app.services.store_view import Entity, StoreView

_EVERYTHING = frozenset(
    {Entity.SETTINGS, Entity.HOLDING_UNIT, Entity.HOLDING_TEMPERATURE, Entity.CATEGORY}
)


class OfferShelf:
    """Keeps stock grouped by product, and the curves of one view."""

    def __init__(self) -> None:
        self._view: StoreView | None = None
        self._appraiser: Appraiser | None = None
        self._moves: PriceMoves | None = None
        self._index = StockIndex()
        self.memory = PriceMemory()

    def fold(self, view: StoreView, changes: Changes) -> frozenset[UUID] | None:
        """Follow the view; return the products whose offers may differ, None for all."""
        before, self._view = self._view, view
        fresh = not changes or before is None
        if fresh or changes.keys() & _EVERYTHING or self._appraiser is None:
            self._appraiser = Appraiser(
                view, self.memory, self._index.portions, before=self._appraiser
            )
            self._moves = PriceMoves(self._appraiser)
            self.memory.forget_others(view.portions)
        else:
            self._appraiser.renew(view)
        if fresh or Entity.PRODUCT in changes:
            self._index.rebuild(view)
            return None
        touched = self._index.update(view, changes)
        return None if changes.keys() & (_EVERYTHING | moved_by_numbers(view)) else touched

    def offer(self, product_id: UUID, now: datetime) -> Offer:
        """The offer of one product at `now`. Raises KeyError before the first fold."""
        if self._view is None or self._appraiser is None:
            raise KeyError(product_id)
        product = self._view.products[product_id]
        return offer_of(product, self._index.stocks[product_id], self._appraiser, now)

    def ends(self, product_id: UUID, now: datetime) -> Sequence[End]:
        """When each portion on sale leaves it, the next one first; nothing before a view."""
        return self._appraiser.outlook.ends(product_id, now) if self._appraiser else ()

    def next_move(self, product_id: UUID, now: datetime) -> datetime | None:
        """When the clock alone next moves the product's offer; None where it is not sold."""
        product = self._view.products.get(product_id) if self._view else None
        if self._view is None or self._moves is None or product is None:
            return None
        if not may_be_sold(self._view, product):
            return None
        return self._moves.next_move(product, self._index.stocks[product_id], now)

    def choose(self, product_id: UUID, asked: Asked, now: datetime) -> list[tuple[Candidate, ...]]:
        """The candidates of each line asked for. Raises KeyError before the first fold."""
        offer = self.offer(product_id, now)
        assert self._view is not None
        return choose(self._view, self.appraiser, offer, asked, now)

    @property
    def appraiser(self) -> Appraiser:
        """Scores and prices of this view; before the first fold a KeyError."""
        if self._appraiser is None:
            raise KeyError("no view yet")
        return self._appraiser


class ShelfCounter:
    """The shelf at the moment of the clock, for the order (`taking.Counter`)."""

    def __init__(self, shelf: OfferShelf, now: Callable[[], datetime]) -> None:
        self.shelf, self._now = shelf, now
        self.prefers: Callable[[], frozenset[str]] = frozenset
        """What the profile of the order's guest says, by their consent."""

    def offer(self, product_id: UUID) -> Offer:
        """The product's offer now."""
        return self.shelf.offer(product_id, self._now())

    def choose(self, product_id: UUID, asked: Asked) -> list[tuple[Candidate, ...]]:
        """The candidates now, for this order's guest."""
        wish = replace(asked, prefers=self.prefers())
        return self.shelf.choose(product_id, wish, self._now())
