"""A silent sensor: the kitchen signs by hand, the store keeps it, the office hears of a miss."""

import pytest

from app.domain.people import Mode
from tests.data.test_recovery import behind_the_guards
from tests.support.hand import Hand
from tests.support.seed import CABINET, PINS, SmallShop, forget_readings, known_id
from tests.ui.prices.conftest import OpenScreen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
LOOK = f"look_unit_{CABINET}"


def silent_for(shop: SmallShop, minutes: int) -> None:
    """The sensor of the cabinet last spoke so long ago; food has been in it longer.

    All by the clock of this moment: with the age of the seeded shop added, the food would need a
    look of its own sooner in a long run than in a short one.
    """
    forget_readings(shop)
    cut = "clock_timestamp() - interval '40 min'"
    behind_the_guards(
        shop,
        f"UPDATE wedge.portions SET cut_at = {cut}",
        f"UPDATE wedge.wholes SET cut_at = {cut} WHERE cut_at IS NOT NULL",
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
        f" VALUES ('{CABINET}', clock_timestamp() - interval '{minutes} min', 63000)",
    )


@pytest.mark.spec("BR-05.5")
@pytest.mark.parametrize("minutes", [14, 16, 31])
def test_signed_checks_are_asked_for_and_kept_and_a_missed_one_alerts_the_manager(
    open_screen: OpenScreen, small_store: SmallShop, minutes: int
) -> None:
    """Silent since 12:00: nothing at 12:14, a prompt at 12:16, the manager is told at 12:31."""
    silent_for(small_store, minutes)
    office, kitchen = open_screen(Mode.MANAGER), open_screen(Mode.KDS)
    desk, cook = Hand(office), Hand(kitchen)
    desk.sign_in("The manager", PINS["manager"])
    office.until(lambda: desk.find("nav_quality") is not None, "the office")
    cook.sign_in("The kitchen", PINS["kitchen"])
    # The key is there at every time: of this food a random check is due since its first minutes.
    cook.tap("checks")
    kitchen.until(lambda: cook.find("sheetTitle") is not None, "the checks")
    missed = "SELECT owner, state FROM wedge.tasks WHERE kind = 'check_overdue'"
    if minutes == 14:
        assert cook.find(LOOK) is None
        assert small_store.query(missed) == []
        return
    kitchen.until(lambda: cook.find(LOOK) is not None, "the prompt")
    if minutes == 31:
        kitchen.until(lambda: small_store.query(missed) == [("manager", "open")], "the alert")
        banner = office.shell.banner
        office.until(lambda: "signed check was missed" in str(banner.property("title")), "told")
        desk.tap("nav_quality")
        items = office.program.office._quality._items._items
        office.until(lambda: any("Signed check missed" in r.name for r in items.rows), "listed")
    else:
        assert small_store.query(missed) == []
    cook.tap(LOOK)
    for digit in "634":
        cook.tap(f"unitKey_{digit}")
    cook.tap("unitSign")
    signed = "SELECT holding_unit_id, temperature_mc, staff_id FROM wedge.signed_checks"
    kitchen.until(
        lambda: small_store.query(signed) == [(CABINET, 63_400, known_id("kitchen"))], "kept"
    )
    kitchen.until(lambda: cook.find(LOOK) is None, "asked for again in 15 minutes")
    last = "SELECT sensor FROM wedge.temperature_readings ORDER BY at DESC LIMIT 1"
    assert small_store.one(last) == "hand: The kitchen"
    if minutes == 31:
        kitchen.until(lambda: small_store.query(missed) == [("manager", "done")], "settled")
