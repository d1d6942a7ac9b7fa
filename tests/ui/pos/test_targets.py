"""Everything that can be touched is measured on each screen of the till (POS-I1.1)."""

import math
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.ui.shared import scene
from tests.ui.pos.conftest import TillDriver

LARGE = ("tile_", "payKey", "exactKey", "payTyped", "nextOrder")
SIZES = ((1024, 768), (1366, 768), (1920, 1080))
LEAST_PX = 48
SHEETS = (
    ("avoidKey", "avoidSave"),
    ("couponKey", "couponCode_input"),
    ("discountKey", "sheetClose"),
    ("guestKey", "guestSearch_input"),
    ("legendKey", "sheetClose"),
)
TAPPED = ("chosen()", "clicked()", "clicked(QQuickMouseEvent*)", "wedgeTapped(int)")


def touchable(till: TillDriver) -> Iterator[QQuickItem]:
    """Enabled keys, tiles, wheels, entries and touch areas that can be seen, parents first."""
    for item in scene.visible_items(till.window):
        meta = item.metaObject()
        tapped = any(meta.indexOfSignal(name) >= 0 for name in TAPPED)
        wheel = meta.indexOfProperty("interactive") >= 0 and meta.indexOfProperty("wedges") >= 0
        entry = meta.indexOfSignal("textEdited()") >= 0
        inert = wheel and not item.property("interactive")
        if item.isEnabled() and (tapped or entry) and not inert and item.width() > 0:
            yield item


def where(till: TillDriver, item: QQuickItem) -> QRectF:
    box = item.mapRectToItem(till.window.contentItem(), item.boundingRect())
    assert isinstance(box, QRectF)
    return box


def measure(till: TillDriver) -> set[str]:
    """Check every size and the gaps between neighbours; return the names of what was measured."""
    till.window.grabWindow()  # lays everything out
    found = list(touchable(till))
    for item in found:
        name = item.objectName()
        least = max(LEAST_PX, till.px(17 if name.startswith(LARGE) else 10))
        assert min(item.width(), item.height()) >= least, (name, item.size(), least)
    keys = [item for item in found if item.metaObject().indexOfSignal("clicked()") >= 0]
    keys += [item for item in found if item.objectName().startswith("tile_")]
    for one, other in combinations(keys, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one) or _of_two_layers(one, other):
            continue
        gap = _gap(where(till, one), where(till, other))
        assert gap >= till.px(2) - 0.5, (one.objectName(), other.objectName(), gap)
    return {item.objectName() for item in found}


def _gap(one: QRectF, other: QRectF) -> float:
    """The larger of the two distances along the axes; negative when they overlap."""
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)


def _of_two_layers(one: QQuickItem, other: QQuickItem) -> bool:
    """Whether one of them lies in a modal sheet over the other, or is scrolled out of its list."""
    return _sheet(one) != _sheet(other)


