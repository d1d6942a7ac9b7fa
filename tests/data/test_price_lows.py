"""A price that fell rests: every terminal and the store itself hold it for the hysteresis."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.people import Mode
from app.domain.price import PriceReason
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs
from app.services.offers import Offer, derive_offer
from app.services.price_steps import PriceSteps
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_no_oversell import keep
from tests.data.test_prices import refused, set_pricing
from tests.data.test_sale_clocks import change
from tests.support.seed import CABINET, PIZZA, SmallShop, Till, portion_ids

FIRST = portion_ids()[0]
GRADES = {"a": "11/10", "b": "1/1", "c": "4/5"}
REST = timedelta(minutes=15)


def offered(store: PgStore) -> Offer:
    """What the terminal offers now."""
    view = store.feed.view
    assert view is not None
    return derive_offer(view, PIZZA, store.feed.now())


def amount(store: PgStore) -> int | None:
    """What its next portion costs."""
    price = offered(store).price
    return price.amount_minor if price else None


def score(shop: SmallShop, to: float) -> None:
    """Somebody looked at the one portion on sale."""
    shop.query("UPDATE wedge.portions SET inspected_score = %s, inspected_at = clock_timestamp()"
               " WHERE id = %s", to, FIRST)  # fmt: skip


def told(offer: Offer, epoch: int = 0) -> str:
    """The offer's first candidate as a till sends it."""
    best = offer.candidates[0]
    assert best.price_inputs is not None
    steps = [
        {"reason": each.reason.value, "amount_minor": each.amount_minor,
         "rule_version": each.rule_version, "code": each.code, "params": list(each.params)}
        for each in best.breakdown
    ]  # fmt: skip
    return json.dumps(
        [{"portion_id": str(FIRST), "epoch": epoch, "grade": best.grade.value,
          "unit_price_minor": best.unit_price_minor, "base_price_minor": best.base_price_minor,
          "breakdown": steps, "price_inputs": best.price_inputs.to_map()}]
    )  # fmt: skip


def test_a_price_that_fell_does_not_flutter_on_any_terminal_nor_in_the_store(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    keep(small_store, 1)
    set_pricing(small_store, grade_factors=GRADES, rounding_minor=1)
    small_store.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
                      " VALUES (%s, 63000)", CABINET)  # fmt: skip
    score(small_store, 8.02)
    small_store.query("SELECT wedge.feed_bump()")
    one, two = open_store(make_terminal("One")), open_store(make_terminal("Two"))
    office = open_store(make_terminal("Office", Mode.MANAGER))
    screens = (one, two, office)

    def all_show(minor: int) -> None:
        until(io_loop, lambda: all(s.feed.view and amount(s) == minor for s in screens))

    all_show(8_900)
    steps = PriceSteps()
    steps.see([offered(one)], one.feed.now())
    dear = offered(one)
    score(small_store, 7.99)
    all_show(7_120)
    steps.see([offered(one)], one.feed.now())
    (move,) = steps.take()
    assert (move.reason, move.score_milli) == (PriceReason.QUALITY, 7_989)
    io_loop.run_until_complete(one.selling.log_prices(request=new_id(), changes=[move]))
    until(io_loop, lambda: all(s.feed.view and s.feed.view.price_lows for s in screens))
    # The score comes back over the line, the price does not, wherever it is asked for.
    score(small_store, 8.3)
    until(io_loop, lambda: all((offered(s).candidates[0].grade.value == "B") for s in screens))
    all_show(7_120)
    held = offered(two).candidates[0]
    assert held.price_inputs is not None
    view = one.feed.view
    assert view is not None
    inputs = PriceInputs.from_map(held.price_inputs.to_map())
    again = PriceEngine(view.settings.quality, view.settings.pricing).price(inputs)
    assert again.steps == held.breakdown
    small_store.query("UPDATE wedge.price_lows SET at = at - interval '3 seconds'")
    with Till(make_terminal("Three")) as till:
        back = refused(lambda: till.act("reserve_first", uuid4(), uuid4(), "counter", told(dear)))
        assert back == ("prices_changed", "the price rests")
        line = uuid4()
        till.act("reserve_first", uuid4(), line, "counter", told(offered(two)))
        till.act("remove_line", line)
    # A terminal that is behind does not write a rise down either.
    up = replace(move, old_minor=7_120, new_minor=8_900, score_milli=None, left_s=None)
    io_loop.run_until_complete(two.selling.log_prices(request=new_id(), changes=[up]))
    count = "SELECT count(*) FROM wedge.price_history WHERE line_id IS NULL"
    assert small_store.one(count) == 1
    # After its rest it rises, everywhere, and that is written down.
    small_store.query("UPDATE wedge.price_lows SET at = at - %s", REST)
    all_show(8_900)
    io_loop.run_until_complete(two.selling.log_prices(request=new_id(), changes=[up]))
    assert small_store.one(count) == 2
    with Till(make_terminal("Four")) as till:
        epoch = small_store.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
        till.act("reserve_first", uuid4(), uuid4(), "counter", told(offered(one), epoch))


