"""Expected demand: what it never does, where it is right, and how well it does."""

import math
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.forecast.backtest import method_for, one_day_ahead, wape
from app.domain.forecast.engine import Learned, ShopHistory, forecast_shop, spread
from app.domain.forecast.history import OpenDay, Sales, hours_of, midnight, product_days
from app.domain.forecast.hourly import HourlyDemand
from app.domain.forecast.levels import Method, WeekdayMean
from app.domain.forecast.profile import profile_of, shares, wanted_by_day
from app.domain.forecast_policy import ForecastPolicy
from app.domain.portion import Grade

POLICY = ForecastPolicy()
ZONE = ZoneInfo("Europe/Berlin")
PIZZA, CAKE = UUID(int=1), UUID(int=2)
START = date(2026, 1, 5)
"""A Monday."""
HOUR = timedelta(hours=1)
BUSY = (0.7, 0.8, 0.9, 1.0, 1.3, 1.5, 0.8)


def poisson(rng: random.Random, mean: float) -> int:
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def day_series(seed: int, days: int, mean: float) -> list[tuple[date, float]]:
    rng = random.Random(seed)
    every = [START + timedelta(days=n) for n in range(days)]
    return [(each, float(poisson(rng, mean * BUSY[each.weekday()]))) for each in every]


def moment(day: date, hour: float, zone: ZoneInfo = ZONE) -> datetime:
    return datetime.fromtimestamp(midnight(day, zone), UTC) + timedelta(hours=hour)


def open_day(day: date, since: int = 10, until: int = 20) -> OpenDay:
    return OpenDay(day, (moment(day, since).timestamp(), moment(day, until).timestamp()))


def shop(days: int, by_hour: dict[int, float], closed: frozenset[int] = frozenset()) -> ShopHistory:
    """The same sales on every open day before `START + days`."""
    every = [START + timedelta(days=n) for n in range(days)]
    there = [each for each in every if each.weekday() not in closed]
    sold = {(day, hour): n for day in there for hour, n in by_hour.items()}
    return ShopHistory(
        START + timedelta(days=days), ZONE, tuple(map(open_day, there)),
        {PIZZA: Sales(sold, by_grade={"A": 3.0, "B": 1.0, "C": 0.0})},
    )  # fmt: skip


def level(per_day: float, profile: dict[int, float]) -> Learned:
    """A product that wants `per_day` on every day, by these shares of the hours."""
    mean = WeekdayMean()
    mean.learn(START, per_day)
    hours = shares([profile.get(hour, 0.0) for hour in range(24)])
    return Learned(Method.WEEKDAY_MEAN, ((START, per_day),), mean, hours)


# --- the day's level ---------------------------------------------------------------------------


def test_smoothing_follows_level_and_weekday() -> None:
    """After a doubling the forecast is near the new level within a month, weekdays kept."""
    days = [(START + timedelta(days=n), 20.0 * BUSY[n % 7]) for n in range(60)]
    days += [(START + timedelta(days=n), 40.0 * BUSY[n % 7]) for n in range(60, 100)]
    last_week = one_day_ahead(Method.SMOOTHED, days, POLICY)[-7:]
    assert wape(last_week) == pytest.approx(0.0, abs=0.05)


@pytest.mark.parametrize("seed", range(5))
def test_smoothing_beats_the_last_same_weekday(seed: int) -> None:
    days = day_series(seed, 150, 12.0)
    error = {
        each: wape(one_day_ahead(each, days, POLICY)[-100:])
        for each in (Method.SMOOTHED, Method.SEASONAL_NAIVE)
    }
    smoothed, naive = error[Method.SMOOTHED], error[Method.SEASONAL_NAIVE]
    assert smoothed is not None and naive is not None and smoothed < naive


def test_method_by_history_and_zeros() -> None:
    few = day_series(1, 29, 8.0)
    assert method_for(few, POLICY) is Method.WEEKDAY_MEAN
    assert method_for(day_series(1, 30, 8.0), POLICY) is Method.SMOOTHED
    # Cake on Saturdays only: last Saturday says it all; chance times size would not.
    weekly = [(START + timedelta(days=n), 6.0 if n % 7 == 5 else 0.0) for n in range(120)]
    assert method_for(weekly, POLICY) is Method.SEASONAL_NAIVE
    rng = random.Random(3)
    rare = [(START + timedelta(days=n), float(poisson(rng, 0.7))) for n in range(120)]
    assert method_for(rare, POLICY) is Method.TSB
    never = [(START + timedelta(days=n), 0.0) for n in range(60)]
    assert method_for(never, POLICY) in (Method.TSB, Method.SEASONAL_NAIVE)


