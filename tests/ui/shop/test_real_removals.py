"""Fifteen minutes before the limit: off the till, on the kitchen's list, with the manager."""

import pytest

from app.domain.people import Mode
from tests.data.test_removals import OPEN, TASKS, THREE, only_three
from tests.support.hand import Hand
from tests.support.seed import PINS, SmallShop, known_id
from tests.ui.pos.conftest import OpenTill
from tests.ui.prices.conftest import OpenScreen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
WASTE = f"waste_{known_id('whole 1')}"


@pytest.mark.spec("BR-05.6")
def test_the_tile_goes_and_the_task_waits_for_three_waste_records(
    open_real: OpenTill, open_screen: OpenScreen, small_store: SmallShop
) -> None:
    till, kitchen, office = open_real("One"), open_screen(Mode.KDS), open_screen(Mode.MANAGER)
    only_three(small_store, "20 minutes")
    small_store.query("SELECT wedge.feed_bump()")
    cook, desk = Hand(kitchen), Hand(office)
    cook.sign_in("The kitchen", PINS["kitchen"])
    desk.sign_in("The manager", PINS["manager"])
    desk.tap("nav_quality")
    till.until(lambda: till.text("tileLeft") == "3 left", "on sale")
    small_store.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '15 min 1 s'"
    )
    till.until(lambda: till.text("tileLeft") == "none left", "nothing to sell on the tile")
    till.until(lambda: till.item("tile_P").property("live") is False, "greyed")
    till.until(lambda: small_store.query(TASKS) == OPEN, "the task")
    items = office.program.office._quality._items._items
    told = "Take away: 3 × Margherita (P-W1)"
    office.until(lambda: [row.name for row in items.rows] == [told], "the manager sees it")
    assert "3 to book as waste (P-100, P-101, P-102)" in items.rows[0].detail
    office.until(lambda: desk.find("qualityItem_0") is not None, "on the page")
    assert desk.find("qualityDone_0") is None
    cook.tap("checks")
    kitchen.until(lambda: cook.find(WASTE) is not None, "the kitchen sees it")
    cook.tap(WASTE)
    done = [("done", OPEN[0][1], "3 wasted")]
    kitchen.until(lambda: small_store.query(TASKS) == done, "closed by its records")
    booked = small_store.query(
        "SELECT portion_id, quantity, cause, staff_id, cost_minor FROM wedge.waste"
        " ORDER BY portion_id"
    )
    record = (1, "past its limit", known_id("kitchen"), 2500)
    assert booked == [(each, *record) for each in sorted(THREE)]
    office.until(lambda: told not in [row.name for row in items.rows], "nothing to remove")
    kitchen.until(lambda: cook.find(WASTE) is None, "nothing to remove")
