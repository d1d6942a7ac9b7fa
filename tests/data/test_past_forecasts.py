"""Each hour's forecast as it stood when the hour began: kept once, by the store, for good."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest

from app.data.judged import PAST, forecast_past
from app.domain.forecast.judged import ForecastPast, judge_days, judge_hours, verdict
from tests.conftest import MakeTerminal
from tests.data.test_forecast import known, save, sell
from tests.support.seed import DRINK, PIZZA, SmallShop, Till

KEPT = "SELECT hour, expected_milli FROM wedge.past_forecasts WHERE product_id = %s ORDER BY hour"


def this_hour() -> datetime:
    return datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


def kept(shop: SmallShop) -> dict[datetime, int]:
    return dict(shop.query(KEPT, PIZZA))


def in_force(shop: SmallShop, made_at: datetime, starts_at: datetime, *milli: int) -> None:
    """This forecast of the pizza has been in force since `made_at`."""
    shop.query("DELETE FROM wedge.demand")
    shop.query(
        "INSERT INTO wedge.demand (product_id, made_for, policy_version, made_at, method, days,"
        " starts_at, hourly_milli, grade_bp) VALUES (%s, %s, 1, %s, 'smoothed', 40, %s, %s, '{}')",
        PIZZA, starts_at.date() - timedelta(days=2), made_at, starts_at, list(milli),
    )  # fmt: skip


def read(shop: SmallShop, first: date, last: date) -> ForecastPast:
    with psycopg.connect(shop.admin_url) as link:
        row = link.execute(PAST, {"product": PIZZA, "first": first, "last": last}).fetchone()
    assert row is not None
    return forecast_past(row)


def test_two_terminals_at_the_turn_of_the_hour_keep_it_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """And a forecast that a terminal stores counts for no hour that has begun."""
    hour = this_hour()
    in_force(small_store, hour - timedelta(minutes=90), hour - timedelta(hours=3), *range(48))
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        small_store.query("UPDATE wedge.terminals SET last_seen_at = now() - interval '1 minute'")
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda till: till.call("heartbeat"), (one, two)))
        expected = {hour - timedelta(hours=1): 2, hour: 3}
        assert kept(small_store) == expected
        save(one, known((9_000,) * 48, hour - timedelta(hours=3)))
        assert small_store.one("SELECT hourly_milli[1] FROM wedge.demand") == 9_000
        small_store.query("UPDATE wedge.terminals SET last_seen_at = now() - interval '1 minute'")
        two.call("heartbeat")
        assert kept(small_store) == expected
        small_store.query("SELECT wedge.keep_forecasts(%s, true)", hour + timedelta(hours=2))
        assert kept(small_store) == expected | {hour + timedelta(hours=n): 9_000 for n in (1, 2)}
    for change in ("UPDATE wedge.past_forecasts SET expected_milli = 0",
                   "DELETE FROM wedge.past_forecasts"):  # fmt: skip
        with pytest.raises(psycopg.Error):
            small_store.query(change)


def test_what_was_in_force_is_kept_before_another_takes_its_place(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The store was off for hours: the first thing a terminal does is to store a new forecast."""
    hour = this_hour()
    in_force(small_store, hour - timedelta(hours=5), hour - timedelta(hours=5), *range(48))
    with Till(make_terminal("One")) as till:
        save(till, known((9_000,) * 48, hour - timedelta(hours=5)))
        assert kept(small_store) == {hour + timedelta(hours=n - 5): n for n in range(6)}
        zone = ZoneInfo("Asia/Bangkok")
        days = [(hour - timedelta(hours=5)).astimezone(zone).date(), hour.astimezone(zone).date()]
        sell(small_store, *((hour + timedelta(hours=n, minutes=1), PIZZA, 1, "A")
                            for n in (-5, -1)))  # fmt: skip
        hours = judge_hours(read(small_store, days[0], days[1]))
    off = [each.at for each in hours if each.off]
    assert off and not any(each.counts for each in hours), "nobody could sell: no low demand"


@pytest.mark.parametrize(("day", "count"), [(date(2026, 10, 25), 25), (date(2026, 3, 29), 23)])
def test_a_night_of_a_clock_change_has_its_own_hours(
    small_store: SmallShop, make_terminal: MakeTerminal, day: date, count: int
) -> None:
    make_terminal("One")
    zone = ZoneInfo("Europe/Berlin")
    small_store.query("ALTER TABLE wedge.settings DISABLE TRIGGER USER")
    small_store.query("UPDATE wedge.settings SET document ="
                      " jsonb_set(document, '{time_zone}', '\"Europe/Berlin\"')")  # fmt: skip
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    in_force(small_store, midnight - timedelta(hours=1), midnight, *(1_000 * n for n in range(48)))
    for n in range(30):
        small_store.query(
            "SELECT wedge.keep_forecasts(%s, true)", midnight + n * timedelta(hours=1)
        )
    sell(small_store, *((midnight + timedelta(hours=n, minutes=20), PIZZA, n, "A")
                        for n in range(1, count)))  # fmt: skip
    past = read(small_store, day, day)
    assert [each.expected_milli for each in past.kept] == [1_000 * n for n in range(count)]
    hours = judge_hours(past)
    assert [each.sold for each in hours] == list(range(count))
    (whole,) = judge_days(hours, zone)
    assert whole.sold == sum(range(count)) and whole.at == midnight


def test_hours_without_a_portion_are_no_low_demand(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Two an hour are expected; sold out after 20 minutes of the third, one was sold in it."""
    make_terminal("One")
    start = datetime(2026, 3, 2, 3, tzinfo=UTC)
    in_force(small_store, start - timedelta(hours=1), start, *([2_000] * 48))
    for n in range(5):
        small_store.query("SELECT wedge.keep_forecasts(%s, true)", start + n * timedelta(hours=1))
    sell(
        small_store,
        (start, PIZZA, 1, "A"), (start + timedelta(minutes=70), PIZZA, 2, "A"),
        (start + timedelta(minutes=125), PIZZA, 1, "A"),
        (start + timedelta(hours=4, minutes=30), DRINK, 1, None),
    )  # fmt: skip
    small_store.query("SET session_replication_role = replica;"
        " INSERT INTO wedge.portions (id, code, whole_id, product_id, wedge, state, cut_at,"
        " expires_at, holding_unit_id, place, initial_quality)"
        f" SELECT gen_random_uuid(), 'ZZ-1', whole_id, product_id, 99, 'wasted', '{start}',"
        f" '{start + timedelta(minutes=140)}', holding_unit_id, 'x', 10"
        " FROM wedge.portions LIMIT 1")  # fmt: skip
    hours = judge_hours(read(small_store, start.date(), start.date()))
    assert [each.sold for each in hours] == [1, 2, 1, 0, 0]
    assert [round(each.sold_out_s / 60) for each in hours] == [0, 0, 40, 60, 30]
    assert [round(each.served, 3) for each in hours] == [2, 2, 0.667, 0, 1]
    found = verdict(hours)
    assert found is not None
    assert (found.count, found.sold) == (5, 4)
    assert found.mean_error == pytest.approx((1 + 0 + 1 / 3 + 0 + 1) / 5)
    assert found.bias == pytest.approx((5 + 2 / 3 - 4) / 4)