@given(
    wanted=st.lists(st.floats(0, 500, allow_nan=False), min_size=1, max_size=90),
    method=st.sampled_from(list(Method)),
)
def test_no_history_breaks_a_method(wanted: list[float], method: Method) -> None:
    """Never negative, never more than far above what was ever seen, always a number."""
    days = [(START + timedelta(days=n), each) for n, each in enumerate(wanted)]
    for forecast, _ in one_day_ahead(method, days, POLICY):
        assert math.isfinite(forecast)
        assert forecast >= 0.0


# --- hours, nights and leap days ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2028, 2, 29), 24)]
)
def test_a_day_has_the_hours_it_has(day: date, hours: int) -> None:
    found = hours_of(day, ZONE)
    assert len(found) == hours
    assert all(a[1][1] == b[1][0] for a, b in pairwise(found))
    assert found[0][1][0] == midnight(day, ZONE)
    assert found[-1][1][1] == midnight(day + timedelta(days=1), ZONE)
    if hours == 25:
        assert [hour for hour, _ in found].count(2) == 2
    if hours == 23:
        assert 2 not in [hour for hour, _ in found]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 4, 5), START])
def test_the_hours_of_a_day_sum_to_its_demand(zone: str, day: date) -> None:
    """On 23, 24 and 25 hours alike, with half of the demand in the hours that come and go."""
    where = ZoneInfo(zone)
    known = level(30.0, {1: 1.0, 2: 2.0, 12: 3.0})
    hourly = spread(known, day, where)
    start, end = moment(day, 0, where), moment(day + timedelta(days=1), 0, where)
    assert hourly.starts_at == start
    assert hourly.between(start, end) == pytest.approx(30.0, abs=0.05)


def test_a_horizon_across_midnight_takes_from_both_days() -> None:
    history = shop(42, {22: 6.0, 23: 4.0, 0: 2.0})
    found = forecast_shop(history, POLICY)[PIZZA]
    late = moment(history.today, 23.5)
    assert found.next(late, HOUR) == pytest.approx(4.0 / 2 + 2.0 / 2, rel=0.05)


def test_the_hour_that_comes_twice_wants_half_each_time() -> None:
    known = level(24.0, {2: 1.0})
    night = date(2026, 10, 25)
    hourly = spread(known, night, ZONE)
    assert hourly.between(moment(night, 2), moment(night, 3)) == pytest.approx(12.0)
    assert hourly.between(moment(night, 3), moment(night, 4)) == pytest.approx(12.0)


def test_closed_days_are_left_out_and_stay_closed() -> None:
    """Closed on Sundays: Sundays neither count as days without demand nor are expected to sell."""
    history = shop(70, {12: 10.0}, closed=frozenset({6}))
    found = forecast_shop(history, POLICY)[PIZZA]
    assert found.days == 60
    assert found.next(moment(history.today, 12), HOUR) == pytest.approx(10.0, rel=0.02)
    sunday = replace(history, today=START + timedelta(days=69))
    assert sunday.today.weekday() == 6
    assert forecast_shop(sunday, POLICY)[PIZZA].next(moment(sunday.today, 12), HOUR) == 0.0


def test_a_leap_day_is_a_day() -> None:
    today = date(2028, 2, 29)
    days = [today - timedelta(days=n) for n in range(1, 43)]
    sold = {(day, 12): 7.0 for day in days}
    history = ShopHistory(today, ZONE, tuple(map(open_day, days)), {PIZZA: Sales(sold)})
    assert forecast_shop(history, POLICY)[PIZZA].next(moment(today, 12), HOUR) == (
        pytest.approx(7.0, rel=0.02)
    )


def test_today_never_counts() -> None:
    history = shop(40, {12: 10.0})
    more = dict(history.sales[PIZZA].by_hour) | {(history.today, 12): 500.0}
    busy = replace(
        history, open_days=(*history.open_days, open_day(history.today)),
        sales={PIZZA: replace(history.sales[PIZZA], by_hour=more)},
    )  # fmt: skip
    assert forecast_shop(busy, POLICY) == forecast_shop(history, POLICY)


def test_grades_share_the_demand_as_they_were_asked_for() -> None:
    history = shop(40, {12: 8.0})
    found = forecast_shop(history, POLICY)[PIZZA]
    noon = moment(history.today, 12)
    assert found.next_of_grade(Grade.A, noon, HOUR) == pytest.approx(6.0, rel=0.02)
    assert found.next_of_grade(Grade.B, noon, HOUR) == pytest.approx(2.0, rel=0.02)
    assert found.next_of_grade(Grade.C, noon, HOUR) == 0.0
    assert found.next_of_grade(Grade.A, noon + timedelta(days=3), HOUR) is None


def test_nothing_is_said_of_what_was_never_sold() -> None:
    history = replace(shop(40, {12: 8.0}), sales={CAKE: Sales({})})
    assert forecast_shop(history, POLICY) == {}


