"""Questions, points and looks by week, on their pages, with the counts below."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.services.ports import WeekCount, Weekly
from app.ui.manager.week_plot import WeekPlot
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_feedback_weeks import THIS_WEEK, picture

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def weeks_ago(weeks: int) -> date:
    return THIS_WEEK - timedelta(weeks=weeks)


def counts() -> dict[Weekly, tuple[WeekCount, ...]]:
    """Five weeks of each; three weeks ago the shop was shut."""
    open_weeks = [weeks_ago(n) for n in (7, 6, 5, 4, 2, 1, 0)]
    return {
        Weekly.APPROVALS: tuple(
            WeekCount(week, kind, n + at, n)
            for at, week in enumerate(open_weeks)
            for kind, n in (("manual_discount", 9), ("remake", 5), ("refund", 3), ("goodwill", 1))
        ),
        Weekly.POINTS: tuple(
            WeekCount(week, kind, n + 37 * at)
            for at, week in enumerate(open_weeks)
            for kind, n in (("earn", 1_240), ("redeem", 610), ("reverse", 45), ("return", 20))
        ),
        Weekly.CHECKS: tuple(
            WeekCount(week, kind, max(0, n - at))
            for at, week in enumerate(open_weeks)
            for kind, n in (("kept", 230), ("late", 14), ("overdue", 6))
        ),
    }


def test_each_page_plots_its_weeks(desk: OfficeDriver, run: Run) -> None:
    desk.store.reports.by_week.update(counts())

    def drawn(plot: WeekPlot) -> dict[str, Any]:
        found: dict[str, Any] = plot._plot()
        return found

    def ticks(plot: WeekPlot) -> list[str]:
        return [" ".join(each["text"].split("\n")[1:]) for each in drawn(plot).get("ticks", [])]

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_approvals")
        plot = desk.office._approvals._weeks
        await desk.until(lambda: bool(ticks(plot)), "questions")
        assert ticks(plot)[:5] == ["18 / 18", "18 / 22", "18 / 26", "18 / 30", "–"]
        assert len(drawn(plot)["lines"]) == 4
        await desk.item("approvalsPlot")
        picture(desk, "approvals")
        await desk.tap("nav_guests")
        plot = desk.office._guests._weeks
        await desk.until(lambda: bool(ticks(plot)), "points")
        assert ticks(plot)[0] == "1,240" and drawn(plot)["high"] == 2000.0
        assert drawn(plot)["tips"][0]["text"].endswith("given back after a refund 20")
        picture(desk, "points")
        await desk.tap("nav_quality")
        await desk.tap("chip_looks")
        plot = desk.office._quality._weeks
        await desk.until(lambda: bool(ticks(plot)), "looks")
        assert ticks(plot)[0] == "20 / 250"
        await desk.item("checksPlot")
        picture(desk, "checks")

    run(body())


def test_a_store_without_any_says_so(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_guests")
        empty = await desk.item("pointsEmpty")
        await desk.until(lambda: "No points" in str(empty.property("title")), "said")

    run(body())
