"""The back office's page of what wholes bring: its words, its tones, and its window."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from uuid import UUID

import pytest

from app.domain.people import Role
from app.domain.revenue import Earned, Revenue, Sides, Tendered, Way
from app.domain.task import Task, TaskState
from app.ui.manager.price_tasks import fall_text, price_tasks
from app.ui.manager.revenue_board import span_of
from app.ui.manager.revenue_lines import reconciliation, revenue_line
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

# QtGraphs asks for an OpenGL context even when the software renderer draws it.
pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
AT = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
SETTINGS = sample_view(AT).settings
WHOLE = Earned(UUID(int=1), "Margherita", Way.WHOLE, Fraction(1), Fraction(0), 1800, 0,
               Fraction(118), 640, 0)  # fmt: skip


def _cut(gross: int, wholes: Fraction = Fraction(1)) -> Earned:
    return replace(WHOLE, way=Way.PORTIONS, gross_minor=gross, wholes=wholes, tax=Fraction(131))


@pytest.mark.spec("KPI-06")
def test_the_ratio_is_green_from_one_on_and_red_below() -> None:
    """20.00 against 18.00, and 17.00; a target of the manager's own moves the bound."""
    shown = [
        (line.ratio, line.tone)
        for line in (
            revenue_line(Sides(UUID(int=1), "M", WHOLE, cut), SETTINGS)
            for cut in (_cut(2000), _cut(1700), _cut(1800), _cut(1799), None)
        )
    ]  # fmt: skip
    assert shown == [
        ("● 1.11", "ok"), ("▲ 0.94", "danger"), ("● 1.00", "ok"), ("▲ 0.99", "danger"),
        ("–", "muted"),
    ]  # fmt: skip
    strict = replace(SETTINGS, revenue=replace(SETTINGS.revenue, least_ratio=Fraction(6, 5)))
    assert revenue_line(Sides(UUID(int=1), "M", WHOLE, _cut(2000)), strict).tone == "danger"


def test_a_product_s_two_ways_stand_in_one_line() -> None:
    line = revenue_line(Sides(UUID(int=1), "M", WHOLE, _cut(2000, Fraction(5, 4))), SETTINGS)
    assert (line.wholes, line.wholeRevenue, line.wholeCost, line.wholeMargin) == (
        "1", "18.00", "6.40", "10.42",
    )  # fmt: skip
    assert (line.cut, line.cutRevenue, line.cutCost, line.cutMargin) == (
        "1.25", "16.00", "5.12", "9.83",
    )  # fmt: skip


def test_the_difference_to_the_payments_is_said() -> None:
    ledger = (Tendered("cash", 1900, 100),)
    found = Revenue(AT, (replace(WHOLE, gross_minor=1900, back_minor=100),), ledger, 118)
    sums = {each["key"]: each for each in reconciliation(found, SETTINGS)}
    assert (sums["total"]["value"], sums["ledger"]["value"]) == ("18.00", "18.00")
    assert (sums["apart"]["value"], sums["apart"]["tone"]) == ("0.00", "ok")
    short = reconciliation(replace(found, ledger=(Tendered("cash", 1899, 100),)), SETTINGS)
    assert (short[-1]["value"], short[-1]["tone"]) == ("0.01", "danger")


def test_a_review_says_how_far_the_revenue_fell() -> None:
    subject = {"product_id": "", "days": 7, "before_minor": 100_000, "after_minor": 85_000}
    task = Task(UUID(int=2), "strategy_review", "Margherita", subject, Role.MANAGER, AT, None, None,
                None, TaskState.OPEN, None, None, "")  # fmt: skip
    view = sample_view(AT)
    assert fall_text(task, view) == "−15.0 %: ฿850.00 in 7 days after ฿1,000.00"
    assert price_tasks(replace(view, tasks={task.id: task})) == [task]


def test_months_are_calendar_months() -> None:
    assert span_of("before", date(2026, 3, 6)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert span_of("month", date(2026, 3, 6)) == (date(2026, 3, 1), date(2026, 3, 6))
    assert span_of("week", date(2026, 3, 6)) == (date(2026, 2, 28), date(2026, 3, 6))


def test_the_page_shows_the_chosen_period(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("chip_revenue")
        board = desk.office._dashboard._revenue
        await desk.until(lambda: len(board._lines.rows) > 2, "the products")
        week = board._sums
        await desk.tap("chip_today")
        await desk.until(lambda: board._sums != week, "today's sums")
        apart = await desk.item("revenue_apart")
        await desk.until(lambda: apart.property("text") == "● 0.00", "no difference")
        said = await desk.item("revenueNotes")
        await desk.until(
            lambda: said.property("text").startswith("All amounts in Thai baht. "), "the currency"
        )

    run(body())
