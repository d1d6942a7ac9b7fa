"""Wet hands: everything that can be tapped, measured in every state: 60 pixels, 17 mm for items."""

import contextlib
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import combinations
from types import MappingProxyType

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from app.services.store_view import StoreView
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.support.screen import until
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen, first_line, many, portion_of, with_portions

PIXELS_PER_MM = 3.78
ROUNDING_PX = 1.0
LEAST_PX, WET_MM, GAP_MM = 60.0, 17.0, 2.0
SMALLER_PX = {"sheetClose": 48.0}
"""The corner of a sheet: away from the work, and Escape and the sheet's own keys leave it too."""
KINDS = ("QQuickAbstractButton", "QQuickMouseArea")
SIZES = [(1920, 1080), (1366, 768)]


def seen(item: QQuickItem) -> QRectF:
    """What of the item lies within every clipping ancestor, in the window's pixels."""
    rect = item.mapRectToScene(item.boundingRect())
    above = item.parentItem()
    while above is not None:
        if above.clip():
            rect = rect.intersected(above.mapRectToScene(above.boundingRect()))
        above = above.parentItem()
    return rect


def tappable(screen: Screen) -> list[QQuickItem]:
    """Keys and areas in sight; only those of the sheet while one is open."""
    items = list(scene.visible_items(screen.window))
    sheets = [i for i in items if i.inherits("QQuickPopupItem")]
    found = [i for i in items if any(i.inherits(kind) for kind in KINDS)]
    if sheets:
        found = [i for i in found if any(sheet.isAncestorOf(i) for sheet in sheets)]
    return [i for i in found if not seen(i).isEmpty()]


def name_of(item: QQuickItem) -> str:
    own = item.objectName() or (item.parentItem().objectName() if item.parentItem() else "")
    return own or item.metaObject().className()


def too_small(screen: Screen) -> list[str]:
    """Below 60 pixels either way; below 17 mm high for the keys of every portion and ticket."""
    bad = []
    for item in tappable(screen):
        name, width, height = name_of(item), item.width(), item.height()
        least = SMALLER_PX.get(name, LEAST_PX)
        wet = name.startswith(("item_", "bump_"))
        tall = WET_MM * PIXELS_PER_MM - ROUNDING_PX if wet else least
        if height < tall or width < least:
            bad.append(f"{name}: {width:.0f} × {height:.0f} px")
    return bad


def too_close(screen: Screen) -> list[str]:
    """Pairs of keys less than 2 mm apart; a key inside an area is that area's own."""
    bad = []
    margin = GAP_MM * PIXELS_PER_MM - ROUNDING_PX
    for one, other in combinations(tappable(screen), 2):
        if related(one, other):
            continue
        grown = seen(one).adjusted(-margin, -margin, margin, margin)
        if grown.intersects(seen(other)):
            bad.append(f"{name_of(one)} and {name_of(other)}")
    return bad


def related(one: QQuickItem, other: QQuickItem) -> bool:
    above, beside = one.parentItem(), other.parentItem()
    return (
        one.isAncestorOf(other)
        or other.isAncestorOf(one)
        or (above is not None and above.isAncestorOf(other))
        or (beside is not None and beside.isAncestorOf(one))
    ) and (one.inherits("QQuickMouseArea") or other.inherits("QQuickMouseArea"))


async def check(screen: Screen, where: str) -> None:
    """Assert once the layout has settled."""
    with contextlib.suppress(TimeoutError):
        await until(lambda: bool(tappable(screen)) and not faults(screen), timeout_s=2.0)
    assert tappable(screen), where
    assert faults(screen) == [], where


def faults(screen: Screen) -> list[str]:
    return too_small(screen) + too_close(screen)


def everything_at_once(view: StoreView) -> StoreView:
    """Past its limit, stale cabinets, twelve tickets, something to cut and to remove."""
    late = replace(
        view.portions[portion_of(first_line(view))], expires_at=NOW - timedelta(minutes=1)
    )
    unsold = [p for p in view.portions.values() if p.ticket_id is None][:9]
    passed = [replace(p, expires_at=NOW - timedelta(minutes=1)) for p in unsold]
    view = with_portions(view, late, *passed)
    return many(replace(view, holding_temperatures=MappingProxyType({})), 12)


@pytest.mark.parametrize("size", SIZES)
def test_every_target_in_every_state(shell: Shell, run: Run, size: tuple[int, int]) -> None:
    screen = Screen(shell, everything_at_once(sample_view(NOW)))
    lines = screen.view.lines_of(first_line(screen.view).ticket_id)

    async def body() -> None:
        screen.window.resize(*size)
        await screen.until(lambda: screen.window.contentItem().width() == size[0])
        await screen.until(lambda: screen.all("staff_Ploy"))
        await check(screen, "who is here")
        await screen.click("staff_Ploy")
        await screen.until(lambda: screen.all("pinKey_1"))
        await check(screen, "PIN")
        for digit in "1234":
            await screen.click(f"pinKey_{digit}")
        await screen.click("pinEnter")
        await screen.until(lambda: screen.all("more"))
        await check(screen, "board")
        if screen.all("advice"):
            await screen.click("advice")
            await screen.until(lambda: screen.all("remove_title"))
            await check(screen, "advice")
            await screen.click("advice")
        await screen.click(f"item_{lines[0].id}")
        await screen.until(lambda: screen.all("noticeDismiss"))
        await check(screen, "banner")
        await screen.click("noticeDismiss")
        await screen.click(f"item_{lines[1].id}")
        await screen.until(lambda: screen.all("looksRight"))
        await check(screen, "thermometer")
        screen.key("Escape")
        await screen.until(lambda: not screen.all("looksRight"))
        screen.key("S")
        await screen.until(lambda: screen.all("allDaySheetCount"))
        await check(screen, "all day")
        screen.key("Escape")
        await screen.until(lambda: not screen.all("allDaySheetCount"))
        whole = screen.side.property("advice").rows[0].key
        screen.vm.property("stock").planCut(whole)
        await screen.until(lambda: screen.all("cutConfirm"))
        await check(screen, "cut")

    run(body())


@pytest.mark.parametrize("size", SIZES)
def test_served_undo_and_recall_are_large_and_apart(
    shell: Shell, run: Run, size: tuple[int, int]
) -> None:
    screen = Screen(shell, many(sample_view(NOW), 12))

    async def body() -> None:
        screen.window.resize(*size)
        await screen.sign_in()
        await screen.until(lambda: screen.all("more"))
        screen.window.grabWindow()
        before = height_of_the_board(screen)
        for served in range(1, 4):
            screen.vm.property("tickets").bump(screen.board.property("cards").rows[0].key)
            await screen.until(partial(recallable, screen, served))
        await screen.until(lambda: screen.all("undo"))
        await check(screen, "served")
        assert height_of_the_board(screen) == before
        screen.picture(f"served-three-{size[0]}")
        for _ in range(3):
            shell.clock.tick.emit()
        await screen.until(lambda: not screen.all("undo"))
        await check(screen, "recall")
        assert height_of_the_board(screen) == before
        screen.picture(f"recall-{size[0]}")

    run(body())


def recallable(screen: Screen, count: int) -> bool:
    return len(screen.vm.property("tickets").property("recallable")) == count


def height_of_the_board(screen: Screen) -> float:
    """Keys that come and go must not move the cards under a finger."""
    return screen.item(f"ticket_{screen.board.property('cards').rows[0].number}").height()