def stands(shop: SmallShop) -> tuple[int, int]:
    """Score in thousandths and seconds left of the portion, as the store works them out."""
    least = "SELECT b.least_milli + 1, b.least_left_s + 1 FROM wedge.portions p,"
    (row,) = shop.query(least + " wedge.standing_between(p) b WHERE p.id = %s", FIRST)
    return row[0], row[1]


def test_what_many_terminals_saw_is_one_low_and_old_ones_leave_the_picture(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    def see(till: Till, milli: int, left_s: int) -> None:
        step = {"portion_id": str(FIRST), "old_minor": 8_900, "new_minor": 7_120,
                "reason": "quality", "score_milli": milli, "left_s": left_s}  # fmt: skip
        till.call("log_prices", uuid4(), json.dumps([step]))

    def low() -> list[Any]:
        return small_store.query("SELECT score_milli, left_s FROM wedge.price_lows")

    def later(seconds: int) -> None:
        small_store.query("UPDATE wedge.price_lows SET at = at - %s * interval '1 second'", seconds)

    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        score(small_store, 8.0)
        first = stands(small_store)
        see(one, *first)
        see(two, first[0] - 1, first[1] - 1)
        assert low() == [first]
        later(60)
        score(small_store, 7.9)
        deeper = stands(small_store)
        assert deeper[0] < first[0] and deeper[1] < first[1]
        see(two, *deeper)
        assert low() == [deeper]
        later(901)
        score(small_store, 8.4)
        anew = stands(small_store)
        see(one, *anew)
        assert low() == [anew]
        later(901 + 600)
        two.call("log_prices", uuid4(), "[]")
        assert low() == []


@pytest.mark.parametrize("late_s", [0, 5, 9])
def test_a_till_that_is_a_little_late_or_early_is_believed_to_the_thousandth(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    late_s: int,
) -> None:  # fmt: skip
    """What a till sees now, saw so many seconds ago or sees with a clock a second ahead is kept as
    it says; under a curve that was adopted since, what that says counts."""
    keep(small_store, 1)
    set_pricing(small_store, grade_factors=GRADES, rounding_minor=1)
    small_store.query("UPDATE wedge.products SET e7_s = 600 WHERE id = %s", PIZZA)
    change(small_store, "cut_at = clock_timestamp() - interval '2 min', inspected_score = 8.3,"
           " inspected_at = clock_timestamp() - interval '1 min' WHERE id = %s", FIRST)  # fmt: skip
    one = open_store(make_terminal("One"))
    until(io_loop, lambda: bool(one.feed.view and amount(one) == 8_900))
    view = one.feed.view
    assert view is not None
    seen = derive_offer(view, PIZZA, one.feed.now() + timedelta(seconds=late_s and 1 - late_s))
    best = seen.candidates[0].price_inputs
    assert best is not None and best.score_milli is not None and best.left_s is not None
    step = {"portion_id": str(FIRST), "old_minor": 9_790, "new_minor": 8_900, "reason": "quality",
            "score_milli": best.score_milli, "left_s": best.left_s}  # fmt: skip
    with Till(make_terminal("Two")) as till:
        assert till.call("log_prices", uuid4(), json.dumps([step])) == {"new": 1}
        kept = "SELECT score_milli, left_s FROM wedge.price_lows"
        assert small_store.query(kept) == [(best.score_milli, best.left_s)]
        small_store.query("DELETE FROM wedge.price_lows")
        small_store.query("UPDATE wedge.products SET e7_s = 7200 WHERE id = %s", PIZZA)
        assert till.call("log_prices", uuid4(), json.dumps([step]))["new"] == 0
        milli, left_s = stands(small_store)
        ((said, until_s),) = small_store.query(kept)
        assert abs(said - milli) <= 20 and abs(until_s - left_s) <= 20