def _sheet(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.metaObject().className().startswith("QQuickOverlay"):
            return True
        item = item.parentItem()
    return False


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_targets_are_48_px_and_ten_mm_and_tiles_and_pay_keys_seventeen_mm(
    till: TillDriver, size: tuple[int, int]
) -> None:
    till.window.resize(*size)
    assert till.px(10) >= 37.8
    assert "staff_Nok" in measure(till)
    till.tap("staff_Nok")
    till.until(lambda: {"pinKey_1", "pinBack"} <= measure(till))
    till.tap("pinBack")
    till.sign_in()
    till.item("tile_M")
    for code in ("M", "E1"):
        till.tap(f"tile_{code}")
    till.until(lambda: till.item("payKey").isEnabled())
    seen = measure(till)
    assert {"tile_M", "wheel_M", "payKey", "more_Espresso", "remove_Espresso"} <= seen
    assert {"chip_", "search_input", "rail_sell", "kitchenAlarm"} <= seen
    till.tap("wheel_M")
    till.item("wedge_M-2187")
    assert {"wedge_M-2187", "sheetClose", "bigWheel_M-C2"} <= measure(till)
    till.tap("sheetClose")
    till.until(lambda: not till.shows("wheelList"))
    till.tap("payKey")
    till.tap("cashKey_5")
    assert {"exactKey", "payTyped", "cashKey_point", "quickCash_0"} <= measure(till)
    till.tap("exactKey")
    till.item("change")
    assert "nextOrder" in measure(till)
    for screen in ("orders", "receipts", "printer"):
        till.tap(f"rail_{screen}")
        measure(till)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_low_tiles_share_a_cell_and_can_all_be_tapped(
    selling: TillDriver, size: tuple[int, int]
) -> None:
    selling.window.resize(*size)
    for code in ("E1", "E2", "E4"):
        selling.tap(f"tile_{code}")
    selling.until(lambda: len(selling.line_names()) == 3)
    pizza, *drinks = (selling.item(f"tile_{code}") for code in ("M", "E1", "E2", "E4"))
    assert all(tile.height() < 0.55 * pizza.height() for tile in drinks)
    for one, other in combinations(drinks, 2):
        assert _gap(where(selling, one), where(selling, other)) >= selling.px(2) - 0.5


@pytest.mark.spec("POS-I1.1")
def test_the_large_wheel_letters_what_is_free_and_hatches_what_is_taken(
    selling: TillDriver,
) -> None:
    """Pepperoni: eight portions, two sold and one in the order."""
    selling.tap("tile_P")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    selling.tap("wheel_P")
    selling.item("bigWheel_P-C1")
    selling.until(lambda: selling.item("wedge_P-2222").height() > 0)
    selling.window.grabWindow()  # lays everything out
    wheel = selling.item("bigWheel_P-C1")
    lettered = {n for n in range(8) if selling.shows(f"wedgeGrade_{n}")}
    assert len(lettered) == 5
    assert {selling.item(f"wedgeGrade_{n}").property("grade") for n in lettered} == {"A"}
    selling.until(
        lambda: (
            [{n for n in range(8) if evenness(selling, wheel, n) > share} for share in (0.97, 0.85)]
            == [lettered, lettered]
        ),
        "the free ones evenly painted, the others hatched, the sheet at rest",
    )
    for wedge in set(range(8)) - lettered:
        scene.click(wheel, *middle(wedge))
    assert selling.line_names() == ["Pepperoni"]
    assert selling.shows("wheelList"), "a taken wedge is inert"
    for taken, wedge in enumerate(sorted(lettered), start=2):
        if not selling.shows("wheelList"):
            selling.tap("wheel_P")
        wheel = selling.item("bigWheel_P-C1")
        scene.click(wheel, *middle(wedge))
        selling.until(lambda taken=taken: len(selling.line_names()) == taken)  # type: ignore[misc]
        selling.until(lambda: not selling.shows("wheelList"))


def test_a_portion_picked_by_hand_is_sold_in_at_most_five_taps(selling: TillDriver) -> None:
    selling.tap("wheel_P")
    selling.tap("wedge_P-2222")
    selling.tap("payKey")
    selling.tap("exactKey")
    assert selling.text("change").endswith("0.00")
    assert selling.taps <= 5


def middle(wedge: int, radius: float = 0.42, turn: float = 0.0) -> tuple[float, float]:
    """A point of one of eight wedges as fractions of the wheel's box; `turn` in radians."""
    angle = 2 * math.pi * (wedge + 0.5) / 8 + turn
    return 0.5 + radius * math.sin(angle), 0.5 - radius * math.cos(angle)


def evenness(till: TillDriver, wheel: QQuickItem, wedge: int) -> float:
    """The share of the commonest colour between the hub and the letter: 1 without a pattern."""
    picture, box = till.window.grabWindow(), where(till, wheel)
    seen: Counter[str] = Counter()
    for radius in range(12, 27):
        for turn in range(-5, 6):
            x, y = middle(wedge, radius / 100, turn / 20)
            at = QPoint(int(box.x() + x * box.width()), int(box.y() + y * box.height()))
            seen[picture.pixelColor(at).name()] += 1
    return max(seen.values()) / seen.total()


def _gone(till: TillDriver, name: str) -> bool:
    return not till.shows(name)


def test_the_keys_of_every_sheet_and_escape_leaves_it(selling: TillDriver) -> None:
    selling.window.resize(1024, 768)
    selling.tap("tile_M")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"])
    for key, inside in SHEETS:
        selling.tap(key)
        selling.rest(inside)
        assert inside in measure(selling)
        QTest.keyClick(selling.window, Qt.Key.Key_Escape)
        selling.until(partial(_gone, selling, inside), f"{key} left")
    selling.tap("wheel_M")
    selling.tap("wheelAsk")
    selling.rest("askConfirm")
    assert "askConfirm" in measure(selling)
    QTest.keyClick(selling.window, Qt.Key.Key_Escape)
    selling.until(lambda: not selling.shows("askConfirm"), "left")
    assert len(selling.lines()) == 1
