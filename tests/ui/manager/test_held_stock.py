"""Stock as the office shows it: what is held, what is left of a whole, what a product lacks."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPointF

from app.domain.portion import PortionState, QualityStatus
from app.services.offers import derive_offers
from app.ui.manager.portion_table import PortionTable
from app.ui.manager.stock_page import derive_line
from app.ui.manager.stock_rows import Column, derive_portion_rows, derive_product_stock
from app.ui.shared.shell import Shell
from tests.support.held import batch_of, with_status
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
VIEW = sample_view(NOW)
BATCH = batch_of(VIEW, "M")
OWNER = QObject()


def test_what_is_held_leaves_the_available_count() -> None:
    def counts(view: Any) -> tuple[int, int]:
        stock = next(s for s in derive_product_stock(view, {}) if s.name == "Margherita")
        line = derive_line(stock, view.settings)
        return int(line.available), int(line.aside)

    available, aside = counts(VIEW)
    held = counts(with_status(VIEW, QualityStatus.HELD, *BATCH[:3]))
    assert held == (available - 3, aside + 3)


def test_five_of_eight_are_left_after_three_were_sold() -> None:
    sold = {
        p.id: replace(p, state=PortionState.COMMITTED, ticket_id=sample_id("ticket paid"))
        for p in BATCH[:3]
    }
    view = replace(VIEW, portions=MappingProxyType({**VIEW.portions, **sold}))
    view = with_status(view, QualityStatus.REVIEW, BATCH[4])
    rows = derive_portion_rows(view, derive_offers(view, NOW))
    mine = [row for row in rows if row.id in {p.id for p in BATCH}]
    assert {row.share for row in mine} == {"5/8"}
    table = PortionTable(OWNER)
    table.show(rows, view.settings, NOW)
    cells = {row.id: [table._cell(row, c) for c in (Column.WHOLE, Column.STATE)] for row in mine}
    assert cells[BATCH[4].id] == [f"{mine[0].whole} · 5/8", "in quality review: size"]


@pytest.mark.spec("POS-01.3")
def test_a_product_without_cost_is_on_no_tile_but_on_the_managers_list(
    shell: Shell, run: Run
) -> None:
    """Ten products; the tenth has no cost."""
    complete = [p for p in VIEW.products.values() if p.id in derive_offers(VIEW, NOW)]
    assert complete
    ten = [
        replace(complete[0], id=sample_id(f"product copy {n}"), name=f"Copy {n}",
                cost_minor=0 if n == 9 else complete[0].cost_minor)
        for n in range(10)
    ]  # fmt: skip
    view = replace(VIEW, products=MappingProxyType({p.id: p for p in ten}))
    view = replace(view, portions=MappingProxyType({}), wholes=MappingProxyType({}),
                   tickets=MappingProxyType({}), ticket_lines=MappingProxyType({}))  # fmt: skip
    assert set(derive_offers(view, NOW)) == {p.id for p in ten[:9]}
    driver = OfficeDriver(shell, FakeStore(view, NOW))

    async def body() -> None:
        await driver.sign_in()
        await driver.tap("nav_menu")
        first = driver.office._menu._lines.rows[0]
        assert (first.name, first.missing) == ("Copy 9", "cost missing")
        assert [line.name for line in driver.office._menu._lines.rows if line.missing] == ["Copy 9"]

    run(body())
    driver.office.stop()


def test_every_state_can_be_chosen_on_a_small_screen(desk: OfficeDriver, run: Run) -> None:
    """All of the chips are in sight, and the count stands in another row."""

    async def body() -> None:
        desk.window.showNormal()
        desk.window.resize(1366, 768)
        await desk.sign_in()
        await desk.tap("nav_stock")
        chips, count = await desk.item("stateChips"), await desk.item("shownCount")

        def apart() -> bool:
            desk.settle()
            below = count.mapToScene(QPointF(0, count.height())).y()
            return (
                chips.width() >= chips.property("contentWidth") > 0
                and below <= chips.mapToScene(QPointF()).y()
            )

        await desk.until(apart, "nothing runs under the count")

    run(body())
