"""Prices in the office: a draft tried on the stock, offers, hours and other shops, by clicks."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.domain.ids import new_id
from app.domain.people import Role
from app.domain.prices.competitors import CompetitorPrice
from app.domain.prices.promotion import PromotionKind
from app.domain.task import TaskState
from app.ui.shared import scene
from tests.support.sample_store import sample_id
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_rules import approve

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


async def prices(desk: OfficeDriver, tab: str) -> None:
    await desk.sign_in()
    await desk.tap("nav_prices")
    await desk.tap(f"chip_{tab}")


def effects(desk: OfficeDriver) -> dict[str, Any]:
    return {line.name: line for line in desk.office._prices._rules._effects.rows}


async def text_of(desk: OfficeDriver, name: str) -> str:
    return str((await desk.item(name)).property("text"))


def named(desk: OfficeDriver, name: str) -> UUID:
    return next(each.id for each in desk.known.products.values() if each.name == name)


def test_prices_of_now_with_reasons_and_a_portions_history(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await prices(desk, "now")
        lines = {line.name: line for line in desk.office._prices._now._products.rows}
        assert (lines["Four cheese"].base, lines["Four cheese"].price) == ("95.00", "80.00")
        assert "quality" in lines["Four cheese"].why
        assert lines["Hawaiian"].price == "no price"
        at = [line.name for line in desk.office._prices._now._products.rows].index("Four cheese")
        desk.office._prices._now.choose(at)
        portions = desk.office._prices._now._portions.rows
        assert {line.price for line in portions} == {"80.00"}
        assert all("−" in line.why for line in portions)
        desk.office._prices._now.look(0)
        assert await text_of(desk, "historyStep_0") == "105.00 → 92.00"
        plot = await desk.item("pricePlot")
        await desk.until(lambda: plot.property("count") == 4, "two prices, a step, and now")
        assert [(each["x"], each["y"]) for each in desk.office._prices._now._points] == [
            (-120, 105), (-20, 105), (-20, 92), (0, 92),
        ]  # fmt: skip

    run(body())


def test_a_draft_is_tried_on_the_stock_and_then_put_in_force(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await prices(desk, "rules")
        await desk.until(lambda: "Four cheese" in effects(desk), "effects")
        assert effects(desk)["Four cheese"].before == "80.00"
        await desk.write("draft_markdown_at_floor", "10 %")
        await desk.until(lambda: effects(desk)["Four cheese"].after != "80.00", "new prices")
        line = effects(desk)["Four cheese"]
        assert (line.before, line.portions, line.moved) == ("80.00", "8", "▲ 8")
        assert "→" in line.margin and line.sumChange.startswith("+")
        assert desk.known.settings.pricing.version == 1
        await desk.write("draftNote", "Less reduction")
        await desk.tap("draftApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.pricing.version == 2, "version 2")
        assert desk.known.settings.pricing.markdown_at_floor == Fraction(1, 10)
        await desk.until(lambda: scene.find([desk.window], "draftNote") is None, "no draft left")

    run(body())


def test_a_draft_that_contradicts_itself_is_explained_and_kept_back(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await prices(desk, "rules")
        await desk.write("draft_markdown_at_floor", "40 %")
        await desk.write("draftNote", "Too much")
        assert "cap" in await text_of(desk, "draftFault")
        assert not (await desk.item("draftApply")).isEnabled()
        await desk.tap("draftDrop")
        assert await text_of(desk, "draft_markdown_at_floor") == "25 %"

    run(body())


def says(desk: OfficeDriver, words: str) -> bool:
    return any(words in fault for fault in desk.office._prices._rules._faults)


async def bundle(desk: OfficeDriver, price: str) -> None:
    await desk.write("offerAmount", price)
    await desk.tap("offerKeep")


@pytest.mark.spec("BR-11.3")
def test_a_bundle_must_save_something_and_cover_its_costs(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await prices(desk, "offers")
        cake, coffee = named(desk, "Carrot cake"), named(desk, "Espresso")
        await desk.tap("offerNew")
        await desk.tap("offerKeep")
        name = await desk.item("offerName")
        await desk.until(lambda: name.property("error") != "", "a name is missing")
        await desk.write("offerName", "Coffee and cake")
        await desk.tap("offerKind_bundle")
        await desk.tap(f"offerPart_{cake}")
        await desk.tap(f"offerPart_{coffee}")
        for price, wrong in (("160", "must cost less"), ("50", "below cost"), ("140", "")):
            await bundle(desk, price)
            if wrong:
                await desk.until(partial(says, desk, wrong), wrong)
                assert not desk.office._prices._rules._ready()
                await desk.tap("offerEdit_0")
        assert desk.office._prices._rules._faults == ()
        await desk.write("draftNote", "For the afternoon")
        await desk.tap("draftApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.pricing.promotions != (), "in force")
        (promotion,) = desk.known.settings.pricing.promotions
        assert (promotion.kind, promotion.amount_minor) == (PromotionKind.BUNDLE, 14_000)
        assert {part.product_id for part in promotion.parts} == {cake, coffee}
        assert "Carrot cake" in await text_of(desk, "offerDetail_0")

    run(body())


def test_a_surcharge_needs_its_analysis_and_shows_who_approved_it(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await prices(desk, "hours")
        await desk.tap("hoursNew")
        await desk.write("hoursName", "Lunch")
        await desk.write("hoursPoints", "10 %")
        await desk.write("hoursFrom", "12:00")
        await desk.write("hoursUntil", "13:30")
        await desk.tap("hoursKeep")
        analysis = await desk.item("hoursAnalysis")
        await desk.until(lambda: analysis.property("error") != "", "the analysis is missing")
        await desk.write("hoursAnalysis", "Queues at noon")
        await desk.write("hoursAuthor", "Anan")
        await desk.write("hoursOn", "2026-03-01")
        await desk.tap("hoursKeep")
        await desk.write("draftNote", "Busy at noon")
        await desk.tap("draftApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.pricing.windows != (), "in force")
        note = await desk.item("hoursNote_0")
        await desk.until(lambda: "Mali" in note.property("text"), "who approved")
        assert "Queues at noon" in note.property("text")
        assert "+10 % · 12:00–13:30" in await text_of(desk, "hoursDetail_0")

    run(body())


def test_the_margin_of_one_product(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await prices(desk, "margins")
        await desk.tap("marginNew")
        await desk.pick("marginProduct", str(named(desk, "Margherita")))
        await desk.write("marginShare", "120 %")
        await desk.tap("marginKeep")
        share = await desk.item("marginShare")
        await desk.until(lambda: share.property("error") != "", "out of range")
        await desk.write("marginShare", "35 %")
        await desk.tap("marginKeep")
        assert await text_of(desk, "marginDetail_0") == "at least 35 % of the price"
        assert desk.office._prices._rules._edits() == 1

    run(body())


async def see(desk: OfficeDriver, minor: int, days: int = 1, product: str = "Margherita") -> None:
    on = desk.store.feed.now().date() - timedelta(days=days)
    await desk.store.competitors.record(
        desk.session, request=new_id(),
        prices=[CompetitorPrice(named(desk, product), minor, on, "Corner Slice")],
    )  # fmt: skip


def test_a_price_too_far_above_the_others_is_flagged_and_the_proposal_taken(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await see(desk, 7_000)
        await see(desk, 1_000, days=31)
        await desk.tap("nav_prices")
        await desk.tap("chip_rivals")
        assert await text_of(desk, "flagName_0") == "Margherita"
        assert "27.1 %" in await text_of(desk, "flagText_0")
        await desk.tap("adopt_0")
        await desk.until(
            lambda: desk.known.products[named(desk, "Margherita")].base_price_minor == 8_000,
            "at most 15 % above the mean, in whole baht",
        )
        await desk.until(lambda: scene.find([desk.window], "adopt_0") is None, "no flag left")

    run(body())


def test_a_price_seen_elsewhere_is_recorded_and_struck_out(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await prices(desk, "rivals")
        await desk.tap("rivalKey")
        price = await desk.item("rivalPrice")
        await desk.until(lambda: price.property("error") != "", "price missing")
        await desk.pick("rivalProduct", str(named(desk, "Espresso")))
        await desk.write("rivalPrice", "50")
        await desk.write("rivalOrigin", "Station kiosk")
        await desk.tap("rivalKey")
        rivals = desk.office._prices._rivals
        await desk.until(lambda: len(rivals._seen.rows) == 1, "seen")
        (row,) = rivals._seen.rows
        assert (row.name, row.price, row.origin, row.who) == (
            "Espresso", "50.00", "Station kiosk", "Anan")  # fmt: skip
        await desk.tap("row_0")
        await desk.tap("strikeKey")
        await desk.until(lambda: rivals._seen.rows == (), "struck out")

    run(body())


def test_of_a_file_with_wrong_rows_nothing_is_imported_and_they_are_named(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    good = "Margherita,80,2026-03-01,Corner\n"
    bad = ["Margarita,80,2026-03-01,Corner\n", "Espresso,x,2026-03-01,Corner\n",
           "Espresso,50,2026-13-01,Corner\n"]  # fmt: skip

    async def body() -> None:
        await prices(desk, "rivals")
        rivals = desk.office._prices._rivals
        file.write_text("product,price,date,origin\n" + good * 5 + "".join(bad) + good)
        await desk.write("rivalFile", str(file))
        await desk.tap("rivalImport")
        assert "3 rows" in await desk.title("rivalNotice")
        said = await text_of(desk, "rivalNotice")
        assert all(f"line {n}: " in said for n in (7, 8, 9))
        assert await desk.store.competitors.seen(desk.store.feed.now().date()) == ()
        file.write_text("product,price,date,origin\n" + good * 5)
        await desk.tap("rivalImport")
        await desk.until(lambda: len(rivals._known) == 5, "imported")

    run(body())


def test_a_price_to_correct_is_listed_with_its_deadline_and_closed(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        task = await desk.store.tasks.open(
            None, request=new_id(), task_id=new_id(), kind="price_correction",
            title="Margherita", subject={"product_id": str(sample_id("x"))}, owner=Role.MANAGER,
            due_s=1800,
        )  # fmt: skip
        await desk.tap("nav_prices")
        await desk.tap("chip_tasks")
        assert "Margherita" in await text_of(desk, "priceTask_0")
        assert "30 min" in await text_of(desk, "priceTaskDue_0")
        desk.store.advance(1801)
        desk.office._prices._tick()
        assert "late" in await text_of(desk, "priceTaskDue_0")
        await desk.write("priceTaskOutcome_0", "Cost was missing")
        await desk.tap("priceTaskDone_0")
        await desk.until(lambda: desk.known.tasks[task].state is TaskState.DONE, "closed")
        assert desk.known.tasks[task].outcome == "Cost was missing"

    run(body())
