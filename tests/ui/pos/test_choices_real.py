"""The choice from the tap to the database and back, on a real store."""

import pytest

from tests.support.seed import SmallShop, known_id
from tests.ui.pos.conftest import OpenTill


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
