"""An offer by stock and time left stops by itself, and the store grants it to no old picture."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.data.price_audit import audit_prices
from app.data.store import PgStore
from app.services.offers import Offer, derive_offer
from app.services.store_view import StoreView
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_offer_hours import hours
from tests.data.test_prices import line_price, refused, rules, set_pricing
from tests.support.seed import CABINET, PIZZA, SmallShop, Till, portion_ids

SIX = {"id": "six", "name": "Six", "kind": "percent", "percent": "1/5", "min_stock": 6,
       "max_left_s": 3_600}  # fmt: skip
NOT_ON = ("prices_changed", "the offer is not on")
EVEN = {"a": "1", "b": "1", "c": "1"}


def six_in_their_last_hour(shop: SmallShop, **also: Any) -> None:
    """Six slices with 40 minutes left on sale: three of each whole."""
    ids = portion_ids()
    shop.query("UPDATE wedge.portions SET state = 'wasted' WHERE id <> ALL (%s)",
               [*ids[:3], *ids[10:13]])  # fmt: skip
    shop.query("UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '55 min'")
    shop.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
               " VALUES (%s, 63000)", CABINET)  # fmt: skip
    set_pricing(shop, rounding_minor=1, grade_factors=EVEN, promotions=[{**SIX, **also}])
    shop.query("SELECT wedge.feed_bump()")


def offer(store: PgStore, view: StoreView | None = None) -> Offer:
    seen = view or store.feed.view
    assert seen is not None
    return derive_offer(seen, PIZZA, store.feed.now())


def left_and_price(store: PgStore, view: StoreView | None = None) -> tuple[int | None, int | None]:
    found = offer(store, view)
    return found.left, found.price.amount_minor if found.price else None


def told(found: Offer, index: int = 0) -> str:
    """One of the offer's candidates as a till sends it."""
    each = found.candidates[index]
    assert each.price_inputs is not None
    steps = [
        {"reason": s.reason.value, "amount_minor": s.amount_minor, "rule_version": s.rule_version,
         "code": s.code, "params": list(s.params)} for s in each.breakdown
    ]  # fmt: skip
    return json.dumps([{
        "portion_id": str(each.portion_id), "epoch": each.epoch, "grade": each.grade.value,
        "unit_price_minor": each.unit_price_minor, "base_price_minor": each.base_price_minor,
        "breakdown": steps, "price_inputs": each.price_inputs.to_map(),
    }])  # fmt: skip


def take(till: Till, candidate: str) -> Any:
    line = uuid4()
    till.act("reserve_first", uuid4(), line, "counter", candidate)
    return line


def turns(store: PgStore) -> list[tuple[int | None, int | None]]:
    """What each turn of the feed leaves on offer, from now on, as (left, price)."""
    seen: list[tuple[int | None, int | None]] = []
    store.feed.on_view(lambda view, _changes: seen.append(left_and_price(store, view)))
    return seen


def one_is_held(shop: SmallShop, till: Till, found: Offer) -> None:
    take(till, told(found))


def one_is_sold(shop: SmallShop, till: Till, found: Offer) -> None:
    ticket = uuid4()
    till.act("reserve_first", ticket, uuid4(), "counter", told(found))
    till.act("pay_cash", ticket, 7_120, 7_120)


def the_lot_is_withheld(shop: SmallShop, till: Till, found: Offer) -> None:
    """Somebody found the second whole bad: its three slices leave sale."""
    shop.query("UPDATE wedge.portions SET state = 'quarantined' WHERE id = ANY (%s)",
               portion_ids()[10:13])  # fmt: skip


def the_lot_is_wasted(shop: SmallShop, till: Till, found: Offer) -> None:
    shop.query("UPDATE wedge.portions SET state = 'wasted' WHERE id = ANY (%s)",
               portion_ids()[10:13])  # fmt: skip


def the_lot_comes_to_its_time(shop: SmallShop, till: Till, found: Offer) -> None:
    """The second whole has reached the end of its time on sale, 15 minutes before its limit."""
    shop.query("UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '15 min'"
               " WHERE id = ANY (%s)", portion_ids()[10:13])  # fmt: skip


