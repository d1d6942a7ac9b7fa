"""The choice from the tap to the database and back, on a real store."""

from functools import partial

import pytest

from app.ui.shared import scene
from tests.data.test_last_slice import bake_another
from tests.support.seed import SmallShop, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver


@pytest.mark.spec("POS-04.2")
def test_the_earlier_b_is_held_and_a_swap_takes_the_later_one(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """Two B slices among better ones: the one whose time ends first goes, then it is swapped."""
    till = open_real("One")
    for wedge, hours in ((3, 2), (5, 3)):
        small_store.query(
            "UPDATE wedge.portions SET inspected_at = clock_timestamp(), inspected_score = 8.6,"
            " expires_at = cut_at + make_interval(hours => %s) WHERE id = %s",
            hours, known_id(f"portion 1/{wedge}"),
        )  # fmt: skip
    till.tap("wheel_P")
    wheel = till.program.till._picking.wheel
    till.until(lambda: wheel._props["grades"][1]["text"].startswith("2 left"))
    till.tap("grade_B")
    till.until(lambda: [row.detail[:5] for row in till.lines()] == ["P-103"])
    assert (till.lines()[0].grade, till.lines()[0].phase) == ("B", "held")
    till.tap(f"swap_{till.lines()[0].name}")
    till.tap("swapReason_guest_request")
    till.tap("wedge_P-105")
    till.until(lambda: [row.detail[:5] for row in till.lines()] == ["P-105"])
    held = small_store.query("SELECT code FROM wedge.portions WHERE state = 'reserved'")
    assert held == [("P-105",)]
    log = small_store.one("SELECT body FROM wedge.journal WHERE action = 'swap portion'")
    assert (log["old"], log["new"], log["reason"]) == ("P-103", "P-105", "guest_request")


def test_a_portion_found_bad_in_the_kitchen_is_replaced_at_the_till(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """POS-E3.1, the held part: scored 6.8 elsewhere, the order holds another one at once."""
    till = open_real("One")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    first, price = till.lines()[0].detail[:5], till.lines()[0].amount
    small_store.query(
        "UPDATE wedge.portions SET inspected_at = clock_timestamp(), inspected_score = 6.8"
        " WHERE code = %s", first,
    )  # fmt: skip
    till.until(lambda: till.lines()[0].detail[:5] != first)
    assert till.lines()[0].amount == price
    assert till.lines()[0].why.startswith(f"Stands in for {first}")
    assert small_store.query("SELECT state FROM wedge.portions WHERE code = %s", first) == [
        ("quarantined",)
    ]
    kept = small_store.query(
        "SELECT former_score_milli / 100, staff_id FROM wedge.allocation_decisions"
        " WHERE kind = 'substituted'"
    )
    assert kept == [(67, known_id("cashier"))] or kept == [(68, known_id("cashier"))]


@pytest.mark.spec("POS-02.3")
def test_two_tills_tap_the_last_slice_and_the_loser_sees_what_there_is_instead(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    one, two = open_real("One"), open_real("Two")
    other = bake_another(small_store)
    small_store.query(
        "UPDATE wedge.portions SET state = 'wasted' WHERE product_id <> %s AND id <> %s",
        other, known_id("portion 1/0"),
    )  # fmt: skip
    for till in (one, two):
        till.until(partial(till.shows, "tile_Q"))
        till.until(partial(last_one, till))
        till.rest("tile_P")
    one.tap_now("tile_P")
    two.tap_now("tile_P")
    one.until(lambda: [row.phase for row in one.lines() + two.lines()] == ["held"])
    loser = two if one.lines() else one
    loser.until(lambda: loser.shows("other_0"))
    assert loser.text("otherName_0") == "Pepperoni"
    assert "is gone" in loser.program.till._props["noticeTitle"]
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 1
    loser.tap("other_0")
    loser.until(lambda: loser.line_names()[0].startswith("Pepperoni"))


def last_one(till: TillDriver) -> bool:
    """Whether the first pizza's tile shows one slice, and the second's ten."""
    shown = [
        str(item.property("text"))
        for item in scene.visible_items(till.window)
        if item.objectName() == "tileLeft"
    ]
    return sorted(shown) == ["1 left", "10 left"]
