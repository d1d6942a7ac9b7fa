"""Wholes and portions by product, kept up to date by what a fold changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from app.domain.portion import Portion, Whole
from app.services.offers import ProductStock, stock_by_product
from app.services.ports import Changes
from app.services.store_view import Entity, StoreView

Row = TypeVar("Row", Whole, Portion)


class StockIndex:
    """`stocks` equals `stock_by_product` of the view that was seen last."""

    def __init__(self) -> None:
        self.stocks: dict[UUID, ProductStock] = {}
        self._home: dict[UUID, UUID] = {}
        self._uncut: list[tuple[UUID, UUID]] = []

    def portions(self, product_id: UUID) -> tuple[Portion, ...]:
        """The product's portions; the same object while they are."""
        known = self.stocks.get(product_id)
        return () if known is None else known.portions

    def rebuild(self, view: StoreView) -> None:
        """Look at everything: after a snapshot or a change of the catalogue."""
        self.stocks = stock_by_product(view)
        self._home = {row.id: row.product_id for row in view.wholes.values()}
        self._uncut = [(p.whole_of_id, p.id) for p in view.products.values() if p.whole_of_id]
        self._home.update((row.id, row.product_id) for row in view.portions.values())

    def update(self, view: StoreView, changes: Changes) -> frozenset[UUID]:
        """Look at the changed rows only; returns the products whose stock, or whose price's rest,
        is another one now.
        """
        wholes = self._by_product(changes.get(Entity.WHOLE, ()), view.wholes)
        portions = self._by_product(changes.get(Entity.PORTION, ()), view.portions)
        kept = (*changes.get(Entity.PRICE_LOW, ()), *changes.get(Entity.LAST_PRICE, ()))
        lows = (self._home.get(key) for key in kept)
        rested = {home for home in lows if home is not None}
        touched = frozenset((wholes.keys() | portions.keys()) & self.stocks.keys())
        for product_id in touched:
            known = self.stocks[product_id]
            self.stocks[product_id] = ProductStock(
                _merged(known.wholes, wholes.get(product_id, []), view.wholes),
                _merged(known.portions, portions.get(product_id, []), view.portions),
            )
        sold_uncut = [(of, sold) for of, sold in self._uncut if of in touched]
        for of, sold in sold_uncut:
            self.stocks[sold] = replace(self.stocks[sold], wholes=self.stocks[of].wholes)
        touched |= {sold for _, sold in sold_uncut}
        return touched | (rested & self.stocks.keys())

    def _by_product(self, keys: Iterable[UUID], rows: Mapping[UUID, Row]) -> dict[UUID, list[UUID]]:
        found: dict[UUID, list[UUID]] = {}
        for key in keys:
            row = rows.get(key)
            home: UUID | None = self._home.get(key) if row is None else row.product_id
            if home is None:
                continue
            if row is None:
                del self._home[key]
            else:
                self._home[key] = home
            found.setdefault(home, []).append(key)
        return found


def _merged(
    known: tuple[Row, ...], changed: list[UUID], rows: Mapping[UUID, Row]
) -> tuple[Row, ...]:
    """Changed rows in their place, gone ones out, new ones at the end, as a view keeps them."""
    if not changed:
        return known
    wanted = set(changed)
    kept: list[Row] = []
    for row in known:
        if row.id not in wanted:
            kept.append(row)
        else:
            wanted.discard(row.id)
            if (now := rows.get(row.id)) is not None:
                kept.append(now)
    kept += [rows[key] for key in changed if key in wanted and key in rows]
    return tuple(kept)
