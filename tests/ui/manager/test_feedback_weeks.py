"""Complaints and stars by week on the complaints page, with the counts behind each point."""

import os
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.feedback_trend import DayCount, Told
from tests.support.sample_store import sample_id
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
PIZZA, CAKE = sample_id("product M"), sample_id("product P")
THIS_WEEK = date(2026, 3, 2)


def told(kind: Told, weeks: int, count: int, product: UUID | None = PIZZA, said: str = "",
         stars: int = 0) -> DayCount:  # fmt: skip
    day = THIS_WEEK - timedelta(weeks=weeks) + timedelta(days=2)
    name = {PIZZA: "Margherita", CAKE: "Chocolate cake"}.get(product or CAKE, "")
    return DayCount(kind, said, day, product, name if product else "", count, stars)


def eight_weeks() -> tuple[DayCount, ...]:
    """Cold slices grow; one week the shop was shut; cakes are well liked."""
    found = []
    for weeks in (0, 1, 2, 4, 5, 6, 7):
        found += [
            told(Told.SERVED, weeks, 400 + 7 * weeks),
            told(Told.SERVED, weeks, 210, CAKE),
            told(Told.COMPLAINT, weeks, 9 - weeks, said="Cold or dry"),
            told(Told.COMPLAINT, weeks, 1, CAKE, said="Does not taste good"),
            told(Told.RATING, weeks, 31, None, "product", 31 * 4 + weeks * 3),
            told(Told.RATING, weeks, 20, PIZZA, "product", 20 * 3 + weeks * 3),
            told(Told.RATING, weeks, 12, None, "service", 12 * 5),
        ]
    return tuple(found)


def picture(desk: OfficeDriver, name: str) -> None:
    folder = os.environ.get("WEDGE_PICTURES")
    if folder:
        desk.settle()
        desk.window.grabWindow().save(str(Path(folder) / f"{name}.png"))


async def opened(desk: OfficeDriver) -> None:
    await desk.sign_in()
    await desk.tap("nav_feedback")
    await desk.until(lambda: desk.office._feedback._trend.property("loaded"), "counted")
    await desk.tap("showWeeks")


def test_each_week_stands_with_what_it_was_counted_from(desk: OfficeDriver, run: Run) -> None:
    trend = desk.office._feedback._trend

    def ticks() -> list[str]:
        return [str(each["text"]).partition("\n")[2] for each in trend.property("plot")["ticks"]]

    async def body() -> None:
        desk.store.complaints.counted = eight_weeks()
        await opened(desk)
        plot = await desk.item("weeksPlot")
        await desk.until(lambda: plot.property("drawn") == 2, "a week without sales breaks it")
        assert ticks()[-1] == "10 / 610" and ticks()[4] == "–"
        picture(desk, "weeks")
        await desk.pick("weekProduct", str(CAKE))
        await desk.until(lambda: ticks()[-1] == "1 / 210", "of cakes")
        await desk.pick("weekAbout", "Cold or dry")
        await desk.until(lambda: ticks()[-1] == "0 / 210", "nobody called a cake cold")
        await desk.pick("weekMeasure", "stars")
        await desk.until(lambda: ticks()[-1] == "–", "no cake was rated")
        assert (await desk.item("noWeeks")).property("title") == (
            "Nobody rated in these eight weeks"
        )
        await desk.pick("weekProduct", "")
        await desk.until(lambda: ticks()[-1] == "43", "food and order")
        await desk.pick("weekAbout", "product")
        await desk.until(lambda: ticks()[-1] == "31", "food alone")
        plot.setProperty("at", 7.1)
        tip = await desk.item("weeksPlot_tip")
        await desk.until(
            lambda: tip.property("text") == "Week from Mar 2: 4.00 stars from 31 ratings", "told"
        )
        picture(desk, "weeks-stars")

    run(body())


def test_a_shop_that_served_nothing_is_told_so(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await opened(desk)
        title = "Nothing was served in these eight weeks"
        empty = await desk.item("noWeeks")
        await desk.until(lambda: empty.property("title") == title, "empty")
        picture(desk, "weeks-empty")

    run(body())
