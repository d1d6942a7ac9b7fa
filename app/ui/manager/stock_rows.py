"""What is in stock, as rows: per portion and per product, derived purely from the store view."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.domain.portion import Grade, Portion, PortionState, WholeState
from app.services.offer import WedgeState
from app.services.offers import Offer, Wedge
from app.services.store_view import StoreView
from app.ui.shared.review_rows import status_word

_GONE = (PortionState.COMMITTED, PortionState.SERVED, PortionState.WASTED)


class Column(StrEnum):
    """The columns of the portion table; the value is the row's sort field."""

    CODE = "code"
    PRODUCT = "product"
    WHOLE = "whole"
    PLACE = "place"
    STATE = "portion_state"
    GRADE = "grade"
    SCORE = "score"
    AGE = "cut_at"
    SELL_UNTIL = "sell_until"
    PRICE = "price_minor"


class PortionRow(NamedTuple):
    """One portion; raw values only, cells are formatted when they are looked at."""

    id: UUID
    code: str
    product: str
    whole: str
    place: str
    portion_state: PortionState
    grade: Grade | None
    score: float | None
    cut_at: datetime
    sell_until: datetime
    price_minor: int | None
    on_sale: bool = True
    """False below the sale floor, past its limit, held back or of an incomplete product."""
    share: str = ""
    """What is left of its whole, as an exact fraction: `5/8`."""
    held: str = ""
    """Why quality keeps it from sale; empty when it does not."""

    @property
    def haystack(self) -> str:
        """The text a search looks into."""
        return f"{self.code}\n{self.product}\n{self.whole}\n{self.place}".casefold()


@dataclass(frozen=True, slots=True)
class ProductStock:
    """One product's stock: portions by state and by grade (sellable ones), and uncut wholes."""

    product_id: UUID
    name: str
    by_state: Mapping[PortionState, int]
    by_grade: Mapping[Grade, int]
    wholes: int
    first_expiry: datetime | None
    held: int = 0
    """Of those in state available: kept from sale by quality."""


@dataclass(frozen=True, slots=True)
class PortionFilter:
    """What the manager wants to see; empty sets mean all."""

    text: str = ""
    states: frozenset[PortionState] = field(default_factory=frozenset)


def derive_portion_rows(view: StoreView, offers: Mapping[UUID, Offer]) -> tuple[PortionRow, ...]:
    """One row per portion in the store; grade, score and price where it is on offer."""
    wedges = _wedges(offers.values())
    shares = _shares(view)
    rows = []
    for portion in view.portions.values():
        wedge = wedges.get(portion.id)
        product = view.products.get(portion.product_id)
        whole = view.wholes.get(portion.whole_id)
        unit = view.holding_units.get(portion.holding_unit_id)
        sell_until = wedge.sell_until if wedge and wedge.sell_until else portion.expires_at
        on_sale = wedge is not None and wedge.state is not WedgeState.BLOCKED
        rows.append(
            PortionRow(
                id=portion.id,
                code=portion.code,
                product=product.name if product else "",
                whole=whole.code if whole else "",
                place=_joined(unit.name if unit else "", portion.place),
                portion_state=portion.state,
                grade=wedge.grade if wedge else None,
                score=wedge.score if wedge else None,
                cut_at=portion.cut_at,
                sell_until=sell_until,
                price_minor=(
                    wedge.price.amount_minor if wedge and wedge.price and on_sale else None
                ),
                on_sale=on_sale,
                share=shares.get(portion.whole_id, ""),
                held=_kept_by(portion),
            )
        )
    return tuple(rows)


def _joined(unit: str, place: str) -> str:
    return f"{unit} · {place}" if unit and place else unit or place


def _kept_by(portion: Portion) -> str:
    """Why quality keeps it from sale; most are good, and words take long to look up."""
    if portion.quality_status.sellable:
        return ""
    return status_word(portion.quality_status, portion.review_causes)


def derive_product_stock(view: StoreView, offers: Mapping[UUID, Offer]) -> tuple[ProductStock, ...]:
    """One row per product that is or could be in stock, by name."""
    states: defaultdict[UUID, Counter[PortionState]] = defaultdict(Counter)
    held: Counter[UUID] = Counter()
    for portion in view.portions.values():
        states[portion.product_id][portion.state] += 1
        if portion.state is PortionState.AVAILABLE and not portion.quality_status.sellable:
            held[portion.product_id] += 1
    wholes: dict[UUID, list[datetime]] = {}
    for whole in view.wholes.values():
        if whole.state is WholeState.IN_STOCK:
            wholes.setdefault(whole.product_id, []).append(whole.expires_at)
    shown = [p for p in view.products.values() if p.configurations or p.id in states]
    return tuple(
        ProductStock(
            product_id=product.id,
            name=product.name,
            by_state=states[product.id],
            by_grade=offers[product.id].count_by_grade if product.id in offers else {},
            wholes=len(wholes.get(product.id, ())),
            first_expiry=min(wholes.get(product.id, ()), default=None),
            held=held[product.id],
        )
        for product in sorted(shown, key=lambda p: p.name.casefold())
    )


def arrange(
    rows: Sequence[PortionRow], wanted: PortionFilter, column: Column, *, descending: bool
) -> list[PortionRow]:
    """Filter, then sort by the column's raw value; rows without a value always come last."""
    words = wanted.text.casefold().split()
    kept = [
        row
        for row in rows
        if (not wanted.states or row.portion_state in wanted.states)
        and (not words or _has_all(row.haystack, words))
    ]
    name = column.value
    filled = [row for row in kept if getattr(row, name) is not None]
    filled.sort(key=lambda row: getattr(row, name), reverse=descending)
    if len(filled) == len(kept):
        return filled
    return filled + [row for row in kept if getattr(row, name) is None]


def _shares(view: StoreView) -> dict[UUID, str]:
    """What is left of each cut whole: its portions that nobody bought, of all it was cut into."""
    left: Counter[UUID] = Counter()
    for portion in view.portions.values():
        left[portion.whole_id] += portion.state not in _GONE
    return {
        whole.id: f"{left[whole.id]}/{whole.portions_per_whole}"
        for whole in view.wholes.values()
        if whole.state is WholeState.CUT
    }


def _has_all(haystack: str, words: Iterable[str]) -> bool:
    return all(word in haystack for word in words)


def _wedges(offers: Iterable[Offer]) -> dict[UUID, Wedge]:
    return {
        wedge.portion_id: wedge
        for offer in offers
        for wheel in offer.wheels
        for wedge in wheel.wedges
        if wedge.portion_id is not None
    }
