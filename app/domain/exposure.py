"""Effective age: time weighted by temperature, summed once per holding unit and quality model."""

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from app.domain.catalog import HoldingUnit, QualityModel

_MC_PER_Q10_STEP = 10_000.0


def ageing_rate(temperature_mc: int, model: QualityModel) -> float:
    """Effective seconds per second at a temperature: Q10 ** ((T - Tref) / 10 K)."""
    step = (temperature_mc - model.reference_temperature_mc) / _MC_PER_Q10_STEP
    return float(model.q10**step)


class Anchor(NamedTuple):
    """Where a portion's score last began to fall, along one curve; the clock does not move it."""

    score: float
    at_cut: float
    """The curve's sum at the cut."""
    gone: float
    """How far the decay had gone at the look; 0 at the cut."""


class ExposureCurve:
    """The running integral of the ageing rate over the logged readings of one holding unit.

    Between two readings the rate runs straight from one to the other (trapezoid). A reading is
    carried forward for `unobserved_after`; what lies beyond is unobserved and counts at the worst
    rate: the worst of all readings seen, of the unit's limits and of the reference temperature.
    Looking up a stretch costs O(log n) in the number of readings.
    """

    __slots__ = ("_carry_s", "_rates", "_slopes", "_sums", "_times", "_worst", "anchors", "model")

    def __init__(
        self,
        readings: Sequence[tuple[float, int]],
        unit: HoldingUnit | None,
        model: QualityModel,
        unobserved_after: timedelta,
    ) -> None:
        """`readings` are (Unix seconds, milli-°C), ascending."""
        self.model = model
        self.anchors: dict[tuple[object, ...], Anchor] = {}
        """Kept by app/domain/quality.py, as long as the readings are these."""
        self._carry_s = unobserved_after.total_seconds()
        self._times = [time for time, _ in readings]
        self._rates = [ageing_rate(temperature_mc, model) for _, temperature_mc in readings]
        self._worst = max([1.0, *self._rates, *_limit_rates(unit, model)])
        self._sums = [0.0]
        self._slopes: list[float | None] = []
        for index in range(len(self._times) - 1):
            gap_s = self._times[index + 1] - self._times[index]
            self._sums.append(self._sums[-1] + self._within(index, gap_s))
            plain = 0.0 < gap_s <= self._carry_s
            rise = self._rates[index + 1] - self._rates[index]
            self._slopes.append(rise / gap_s if plain else None)
        self._slopes.append(None)

    def ages_like(self, model: QualityModel) -> bool:
        """Whether `model` ages at the rates of this curve; how it falls may differ."""
        mine = self.model
        return (mine.q10, mine.reference_temperature_mc) == (
            model.q10, model.reference_temperature_mc
        )  # fmt: skip

    def for_model(self, model: QualityModel) -> "ExposureCurve":
        """The same sums for another model that ages at the same rates.

        Raises ValueError for one of other rates.
        """
        if not self.ages_like(model):
            raise ValueError("the models age at different rates")
        other = copy(self)
        other.model, other.anchors = model, {}
        return other

    def effective_s(self, start: datetime, end: datetime) -> float:
        """The effective age in seconds gathered from `start` to `end`; 0 when `end` is earlier."""
        return max(0.0, self.until(end) - self.until(start))

    def until(self, moment: datetime) -> float:
        """The effective seconds gathered since the first reading; negative before it.

        Only differences mean anything: the age from a to b is until(b) - until(a).
        """
        time, times = moment.timestamp(), self._times
        if not times:
            return self._worst * time
        index = bisect_right(times, time) - 1
        if index < 0:
            return self._worst * (time - times[0])
        elapsed_s = time - times[index]
        slope = self._slopes[index]
        if slope is None:
            return self._sums[index] + self._within(index, elapsed_s)
        return self._sums[index] + elapsed_s * (self._rates[index] + slope * elapsed_s / 2.0)

    def rate_ahead(self, now: datetime) -> float:
        """The rate to predict with: the last reading's while it is carried, else the worst."""
        time = now.timestamp()
        index = bisect_right(self._times, time) - 1
        if index < 0 or time - self._times[index] > self._carry_s:
            return self._worst
        return self._rates[index]

    def carried_until(self, now: datetime) -> datetime:
        """When the last reading at `now` ceases to count; `now` where there is none."""
        index = bisect_right(self._times, now.timestamp()) - 1
        if index < 0:
            return now
        return datetime.fromtimestamp(self._times[index] + self._carry_s, UTC)

    def _within(self, index: int, elapsed_s: float) -> float:
        """The integral from reading `index` over `elapsed_s`, at most to the next reading."""
        rate = self._rates[index]
        carried_s = min(elapsed_s, self._carry_s)
        carried = rate * carried_s + self._worst * (elapsed_s - carried_s)
        if index + 1 == len(self._times):
            return carried
        gap_s = self._times[index + 1] - self._times[index]
        slope = (self._rates[index + 1] - rate) / gap_s if gap_s else 0.0
        straight = rate * elapsed_s + slope * elapsed_s * elapsed_s / 2.0
        # A gap must not make food younger than its two readings alone would.
        return straight if gap_s <= self._carry_s else max(straight, carried)


def _limit_rates(unit: HoldingUnit | None, model: QualityModel) -> list[float]:
    if unit is None:
        return []
    limits = (unit.min_temperature_mc, unit.max_temperature_mc)
    return [ageing_rate(limit_mc, model) for limit_mc in limits if limit_mc is not None]
