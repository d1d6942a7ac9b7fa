"""What the office says of refunds: the cash of the day, and the tables by reason and person."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.ui.manager.dashboard import derive_tiles
from app.ui.manager.figures import derive_figures
from app.ui.manager.kpi_tables import refund_sums
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_figures import EMPTY, SETTINGS

# QtGraphs asks for an OpenGL context even when the software renderer draws it.
pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
DAY = date(2026, 3, 6)


def _note(refunds: int, back_minor: int) -> str:
    report = replace(EMPTY, cash_minor=120_000, refunds=refunds, refunded_minor=back_minor)
    tiles = derive_tiles(derive_figures(report, SETTINGS), SETTINGS)
    return next(tile.note for tile in tiles if tile.id == "receipts")


def test_the_expected_cash_says_what_was_paid_back_of_it() -> None:
    assert _note(0, 0) == "฿1,200.00 in cash"
    assert _note(2, 8_900) == "฿1,200.00 in cash, ฿89.00 paid back"


def test_the_tables_add_up_by_reason_and_person(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        found = await desk.store.reports.refunds(DAY, DAY)
        by_person = refund_sums(found, "back_person")
        assert [(name, minor) for name, _, minor in by_person] == [
            ("Nok", 26_700), ("Somchai", 5_500),
        ]  # fmt: skip
        board = desk.office._dashboard._kpis
        await board.load(sample_view(datetime(2026, 3, 6, 11, 0, tzinfo=UTC)).settings)
        board.show("back_reason")
        expected = [
            ("Not as it should be", "3", "฿267.00"), ("Waited too long", "1", "฿55.00"),
        ]  # fmt: skip
        await desk.until(
            lambda: [(row.name, row.counts, row.share) for row in board._lines.rows] == expected,
            "the table",
        )

    run(body())


def test_each_subject_has_its_own_tables_with_titles(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("chip_kpis")
        board = desk.office._dashboard._kpis
        await desk.until(lambda: board._facts is not None, "the figures")
        plot = await desk.item("kpiPlot")
        # All waste and its causes, the most frequent first.
        await desk.until(lambda: plot.property("drawn") == 3, "waste by cause")
        assert board.property("plot")["tips"][-1]["text"].startswith("Mar 6: ")
        await desk.tap("chip_back")
        await desk.until(lambda: not plot.isVisible(), "refunds have no plot")
        await desk.until(lambda: len(board._lines.rows) == 2, "refunds by reason")
        assert [each["title"] for each in board.property("columns")] == [
            "Reason", "Times", "Paid back",
        ]  # fmt: skip
        await desk.tap("chip_back_day")
        await desk.until(lambda: "2026" in board._lines.rows[0].name, "by day")
        assert all(not row.name[0].isdigit() for row in board._lines.rows)
        await desk.tap("column_counts")
        await desk.until(lambda: board._lines.property("sortKey") == "counts", "sorted")
        await desk.tap("chip_yield")
        await desk.until(lambda: board.property("tables") == [], "one table of its own")
        assert board._lines.property("sortKey") == ""
        await desk.until(lambda: plot.property("drawn") == 1, "the yield by week")

    run(body())
