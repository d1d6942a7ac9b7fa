from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind, HoldingUnit
from app.domain.food_policy import JURISDICTIONS
from app.domain.safety_limits import Judgement, judge, limits_of
from tests.support.fahrenheit import fahrenheit_mc

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
