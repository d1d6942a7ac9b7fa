"""An offer by stock and time left stops by itself before everybody, for each of its reasons."""

from datetime import time
from time import monotonic
from typing import Any

import pytest

from tests.data.test_offer_hours import hours
from tests.support.seed import SmallShop, portion_ids
from tests.ui.prices.conftest import OpenSlices, in_force, left_on_sale, priced, scored

STOPS_S = 5.0
SIX: dict[str, Any] = {
    "id": "six", "name": "Six", "kind": "percent", "percent": "1/5", "min_stock": 6,
    "max_left_s": 3_600,
}  # fmt: skip


def six_on_two_tills(open_slices: OpenSlices, shop: SmallShop) -> tuple[Any, Any]:
    """Six slices with 40 minutes left, at 3.20 instead of 4.00 on both."""
    priced(shop, promotions=[SIX])
    left_on_sale(shop, 6)
    scored(shop, 9.5)
    shop.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '55 min'"
        " WHERE id = ANY (%s)", portion_ids()[:6],
    )  # fmt: skip
    one, two = open_slices("till-1", 6), open_slices("till-2", 6)
    one.until(lambda: one.text("tilePrice") == two.text("tilePrice") == "3.20", "it is on")
    return one, two


@pytest.mark.spec("BR-11.2")
def test_it_stops_when_the_lot_leaves_sale(open_slices: OpenSlices, small_store: SmallShop) -> None:
    tills = six_on_two_tills(open_slices, small_store)
    began = monotonic()
    small_store.query(
        "UPDATE wedge.portions SET state = 'quarantined' WHERE id = ANY (%s)", portion_ids()[:3]
    )
    for till in tills:
        till.until(lambda t=till: (t.text("tileLeft"), t.text("tilePrice")) == ("3 left", "4.00"))
    assert monotonic() - began <= STOPS_S


@pytest.mark.spec("BR-11.2")
def test_it_stops_when_its_end_time_passes(open_slices: OpenSlices, small_store: SmallShop) -> None:
    tills = six_on_two_tills(open_slices, small_store)
    ending = {**SIX, "schedule": hours(small_store, -3_600, 6)}
    in_force(small_store, promotions=[ending])
    for till in tills:
        till.until(lambda t=till: t.text("tilePrice") == "4.00", "it is over")
    local = small_store.one("SELECT (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::time")
    end = time.fromisoformat(ending["schedule"]["until_time"])
    since_s = (_seconds(local) - _seconds(end)) % 86_400
    assert 0 <= since_s <= STOPS_S
    assert tills[0].text("tileLeft") == "6 left"


def _seconds(at: time) -> float:
    return at.hour * 3_600 + at.minute * 60 + at.second + at.microsecond / 1e6
