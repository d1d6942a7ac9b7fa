from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind, HoldingUnit
from app.domain.food_policy import JURISDICTIONS
from app.domain.out_of_range import time_outside
from app.domain.safety_limits import Judgement, SafetyLimits, fahrenheit_mc, judge, limits_of

HOT, COLD, AMBIENT = HoldingKind.HOT, HoldingKind.COLD, HoldingKind.AMBIENT
SPECIFIED = JURISDICTIONS["specification"]
START = datetime(2026, 5, 9, 12, tzinfo=UTC)
CARRY = timedelta(minutes=15)
OK, ALERT = Judgement.OK, Judgement.QUALITY_ALERT
UNPROVEN, VIOLATION = Judgement.UNPROVEN, Judgement.VIOLATION


@pytest.mark.parametrize(
    ("kind", "tenths", "judgement"),
    [
        (HOT, 1399, VIOLATION),
        (HOT, 1400, OK),
        (HOT, 2000, OK),
        (COLD, 349, ALERT),
        (COLD, 350, OK),
        (COLD, 410, OK),
        (COLD, 411, VIOLATION),
        (AMBIENT, 900, OK),
    ],
)
def test_the_specifications_limits_in_fahrenheit(
    kind: HoldingKind, tenths: int, judgement: Judgement
) -> None:
    assert judge(fahrenheit_mc(tenths), limits_of(kind, SPECIFIED)) is judgement


@pytest.mark.parametrize(
    ("kind", "tenths", "judgement"),
    [
        (HOT, 1405, UNPROVEN),
        (HOT, 1420, OK),
        (HOT, 1419, UNPROVEN),
        (HOT, 1399, VIOLATION),
        (COLD, 391, UNPROVEN),
        (COLD, 390, OK),
        (COLD, 340, ALERT),
    ],
)
def test_a_limit_is_kept_only_if_the_probe_can_prove_it(
    kind: HoldingKind, tenths: int, judgement: Judgement
) -> None:
    two_degrees = fahrenheit_mc(340) - fahrenheit_mc(320)
    seen = judge(fahrenheit_mc(tenths), limits_of(kind, SPECIFIED), two_degrees)
    assert seen is judgement
    assert seen.proves_safety == (judgement in (OK, ALERT))


@pytest.mark.parametrize(
    ("profile", "hot_c", "cold_c"), [("specification", 60, 5), ("fda", 57.222, 5), ("uk", 63, 8)]
)
def test_each_jurisdiction_has_its_limits(profile: str, hot_c: float, cold_c: float) -> None:
    policy = JURISDICTIONS[profile]
    hot, cold = round(hot_c * 1000), round(cold_c * 1000)
    assert judge(hot, limits_of(HOT, policy)) is OK
    assert judge(hot - 1, limits_of(HOT, policy)) is VIOLATION
    assert judge(cold, limits_of(COLD, policy)) is OK
    assert judge(cold + 1, limits_of(COLD, policy)) is VIOLATION


@given(
    st.sampled_from([HOT, COLD]),
    st.one_of(st.none(), st.integers(-5_000, 90_000)),
    st.one_of(st.none(), st.integers(-5_000, 90_000)),
    st.integers(-60_000, 120_000),
    st.integers(0, 5_000),
)
def test_neither_a_unit_nor_doubt_ever_relaxes_a_safety_limit(
    kind: HoldingKind, low: int | None, high: int | None, reading: int, doubt: int
) -> None:
    unit = HoldingUnit(UUID(int=1), "Unit", kind, low, high)
    strict = judge(reading, limits_of(kind, SPECIFIED, unit), doubt)
    if strict.proves_safety:
        assert judge(reading, limits_of(kind, SPECIFIED)).proves_safety
    if judge(reading, limits_of(kind, SPECIFIED)) is VIOLATION:
        assert strict is VIOLATION


def test_an_uncertainty_is_never_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        judge(60_000, limits_of(HOT, SPECIFIED), -1)


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


def outside(*readings: tuple[float, float], until: float, low: int = 60_000) -> list[float]:
    stamped = [(minutes(minute).timestamp(), round(c * 1000)) for minute, c in readings]
    found = time_outside(stamped, SafetyLimits(min_mc=low), START, minutes(until), CARRY)
    return [
        round((moment - START.timestamp()) / 60, 3) for each in found.stretches for moment in each
    ]


def test_time_outside_is_measured_where_the_line_crosses_the_limit() -> None:
    assert outside((0, 62), (10, 58), (20, 62), until=20) == [5, 15]
    assert outside((0, 62), (10, 60), (20, 62), until=25) == []


def test_what_was_not_observed_counts_as_outside() -> None:
    assert outside((0, 62), (40, 62), until=50) == [15, 40]
    assert outside((5, 62), until=30) == [0, 5, 20, 30]
    assert outside(until=30) == [0, 30]
    assert outside((0, 50), (40, 50), until=50) == [0, 50]


def test_one_period_within_the_allowance_is_kept() -> None:
    limits = limits_of(HOT, JURISDICTIONS["uk"])
    allowed = JURISDICTIONS["uk"].hot_out_of_range_limit

    def kept(*readings: tuple[float, int]) -> bool:
        stamped = [(minutes(minute).timestamp(), mc) for minute, mc in readings]
        end = minutes(readings[-1][0])
        return time_outside(stamped, limits, START, end, CARRY).within(allowed)

    def held(values: list[int]) -> list[tuple[float, int]]:
        return [(10.0 * index, value) for index, value in enumerate(values)]

    assert kept(*held([65_000] * 5))
    assert kept(*held([65_000, *[61_000] * 12, 65_000]))
    assert not kept(*held([65_000, *[61_000] * 14, 65_000]))
    assert not kept(*held([65_000, 61_000, 65_000, 61_000, 65_000]))


def test_no_limits_no_time_outside() -> None:
    assert time_outside([], SafetyLimits(), START, minutes(9), CARRY).stretches == ()


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(40_000, 80_000)), max_size=15),
    st.integers(0, 150),
    st.integers(1, 150),
)
def test_stretches_are_apart_inside_the_window_and_longer_for_a_stricter_limit(
    readings: list[tuple[int, int]], first: int, length: int
) -> None:
    stamped = [(minutes(minute).timestamp(), mc) for minute, mc in sorted(dict(readings).items())]
    start, end = minutes(first), minutes(first + length)
    mild, strict = (
        time_outside(stamped, SafetyLimits(min_mc=limit), start, end, CARRY)
        for limit in (57_000, 63_000)
    )
    for found in (mild, strict):
        edges = [edge for stretch in found.stretches for edge in stretch]
        assert edges == sorted(edges)
        assert all(start.timestamp() <= edge <= end.timestamp() for edge in edges)
    assert mild.total <= strict.total + timedelta(milliseconds=1)
