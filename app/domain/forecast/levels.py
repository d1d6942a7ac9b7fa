"""Methods that say what a day will want from the days before it; each learns day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.domain.forecast_policy import ForecastPolicy

Day = tuple[date, float]
"""An open day and what was wanted on it."""
_LEAST = 0.01
"""Levels and weekday factors stay above this, so that a quotient always exists."""
_WARM_UP = 28


class Method(StrEnum):
    """How a product's day is estimated."""

    WEEKDAY_MEAN = "weekday_mean"
    SMOOTHED = "smoothed"
    SEASONAL_NAIVE = "seasonal_naive"
    TSB = "tsb"


class Level(Protocol):
    """Learns what days wanted, in their order, and says what a later day will want."""

    def expected(self, day: date) -> float: ...
    def learn(self, day: date, wanted: float) -> None: ...


@dataclass(slots=True)
class Smoothed:
    """Exponential smoothing times weekday: ŷ = L·s; L += a(y/s − L), s += b(y/L − s)."""

    level: float
    weekdays: list[float]
    level_weight: float
    weekday_weight: float

    def expected(self, day: date) -> float:
        return self.level * self.weekdays[day.weekday()]

    def learn(self, day: date, wanted: float) -> None:
        factor = self.weekdays[day.weekday()]
        level = self.level
        self.level = max(_LEAST, level + self.level_weight * (wanted / factor - level))
        moved = factor + self.weekday_weight * (wanted / level - factor)
        self.weekdays[day.weekday()] = max(_LEAST, moved)


class WeekdayMean:
    """The mean of the same weekdays; of all days while that weekday was never open."""

    def __init__(self) -> None:
        self._by_weekday: list[list[float]] = [[] for _ in range(7)]

    def expected(self, day: date) -> float:
        same = self._by_weekday[day.weekday()] or [y for each in self._by_weekday for y in each]
        return sum(same) / len(same) if same else 0.0

    def learn(self, day: date, wanted: float) -> None:
        self._by_weekday[day.weekday()].append(wanted)


class SeasonalNaive:
    """What the same weekday wanted last time."""

    def __init__(self) -> None:
        self._last: dict[int, float] = {}
        self._latest = 0.0

    def expected(self, day: date) -> float:
        return self._last.get(day.weekday(), self._latest)

    def learn(self, day: date, wanted: float) -> None:
        self._last[day.weekday()] = self._latest = wanted


@dataclass(slots=True)
class Tsb:
    """Teunter, Syntetos and Babai: the chance of any demand times its size, smoothed apart."""

    weight: float
    chance: float
    size: float

    def expected(self, day: date) -> float:
        return self.chance * self.size

    def learn(self, day: date, wanted: float) -> None:
        self.chance += self.weight * ((1.0 if wanted > 0 else 0.0) - self.chance)
        if wanted > 0:
            self.size += self.weight * (wanted - self.size)


def started(method: Method, days: Sequence[Day], policy: ForecastPolicy) -> tuple[Level, int]:
    """The method at the start of `days`, and how many of them it was started from.

    Only those it has seen: a back-test begins after them.
    """
    if method is Method.SMOOTHED:
        seen = days[: min(len(days), _WARM_UP)]
        return _smoothed(seen, policy), len(seen)
    if method is Method.TSB:
        seen = days[: min(len(days), _WARM_UP)]
        sold = [y for _, y in seen if y > 0]
        size = sum(sold) / len(sold) if sold else 0.0
        return Tsb(float(policy.sparse_weight), len(sold) / max(1, len(seen)), size), len(seen)
    return (WeekdayMean() if method is Method.WEEKDAY_MEAN else SeasonalNaive()), 0


def _smoothed(seen: Sequence[Day], policy: ForecastPolicy) -> Smoothed:
    """Level and weekdays of the first weeks; a weekday leans on the level by one day's weight."""
    mean = max(_LEAST, sum(y for _, y in seen) / max(1, len(seen)))
    weekdays = []
    for weekday in range(7):
        same = [y for day, y in seen if day.weekday() == weekday]
        weekdays.append(max(_LEAST, (sum(same) + mean) / (len(same) + 1) / mean))
    return Smoothed(mean, weekdays, float(policy.level_weight), float(policy.weekday_weight))
