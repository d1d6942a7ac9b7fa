import math
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind
from app.domain.food_policy import ReadingPolicy
from app.domain.readings import gaps
from tests.models.readings import Finding, RawReading, clean

POLICY = ReadingPolicy()
START = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
NOW = START + timedelta(hours=1)
HOT, COLD = HoldingKind.HOT, HoldingKind.COLD


def raw(minute: float, celsius: float, sensor: str = "S1") -> RawReading:
    return RawReading(sensor, START + timedelta(minutes=minute), celsius * 1000)


def names(*readings: RawReading, kind: HoldingKind = HOT) -> list[Finding]:
    return [each.finding for each in clean(readings, kind, NOW, POLICY).found]


def values(*readings: RawReading, kind: HoldingKind = HOT) -> list[int]:
    return [value for _, value in clean(readings, kind, NOW, POLICY).readings]


@pytest.mark.parametrize("celsius", [-60.001, 300.001, -273.0, 1e9, math.inf, -math.inf, math.nan])
def test_impossible_temperatures_are_refused_by_name(celsius: float) -> None:
    assert names(raw(0, celsius)) == [Finding.IMPOSSIBLE]
    assert values(raw(0, celsius), raw(1, 62)) == [62_000]


@pytest.mark.parametrize("celsius", [-60.0, -18.0, 0.0, 300.0])
def test_the_physical_limits_themselves_are_possible(celsius: float) -> None:
    assert names(raw(0, celsius)) == []


def test_a_time_without_a_zone_is_refused() -> None:
    naive = RawReading("S1", START.replace(tzinfo=None), 62_000)
    assert names(naive) == [Finding.IMPOSSIBLE]


def test_the_future_is_refused_beyond_the_skew() -> None:
    assert names(raw(62, 62)) == []
    assert names(raw(62.01, 62)) == [Finding.FUTURE]


def test_late_readings_are_put_in_their_place() -> None:
    given_late = (raw(10, 64), raw(5, 63), raw(15, 65))
    assert values(*given_late) == [63_000, 64_000, 65_000]
    assert names(*given_late) == [Finding.OUT_OF_ORDER]


def test_a_reading_sent_twice_counts_once() -> None:
    assert names(raw(5, 63), raw(5, 63)) == [Finding.DUPLICATE]
    assert values(raw(5, 63), raw(5, 63)) == [63_000]


@pytest.mark.parametrize(("kind", "stays"), [(HOT, 59_000), (COLD, 63_000)])
def test_of_two_that_disagree_the_worse_one_stays(kind: HoldingKind, stays: int) -> None:
    for pair in ((raw(5, 63), raw(5, 59)), (raw(5, 59), raw(5, 63))):
        assert values(*pair, kind=kind) == [stays]
        assert names(*pair, kind=kind) == [Finding.CONFLICT]
    assert names(raw(5, 63), raw(5, 63, "S2"), kind=kind) == [Finding.OTHER_SENSOR]


@given(
    st.lists(
        st.builds(raw, st.integers(-30, 90), st.floats(-400, 400), st.sampled_from(["S1", "S2"])),
        max_size=30,
    ),
    st.randoms(),
)
def test_cleaning_is_ascending_complete_and_indifferent_to_the_order_of_arrival(
    readings: list[RawReading], order: Random
) -> None:
    result = clean(readings, HOT, NOW, POLICY)
    times = [time for time, _ in result.readings]
    assert times == sorted(set(times))
    refused = {Finding.IMPOSSIBLE, Finding.FUTURE}
    lost = [each for each in result.found if each.finding is not Finding.OUT_OF_ORDER]
    assert len(result.readings) + len(lost) == len(readings)
    assert all(POLICY.coldest_mc <= value <= POLICY.hottest_mc for _, value in result.readings)
    shuffled = readings.copy()
    order.shuffle(shuffled)
    again = clean(shuffled, HOT, NOW, POLICY)
    assert again.readings == result.readings
    assert sum(each.finding in refused for each in again.found) == sum(
        each.finding in refused for each in result.found
    )


def test_gaps_are_shown_as_gaps() -> None:
    readings = [(100.0, 1), (150.0, 1), (400.0, 1)]
    assert gaps(readings, 0, 600, 100) == ((0, 100), (250, 400), (500, 600))
    assert gaps(readings, 120, 240, 100) == ()
    assert gaps([], 0, 10, 100) == ((0, 10),)