# --- stock-outs --------------------------------------------------------------------------------


def test_sales_lost_in_stock_out_minutes_count_as_demand() -> None:
    """Six an hour from 10 to 20, but on Mondays nothing to sell after 15: still sixty a day."""
    every = [START + timedelta(days=n) for n in range(56)]
    sold, spans = {}, []
    for day in every:
        until = 15 if day.weekday() == 0 else 20
        spans.append((moment(day, 9).timestamp(), moment(day, until).timestamp()))
        sold.update({(day, hour): 6.0 for hour in range(10, until)})
    sales = Sales(sold, tuple(spans))
    days = product_days(sales, [open_day(day) for day in every], ZONE)
    assert (days[0].total, days[0].missing[14], days[0].missing[15]) == (30.0, 0.0, 1.0)
    wanted = dict(wanted_by_day(days, profile_of(days, shares([0.0] * 24), 0)))
    assert wanted[every[0]] == pytest.approx(60.0, rel=0.01)
    assert wanted[every[1]] == pytest.approx(60.0, rel=0.01)


def test_what_was_not_yet_offered_was_not_sold_out() -> None:
    """First cut at 12 on a day from 10 to 20: the two hours before say nothing of lost guests."""
    span = (moment(START, 12).timestamp(), moment(START, 18).timestamp())
    (day,) = product_days(Sales({(START, 12): 3.0}, (span,)), [open_day(START)], ZONE)
    assert [hour for hour, share in enumerate(day.missing) if share > 0] == [18, 19]
    never = product_days(
        Sales({(START, 12): 3.0}, (span,)), [open_day(START), open_day(START + timedelta(1))], ZONE
    )[1]
    assert [hour for hour, share in enumerate(never.missing) if share == 1.0] == list(range(10, 20))


@given(
    gone=st.lists(st.floats(0, 1), min_size=14, max_size=14),
    sold=st.lists(st.integers(0, 40), min_size=14, max_size=14),
)
def test_lost_sales_only_add_and_never_run_away(gone: list[float], sold: list[int]) -> None:
    """Demand is at least sales, and lost ones at most what a full day of that weekday sells."""
    every = [START + timedelta(days=n) for n in range(14)]
    by_hour = {(day, 12): float(n) for day, n in zip(every, sold, strict=True)}
    spans = tuple(
        (moment(day, 10).timestamp(), moment(day, 20 - 10 * share).timestamp())
        for day, share in zip(every, gone, strict=True)
    )
    days = product_days(Sales(by_hour, spans), [open_day(day) for day in every], ZONE)
    if not days:
        return
    profile = profile_of(days, shares([1.0] * 24), 20)
    for each, (_, wanted) in zip(days, wanted_by_day(days, profile), strict=True):
        assert each.total - 1e-9 <= wanted <= each.total + sum(sold) + 1e-9


# --- adding hours up ---------------------------------------------------------------------------

grids = st.lists(st.integers(0, 50_000), min_size=24, max_size=48).map(tuple)
offsets = st.integers(0, 5 * 24 * 3_600).map(lambda s: timedelta(seconds=s))


@given(milli=grids, a=offsets, b=offsets, c=offsets)
def test_spans_add_up(milli: tuple[int, ...], a: timedelta, b: timedelta, c: timedelta) -> None:
    """Two spans side by side want what both together want; longer never wants less."""
    start = datetime(2026, 3, 1, tzinfo=UTC)
    hourly = HourlyDemand(start, milli)
    first, second, third = sorted(start + each for each in (a, b, c))
    parts = hourly.between(first, second) + hourly.between(second, third)
    assert hourly.between(first, third) == pytest.approx(parts, abs=1e-6)
    assert hourly.between(first, second) >= 0.0
    assert hourly.between(start - HOUR, first) == pytest.approx(hourly.between(start, first))


def test_after_the_last_hour_the_last_day_comes_again() -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    hourly = HourlyDemand(start, tuple(range(48)))
    again = hourly.between(start + 48 * HOUR, start + 72 * HOUR)
    assert again == pytest.approx(hourly.between(start + 24 * HOUR, start + 48 * HOUR))
    with pytest.raises(ValueError):
        HourlyDemand(start, (-1,))


@given(
    days=st.integers(1, 45),
    sold=st.dictionaries(st.integers(0, 23), st.floats(0, 60), max_size=24),
)
def test_a_shop_with_any_history_gets_an_answer(days: int, sold: dict[int, float]) -> None:
    found = forecast_shop(shop(days, sold), POLICY)
    for each in found.values():
        assert all(milli >= 0 for milli in each.hourly.milli)
        assert len(each.hourly.milli) == 48
        assert each.days >= 1
