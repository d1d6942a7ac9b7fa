"""However low the till: what was just taken is seen whole, and so are two lines of an order."""

import pytest
from PySide6.QtCore import QPointF

from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

CAKE, SLICE = sample_id("product C"), sample_id("product M")
SIZES = ((952, 506, 0.797), (1024, 768, 1.0), (1366, 700, 1.0), (1366, 768, 1.0), (1920, 1080, 1.0))


def whole(till: TillDriver, *names: str) -> bool:
    """Whether each item lies within what is seen of the order's lines."""
    view = till.item("orderLines")
    for name in names:
        item = till.item(name)
        top = item.mapToItem(view, QPointF(0, 0)).y()
        if top < -0.5 or top + item.height() > view.height() + 0.5:
            return False
    return True


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_line_after_one_tap_and_two_after_two_with_suggestions_at_hand(
    open_till: OpenTill, size: tuple[int, int, float]
) -> None:
    store = FakeStore(sample_view(NOW), NOW)
    guest = store.guests.add("Malee", phone="0812345678")
    for visit in range(5):
        store.guests.bought(guest, CAKE if visit else SLICE, visit + 1)
    till = open_till(store)
    till.sign_in()
    till.tap("guestKey")
    till.tap("guest_Malee")
    till.tap("sheetClose")
    width, height, scale = size
    till.window.resize(width, height)
    till.shell.theme.setProperty("pixelsPerMm", 3.78 * scale)
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    one = ("line_Pepperoni", "about_Pepperoni", "remove_Pepperoni", "discount_Pepperoni")
    till.until(lambda: whole(till, *one), "the line")
    suggestions = till.program.till._guests._suggest._rows
    till.until(lambda: len(suggestions.rows) > 0, "suggested")
    till.until(lambda: till.shows("suggestions"), "there is room for one with one line")
    till.until(lambda: whole(till, *one), "the line, with a suggestion below")
    till.tap("tile_E1")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"] * 2, "both")
    till.until(lambda: whole(till, *one, "line_Espresso", "remove_Espresso"), "both lines")
