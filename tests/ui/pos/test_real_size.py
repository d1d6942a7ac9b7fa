"""A guest's own size at a real till on the real database."""

from pathlib import Path
from typing import Any

import pytest

from app.ui.kds.item import derive_item
from tests.support.seed import PIZZA, SmallShop, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.pos.test_real_prices import in_force


@pytest.fixture
def till(open_real: OpenTill, small_store: SmallShop) -> TillDriver:
    """A till that sells 100 g at 5.00."""
    small_store.query("UPDATE wedge.products SET base_price_minor = 500, cost_minor = 100"
                      " WHERE id = %s RETURNING id", PIZZA)  # fmt: skip
    small_store.query("UPDATE wedge.portion_configurations SET standard_weight_mg = 100000"
                      " RETURNING id")  # fmt: skip
    small_store.query("UPDATE wedge.portions SET weight_mg = 100000 RETURNING id")
    in_force(small_store, rounding_minor=1)
    return open_real("till-1")


def ask_for(till: TillDriver, grams: str) -> None:
    till.tap(f"swap_{till.lines()[0].name}")
    till.tap("wheelSize")
    for digit in grams:
        till.tap(f"sizeKey_{digit}")


def approve(till: TillDriver) -> None:
    till.tap("approvalReason_0")
    till.tap("approvalAsk")
    till.tap("approver_The manager")
    for digit in "123456":
        till.tap(f"approvalPin_{digit}")
    till.tap("approvalGrant")


def kitchen_note(till: TillDriver) -> tuple[str, str]:
    """Size and note of the only paid line on the kitchen's card."""
    view = till.store.feed.view
    sold = [each for each in view.ticket_lines.values() if each.size_approved_by]
    item = derive_item(view, sold[0], till.store.feed.now(), False)
    return item["weight"], item["note"]


def line(shop: SmallShop) -> Any:
    return shop.query("SELECT asked_mg, unit_price_minor, size_approved_by FROM wedge.ticket_lines"
                      " WHERE NOT voided")  # fmt: skip


@pytest.mark.spec("BR-02.7")
def test_a_larger_piece_waits_for_the_managers_pin(
    till: TillDriver, small_store: SmallShop, tmp_path: Path
) -> None:
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "the line")
    ask_for(till, "150")
    till.until(lambda: "7.50" in till.text("sizePrice"), "the price")
    till.save(tmp_path / "size.png")
    till.tap("sizeApply")
    till.item("approvalReason_0")
    till.until(lambda: line(small_store) == [(150_000, 500, None)], "pending in the store")
    till.until(lambda: "150 g waits" in till.lines()[0].size, "pending on the screen")
    till.until(lambda: not till.item("payKey").isEnabled(), "payment disabled")
    till.tap("approvalCancel")
    till.save(tmp_path / "waits.png")
    till.until(lambda: not till.item("payKey").isEnabled(), "still disabled")
    till.tap(f"sizeAgain_{till.lines()[0].name}")
    approve(till)
    till.until(lambda: line(small_store) == [(150_000, 750, known_id("manager"))], "approved")
    till.until(lambda: till.lines()[0].name == "Margherita, 150 g", "its size")
    till.until(lambda: till.lines()[0].amount == "7.50", "its price")
    till.save(tmp_path / "approved.png")
    till.tap("payKey")
    till.tap("exactKey")
    till.item("change")
    paid = small_store.query("SELECT total_minor, document -> 'lines' -> 0 -> 'weight_mg'"
                             " FROM wedge.receipts")  # fmt: skip
    assert paid == [(750, 150_000)]
    made = ("150 g", "Make 150 g: all of P-100 (100 g) + 50 g from P-101")
    till.until(lambda: kitchen_note(till) == made, "the kitchen")


def test_a_swap_keeps_size_and_price(till: TillDriver, small_store: SmallShop) -> None:
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "the line")
    ask_for(till, "60")
    till.tap("sizeApply")
    approve(till)
    till.until(lambda: till.lines()[0].name == "Margherita, 60 g", "its size")
    till.until(lambda: till.lines()[0].amount == "3.00", "its price")
    till.tap("swap_Margherita, 60 g")
    till.tap("swapReason_guest_request")
    till.tap("wedge_P-105")
    till.until(lambda: till.lines()[0].detail.startswith("P-105"), "the other portion")
    till.until(lambda: till.lines()[0].name == "Margherita, 60 g", "the same size")
    till.until(lambda: till.lines()[0].amount == "3.00", "the same price")
    till.tap("payKey")
    till.tap("exactKey")
    till.item("change")
    assert small_store.query("SELECT p.code, w.weight_mg, w.cause FROM wedge.waste w"
                             " JOIN wedge.portions p ON p.id = w.portion_id") == [
        ("P-105", 40_000, "offcut")]  # fmt: skip
    note = "Cut P-105 down to 60 g: the other 40 g are waste"
    till.until(lambda: kitchen_note(till) == ("60 g", note), "the kitchen")


def test_a_whole_with_too_little_left_says_so_and_the_order_stays(
    till: TillDriver, small_store: SmallShop
) -> None:
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "the line")
    ask_for(till, "150")
    till.tap("sizeApply")
    approve(till)
    till.until(lambda: till.lines()[0].amount == "7.50", "its price")
    small_store.query("UPDATE wedge.portions SET state = 'quarantined' WHERE code BETWEEN 'P-201'"
                      " AND 'P-209' RETURNING id")  # fmt: skip
    till.tap("swap_Margherita, 150 g")
    till.tap("swapReason_guest_request")
    till.tap("wedge_P-200")
    till.until(
        lambda: till.item("tillNotice").property("title") == "Not enough is left of that whole"
    )
    assert till.lines()[0].detail.startswith("P-100")
    assert line(small_store) == [(150_000, 750, known_id("manager"))]


def test_the_guest_takes_the_standard_portion_after_all(
    till: TillDriver, small_store: SmallShop
) -> None:
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "the line")
    ask_for(till, "150")
    till.tap("sizeApply")
    till.tap("approvalCancel")
    till.until(lambda: reserved(small_store) == 2, "a neighbour")
    till.tap(f"sizeStandard_{till.lines()[0].name}")
    till.until(lambda: line(small_store) == [(None, 500, None)], "standard again")
    till.until(lambda: bool(till.item("payKey").isEnabled()), "payment enabled")
    assert reserved(small_store) == 1


def reserved(shop: SmallShop) -> int:
    return int(shop.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'"))
