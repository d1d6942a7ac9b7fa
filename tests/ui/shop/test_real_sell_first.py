"""The sell-first list of the till and of the back office, over one real store."""

from uuid import uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, Till, candidate, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.prices.conftest import OpenScreen, Screen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
LEAD_MIN = 15
"""Hot food leaves sale so long before its limit."""


def leaves_in(shop: SmallShop, code: str, minutes: float) -> None:
    shop.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + %s * interval '1 min'"
        " WHERE code = %s",
        LEAD_MIN + minutes,
        code,
    )


def at_the_till(till: TillDriver) -> list[str]:
    return [row.detail.split(" · ")[0] for row in till.program.till._sell_first._rows.rows]


def in_the_office(office: Screen) -> list[str]:
    return [row.code for row in office.program.office._stock._sell_first._rows.rows]


@pytest.mark.spec("FUL-02.8")
def test_five_and_fifteen_minutes_in_that_order_and_what_is_taken_wasted_or_late_leaves(
    open_real: OpenTill, open_screen: OpenScreen, small_store: SmallShop,
    make_terminal: MakeTerminal,
) -> None:  # fmt: skip
    till, office = open_real("One"), open_screen(Mode.MANAGER)
    office.program.office._stock.show(True)
    office.program.office._stock.open("first")
    assert not till.shows("sellFirstKey")
    for code, minutes in (("P-103", 15.9), ("P-107", 5.9), ("P-203", 40), ("P-205", 18)):
        leaves_in(small_store, code, minutes)
    till.until(lambda: till.text("sellFirstKey") == "First · 3", "the count")
    till.tap("sellFirstKey")
    till.item("sellFirst_2")
    wanted = ["P-107", "P-103", "P-205"]
    till.until(lambda: at_the_till(till) == wanted, "the till's")
    office.until(lambda: in_the_office(office) == wanted, "the office's")
    first = till.program.till._sell_first._rows.rows[0]
    assert (first.name, first.grade, first.timeLeft[:2]) == ("Margherita", "A", "5:")
    line = office.program.office._stock._sell_first._rows.rows[0]
    assert (line.product, line.unit, line.lost) == ("Margherita", "Hot cabinet 1 · A / 8", "฿25.00")
    assert (line.price, line.time_left[:2]) == (first.price, "5:")
    # Reserved by another till: its first choice is what has the least time left.
    with Till(make_terminal("Two")) as other:
        other.reserve(uuid4(), candidate(known_id("portion 1/7")))
        till.until(lambda: at_the_till(till) == wanted[1:], "reserved")
        office.until(lambda: in_the_office(office) == wanted[1:], "reserved")
    leaves_in(small_store, "P-103", 0)
    till.until(lambda: at_the_till(till) == ["P-205"], "past its limit")
    leaves_in(small_store, "P-203", 10)
    till.until(lambda: at_the_till(till) == ["P-203", "P-205"], "one came into the window")
    # Exactly the one that is tapped, though another has less time left; nobody is asked.
    till.tap("sellFirst_1")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "in the order")
    order = till.program.till._order.ticket_id
    taken = small_store.one(
        "SELECT p.code FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id"
        " WHERE NOT l.voided AND l.ticket_id = %s",
        order,
    )
    assert taken == "P-205"
    office.until(lambda: in_the_office(office) == ["P-203"], "sold in the office too")
    with Till(make_terminal("cook", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("waste_portion", known_id("portion 2/3"), "dropped")
    office.until(lambda: in_the_office(office) == [], "wasted")
    till.until(lambda: not till.shows("sellFirstKey"), "no key")
