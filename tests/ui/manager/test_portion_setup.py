"""Size, tool, checklist and counts beyond the limits in the product's form."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.ui.manager.product_check import check_draft
from app.ui.manager.product_draft import WayDraft
from app.ui.manager.product_ways import count_to_approve
from app.ui.manager.typed import Fault
from app.ui.shared import scene
from tests.support.sample_store import sample_id, sample_view
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_menu import make_pie, named, saved
from tests.ui.manager.test_product_check import CATEGORIES, GOOD, PRODUCT

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
VIEW = sample_view(datetime(2026, 3, 6, 11, 0, tzinfo=UTC))
SHEET = uuid4()
TOOLS = tuple(VIEW.cutting_tools.values())


@pytest.mark.parametrize(
    ("text", "count"),
    [("24", 24), ("1", 1), ("100", 100), ("17", 17), ("16", None), ("2", None), ("0", None),
     ("-3", None), ("101", None), ("2.5", None), ("x", None), ("", None), ("1e30", None)],
)  # fmt: skip
def test_which_counts_can_be_asked_for(text: str, count: int | None) -> None:
    assert count_to_approve(text) == count


def test_a_count_beyond_the_limits_needs_its_own_consent() -> None:
    def faults(way: WayDraft, approvals: Any = None) -> dict[str, Fault]:
        draft = replace(GOOD, ways=(way,), usual=SHEET)
        return check_draft(draft, PRODUCT, CATEGORIES, "THB", approvals or {})[1]

    way = WayDraft(SHEET, portions="24")
    assert faults(way) == {"portions_0": Fault.OUT_OF_RANGE}
    assert faults(way, {(SHEET, 24): uuid4()}) == {}
    assert faults(way, {(SHEET, 25): uuid4()}) == {"portions_0": Fault.OUT_OF_RANGE}
    assert faults(way, {(uuid4(), 24): uuid4()}) == {"portions_0": Fault.OUT_OF_RANGE}
    assert faults(replace(way, consented="24")) == {}
    assert faults(replace(way, portions="30", consented="24")) == {"portions_0": Fault.OUT_OF_RANGE}


def test_size_tool_and_checklist_are_checked_at_once() -> None:
    pizza = replace(GOOD, category_id=sample_id("category Pizza"))
    bad = replace(
        pizza, size="x" * 41, tool_id=sample_id("tool CK-1"), checklist=";".join(["x" * 81, "b"])
    )
    faults = check_draft(bad, PRODUCT, CATEGORIES, "THB", {}, TOOLS)[1]
    assert faults == {
        "size": Fault.TOO_LONG, "tool": Fault.NOT_SUITABLE, "checklist": Fault.TOO_LONG,
    }  # fmt: skip
    many = replace(pizza, checklist=";".join("abcdefghijklm"))
    assert check_draft(many, PRODUCT, CATEGORIES, "THB")[1] == {"checklist": Fault.TOO_LONG}
    good = replace(pizza, size=' 14" ', tool_id=sample_id("tool PW-1"), checklist=" a ;; b;")
    product, _ = check_draft(good, PRODUCT, CATEGORIES, "THB", {}, TOOLS)
    assert product is not None
    assert (product.size, product.checklist) == ('14"', ("a", "b"))


def test_a_product_gets_its_tool_and_checklist(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await make_pie(desk)
        await desk.pick("product_tool", str(sample_id("tool CK-1")))
        await desk.write("product_checklist", "Even crust; no leaks")
        await desk.tap("saveKey")
        await saved(desk)
        (pie,) = named(desk.known, "Rhubarb pie")
        assert pie.checklist == ("Even crust", "no leaks")
        assert (pie.tool_id, pie.size) == (sample_id("tool CK-1"), "personal")

    run(body())


def test_twenty_four_portions_are_saved_once_another_person_agrees(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_menu")
        await make_pie(desk)
        await desk.write("way_0_portions", "24")
        await desk.tap("saveKey")
        await desk.until(
            lambda: scene.find([desk.window], "way_0_ask") is not None, "the key to ask"
        )
        assert not named(desk.known, "Rhubarb pie")
        await desk.tap("way_0_ask")
        await desk.tap("approvalReason_0")
        await desk.tap("approvalAsk")
        await desk.tap("approver_Mali")
        for digit in "1234":
            await desk.tap(f"approvalPin_{digit}")
        await desk.tap("approvalGrant")
        await saved(desk)
        (pie,) = named(desk.known, "Rhubarb pie")
        assert max(way.portions_per_whole for way in pie.configurations) == 24

    run(body())
