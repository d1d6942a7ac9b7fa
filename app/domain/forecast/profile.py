"""Demand over the hours of the day, and what was lost while there was nothing to sell."""

from collections.abc import Sequence

from app.domain.forecast.history import HOURS, ProductDay
from app.domain.forecast.levels import Day

Profile = tuple[float, ...]
"""Share of a day's demand by hour of the wall clock; 24 values that sum to 1, or to 0."""
NOTHING: Profile = (0.0,) * HOURS


def rates(days: Sequence[ProductDay]) -> list[float]:
    """Portions a day in each hour, counted over the time in which there was something to sell."""
    found = []
    for hour in range(HOURS):
        sold = sum(each.sold[hour] for each in days)
        there = sum(1.0 - each.missing[hour] for each in days)
        # An hour that was hardly ever served would make much of little.
        found.append(sold / max(there, 1.0))
    return found


def shares(values: Sequence[float]) -> Profile:
    """The values as shares of their sum."""
    total = sum(values)
    return tuple(each / total for each in values) if total > 0 else NOTHING


def profile_of(days: Sequence[ProductDay], shop: Profile, lean: float) -> Profile:
    """The product's profile, leaning on the shop's by `lean` portions.

    A product that sold little has the shop's hours; one that sold much has its own.
    """
    sold = sum(each.total for each in days)
    own = shares(rates(days))
    if sold <= 0:
        return shop
    if not any(shop):
        return own
    return shares([sold * a + lean * b for a, b in zip(own, shop, strict=True)])


def wanted_by_day(days: Sequence[ProductDay], profile: Profile) -> list[Day]:
    """Sales plus what was lost in stock-out minutes, by day.

    With w the share of a day's demand that fell into served time, the rate of a weekday is
    Σ sales ÷ Σ w over its days (the likeliest one for Poisson demand); a day lost rate · (1 − w).
    """
    served = [
        1.0 - sum(share * gap for share, gap in zip(profile, each.missing, strict=True))
        for each in days
    ]
    by_weekday = [[0.0, 0.0] for _ in range(7)]
    for each, share in zip(days, served, strict=True):
        by_weekday[each.day.weekday()][0] += each.total
        by_weekday[each.day.weekday()][1] += share
    return [
        (each.day, each.total + _rate(by_weekday[each.day.weekday()]) * max(0.0, 1.0 - share))
        for each, share in zip(days, served, strict=True)
    ]


def _rate(sums: Sequence[float]) -> float:
    sold, served = sums
    return sold / max(served, 1.0) if sold > 0 else 0.0
