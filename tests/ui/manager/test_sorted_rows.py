"""Long tables of the office are put in the order of a column by a click on its title."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from app.domain.satisfaction import Rating, RatingAbout
from app.ui.manager.feedback_rates import SAID_BY, SaidRow
from app.ui.manager.sorted_rows import SortedRows
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def row(number: int, stars: int) -> SaidRow:
    return SaidRow(str(number), "", str(40 + number), "food", "★" * stars + "☆" * (5 - stars), "")


def shown(rows: SortedRows[SaidRow]) -> list[str]:
    return [each.id for each in rows.rows]


def test_rows_keep_the_asked_order_when_new_ones_come(qapp: QObject) -> None:
    rows = SortedRows(SaidRow, SAID_BY, parent=qapp)
    rows.set_rows([row(0, 5), row(1, 2), row(2, 5)])
    assert shown(rows) == ["0", "1", "2"]
    rows.order("stars", False)
    assert shown(rows) == ["1", "0", "2"]
    rows.set_rows([row(0, 5), row(1, 2), row(2, 5), row(3, 1)])
    assert shown(rows) == ["3", "1", "0", "2"]
    rows.order("stars", True)
    assert shown(rows) == ["0", "2", "1", "3"]
    rows.order("portions", False)
    assert shown(rows) == ["0", "2", "1", "3"]


def test_a_click_on_stars_brings_the_unhappiest_of_thousands_up(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        now = desk.store.feed.now()
        desk.store.guests.ratings += [
            Rating(n, RatingAbout.PRODUCT, 1 if n == 1777 else 5, now - timedelta(seconds=n), ())
            for n in range(2_000)
        ]
        await desk.sign_in()
        await desk.tap("nav_feedback")
        said = desk.office._feedback._said
        await desk.until(lambda: len(said.rows) == 2_000, "the ratings")
        await desk.tap("column_stars")
        await desk.until(lambda: said.rows[0].order == "1777", "the lowest first")
        first = await desk.item("cell_0_order")
        assert first.property("text") == "1777"
        await desk.tap("column_when")
        await desk.until(lambda: said.rows[0].order == "1999", "the oldest first")

    run(body())


def test_numbers_keep_clear_of_the_words_beside_them(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        desk.settle()
        price, status = await desk.item("cell_0_price"), await desk.item("cell_0_status")
        gap = float(price.property("rightPadding")) + float(status.property("leftPadding"))
        assert gap >= 6 * desk.shell.theme.property("pixelsPerMm")

    run(body())
