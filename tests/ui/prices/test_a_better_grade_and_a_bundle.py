"""What a guest is offered beside the order, at a till and the guest's display of the real store."""

import pytest

from app.domain.people import Mode
from tests.support.seed import DRINK, PIZZA, SmallShop, portion_ids
from tests.ui.prices.conftest import (
    GRADES,
    OpenScreen,
    OpenSlices,
    in_force,
    left_on_sale,
    priced,
    scored,
    told,
)
from tests.ui.prices.test_what_the_rules_charge import amounts

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.mark.spec("POS-03.7")
def test_a_better_grade_at_its_price_is_offered_once_and_the_answer_is_kept(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """C at 3.20, A at 4.40: "+1.20 for A"; after the no it stays 3.20 and nobody asks again."""
    priced(small_store, grade_factors=GRADES)
    left_on_sale(small_store, 2)
    scored(small_store, 7.5, 0)
    scored(small_store, 9.5, 1)
    till = open_slices("till-1", 2)
    till.tap("wheel_P")
    till.tap("grade_C")
    till.until(lambda: amounts(small_store) == [320], "the C slice")
    till.until(lambda: [row.better for row in till.lines()] == ["+1.20 for A"], "the offer")
    till.tap("noBetter_" + till.lines()[0].name)
    till.until(lambda: [row.better for row in till.lines()] == [""], "no longer asked")
    declined = "SELECT count(*) FROM wedge.allocation_decisions WHERE kind = 'declined'"
    till.until(lambda: small_store.one(declined) == 1, "kept")
    small_store.query("SELECT wedge.feed_bump()")
    told(till)
    assert [(row.better, row.amount) for row in till.lines()] == [("", "3.20")]
    assert amounts(small_store) == [320]


@pytest.mark.spec("BR-11.3")
def test_the_guest_reads_what_the_bundle_saves(
    open_slices: OpenSlices, open_screen: OpenScreen, small_store: SmallShop
) -> None:
    """Slice 4.00 and drink 2.00 together for 5.00: the guest's window says that 1.00 is saved."""
    small_store.query(
        "UPDATE wedge.products SET base_price_minor = 200, cost_minor = 50 WHERE id = %s", DRINK
    )
    priced(small_store, cost=200)
    parts = [{"product_id": str(each), "count": 1} for each in (PIZZA, DRINK)]
    bundle = {"id": "menu", "name": "Menu", "kind": "bundle", "amount_minor": 500, "parts": parts}
    in_force(small_store, promotions=[bundle])
    left_on_sale(small_store, 2)
    scored(small_store, 9.5)
    till, guest = open_slices("till-1", 2), open_screen(Mode.CUSTOMER, "till-1")
    till.tap("tile_P")
    till.until(lambda: amounts(small_store) == [400], "the slice")
    till.program.till._grid.search("")
    till.tap("tile_D")
    till.until(lambda: sum(amounts(small_store)) == 500, "bundled")
    reserved = "SELECT count(*) FROM wedge.portions WHERE state = 'reserved' AND id = ANY (%s)"
    assert small_store.one(reserved, portion_ids()) == 1
    guest.until(lambda: guest.text("guestTotal") == "฿5.00", "the guest's total")
    guest.until(lambda: guest.text("savedText") == "You save ฿1.00", "what is saved")


@pytest.mark.spec("FUL-06.7")
def test_who_declines_leaves_nothing_and_the_next_sale_starts_as_any(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """After payment the offer comes once per order; the no stores nothing and stops nothing."""
    priced(small_store)
    left_on_sale(small_store, 4)
    scored(small_store, 9.5)
    till = open_slices("till-1", 4)
    people = (
        "SELECT (SELECT count(*) FROM wedge.customers) + (SELECT count(*) FROM wedge.consents)"
        " + (SELECT count(*) FROM wedge.tickets WHERE customer_id IS NOT NULL)"
    )
    for number in (1, 2):
        till.tap("tile_P")
        till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
        assert not till.shows("guestOffer")
        till.tap("payKey")
        till.tap("exactKey")
        till.tap("offerNo")
        till.until(lambda: not till.shows("offerNo"), "declined")
        told(till)
        assert not till.shows("offerNo"), "once per order"
        till.tap("nextOrder")
        till.until(lambda: till.lines() == (), "the next sale")
        assert small_store.one(people) == 0
        assert small_store.one("SELECT count(*) FROM wedge.receipts") == number
