"""Methods compared on the past: each day is forecast from the days before it alone."""

from collections.abc import Iterable, Sequence

from app.domain.forecast.levels import Day, Level, Method, started
from app.domain.forecast_policy import ForecastPolicy

SPARSE_METHODS = (Method.TSB, Method.SEASONAL_NAIVE)
"""The first wins when both are as good."""


def one_day_ahead(
    method: Method, days: Sequence[Day], policy: ForecastPolicy
) -> list[tuple[float, float]]:
    """(forecast, wanted) of every day after those the method was started from."""
    level, seen = started(method, days, policy)
    pairs = []
    for day, wanted in days[seen:]:
        pairs.append((level.expected(day), wanted))
        level.learn(day, wanted)
    return pairs


def wape(pairs: Iterable[tuple[float, float]]) -> float | None:
    """Σ|forecast − wanted| ÷ Σ wanted; None where nothing was wanted."""
    off = total = 0.0
    for forecast, wanted in pairs:
        off += abs(forecast - wanted)
        total += wanted
    return off / total if total > 0 else None


def method_for(days: Sequence[Day], policy: ForecastPolicy) -> Method:
    """Weekday means below `least_days`, smoothing for what sells daily, else the better of two."""
    if len(days) < policy.least_days:
        return Method.WEEKDAY_MEAN
    zeros = sum(1 for _, wanted in days if wanted <= 0)
    if zeros <= policy.sparse_share * len(days):
        return Method.SMOOTHED
    errors = {each: _error(each, days, policy) for each in SPARSE_METHODS}
    return min(SPARSE_METHODS, key=lambda each: errors[each])


def learned(method: Method, days: Sequence[Day], policy: ForecastPolicy) -> Level:
    """The method after all of `days`."""
    level, seen = started(method, days, policy)
    for day, wanted in days[seen:]:
        level.learn(day, wanted)
    return level


def _error(method: Method, days: Sequence[Day], policy: ForecastPolicy) -> float:
    """Of the last `test_days`. Nothing wanted on any: by how much was forecast all the same."""
    pairs = one_day_ahead(method, days, policy)[-policy.test_days :]
    found = wape(pairs)
    return sum(forecast for forecast, _ in pairs) if found is None else found
