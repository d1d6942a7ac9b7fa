"""What a guest asks for, from the till's sheet to the kitchen's card and the receipt."""

import json

import pytest

from app.domain.people import Mode
from app.hardware.receipt_text import Row, receipt_rows
from app.services.freshness import Freshness
from app.ui.kds.cards import derive_cards
from app.ui.kds.work import derive_work
from tests.conftest import MakeTerminal
from tests.data.test_no_oversell import keep
from tests.support.seed import PIZZA, SmallShop, Till, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver

OPTIONS = [
    {"name": "Reheat", "price_minor": 0, "seconds": 120},
    {"name": "Extra sauce", "price_minor": 1000, "seconds": 0},
]


def five_left(till: TillDriver, shop: SmallShop, *, uncut: bool) -> None:
    """Five slices on sale, with or without a whole that could be cut; the pizza has options."""
    keep(shop, 5)
    if not uncut:
        shop.query("UPDATE wedge.wholes SET state = 'wasted' WHERE state = 'in_stock'")
    shop.query(
        "UPDATE wedge.products SET preparations = %s WHERE id = %s", json.dumps(OPTIONS), PIZZA
    )
    till.until(lambda: till.text("tileLeft") == "5 left")
    till.tap("wheel_P")
    till.tap("wheelAsk")
    till.item("askOption_1")


@pytest.mark.spec("POS-03.2")
def test_six_of_five_are_refused_and_two_reheated_with_a_note_reach_ticket_and_receipt(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    till = open_real("One")
    five_left(till, small_store, uncut=False)
    for _ in range(5):
        till.tap("askMore")
    till.until(lambda: till.text("askQuantity") == "6")
    till.until(lambda: till.text("askAnswer") == "▲ Only 5: short by 1")
    till.until(lambda: not till.item("askConfirm").isEnabled())
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 0
    for _ in range(4):
        till.tap("askLess")
    till.tap("askOption_0")
    till.program.till._picking.ask.write("no basil")
    till.tap("askConfirm")
    asked = "Reheat · “no basil”"
    till.until(lambda: [row.asked for row in till.lines()] == [asked, asked])
    till.tap("payKey")
    till.tap("exactKey")
    till.until(lambda: till.program.till._pay.phase == "paid")
    feed = till.store.feed
    till.until(lambda: len(feed.view.receipts) == 1)
    work = derive_work(feed.view, feed.now(), Freshness(feed.view), frozenset())
    (card,) = derive_cards(feed.view, work, feed.now())
    assert [item["asked"] for item in card.items] == [asked, asked]
    (receipt,) = feed.view.receipts.values()
    texts = [row.left for row in receipt_rows(receipt, feed.view.settings) if isinstance(row, Row)]
    assert (texts.count("Reheat"), texts.count("“no basil”")) == (2, 2)


@pytest.mark.spec("FUL-01.3")
def test_enough_a_whole_to_cut_or_short_and_the_short_one_waits_for_the_cashier(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A line for six: of six ready, of four and a whole of eight, and of four alone."""
    till = open_real("One")
    five_left(till, small_store, uncut=True)
    ask = till.program.till._picking.ask
    ask.quantity(5)
    till.until(lambda: till.text("askAnswer") == "✓ Enough: 5 ready")
    small_store.query(
        "UPDATE wedge.portions SET state = 'wasted' WHERE id = %s", known_id("portion 1/4")
    )
    ask.quantity(6)
    till.until(lambda: till.text("askAnswer") == "▲ Only 4. Conversion needed: 1 whole")
    assert not till.item("askConfirm").isEnabled()
    till.tap("askToCut")
    till.until(lambda: "has been asked" in till.text("askAdvice"))
    wished = "SELECT kind, subject ->> 'whole', owner, state FROM wedge.tasks"
    assert small_store.query(wished) == [("cut_for_order", "1", "kitchen", "open")]
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        kitchen.act(
            "cut_whole", known_id("uncut"), known_id("tenths"), 10, known_id("cabinet"), "B", 9.5,
            None,
        )  # fmt: skip
    assert small_store.query(wished) == [("cut_for_order", "1", "kitchen", "done")]
    till.until(lambda: till.text("askAnswer").startswith("✓ Enough"))
    small_store.query(
        "UPDATE wedge.portions SET state = 'wasted' WHERE whole_id = %s", known_id("uncut")
    )
    till.until(lambda: till.text("askAnswer") == "▲ Only 4: short by 2")
    till.until(lambda: not till.item("askConfirm").isEnabled())
    assert not till.shows("askToCut") and till.shows("askOther")
    assert till.lines() == (), "nothing was put in its place"
    till.tap("askFewer")
    till.until(lambda: till.text("askQuantity") == "4")
    till.tap("askConfirm")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"] * 4)
