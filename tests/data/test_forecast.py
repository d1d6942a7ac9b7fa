"""The forecast on the real server: read from closed days, stored once, added up the same."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from app.data.forecasts import demand_map, shop_history
from app.data.rows import demand as decoded
from app.domain.forecast.engine import forecast_shop
from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.forecast_policy import ForecastPolicy
from app.domain.portion import Grade
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.support.seed import DRINK, PIZZA, SmallShop, Till, known_id

ZONE = ZoneInfo("Asia/Bangkok")


def sell(shop: SmallShop, *sales: tuple[datetime, Any, int, str | None]) -> None:
    """Closed sales of the past: when, what, how many, of which grade; a ticket for each."""
    tickets = [uuid4() for _ in sales]
    with psycopg.connect(shop.admin_url) as link, link.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state,"
            " opened_at, paid_at, archived) SELECT %s, 1, t.id, %s, 'counter', 'closed', %s, %s,"
            " true FROM wedge.terminals t LIMIT 1",
            [
                (ticket, known_id("cashier"), at, at)
                for ticket, (at, *_) in zip(tickets, sales, strict=True)
            ],
        )
        cursor.executemany(
            "INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name, grade,"
            " allergens, quantity, base_price_minor, unit_price_minor, breakdown, tax_rate_bp)"
            " VALUES (gen_random_uuid(), %s, 1, %s, 'x', %s, '{}', %s, 0, 0, '[]', 0)",
            [
                (ticket, product, grade, count)
                for ticket, (_, product, count, grade) in zip(tickets, sales, strict=True)
            ],
        )


def past(shop: SmallShop, days: int) -> None:
    """Nine pizzas, most of them at noon, and one water each day; the shop is open 10 to 20."""
    today = datetime.now(ZONE).date()
    sales: list[tuple[datetime, Any, int, str | None]] = []
    for ago in range(1, days + 1):
        start = datetime.combine(today - timedelta(days=ago), time(0, 30), tzinfo=ZONE)
        for hour, count, grade in ((10, 1, "A"), (12, 6, "B"), (19, 2, "A")):
            sales.append((start + timedelta(hours=hour), PIZZA, count, grade))
        sales.append((start + timedelta(hours=12), DRINK, 1, None))
    sell(shop, *sales)


def test_the_past_comes_back_grouped_and_makes_a_forecast(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        past(small_store, 3)
        sell(small_store, (datetime.now(UTC), PIZZA, 50, "A"))
        history = shop_history(till.call("demand_history", till.session, 60))
    today = datetime.now(ZONE).date()
    assert (history.today, history.zone.key) == (today, "Asia/Bangkok")
    assert [each.day for each in history.open_days] == [
        today - timedelta(days=n) for n in (3, 2, 1)
    ]
    sales = history.sales[PIZZA]
    assert sales.by_hour[today - timedelta(days=2), 12] == 6.0
    assert sum(sales.by_hour.values()) == 27.0
    assert sales.by_grade == {"A": 9.0, "B": 18.0, "C": 0.0}
    assert history.sales[DRINK].on_sale is None
    found = forecast_shop(history, ForecastPolicy())
    noon = datetime.combine(today, datetime.min.time(), tzinfo=ZONE) + timedelta(hours=12)
    assert found[PIZZA].next(noon, timedelta(hours=1)) == pytest.approx(6.0, abs=0.7)
    assert found[PIZZA].method == "weekday_mean"


def save(till: Till, *rows: ProductDemand, made_for: date | None = None, policy: int = 1) -> Any:
    day = made_for or datetime.now(ZONE).date()
    return till.act("save_demand", day, policy, json.dumps([demand_map(each) for each in rows]))


def known(milli: tuple[int, ...], starts_at: datetime, days: int = 40) -> ProductDemand:
    return ProductDemand(
        PIZZA, datetime.now(ZONE).date(), 1, HourlyDemand(starts_at, milli), "smoothed", days,
        {Grade.A: 6_000, Grade.B: 4_000, Grade.C: 0},
    )  # fmt: skip


def test_the_first_forecast_of_a_day_is_every_screens(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    first, second = known((2_000,) * 48, start), known((9_000,) * 48, start)
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        save(one, first)
        save(two, second)
        (row,) = one.call("snapshot")["demand"]
        assert decoded(row) == first
        for wrong in ({"made_for": date(2020, 1, 1)}, {"policy": 7}):
            with pytest.raises(psycopg.Error) as refused:
                save(one, first, **wrong)
            assert hint(refused.value) == "changed"
    feed = small_store.query("SELECT content FROM wedge.feed WHERE entity = 'demand'")
    assert len(feed) == 1
    assert (
        small_store.one("SELECT count(*) FROM wedge.journal WHERE action = 'forecast demand'") == 1
    )


@pytest.mark.parametrize("minutes", [0, 7, 30 * 60 + 20, 47 * 60 + 30, 47 * 60 + 59])
def test_server_and_screens_add_up_the_same(
    small_store: SmallShop, make_terminal: MakeTerminal, minutes: int
) -> None:
    """At the end of the grid too, where its last day comes again."""
    start = datetime(2026, 3, 1, 17, tzinfo=UTC)
    demand = known(tuple((n * 377) % 9_000 for n in range(48)), start)
    at = start + timedelta(minutes=minutes)
    with Till(make_terminal("One")) as till:
        save(till, demand)
    found = small_store.one("SELECT wedge.expected_milli(%s, %s)", PIZZA, at)
    expected = demand.next(at, timedelta(hours=1))
    assert expected is not None
    assert found / 1_000 == pytest.approx(expected)
    for outside in (start - timedelta(seconds=1), start + timedelta(hours=48)):
        assert small_store.one("SELECT wedge.expected_milli(%s, %s)", PIZZA, outside) is None
        assert demand.next(outside, timedelta(hours=1)) is None
