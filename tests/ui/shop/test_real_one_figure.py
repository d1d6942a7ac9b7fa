"""The minutes told at the till stand on the guest's display, until the order is handed over."""

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_recovery import serve
from tests.support.seed import PIZZA, SmallShop, Till
from tests.ui.prices.conftest import OpenScreen, OpenSlices, left_on_sale

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def test_till_and_guest_say_the_same_minutes_and_nothing_of_them_once_it_was_served(
    open_slices: OpenSlices, open_screen: OpenScreen, small_store: SmallShop,
    make_terminal: MakeTerminal,
) -> None:  # fmt: skip
    left_on_sale(small_store, 3)
    small_store.query("UPDATE wedge.products SET preparation_s = 150 WHERE id = %s", PIZZA)
    till, guest = open_slices("till-1", 3), open_screen(Mode.CUSTOMER, "till-1")
    till.tap("tile_P")
    till.until(lambda: till.text("orderReady") == "Ready in about 3 min", "the till's")
    guest.until(lambda: guest.text("readyText") == "Ready in about 3 min", "the guest's")
    till.until(lambda: till.shows("explainedKey") or till.item("payKey").isEnabled(), "pay")
    till.tap("explainedKey" if till.shows("explainedKey") else "payKey")
    till.tap("exactKey")
    till.item("change")
    guest.until(lambda: guest.shows("thanksPage"), "thanks")
    guest.until(lambda: guest.text("readyText") == "Ready in about 3 min", "still the same")
    ticket = small_store.one("SELECT id FROM wedge.tickets")
    lines = [row[0] for row in small_store.query("SELECT id FROM wedge.ticket_lines")]
    with Till(make_terminal("cook", Mode.KDS), "kitchen") as kitchen:
        serve(kitchen, ticket, lines)
    guest.until(lambda: guest.text("readyText") == "Handed over. Enjoy!", "no minutes any more")
