"""The till's states are drawn at three sizes without a QML warning; pictures for the eye."""

from pathlib import Path

import pytest

from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver
from tests.ui.pos.test_order import EMOJI, LONG, THAI, renamed

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
    selling.program.till._wheel.close()
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
