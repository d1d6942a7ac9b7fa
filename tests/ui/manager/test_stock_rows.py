"""Stock as rows: every portion once, filtered by words and states, sorted with gaps last."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.domain.portion import Grade, PortionState
from app.services.offers import derive_offers
from app.ui.manager.stock_rows import (
    Column,
    PortionFilter,
    PortionRow,
    arrange,
    derive_portion_rows,
    derive_product_stock,
)
from tests.support.sample_store import sample_view

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


def row(code: str, product: str, state: PortionState, price_minor: int | None) -> PortionRow:
    return PortionRow(
        id=uuid4(), code=code, product=product, whole="W-1", place="Cabinet 1 · 2",
        portion_state=state, grade=Grade.A, score=9.5, cut_at=NOW,
        sell_until=NOW + timedelta(hours=1), price_minor=price_minor,
    )  # fmt: skip


ROWS = (
    row("M-1", "Margherita", PortionState.AVAILABLE, 8900),
    row("M-2", "Margherita", PortionState.RESERVED, None),
    row("C-1", "เค้กช็อกโกแลต", PortionState.AVAILABLE, 11500),
)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (PortionFilter(), ["C-1", "M-1", "M-2"]),
        (PortionFilter("marg m-2"), ["M-2"]),
        (PortionFilter("CABINET"), ["C-1", "M-1", "M-2"]),
        (PortionFilter("เค้ก"), ["C-1"]),
        (PortionFilter("pineapple"), []),
        (PortionFilter("", frozenset({PortionState.RESERVED})), ["M-2"]),
        (PortionFilter("c-1", frozenset({PortionState.RESERVED})), []),
    ],
)
def test_filtering(wanted: PortionFilter, codes: list[str]) -> None:
    assert [r.code for r in arrange(ROWS, wanted, Column.CODE, descending=False)] == codes


@pytest.mark.parametrize(
    ("descending", "codes"), [(False, ["M-1", "C-1", "M-2"]), (True, ["C-1", "M-1", "M-2"])]
)
def test_a_portion_without_a_price_comes_last(descending: bool, codes: list[str]) -> None:
    found = arrange(ROWS, PortionFilter(), Column.PRICE, descending=descending)
    assert [r.code for r in found] == codes


@pytest.mark.parametrize("column", list(Column))
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_the_whole_stock(column: Column, descending: bool) -> None:
    view = sample_view(NOW)
    rows = derive_portion_rows(view, derive_offers(view, NOW))
    found = arrange(rows, PortionFilter(), column, descending=descending)
    assert {r.id for r in found} == set(view.portions)
    assert len(found) == len(view.portions)
    values = [getattr(r, column.value) for r in found]
    filled = [value for value in values if value is not None]
    assert filled == sorted(filled, reverse=descending)
    assert values[: len(filled)] == filled


def test_products_count_every_portion_once() -> None:
    view = sample_view(NOW)
    stock = derive_product_stock(view, derive_offers(view, NOW))
    assert sum(sum(each.by_state.values()) for each in stock) == len(view.portions)
    assert [each.name for each in stock] == sorted((e.name for e in stock), key=str.casefold)
