"""The estimated time on a real till: what is queued, who works there, and where the portion is."""

from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from app.services.freshness import Freshness
from app.ui.kds.cards import derive_cards
from app.ui.kds.work import derive_work
from app.ui.shared import scene
from tests.conftest import MakeTerminal
from tests.support.seed import DRINK, OVEN, PIZZA, SmallShop, Till, candidate, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver

COLD_ROOM = known_id("cold room")


def add_cold_room(shop: SmallShop, *portions: UUID) -> None:
    """A chilled store with a reading; these portions are in it."""
    shop.query(
        "INSERT INTO wedge.holding_units (id, name, kind, storage) VALUES (%s, 'Cold room',"
        " 'hot', 'chilled')", COLD_ROOM,
    )  # fmt: skip
    shop.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
        " VALUES (%s, now(), 63000)", COLD_ROOM,
    )  # fmt: skip
    move(shop, COLD_ROOM, *portions)


def move(shop: SmallShop, unit: UUID, *portions: UUID) -> None:
    shop.query(
        "UPDATE wedge.portions SET holding_unit_id = %s, place = 'C / 2' WHERE id = ANY (%s)",
        unit, list(portions),
    )  # fmt: skip


def takes(shop: SmallShop, product: UUID, seconds: int) -> None:
    shop.query("UPDATE wedge.products SET preparation_s = %s WHERE id = %s", seconds, product)


@pytest.mark.spec("POS-03.3")
def test_six_minutes_with_one_at_the_station_and_five_with_two(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """180 s queued, 120 s of reheating, 60 s from the chilled store."""
    till = open_real("One")
    takes(small_store, PIZZA, 180)
    with Till(make_terminal("Other")) as other:
        ticket = uuid4()
        other.reserve(ticket, candidate(known_id("portion 2/9")))
        other.act("pay_cash", ticket, 8900, 8900)
    # The queued slice is a drink's order now, so that its 180 s stay while the pizza's change.
    small_store.query("UPDATE wedge.products SET station_id = %s WHERE id = %s", OVEN, DRINK)
    takes(small_store, DRINK, 180)
    small_store.query("UPDATE wedge.ticket_lines SET product_id = %s", DRINK)
    takes(small_store, PIZZA, 120)
    free = [known_id(f"portion {n}/{wedge}") for n in (1, 2) for wedge in range(10)]
    add_cold_room(small_store, *free[:-1])
    till.until(lambda: "≈ 6 min" in words(till, "tile_P"))
    till.tap("tile_P")
    till.until(lambda: till.text("orderReady") == "Ready in about 6 min")
    assert till.program.till._pay.phase == "closed", "shown before payment"
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("staff_station", OVEN, 2)
    till.until(lambda: till.text("orderReady") == "Ready in about 5 min")
    till.until(lambda: "≈ 5 min" in words(till, "tile_P"))


@pytest.mark.spec("POS-04.6")
def test_a_held_portion_that_changes_place_changes_estimate_and_pick_hint(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """120 s of preparation, no queue: from the display 2 minutes, from the chilled store 3."""
    till = open_real("One")
    takes(small_store, PIZZA, 120)
    add_cold_room(small_store)
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    till.until(lambda: till.text("orderReady") == "Ready in about 2 min")
    held = small_store.one("SELECT id FROM wedge.portions WHERE state = 'reserved'")
    code = small_store.one("SELECT code FROM wedge.portions WHERE id = %s", held)
    move(small_store, COLD_ROOM, held)
    till.until(lambda: till.text("orderReady") == "Ready in about 3 min")
    till.until(lambda: till.lines()[0].detail == f"{code} · Cold room · C / 2")
    till.tap("payKey")
    till.tap("exactKey")
    till.until(lambda: till.program.till._pay.phase == "paid")
    feed = till.store.feed
    till.until(lambda: len(feed.view.receipts) == 1)
    work = derive_work(feed.view, feed.now(), Freshness(feed.view))
    (card,) = derive_cards(feed.view, work, feed.now())
    (item,) = card.items
    assert (item["code"], item["place"], item["grade"]) == (code, "Cold room / C / 2", "A")
    policy = feed.view.settings.kitchen
    assert [policy.fetch_display.seconds, policy.fetch_chilled.seconds] == [0, 60]
    assert policy.fetch_freezer.seconds == 300


def words(till: TillDriver, name: str) -> list[str]:
    """Every text drawn in an item."""
    root = till.item(name)
    return [
        str(item.property("text"))
        for item in scene.visible_items(till.window)
        if (item == root or root.isAncestorOf(item))
        and item.metaObject().indexOfProperty("text") >= 0
    ]
