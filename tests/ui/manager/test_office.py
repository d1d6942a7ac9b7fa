"""A manager's day in the real window."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.services.ports import DayReport, DayTotal
from tests.support.fake_reports import FakeReports
from tests.ui.manager.conftest import OfficeDriver

# QtGraphs asks for an OpenGL context even when the software renderer draws it.
pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


def test_the_plot_has_points_and_the_figures_have_words(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        page = await desk.item("dashboardPage")
        await desk.until(lambda: int(page.property("dayPoints")) > 1, "points of the plot")
        await desk.item("figure_waste")

    run(body())


def test_an_hour_in_which_more_was_paid_back_than_sold_stays_in_the_plot(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = FakeReports.day

    async def paid_back(reports: FakeReports, day: date) -> DayReport:
        report = await asked(reports, day)
        hours = [
            replace(h, total_minor=-123_000 if h.hour == 14 else 90_000) for h in report.by_hour
        ]
        return replace(report, by_hour=tuple(hours))

    monkeypatch.setattr(FakeReports, "day", paid_back)

    async def body() -> None:
        await desk.sign_in()
        page = await desk.item("dashboardPage")
        await desk.until(lambda: float(page.property("leastOfHour")) <= -1230, "down to the refund")
        await desk.until(lambda: float(page.property("leastOfDay")) == 0, "days from nought on")

    run(body())


def test_a_shop_that_has_sold_nothing_has_words_instead_of_an_empty_plot(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_days: object) -> tuple[DayTotal, ...]:
        return ()

    monkeypatch.setattr(FakeReports, "days", nothing)

    async def body() -> None:
        await desk.sign_in()
        await desk.item("noHistory")
        assert not (await desk.item("dashboardPage")).property("dayPoints")

    run(body())


def test_received_wholes_are_in_the_store(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        product = desk.office._tasks._choices["products"][0]["key"]
        await desk.pick("receiveProduct", product)
        await desk.write("receiveQuantity", "2")
        await desk.write("receiveExpires", "2026-03-07 18:00")
        before = set(desk.store.feed.known.wholes)
        await desk.tap("receiveKey")
        await desk.until(lambda: len(desk.store.feed.known.wholes) == len(before) + 2, "wholes")
        assert "2" in await desk.title("receiveNotice")

    run(body())


def test_one_and_seventeen_portions_are_refused_beside_the_field(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        whole = desk.office._tasks._choices["wholes"][0]["key"]
        before = len(desk.store.feed.known.portions)
        await desk.pick("cutWhole", whole)
        for count in ("1", "17"):
            await desk.write("cutPortions", count)
            await desk.tap("cutKey")
            field = await desk.item("cutPortions")
            await desk.until(lambda f=field: f.property("error") != "", "error")  # type: ignore[misc]
        assert len(desk.store.feed.known.portions) == before

    run(body())


def test_a_lost_link_is_said_and_keys_rest_until_it_is_back(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        live = desk.store.feed.status
        desk.store.lose_link()
        await desk.item("lostNotice")
        key = await desk.item("receiveKey")
        await desk.until(lambda: not key.isEnabled(), "key rests")
        desk.store.set_status(live)
        await desk.until(key.isEnabled, "key works again")

    run(body())


def test_every_wrong_field_of_a_product_is_named_at_once(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await desk.tap("row_0")
        await desk.write("product_name", "")
        await desk.write("product_price", "-5")
        await desk.write("way_0_portions", "17")
        await desk.tap("saveKey")
        for field in ("product_name", "product_price", "way_0_portions"):
            item = await desk.item(field)
            await desk.until(lambda f=item: f.property("error") != "", field)  # type: ignore[misc]

    run(body())
