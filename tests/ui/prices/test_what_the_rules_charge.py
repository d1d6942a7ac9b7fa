"""What the rules charge, and who may change it: real tills, guest's display and office."""

from datetime import datetime

import pytest

from app.domain.people import Mode
from app.domain.price import PriceReason
from app.services.offers import derive_offer
from tests.data.test_offer_hours import hours
from tests.support.screen import plain
from tests.support.seed import PIZZA, SmallShop
from tests.ui.pos.conftest import TillDriver
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

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def amounts(shop: SmallShop) -> list[int]:
    """The lines' prices in the store in the order in which they were taken."""
    rows = shop.query(
        "SELECT unit_price_minor FROM wedge.ticket_lines WHERE NOT voided ORDER BY position, id"
    )
    return [row[0] for row in rows]


def both_show(price: str, one: TillDriver, two: TillDriver) -> None:
    """Wait until the tile of either till shows the price."""
    one.until(lambda: one.text("tilePrice") == price, f"{price} on the one")
    two.until(lambda: two.text("tilePrice") == price, f"{price} on the other")


@pytest.mark.spec("POS-05.3")
def test_every_step_is_listed_to_the_cent_and_a_premium_is_told_before_pay(
    open_slices: OpenSlices, open_screen: OpenScreen, small_store: SmallShop
) -> None:
    """Base 2.95, +10 % and −10 %: 2.95, +0.30, −0.33, total 2.92, saving 0.03."""
    steps = [{"within_s": 18_000, "factor": "9/10"}]
    priced(small_store, base=295, grade_factors=GRADES, sell_by_steps=steps)
    left_on_sale(small_store, 3)
    scored(small_store, 9.5)
    till, guest = open_slices("till-1", 3), open_screen(Mode.CUSTOMER, "till-1")
    till.tap("tile_P")
    till.until(lambda: [row.amount for row in till.lines()] == ["2.92"], "held")
    till.until(lambda: till.text("orderTotal") == "฿2.92", "the total")
    row = plain(till.lines()[0].breakdown).replace("\u00a0", " ")
    assert row == "base 2.95 · quality +0.30 · freshness −0.33"
    guest.until(lambda: guest.text("guestTotal") == "฿2.92", "the guest's total")
    (line,) = guest.program._model._lines.rows
    why = line.why.replace("\u00a0", " ")
    assert (line.baseText, line.priceText) == ("2.95", "2.92")
    assert "0.30 more for its quality" in why and "0.33 less because it is best soon" in why
    assert guest.text("savedText") == "You save ฿0.03"
    assert till.program.till._order._props["savedText"] == "฿0.03"
    for screen, name in ((till, "orderFigures"), (guest, "guestFigures")):
        assert (
            screen.text(name).replace("\u00a0", " ")
            == "Base prices 2.95 · premiums 0.30 · discounts 0.33"
        )
    # A premium is in it: tender opens only by saying that the guest was told, in the same press.
    assert till.text("explainedKey") == "Told the guest · Pay ฿2.92"
    assert not till.shows("payKey")
    till.program.till.startPaying()
    assert till.program.till._pay.phase == "closed"
    till.tap("explainedKey")
    till.item("exactKey")
    till.program.till._pay.back()
    told = "SELECT id, told_minor FROM wedge.tickets"
    till.until(lambda: small_store.query(told)[0][1] == 292, "the store knows that it was told")
    ticket = small_store.query(told)[0][0]
    said = small_store.one("SELECT body FROM wedge.journal WHERE action = 'tell prices'")
    assert (said["ticket_id"], said["total_minor"]) == (str(ticket), 292)
    assert [each["unit_price_minor"] for each in said["lines"]] == [292]
    # As this till does that was started anew, or another one that takes the order over.
    guest.until(lambda: guest.store.feed.view.tickets[ticket].told_minor == 292, "the feed")
    till.program.till._prices._telling._requests.clear()
    till.program.till._prices._derive()
    till.until(lambda: bool(till.item("payKey").isEnabled()), "Pay")
    assert not till.shows("explainedKey")
    till.tap("payKey")
    till.tap("exactKey")
    till.item("change")
    kept = small_store.one("SELECT breakdown FROM wedge.ticket_lines")
    assert [each["amount_minor"] for each in kept] == [295, 30, -33]
    # The next order is asked about anew.
    till.tap("nextOrder")
    till.tap("tile_P")
    till.item("explainedKey")


def cut_in_eight(shop: SmallShop) -> None:
    """The seeded wholes count as cut in eight."""
    shop.query("ALTER TABLE wedge.wholes DISABLE TRIGGER USER")
    shop.query("UPDATE wedge.wholes SET portions_per_whole = 8 WHERE state = 'cut'")
    shop.query("ALTER TABLE wedge.wholes ENABLE TRIGGER USER")


