"""A shop's forecast: each product's day by its history, spread over the hours of the clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.forecast.backtest import learned, method_for
from app.domain.forecast.history import OpenDay, ProductDay, Sales, hours_of, product_days
from app.domain.forecast.hourly import GRID_HOURS, HOUR, HourlyDemand, ProductDemand
from app.domain.forecast.levels import Day, Level, Method
from app.domain.forecast.profile import NOTHING, Profile, profile_of, rates, shares, wanted_by_day
from app.domain.forecast_policy import ForecastPolicy
from app.domain.portion import Grade

_CLOSED_AFTER = 4
"""Weeks in a row without one of its days after which a weekday counts as closed."""


@dataclass(frozen=True, slots=True)
class ShopHistory:
    """A shop's past up to the day before `today`, the local day the forecast is made for."""

    today: date
    zone: ZoneInfo
    open_days: tuple[OpenDay, ...]
    sales: Mapping[UUID, Sales]


@dataclass(frozen=True, slots=True)
class Learned:
    """What a product's history taught: its days, how they are continued, and its hours."""

    method: Method
    days: tuple[Day, ...]
    level: Level
    profile: Profile


def forecast_shop(history: ShopHistory, policy: ForecastPolicy) -> dict[UUID, ProductDemand]:
    """The forecast of every product with any history; the others are not named.

    Today and later days never count, so every terminal that asks on one day gets the same.
    """
    open_days = tuple(each for each in history.open_days if each.day < history.today)
    past = {
        product_id: product_days(sales, open_days, history.zone)
        for product_id, sales in history.sales.items()
    }
    shop = shop_profile(past.values(), policy)
    found = {}
    for product_id, days in past.items():
        if sum(each.total for each in days) <= 0:
            continue
        known = learn_product(days, shop, policy)
        closed = closed_weekdays(open_days, history.today)
        found[product_id] = ProductDemand(
            id=product_id,
            made_for=history.today,
            policy_version=policy.version,
            hourly=spread(known, history.today, history.zone, closed),
            method=known.method.value,
            days=len(known.days),
            grade_bp=_grades(history.sales[product_id]),
        )
    return found


def learn_product(days: Sequence[ProductDay], shop: Profile, policy: ForecastPolicy) -> Learned:
    """Profile, then demand by day, then the method that continues it."""
    recent = days[-policy.profile_days :]
    profile = profile_of(recent, shop, policy.profile_portions)
    wanted = wanted_by_day(days, profile)
    method = method_for(wanted, policy)
    return Learned(method, tuple(wanted), learned(method, wanted, policy), profile)


def shop_profile(past: Iterable[Sequence[ProductDay]], policy: ForecastPolicy) -> Profile:
    """The hours of all products together."""
    total = list(NOTHING)
    for days in past:
        recent = days[-policy.profile_days :]
        total = [a + b for a, b in zip(total, rates(recent), strict=True)]
    return shares(total)


def closed_weekdays(open_days: Sequence[OpenDay], today: date) -> frozenset[int]:
    """Weekdays on which the shop did not open in the last four weeks, if it is that old."""
    since = today - timedelta(weeks=_CLOSED_AFTER)
    if not open_days or min(each.day for each in open_days) > since:
        return frozenset()
    seen = {each.day.weekday() for each in open_days if each.day >= since}
    return frozenset(range(7)) - seen if seen else frozenset()


def spread(
    known: Learned, today: date, zone: ZoneInfo, closed: frozenset[int] = frozenset()
) -> HourlyDemand:
    """Two days from today's first moment on; each day's hours sum to what the day will want."""
    hours = [hour for ahead in range(3) for hour in _day_hours(known, today, ahead, zone, closed)]
    first = hours[0][0][0]
    # A day of 25 hours pushes the next one out of the grid's even hours: cut by moments, not count.
    milli = [0.0] * GRID_HOURS
    for (since, until), portions in hours:
        _pour(milli, (since - first) / HOUR.total_seconds(),
              (until - first) / HOUR.total_seconds(), portions)  # fmt: skip
    return HourlyDemand(
        datetime.fromtimestamp(first, UTC), tuple(round(each * 1_000) for each in milli)
    )


def _day_hours(
    known: Learned, today: date, ahead: int, zone: ZoneInfo, closed: frozenset[int]
) -> list[tuple[tuple[float, float], float]]:
    """The spans of one day with what each will want."""
    day = today + timedelta(days=ahead)
    hours = hours_of(day, zone)
    length: dict[int, float] = {}
    for hour, (since, until) in hours:
        length[hour] = length.get(hour, 0.0) + until - since
    wanted = 0.0 if day.weekday() in closed else max(0.0, known.level.expected(day))
    there = sum(known.profile[hour] for hour in length)
    return [
        (span, wanted * known.profile[hour] / there * (span[1] - span[0]) / length[hour])
        if there > 0
        else (span, 0.0)
        for hour, span in hours
    ]


def _pour(grid: list[float], since: float, until: float, portions: float) -> None:
    """Spread portions evenly over [since, until), in hours of the grid."""
    for index in range(int(since), min(len(grid), int(until) + 1)):
        overlap = min(until, index + 1) - max(since, index)
        if overlap > 0:
            grid[index] += portions * overlap / (until - since)


def _grades(sales: Sales) -> dict[Grade, int]:
    counted = sales.by_grade or {}
    total = sum(counted.values())
    if total <= 0:
        return {}
    return {each: round(10_000 * counted.get(each.value, 0) / total) for each in Grade}
