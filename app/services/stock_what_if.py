"""What other rules would make of today's stock: sellable portions, grades and prices by product."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.catalog import Product
from app.domain.portion import Grade, Portion, PortionState
from app.domain.shelf_life import ends_at
from app.services.appraisal import Appraiser
from app.services.appraised import Appraised
from app.services.offer import WedgeState
from app.services.policy_form import with_section
from app.services.store_view import StoreView

SECTIONS = frozenset(
    {"quality", "pricing", "food.jurisdiction", "food.shelf_life", "food.portions",
     "food.checkpoints"}
)  # fmt: skip
"""The sections that a portion's score, price or place on sale depends on at once."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A product's portions under one set of rules; prices are those of the sellable ones."""

    sellable: int
    grades: tuple[int, int, int]
    """How many sellable portions have grade A, B and C."""
    lowest_minor: int | None
    highest_minor: int | None


@dataclass(frozen=True, slots=True)
class StockEffect:
    """One product under the rules in force and under the draft."""

    product_id: UUID
    now: Standing
    draft: Standing


def stock_what_if(
    view: StoreView, section: str, draft: Any, now: datetime
) -> tuple[StockEffect, ...]:
    """The effect of `draft` on every product with portions on sale, by the product's name.

    Of limits after cutting a shorter one ends what is on sale, too; a longer one holds for later
    cuts.
    """
    other = replace(view, settings=with_section(view.settings, section, draft))
    before, after = Appraiser(view), Appraiser(other)
    return tuple(
        StockEffect(
            product.id,
            _standing(before.appraise_all(portions, product, now)),
            _standing(after.appraise_all(_ending(other, portions), product, now)),
        )
        for product, portions in _on_sale(view)
    )


def _ending(view: StoreView, portions: Iterable[Portion]) -> list[Portion]:
    """The portions as they end under the rules of `view`."""
    rules, units = view.settings.food.jurisdiction, view.holding_units
    return [
        replace(each, expires_at=ends_at(each, units[each.holding_unit_id].kind, rules))
        if each.holding_unit_id in units
        else each
        for each in portions
    ]


def _on_sale(view: StoreView) -> Iterator[tuple[Product, list[Portion]]]:
    found: dict[UUID, list[Portion]] = {}
    for portion in view.portions.values():
        if portion.state is PortionState.AVAILABLE:
            found.setdefault(portion.product_id, []).append(portion)
    products = sorted(view.products.values(), key=lambda each: each.name.casefold())
    for product in products:
        if product.active and product.quality is not None and product.id in found:
            yield product, found[product.id]


def _standing(appraised: Iterable[Appraised]) -> Standing:
    free = [each for each in appraised if each.wedge_state is WedgeState.FREE]
    prices = [each.price.amount_minor for each in free if each.price is not None]
    grades = [each.grade for each in free]
    return Standing(
        len(free),
        (grades.count(Grade.A), grades.count(Grade.B), grades.count(Grade.C)),
        min(prices, default=None),
        max(prices, default=None),
    )
