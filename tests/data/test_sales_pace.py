"""The last hour's count and the pace ladder on the real store: one number on every terminal, and
the same price by it, kept for its rest and worked out again to the cent."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from app.data.forecasts import demand_map
from app.data.price_audit import audit_prices
from app.data.store import PgStore
from app.domain.forecast.corrected import COUNTED, SalesPace
from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.ids import new_id
from app.domain.people import Mode
from app.domain.price import PriceReason
from app.services.demand_now import pace_in_force
from app.services.kitchen_stock import StockDeriver
from app.services.price_steps import PriceSteps
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_forecast import ZONE
from tests.data.test_no_oversell import keep
from tests.data.test_price_lows import amount, offered, told
from tests.data.test_prices import refused, set_pricing
from tests.support.seed import (
    CABINET,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    portion_ids,
)

WARM = "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc) VALUES (%s, 63000)"


def expects(till: Till, per_hour: float) -> None:
    """A forecast of so many of the pizza in any hour, from three hours ago on."""
    now = datetime.now(UTC)
    hourly = HourlyDemand(now - timedelta(hours=3), (round(per_hour * 1_000),) * 48)
    known = ProductDemand(PIZZA, now.astimezone(ZONE).date(), 1, hourly, "smoothed", 60)
    till.act("save_demand", known.made_for, 1, json.dumps([demand_map(known)]))


def paces(store: PgStore) -> SalesPace | None:
    """The count that the terminal has."""
    return pace_in_force(store.feed.view) if store.feed.view else None


def test_the_count_is_of_what_was_sold_and_of_when_there_was_anything(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """Three of the twenty are sold and the rest wasted; all were cut 30 minutes ago."""
    ids = portion_ids()
    screens = [open_store(make_terminal("Two")), open_store(make_terminal("K", Mode.KDS))]
    with Till(make_terminal("One")) as till:
        ticket = uuid4()
        for portion in ids[:3]:
            till.reserve(ticket, candidate(portion))
        till.act("pay_cash", ticket, 26_700, 26_700)
        small_store.query("UPDATE wedge.portions SET state = 'wasted' WHERE id = ANY (%s)", ids[3:])
        with psycopg.connect(small_store.admin_url, autocommit=True) as link:
            link.execute("ALTER TABLE wedge.portions DISABLE TRIGGER USER")
            link.execute("UPDATE wedge.portions SET cut_at = clock_timestamp() - interval '30 min'"
                         " WHERE id = ANY (%s)", [ids])  # fmt: skip
        till.call("count_sales", till.session)
        until(io_loop, lambda: all(paces(each) for each in screens))
        first = paces(screens[0])
        assert first is not None
        assert first == paces(screens[1])
        assert first.span == timedelta(hours=1)
        (sold,) = first.sold.values()
        assert sold.portions == 3
        assert sold.on_sale_s == pytest.approx(1_800, abs=60)
        # Asked again at once, nothing happens; after a while it counts anew.
        till.call("count_sales", till.session)
        assert small_store.one("SELECT until FROM wedge.sales_paces") == first.until
        small_store.query("UPDATE wedge.sales_paces SET until = until - interval '5 min',"
                          " since = since - interval '5 min'")  # fmt: skip
        till.call("count_sales", till.session)
        assert small_store.one("SELECT until FROM wedge.sales_paces") > first.until
    assert small_store.query("SELECT id FROM wedge.sales_paces") == [(COUNTED,)]


def test_too_much_stock_is_cheaper_on_every_terminal_and_rests(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """One portion and half an hour of one expected an hour: 30 % off; then a rush comes."""
    keep(small_store, 1)
    ladder = {"deepest": "3/10", "from_ratio": "1", "full_ratio": "2", "step": "1/20"}
    set_pricing(small_store, grade_factors={"a": "1", "b": "1", "c": "1"}, pace=ladder,
                rounding_minor=1)  # fmt: skip
    small_store.query(WARM, CABINET)
    small_store.query("UPDATE wedge.portions SET expires_at = clock_timestamp()"
                      " + interval '45 min' WHERE id = %s", portion_ids()[0])  # fmt: skip
    one, two = open_store(make_terminal("One")), open_store(make_terminal("Two"))
    office = open_store(make_terminal("Office", Mode.MANAGER))
    screens = (one, two, office)

    def all_show(minor: int) -> None:
        until(io_loop, lambda: all(s.feed.view and amount(s) == minor for s in screens))

    all_show(8_900)
    dear, steps = offered(one), PriceSteps()
    steps.see([dear], one.feed.now())
    with Till(make_terminal("Three")) as till:
        expects(till, 1.0)
        all_show(6_230)
        cheap = offered(two)
        assert cheap.price is not None
        assert [step.reason for step in cheap.price.steps] == [PriceReason.BASE, PriceReason.PACE]
        steps.see([offered(one)], one.feed.now())
        (move,) = steps.take()
        assert (move.reason, move.pace_milli) == (PriceReason.PACE, 700)
        io_loop.run_until_complete(one.selling.log_prices(request=new_id(), changes=[move]))
        until(io_loop, lambda: all(s.feed.view and s.feed.view.price_lows for s in screens))
        # A till that claims more off by the pace than all the stock could need is not believed.
        small_store.query("UPDATE wedge.price_lows SET at = at - interval '3 seconds'")
        step = {"portion_id": str(portion_ids()[0]), "old_minor": 6_230, "new_minor": 6_230,
                "reason": "pace", "score_milli": 10_000, "left_s": 9_999,
                "pace_milli": 100}  # fmt: skip
        till.call("log_prices", uuid4(), json.dumps([step]))
        assert small_store.one("SELECT pace_milli FROM wedge.price_lows") == 700
        # Sales come in far above the forecast: by them alone it would be the list price again.
        counted = json.dumps({str(PIZZA): [120, 3_600]})
        small_store.query(
            "INSERT INTO wedge.sales_paces VALUES (%s, clock_timestamp() - interval '1 hour',"
            " clock_timestamp(), %s)", COUNTED, counted,
        )  # fmt: skip
        until(io_loop, lambda: all(paces(s) for s in screens))
        all_show(6_230)
        small_store.query("UPDATE wedge.price_lows SET at = at - interval '3 seconds'")
        back = refused(lambda: till.act("reserve_first", uuid4(), uuid4(), "counter", told(dear)))
        assert back == ("prices_changed", "the price rests")
        line = uuid4()
        till.act("reserve_first", uuid4(), line, "counter", told(offered(two)))
        audited = audit_prices(small_store.admin_url)
        assert (audited.recomputed, audited.wrong) == (1, ())
        till.act("remove_line", line)
    small_store.query("UPDATE wedge.price_lows SET at = at - interval '15 min'")
    all_show(8_900)


def test_the_kitchen_cuts_for_the_rush_that_is_forecast(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    """Eight left and nothing sold so far: no advice, until the forecast says 60 in the hour."""
    keep(small_store, 8)
    small_store.query(WARM, CABINET)
    kitchen = open_store(make_terminal("K", Mode.KDS))

    def advised() -> list[float]:
        view = kitchen.feed.view
        assert view is not None
        cuts = StockDeriver().derive(view, kitchen.feed.now()).cuts
        return [each.outlook.expected for each in cuts]

    until(io_loop, lambda: kitchen.feed.view is not None and len(kitchen.feed.view.wholes) > 0)
    assert advised() == []
    with Till(make_terminal("One")) as till:
        expects(till, 60.0)
    until(io_loop, lambda: advised() == [pytest.approx(10.0)])
