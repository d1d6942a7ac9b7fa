"""A hundred thousand portions on the stock page: only what is looked at becomes text."""

import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication

from app.domain.portion import Grade, PortionState
from app.services.offers import derive_offers
from app.ui.manager.portion_table import PortionTable
from app.ui.manager.stock_rows import Column, PortionFilter, PortionRow, derive_portion_rows
from tests.support.sample_store import sample_id, sample_settings, sample_view
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
MANY = 100_000
PATIENCE_S = 3.0
"""Of processor time, with the model tester. Alone: 0.04 s to show or sort, 0.14 s to search."""


def many_rows() -> tuple[PortionRow, ...]:
    return tuple(
        PortionRow(
            id=uuid4(), code=f"M-{n:06}", product=f"Product {n % 50}", whole=f"W{n // 8}",
            place=f"Cabinet {n % 4} · {n % 8}", portion_state=PortionState.AVAILABLE,
            grade=Grade.A, score=7 + n % 30 / 10, cut_at=NOW - timedelta(seconds=n % 9000),
            sell_until=NOW + timedelta(seconds=n % 14400), price_minor=8900 - n % 7,
        )
        for n in range(MANY)
    )  # fmt: skip


def test_only_visible_rows_of_a_hundred_thousand_become_text(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = many_rows()
    looked_at: set[Any] = set()
    cell = PortionTable._cell

    def watched(table: PortionTable, row: PortionRow, column: Column) -> str:
        looked_at.add(row.id)
        return cell(table, row, column)

    monkeypatch.setattr(PortionTable, "_cell", watched)
    monkeypatch.setattr("app.ui.manager.stock_page.derive_portion_rows", lambda *_: rows)

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_stock")
        page = desk.office._stock
        steps: list[tuple[str, Callable[[], object]]] = [
            ("all", page.refresh),
            ("sort", lambda: page.sort("price_minor", False)),
            ("search", lambda: page.search("product 7 cabinet 3")),
            ("everything again", lambda: page.search("")),
        ]
        for what, step in steps:
            looked_at.clear()
            begun = time.process_time()
            step()
            desk.settle()
            QCoreApplication.processEvents()
            assert time.process_time() - begun < PATIENCE_S, what
            assert 0 < len(looked_at) < 200, what
        assert page._portions.rowCount() == MANY

    run(body())


def test_sorting_searching_and_news_keep_the_selected_portion(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_stock")
        page, table = desk.office._stock, await desk.item("portionTable")
        page.select(5)
        code = page.codeAt(5)

        def selected() -> str:
            return page.codeAt(int(table.property("currentIndex")))

        assert selected() == code
        page.sort("code", True)
        assert selected() == code
        await desk.write("stockSearch", code.lower())
        assert (selected(), table.property("currentIndex")) == (code, 0)
        page.search("no such thing")
        assert table.property("currentIndex") == -1
        page.search("")
        assert selected() == code
        desk.store.feed.replace_view(desk.known)
        desk.office._desk._announce()
        assert selected() == code

    run(body())


def test_a_portion_below_the_floor_has_no_price_but_says_not_sold() -> None:
    view = sample_view(NOW)
    rows = derive_portion_rows(view, derive_offers(view, NOW))
    stale = [row for row in rows if row.product == "Hawaiian"]
    assert stale
    assert all((row.on_sale, row.price_minor) == (False, None) for row in stale)
    assert all(row.score is not None and row.score < 7 for row in stale)
    table = PortionTable(None)  # type: ignore[arg-type]
    table.want(PortionFilter("hawaiian"))
    table.show(rows, sample_settings(), NOW)
    role = next(key for key, name in table.roleNames().items() if name == b"price_minor")
    assert table.data(table.index(0), role) == "Not sold"
    pizza = sample_id("product M")
    product = replace(view.products[pizza], allergens=None)
    lacking = replace(view, products={**view.products, pizza: product})
    found = derive_portion_rows(lacking, derive_offers(lacking, NOW))
    assert not any(row.on_sale for row in found if row.product == "Margherita")