@pytest.mark.spec("BR-11.2")
@pytest.mark.parametrize(
    ("stops", "left"),
    [(one_is_held, 5), (one_is_sold, 5), (the_lot_is_withheld, 3), (the_lot_is_wasted, 3),
     (the_lot_comes_to_its_time, 3)],
)  # fmt: skip
def test_an_offer_stops_with_its_stock_or_its_lot_in_the_same_turn_of_the_feed(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    stops: Callable[[SmallShop, Till, Offer], None], left: int,
) -> None:  # fmt: skip
    """At least 6 with at most 60 minutes: 20 % off; no turn shows fewer at the lower price, and
    what a till still has from before is refused by the store.
    """
    six_in_their_last_hour(small_store)
    screens = (open_store(make_terminal("One")), open_store(make_terminal("Two")))
    until(io_loop, lambda: all(s.feed.view and left_and_price(s) == (6, 7_120) for s in screens))
    before, seen = offer(screens[0]), [turns(each) for each in screens]
    with Till(make_terminal("Three")) as till:
        stops(small_store, till, offer(screens[1]))
        until(io_loop, lambda: all(left_and_price(s) == (left, 8_900) for s in screens))
        for each in seen:
            assert set(each) <= {(6, 7_120), (left, 8_900)}
            assert (left, 8_900) in each
        stale = [refused(lambda n=n: take(till, told(before, n))) for n in range(1, 6)]
        assert all(each == NOT_ON or each[0] in ("gone", "off_sale") for each in stale), stale
        assert stale.count(NOT_ON) >= 2
        # At what it costs now it is to be had; every price taken comes out again to the cent.
        line = take(till, told(offer(screens[0])))
        assert line_price(small_store, line) == 8_900
    assert audit_prices(small_store.admin_url).wrong == ()


@pytest.mark.spec("BR-11.2")
def test_an_offer_stops_at_its_end_time_and_a_held_price_stays(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    six_in_their_last_hour(small_store, schedule=hours(small_store, -3_600, 9))
    screens = (open_store(make_terminal("One")), open_store(make_terminal("Two")))
    until(io_loop, lambda: all(s.feed.view and left_and_price(s) == (6, 7_120) for s in screens))
    before = offer(screens[0])
    until(io_loop, lambda: all(left_and_price(s) == (6, 8_900) for s in screens))
    with Till(make_terminal("Three")) as till:
        # For two seconds an answer may be on its way.
        local = "SELECT wedge.covers_now(document #> '{pricing,promotions,0,schedule}')"
        latest = f"{local} FROM wedge.settings ORDER BY version DESC LIMIT 1"
        until(io_loop, lambda: small_store.one(latest) is False)
        assert refused(lambda: take(till, told(before))) == NOT_ON
        assert line_price(small_store, take(till, told(offer(screens[0])))) == 8_900


def test_of_two_tills_after_the_sixth_slice_one_gets_the_offer_and_keeps_it(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    six_in_their_last_hour(small_store)
    screen = open_store(make_terminal("One"))
    until(io_loop, lambda: screen.feed.view is not None and left_and_price(screen) == (6, 7_120))
    before = offer(screen)
    with Till(make_terminal("Two")) as one, Till(make_terminal("Three")) as two:

        def attempt(till: Till, index: int) -> str:
            try:
                take(till, told(before, index))
            except psycopg.Error as error:
                return str(error.diag.message_hint)
            return "taken"

        with ThreadPoolExecutor(2) as pool:
            both = list(pool.map(attempt, (one, two), (0, 5)))
        assert sorted(both) == ["prices_changed", "taken"]
        # What is held keeps its price while the order is priced again.
        (line, ticket) = small_store.query("SELECT id, ticket_id FROM wedge.ticket_lines")[0]
        holder = one if both[0] == "taken" else two
        holder.act("reprice_ticket", ticket, rules(small_store), [], None, "[]")
        assert line_price(small_store, line) == 7_120


@pytest.mark.parametrize(
    "claim",
    [{"counted": []}, {"left_s": 3_601}, {"counted": [str(each) for each in portion_ids()[3:9]]},
     {"counted": [str(portion_ids()[0])] * 6}],
)  # fmt: skip
def test_the_store_believes_no_stock_and_no_time_that_are_not_there(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    claim: dict[str, Any],
) -> None:  # fmt: skip
    """Nothing counted, too long to go, wasted portions, one portion six times."""
    six_in_their_last_hour(small_store)
    screen = open_store(make_terminal("One"))
    until(io_loop, lambda: screen.feed.view is not None and left_and_price(screen) == (6, 7_120))
    (candidate,) = json.loads(told(offer(screen)))
    candidate["price_inputs"] |= claim
    with Till(make_terminal("Two")) as till:
        assert refused(lambda: take(till, json.dumps([candidate]))) == NOT_ON
        line = take(till, told(offer(screen)))
        assert line_price(small_store, line) == 7_120
