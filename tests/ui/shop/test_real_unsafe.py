"""One minute past the limit the windows offer two things: waste, and keep on hold."""

from typing import Any

import pytest

from app.domain.people import Mode
from tests.data.test_removals import THREE, only_three
from tests.support.hand import Hand
from tests.support.seed import PINS, PIZZA, SmallShop, known_id
from tests.ui.pos.conftest import OpenTill
from tests.ui.prices.conftest import OpenScreen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
WASTE = f"waste_{known_id('whole 1')}"
STATES = "SELECT DISTINCT state FROM wedge.portions"


@pytest.mark.spec("FUL-R.3")
def test_past_its_limit_food_can_only_be_wasted_or_kept_on_hold(
    open_real: OpenTill, open_screen: OpenScreen, small_store: SmallShop
) -> None:
    till, kitchen = open_real("One"), open_screen(Mode.KDS)
    cook = Hand(kitchen)
    cook.sign_in("The kitchen", PINS["kitchen"])
    only_three(small_store, "-1 minute")
    small_store.query("SELECT wedge.feed_bump()")
    till.until(lambda: till.text("tileLeft") == "none left", "no way to it on the tile")
    sheet = till.program.till._picking.wheel
    sheet.open(str(PIZZA))
    rows = [row for wheel in sheet._props["wheels"] for row in wheel["rows"]]
    assert rows and not any(row["sellable"] or row["portion"] for row in rows)

    def keys() -> list[str]:
        found = [cook.find(name) for name in (WASTE, f"other_{WASTE}")]
        return [str(each.property("text")) for each in found if each is not None]

    cook.tap("checks")
    both = ["Waste all", "Keep on hold"]
    kitchen.until(lambda: keys() == both, "waste and keep on hold")
    cook.tap(f"other_{WASTE}")
    kitchen.until(lambda: small_store.query(STATES) == [("quarantined",)], "on hold")
    kitchen.until(lambda: keys() == both[:1], "only waste is left")
    cook.tap(WASTE)
    kitchen.until(lambda: small_store.query(STATES) == [("wasted",)], "wasted")
    booked: Any = small_store.query("SELECT portion_id FROM wedge.waste ORDER BY 1")
    assert booked == [(each,) for each in sorted(THREE)]
