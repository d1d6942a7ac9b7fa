"""A dear slice is sold in three taps as well: one key says that the guest knows, and pays."""

import pytest

from app.domain.people import Mode
from app.ui.shared import scene
from tests.support.seed import SmallShop
from tests.ui.prices.conftest import GRADES, OpenScreen, OpenSlices, left_on_sale, priced, scored

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def test_a_slice_of_grade_a_is_paid_in_three_taps_and_the_guest_reads_why(
    open_slices: OpenSlices, open_screen: OpenScreen, small_store: SmallShop
) -> None:
    """Base 4.00, +10 % for grade A: tile, the pay key that says so, exact."""
    priced(small_store, base=400, grade_factors=GRADES)
    left_on_sale(small_store, 3)
    scored(small_store, 9.5)
    till, guest = open_slices("till-1", 3), open_screen(Mode.CUSTOMER, "till-1")
    till.taps = 0
    till.tap("tile_P")
    till.until(lambda: till.text("explainedKey") == "Told the guest · Pay ฿4.40", "what it says")
    guest.until(lambda: guest.text("guestTotal") == "฿4.40", "the guest's total")
    (line,) = guest.program._model._lines.rows
    assert "0.40 more for its quality" in line.why.replace("\u00a0", " ")
    till.tap("explainedKey")
    till.tap("exactKey")
    till.item("change")
    assert till.taps == 3
    assert small_store.one("SELECT total_minor FROM wedge.receipts") == 440


def test_return_on_the_keyboard_does_what_the_key_says(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    priced(small_store, base=400, grade_factors=GRADES)
    left_on_sale(small_store, 3)
    scored(small_store, 9.5)
    till = open_slices("till-1", 3)
    till.tap("tile_P")
    till.until(lambda: till.item("explainedKey").isEnabled(), "held")
    till.program.till._grid.search("")
    scene.press_key(till.window, "Return")
    till.item("exactKey")
    scene.press_key(till.window, "Return")
    till.until(lambda: till.shows("change"), "paid")
