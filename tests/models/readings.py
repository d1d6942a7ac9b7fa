"""Temperature readings as they come, cleaned by rule; whatever is refused or merged is named.

The store keeps what remains; tests/data/test_shelf_life.py compares the two.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.catalog import HoldingKind
from app.domain.food_policy import ReadingPolicy


class Finding(StrEnum):
    """What was wrong with one reading, and so what became of it."""

    IMPOSSIBLE = "impossible"  # refused: no food is so cold or hot, or it is no number
    FUTURE = "future"  # refused: ahead of the server's clock by more than the allowed skew
    DUPLICATE = "duplicate"  # merged: the same sensor and moment, the same value
    CONFLICT = "conflict"  # merged: the same sensor and moment, another value; the worse one stays
    OTHER_SENSOR = "other_sensor"  # merged: another sensor at the same moment; the worse one stays
    OUT_OF_ORDER = "out_of_order"  # kept, and put in its place


@dataclass(frozen=True, slots=True)
class RawReading:
    """One reading as a sensor sent it, in the order of arrival."""

    sensor: str
    at: datetime
    temperature_mc: float


@dataclass(frozen=True, slots=True)
class Found:
    """A finding about the `index`-th reading given."""

    index: int
    finding: Finding
    reading: RawReading


@dataclass(frozen=True, slots=True)
class CleanReadings:
    """`readings` as (Unix seconds, milli-°C), strictly ascending in time; what was found."""

    readings: tuple[tuple[float, int], ...]
    found: tuple[Found, ...]


def clean(
    raw: Iterable[RawReading], kind: HoldingKind, now: datetime, policy: ReadingPolicy
) -> CleanReadings:
    """One reading per moment, in order of time, with a finding for each that was not plain.

    Where two disagree the worse one for safety stays: the colder in a hot unit, else the warmer.
    Never raises; a naive time is refused as impossible.
    """
    found: list[Found] = []
    kept: dict[float, tuple[int, str]] = {}
    latest = -math.inf
    for index, reading in enumerate(raw):
        refusal = _refusal(reading, now, policy)
        if refusal is not None:
            found.append(Found(index, refusal, reading))
            continue
        time, value = reading.at.timestamp(), round(reading.temperature_mc)
        if time in kept:
            other_mc, sensor = kept[time]
            found.append(Found(index, _merged(reading, value, other_mc, sensor), reading))
            kept[time] = (worse_mc(value, other_mc, kind), sensor)
            continue
        if time < latest:
            found.append(Found(index, Finding.OUT_OF_ORDER, reading))
        kept[time] = (value, reading.sensor)
        latest = max(latest, time)
    return CleanReadings(tuple((time, kept[time][0]) for time in sorted(kept)), tuple(found))


def worse_mc(one_mc: int, other_mc: int, kind: HoldingKind) -> int:
    """The reading that speaks more against the food."""
    return min(one_mc, other_mc) if kind is HoldingKind.HOT else max(one_mc, other_mc)


def _refusal(reading: RawReading, now: datetime, policy: ReadingPolicy) -> Finding | None:
    value = reading.temperature_mc
    if reading.at.tzinfo is None or not policy.coldest_mc <= value <= policy.hottest_mc:
        return Finding.IMPOSSIBLE  # NaN fails the comparison too
    return Finding.FUTURE if reading.at - now > policy.clock_skew else None


def _merged(reading: RawReading, value: int, other_mc: int, sensor: str) -> Finding:
    if reading.sensor != sensor:
        return Finding.OTHER_SENSOR
    return Finding.DUPLICATE if value == other_mc else Finding.CONFLICT
