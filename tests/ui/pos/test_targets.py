"""Every key that can be touched is measured on each screen of the till."""

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem

from app.ui.shared import scene
from tests.ui.pos.conftest import TillDriver

LARGE = ("tile_", "payKey", "exactKey", "payTyped", "nextOrder")
SIZES = ((1024, 768), (1366, 768), (1920, 1080))


def keys(till: TillDriver) -> Iterator[QQuickItem]:
    """Enabled buttons and tiles that can be seen."""
    for item in scene.visible_items(till.window):
        button = item.metaObject().indexOfSignal("clicked()") >= 0
        if item.isEnabled() and (button or item.objectName().startswith("tile_")):
            yield item


def measure(till: TillDriver) -> set[str]:
    """Check every key's size; return the names of the keys."""
    names = set()
    for key in keys(till):
        name = key.objectName()
        least = till.px(17 if name.startswith(LARGE) else 10)
        assert min(key.width(), key.height()) >= least, (name, key.width(), key.height(), least)
        names.add(name)
    return names


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_keys_are_ten_mm_and_tiles_and_pay_keys_seventeen(
    selling: TillDriver, size: tuple[int, int]
) -> None:
    selling.window.resize(*size)
    assert selling.px(10) >= 37.8
    for code in ("M", "E1"):
        selling.tap(f"tile_{code}")
    selling.until(lambda: selling.item("payKey").isEnabled())
    assert {"tile_M", "payKey", "more_Espresso", "remove_Espresso", "chip_"} <= measure(selling)
    selling.tap("wheel_M")
    selling.item("wedge_M-2187")
    assert "wedge_M-2187" in measure(selling)
    selling.program.till._wheel.close()
    selling.until(lambda: not selling.shows("wheelList"))
    selling.tap("payKey")
    selling.tap("cashKey_5")
    assert {"exactKey", "payTyped", "cashKey_point", "quickCash_0"} <= measure(selling)
    selling.tap("exactKey")
    selling.item("change")
    assert "nextOrder" in measure(selling)
    for screen in ("orders", "receipts", "printer"):
        selling.tap(f"rail_{screen}")
        measure(selling)