def test_a_price_stops_at_the_margin_floor_and_says_so(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """Cost 2.00, 20 % least margin: 2.30 becomes 2.50, with a step that says why."""
    slow = {"id": "slow", "name": "Quiet", "points": "-9/32"}
    priced(small_store, base=320, cost=200, windows=[slow])
    left_on_sale(small_store, 6)
    scored(small_store, 9.5)
    till = open_slices("till-1", 6)
    till.until(lambda: till.text("tilePrice") == "2.50", "the floor")
    offer = derive_offer(till.store.feed.view, PIZZA, till.store.feed.now())
    assert offer.price is not None
    steps = {each.reason: each.amount_minor for each in offer.price.steps}
    assert (steps[PriceReason.TIME], steps[PriceReason.MARGIN_FLOOR]) == (-90, 20)
    # An offer at 1.90 without anybody's consent changes nothing.
    deal = {"id": "deal", "name": "Deal", "kind": "amount", "amount_minor": 130}
    in_force(small_store, windows=[], promotions=[deal])
    till.until(lambda: bool(till.store.feed.view.settings.pricing.promotions), "the promotion")
    assert till.text("tilePrice") == "2.50"


def wall_clock_in(shop: SmallShop, seconds: int) -> str:
    """What the clock on the wall shows then."""
    moment: datetime = shop.one(
        "SELECT (clock_timestamp() + %s * interval '1 second') AT TIME ZONE 'Asia/Bangkok'",
        seconds,
    )
    return moment.isoformat()


@pytest.mark.spec("BR-10.2")
def test_quiet_hours_begin_by_the_servers_clock_and_lower_what_is_in_the_cart(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """Added just before and at the hour: 4.00 and 3.60; the first drops as well, none rises."""
    quiet = {"id": "quiet", "name": "Quiet", "points": "-1/10"}
    priced(small_store)
    left_on_sale(small_store, 6)
    scored(small_store, 9.5)
    one, two = open_slices("till-1", 6), open_slices("till-2", 6)
    begins = wall_clock_in(small_store, 6)
    day = datetime.fromisoformat(begins).weekday()
    schedule = {**hours(small_store, 6, 7_200), "weekdays": [day]}
    in_force(small_store, windows=[{**quiet, "schedule": schedule}])
    one.until(lambda: bool(one.store.feed.view.settings.pricing.windows), "the hours")
    one.tap("tile_P")
    one.until(lambda: amounts(small_store) == [400], "added before")
    assert wall_clock_in(small_store, 0) < begins
    one.until(lambda: two.text("tilePrice") == "3.60", "they begin")
    assert wall_clock_in(small_store, 0) >= begins
    one.until(lambda: amounts(small_store) == [360], "the first one drops")
    two.tap("tile_P")
    two.until(lambda: sorted(amounts(small_store)) == [360, 360], "added at the hour")
    # They end: a new one costs base again, what is in a cart does not rise.
    in_force(small_store, windows=[{**quiet, "schedule": {**schedule, "weekdays": []}}])
    two.until(lambda: two.text("tilePrice") == "4.00", "over")
    two.tap("tile_P")
    two.until(lambda: sorted(amounts(small_store)) == [360, 360, 400], "a new one")
    told(one, two)
    assert sorted(amounts(small_store)) == [360, 360, 400]


def test_without_a_price_the_last_valid_one_goes_on_and_one_correction_is_due(
    open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """A rule that gives no price: 4.00 goes on, one task is due in 30 min."""
    priced(small_store)
    left_on_sale(small_store, 4)
    scored(small_store, 9.5)
    one, two = open_slices("till-1", 4), open_slices("till-2", 4)
    both_show("4.00", one, two)
    # The margin floor lies above the cap: no price is right.
    in_force(small_store, min_margin="4/5", max_change="1/10")
    small_store.query("UPDATE wedge.products SET cost_minor = 380 WHERE id = %s", PIZZA)
    tasks = (
        "SELECT state, extract(epoch FROM due_at - opened_at)::int FROM wedge.tasks"
        " WHERE kind = 'price_correction'"
    )
    told(one, two)
    one.until(lambda: small_store.query(tasks) == [("open", 1_800)], "one task")
    both_show("4.00", one, two)
    one.tap("tile_P")
    one.until(lambda: amounts(small_store) == [400], "sold at the last valid price")
    told(one, two)
    assert small_store.query(tasks) == [("open", 1_800)]
