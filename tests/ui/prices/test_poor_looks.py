"""What poor looks take off is charged at a till, and written down before anything is sold."""

import json

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_quality_review import CUT
from tests.support.seed import CABINET, PIZZA, SmallShop, Till
from tests.ui.prices.conftest import OpenSlices, priced, told
from tests.ui.prices.test_what_the_rules_charge import amounts

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.mark.spec("BR-02.5")
def test_each_markdown_for_looks_is_logged_with_its_score_as_soon_as_a_till_offers_it(
    open_slices: OpenSlices, make_terminal: MakeTerminal, small_store: SmallShop
) -> None:
    """An eighth is 4.00 at 7.0, 3.60 at 6.5, 3.20 at 5.0, no sale at 3.9; each is written once."""
    priced(small_store, base=320)
    small_store.query("UPDATE wedge.portions SET state = 'wasted'")
    small_store.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
                      " VALUES (%s, 63000)", CABINET)  # fmt: skip
    looks = [7.0, 6.5, 5.0, 3.9, *[9.0] * 4]
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", *CUT, 9.5, None, json.dumps({"presentations": looks}))
    ids = made["ids"]
    one, two = open_slices("till-1", 7), open_slices("till-2", 7)
    logged = (
        "SELECT portion_id::text, old_minor, new_minor, reason, presentation"
        " FROM wedge.price_history ORDER BY presentation DESC"
    )
    expected = [(ids[1], 400, 360, "quality", 6.5), (ids[2], 400, 320, "quality", 5.0)]
    told(one, two)
    one.until(lambda: small_store.query(logged) == expected, "both markdowns, once each")
    offered = {
        str(wedge.portion_id): wedge.price.amount_minor
        for wheel in one.program.till._offer(PIZZA).wheels
        for wedge in wheel.wedges
        if wedge.price is not None and wedge.state.value == "free"
    }
    assert [offered.get(each) for each in ids[:4]] == [400, 360, 320, None]
    assert amounts(small_store) == []
