"""The till's states are drawn at three sizes without a QML warning; pictures for the eye."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from app.ui.shared import scene
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver
from tests.ui.pos.test_order import EMOJI, LONG, THAI, renamed

ALIGN_RIGHT = 2
SIZES = ((1024, 768), (1366, 768), (1920, 1080))


def fill(till: TillDriver, codes: str) -> None:
    for code in codes.split():
        till.tap(f"tile_{code}")
    till.until(lambda: till.item("payKey").isEnabled() and len(till.lines()) == len(codes.split()))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_states_of_the_till_draw(
    selling: TillDriver, size: tuple[int, int], tmp_path: Path
) -> None:
    selling.window.resize(*size)
    selling.save(tmp_path / "normal.png")
    fill(selling, "M P C E1")
    selling.save(tmp_path / "order.png")
    selling.tap("payKey")
    selling.save(tmp_path / "pay.png")
    selling.tap("exactKey")
    selling.item("change")
    selling.save(tmp_path / "paid.png")
    selling.tap("nextOrder")
    selling.tap("wheel_M")
    selling.save(tmp_path / "wheel.png")
    selling.program.till._picking.wheel.close()
    selling.tap(f"chip_{sample_id('category Drinks')}")
    selling.save(tmp_path / "drinks.png")
    selling.tap("rail_orders")
    selling.save(tmp_path / "orders.png")
    selling.tap("rail_sell")
    selling.store.lose_link()
    selling.item("lostNotice")
    selling.save(tmp_path / "lost.png")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_long_texts_and_an_empty_shop_draw(
    open_till: OpenTill, size: tuple[int, int], tmp_path: Path
) -> None:
    till = open_till(FakeStore(renamed(sample_view(NOW), M=LONG, P=THAI, C=EMOJI), NOW))
    till.window.resize(*size)
    till.sign_in()
    fill(till, "M P C E1")
    till.save(tmp_path / "long.png")
    till.program.till._grid.search("nothing like this")
    till.item("emptyGrid")
    till.save(tmp_path / "empty.png")


def test_before_the_first_picture_of_the_store_the_till_says_that_it_waits(
    open_till: OpenTill, tmp_path: Path
) -> None:
    till = open_till(FakeStore(None, NOW))
    empty = till.item("signInEmpty")
    assert empty.property("title") == "Connecting" and "by itself" in empty.property("text")
    assert not [name for name in scene.names([till.window]) if name.startswith("staff_")]
    till.save(tmp_path / "waiting.png")
    till.store.feed.replace_view(sample_view(NOW))
    till.sign_in()
    till.item("tile_M")


def test_the_dark_till_draws(selling: TillDriver, tmp_path: Path) -> None:
    selling.shell.theme.setProperty("dark", True)
    fill(selling, "M P C E1")
    selling.save(tmp_path / "order.png")
    stepper, line = selling.item("less_Espresso"), selling.item("line_Espresso")
    assert stepper.property("fill") != line.property("color"), "a key is seen on its ground"
    selling.tap("wheel_M")
    selling.item("wedge_M-2186")
    selling.save(tmp_path / "wheel.png")
    selling.tap("sheetClose")
    selling.tap("payKey")
    selling.tap("exactKey")
    selling.item("change")
    selling.save(tmp_path / "paid.png")


@pytest.fixture
def right_to_left() -> Iterator[None]:
    """The whole program in a right-to-left layout."""
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_right_to_left_till_is_mirrored_but_not_its_digits(
    open_till: OpenTill, right_to_left: None, tmp_path: Path
) -> None:
    till = open_till(FakeStore(sample_view(NOW), NOW))
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    till.sign_in()
    fill(till, "M P C E1")
    till.save(tmp_path / "order.png")
    middle = till.window.width() / 2
    assert left_of(till, "rail_sell") > middle > left_of(till, "payKey")
    chips = [item for item in scene.visible_items(till.window) if item.objectName() == "chip_"]
    drinks = left_of(till, f"chip_{sample_id('category Drinks')}")
    assert chips and chips[0].mapToScene(QPointF()).x() > drinks
    for name in ("tileName", "lineName", "orderNumber"):
        assert starts_at_the_right(till.item(name)), name
    till.tap("payKey")
    till.save(tmp_path / "pay.png")
    assert left_of(till, "cashKey_1") < left_of(till, "cashKey_2") < left_of(till, "cashKey_3")
    till.tap("exactKey")
    assert till.text("change").endswith("0.00")


def left_of(till: TillDriver, name: str) -> float:
    item = till.item(name)
    return item.mapToScene(item.boundingRect().topLeft()).x()


def starts_at_the_right(text: QQuickItem) -> bool:
    """Whether a Text is aligned to its right edge; Python cannot read that property itself."""
    context = QQmlEngine.contextForObject(text)
    asked = QQmlExpression(context, text, f"effectiveHorizontalAlignment === {ALIGN_RIGHT}")
    answer: Any = asked.evaluate()
    return bool(answer[0] if isinstance(answer, tuple) else answer)
