"""The order panel by clicks: hand-picking, quantities, holds, many lines and long names."""

import asyncio
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from app.domain.portion import PortionState
from app.services.store_view import StoreView
from app.ui.shared import scene
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

LONG = "Grandmother's slow-roasted aubergine, goat cheese & walnut pizza"
THAI = "พิซซ่าหน้าทะเลรวมมิตรกุ้งปลาหมึกและหอย"
EMOJI = "Birthday cake 🎂🍓"


def renamed(view: StoreView, **names: str) -> StoreView:
    """The same store with other product names, by code prefix."""
    products: dict[UUID, Any] = dict(view.products)
    for prefix, name in names.items():
        key = sample_id(f"product {prefix}")
        products[key] = replace(products[key], name=name)
    return replace(view, products=MappingProxyType(products))


def test_a_portion_is_picked_by_hand(selling: TillDriver) -> None:
    selling.tap("wheel_M")
    selling.tap("wedge_M-2186")
    selling.until(lambda: [row.detail[:6] for row in selling.lines()] == ["M-2186"])
    assert not selling.shows("wheelList")


def test_a_reserved_wedge_is_inert(selling: TillDriver) -> None:
    selling.tap("wheel_M")
    assert not selling.item("wedge_M-2182").isEnabled()
    scene.click(selling.item("wedge_M-2182"))
    assert selling.line_names() == []
    assert selling.shows("wheelList")


@pytest.mark.parametrize(("x", "y"), [(0.9, 0.1), (0.2, 0.45)], ids=["name", "wheel"])
def test_a_long_press_opens_the_wheel_and_adds_nothing(
    selling: TillDriver, x: float, y: float
) -> None:
    selling.hold_down("tile_M", x, y, lambda: selling.shows("wheelList"))
    assert selling.line_names() == []


def test_a_tile_with_nothing_to_sell_is_inert(selling: TillDriver) -> None:
    for place in ((0.85, 0.15), (0.2, 0.45)):
        scene.click(selling.item("tile_V"), *place)
    assert selling.line_names() == []
    assert selling.program.till._picking.wheel._props["name"] == ""


def test_the_stepper_changes_a_plain_line(selling: TillDriver) -> None:
    selling.tap("tile_E1")
    selling.tap("more_Espresso")
    selling.until(lambda: selling.text("quantity_Espresso") == "2")
    selling.until(lambda: selling.text("orderTotal").endswith("110.00"))
    selling.tap("less_Espresso")
    selling.until(lambda: selling.text("orderTotal").endswith("55.00"))
    selling.tap("less_Espresso")
    selling.until(lambda: selling.line_names() == [])


def test_quick_taps_on_a_plain_product_make_one_line(selling: TillDriver) -> None:
    """Three taps while the store has not answered the first one."""
    answer = asyncio.Event()
    add = selling.store.selling.add_plain

    async def late(*args: Any, **wish: Any) -> None:
        await answer.wait()
        await add(*args, **wish)

    selling.store.selling.add_plain = late
    for _ in range(3):
        selling.tap("tile_E1")
    assert [(row.name, row.quantity) for row in selling.lines()] == [("Espresso", 3)]
    assert not selling.item("payKey").isEnabled()
    answer.set()
    selling.until(lambda: selling.text("orderTotal").endswith("165.00"))
    assert [(row.name, row.quantity) for row in selling.lines()] == [("Espresso", 3)]
    selling.tap("payKey")
    assert selling.text("due").endswith("165.00")


def test_a_hold_that_runs_out_is_said_and_taken_again(selling: TillDriver) -> None:
    selling.tap("tile_M")
    selling.until(lambda: selling.text("holdPill") == "held 5:00")
    selling.store.advance(270)
    selling.tick()
    selling.until(lambda: selling.text("holdPill") == "held 0:30")
    selling.store.advance(31)
    selling.tick()
    notice = selling.item("expiredNotice")
    assert notice.property("title") == "The hold has run out"
    assert not selling.item("payKey").isEnabled()
    expired = selling.program.till._order.ticket_id
    selling.tap("noticeAction")
    selling.until(lambda: selling.text("holdPill") == "held 5:00")
    assert selling.line_names() == ["Margherita"]
    assert selling.program.till._order.ticket_id != expired
    held = [p for p in selling.store.feed.known.portions.values() if p.ticket_id == expired]
    assert not [p for p in held if p.state is PortionState.RESERVED]


def test_forty_lines_scroll_and_the_last_one_can_be_removed(open_till: OpenTill) -> None:
    till = open_till(FakeStore(sample_view(NOW), NOW))
    till.sign_in()
    for code, times in (("C", 20), ("M", 11), ("F", 8), ("P", 5)):
        for _ in range(times):
            till.tap(f"tile_{code}")
    till.until(lambda: len(till.lines()) == 44, "44 lines")
    lines = till.item("orderLines")
    till.until(lambda: float(lines.property("contentHeight")) > 3 * lines.height(), "laid out")
    till.until(lambda: bool(lines.property("atYEnd")), "scrolled to the newest line")
    till.tap("remove_Pepperoni")
    till.until(lambda: len(till.lines()) == 43)
    till.tap("payKey")
    till.tap("exactKey")
    assert till.text("change").endswith("0.00")


def test_long_thai_and_emoji_names_stay_inside_their_places(open_till: OpenTill) -> None:
    view = renamed(sample_view(NOW), M=LONG, P=THAI, C=EMOJI)
    till = open_till(FakeStore(view, NOW))
    till.window.resize(1024, 768)
    till.sign_in()
    for code, name in (("M", LONG), ("P", THAI), ("C", EMOJI)):
        till.tap(f"tile_{code}")
        till.until(partial(_shows_line, till, name))
    till.until(lambda: all(row.phase == "held" for row in till.lines()))
    till.qtbot.waitUntil(lambda: till.item("payKey").isEnabled())
    for holder in ("productGrid", "orderLines"):
        inside(till, holder)


def _shows_line(till: TillDriver, name: str) -> bool:
    return any(n.startswith(f"line_{name}") for n in scene.names([till.window]))


def inside(till: TillDriver, holder: str) -> None:
    """Every text within the tiles or lines of `holder` lies inside its tile or line, laid out."""
    till.until(lambda: not outside(till, holder), holder)


def outside(till: TillDriver, holder: str) -> list[str]:
    """The texts that do not, and where they are."""
    frames = [
        item
        for item in scene.visible_items(till.window)
        if item.objectName().startswith(("tile_", "line_")) and _within(item, till.item(holder))
    ]
    assert frames
    found = []
    for frame in frames:
        for item in scene.visible_items(till.window):
            if item.metaObject().indexOfProperty("elide") < 0 or not _within(item, frame):
                continue
            box = item.mapRectToItem(frame, item.boundingRect())
            where = f"{frame.objectName()}: {item.property('text')!r} {box}"
            across = box.left() >= -1 and box.right() <= frame.width() + 1
            if not (across and box.top() >= -1 and box.bottom() <= frame.height() + 1):
                found.append(where)
    return found


def _within(item: Any, holder: Any) -> bool:
    while item is not None and item != holder:
        item = item.parentItem()
    return item is not None
