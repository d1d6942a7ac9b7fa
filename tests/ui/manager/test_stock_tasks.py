"""Receiving, cutting and wasting by clicks: done, refused, and with the answer lost."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from app.domain.ids import new_id
from app.domain.portion import PortionState, WholeState
from app.services.refusal import OutcomeUnknown, StoreUnreachable
from app.ui.manager import errand
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


async def fill_cut(desk: OfficeDriver, portions: str = "8") -> str:
    """Fill the form for the first whole in stock; its key."""
    await desk.sign_in()
    await desk.tap("nav_tasks")
    whole = str(next(w.id for w in desk.known.wholes.values() if w.state is WholeState.IN_STOCK))
    await desk.pick("cutWhole", whole)
    await desk.pick("cutUnit", str(next(iter(desk.known.holding_units))))
    await desk.write("cutPortions", portions)
    await desk.write("cutShelf", "2")
    await desk.write("cutLook", "9.5")
    return whole


def test_a_cut_puts_portions_in_stock_and_shows_their_codes(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        whole = await fill_cut(desk)
        before = set(desk.known.portions)
        await desk.tap("cutKey")
        await desk.until(lambda: len(desk.known.portions) == len(before) + 8, "portions")
        new = [p for p in desk.known.portions.values() if p.id not in before]
        assert {str(p.whole_id) for p in new} == {whole}
        assert {p.initial_quality for p in new} == {9.5}
        assert "8" in await desk.title("cutNotice")
        notice = await desk.item("cutNotice")
        await desk.until(
            lambda: all(p.code in notice.property("text") for p in new), "the codes are shown"
        )
        await desk.tap("nav_stock")
        await desk.write("stockSearch", new[0].code)
        shown = await desk.item("shownCount")
        await desk.until(lambda: str(shown.property("text")).startswith("1 "), "found in stock")

    run(body())


def test_the_form_is_empty_after_a_cut(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await fill_cut(desk)
        await desk.tap("cutKey")
        await desk.item("cutNotice")
        count = await desk.item("cutPortions")
        await desk.until(lambda: count.property("text") == "", "count emptied")
        before = len(desk.known.portions)
        await desk.tap("cutKey")
        field = await desk.item("cutWhole")
        await desk.until(lambda: field.property("error") != "", "the whole is missing")
        assert len(desk.known.portions) == before

    run(body())


def test_a_whole_that_another_cut_meanwhile_is_refused(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        whole = await fill_cut(desk)
        found = next(w for w in desk.known.wholes.values() if str(w.id) == whole)
        product = desk.known.products[found.product_id]
        await desk.store.stock.cut_whole(
            desk.session,
            request=new_id(),
            whole_id=found.id,
            configuration_id=product.configurations[0].id,
            portions=6,
            holding_unit_id=next(iter(desk.known.holding_units)),
            shelf="1",
            presentation=9.0,
        )
        before = len(desk.known.portions)
        await desk.tap("cutKey")
        notice = await desk.item("cutNotice")
        await desk.until(lambda: notice.property("tone") == "danger", "refused")
        assert "already cut" in await desk.title("cutNotice")
        assert len(desk.known.portions) == before

    run(body())


def test_a_lost_answer_is_asked_for_again_and_done_once(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errand, "ASK_AGAIN_S", 0.05)
    requests = desk.watch_cuts(monkeypatch, OutcomeUnknown("cut"), StoreUnreachable("away"))

    async def body() -> None:
        await fill_cut(desk)
        before = len(desk.known.portions)
        await desk.tap("cutKey")
        notice = await desk.item("cutNotice")
        await desk.until(lambda: "Cut into 8" in str(notice.property("title")), "the answer came")
        assert len(desk.known.portions) == before + 8
        assert len(requests) == 3
        assert len(set(requests)) == 1

    run(body())


def test_a_store_that_was_not_reached_leaves_the_form_for_the_same_request(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = desk.watch_cuts(monkeypatch, StoreUnreachable("away"))

    async def body() -> None:
        await fill_cut(desk)
        await desk.tap("cutKey")
        notice = await desk.item("cutNotice")
        await desk.until(lambda: notice.property("tone") == "warning", "not reached")
        await desk.tap("cutKey")
        await desk.until(lambda: "Cut into 8" in str(notice.property("title")), "done")
        assert len(requests) == 2
        assert len(set(requests)) == 1

    run(body())


@pytest.mark.parametrize("note", ["", "fell beside the oven 🍕", "ตกพื้น"])
def test_a_wasted_portion_leaves_the_stock_with_its_cause(
    desk: OfficeDriver, run: Run, note: str
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        portion = next(p for p in desk.known.portions.values() if p.state is PortionState.AVAILABLE)
        await desk.tap("chip_dropped")
        await desk.write("wasteCode", portion.code.lower())
        await desk.write("wasteNote", note)
        await desk.tap("wasteKey")
        await desk.item("wasteNotice")
        left = desk.known.portions.get(portion.id)
        assert left is None or left.state is PortionState.WASTED
        code = await desk.item("wasteCode")
        await desk.until(lambda: code.property("text") == "", "emptied for the next")

    run(body())


def test_waste_needs_a_code_that_is_in_stock(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        await desk.tap("chip_expired")
        await desk.write("wasteCode", "X-0")
        await desk.tap("wasteKey")
        field = await desk.item("wasteCode")
        await desk.until(lambda: "No portion" in str(field.property("error")), "said")

    run(body())


def test_the_list_of_wholes_is_searched_by_words(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_tasks")
        await desk.tap("cutWhole_key")
        listed = await desk.item("cutWhole_list")
        await desk.until(lambda: int(listed.property("count")) > 2, "all wholes")
        await desk.write("cutWhole_search", "m-w1 marg")
        await desk.until(lambda: int(listed.property("count")) == 1, "one whole")
        await desk.write("cutWhole_search", "no such thing")
        await desk.until(lambda: int(listed.property("count")) == 0, "none")

    run(body())
