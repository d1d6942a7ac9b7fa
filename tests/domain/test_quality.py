from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import QualityModel
from app.domain.exposure import ExposureCurve, ageing_rate
from app.domain.quality import effective_age_at_score, grade_of, score_at
from tests.support.sample_data import sample_settings

MODEL = QualityModel(timedelta(minutes=60), 1.3, 1.8, 63_000)
CARRY = timedelta(minutes=15)
START = datetime(2028, 2, 28, 23, 0, tzinfo=UTC)


def curve(*readings: tuple[int, int]) -> ExposureCurve:
    """Readings as (minutes after START, milli-°C)."""
    stamped = [(START.timestamp() + 60 * minute, mc) for minute, mc in readings]
    return ExposureCurve(stamped, None, MODEL, CARRY)


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


@pytest.mark.parametrize(
    ("share", "score"), [(0, 10.0), (0.5, 8.65), (1, 7.0), (1.5, 5.465), (2, 4.155)]
)
def test_scores_agree_with_the_check_values(share: float, score: float) -> None:
    assert score_at(10.0, 3600 * share, MODEL) == pytest.approx(score, abs=0.002)


@given(st.floats(0.1, 10), st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_score_never_rises_with_age(initial: float, age_s: float, more_s: float) -> None:
    assert (
        initial >= score_at(initial, age_s, MODEL) >= score_at(initial, age_s + more_s, MODEL) >= 0
    )


@given(st.floats(7.1, 10), st.floats(0.5, 7.0))
def test_inverting_a_score_gives_the_age_that_has_it(initial: float, score: float) -> None:
    age_s = effective_age_at_score(initial, score, MODEL)
    assert score_at(initial, age_s, MODEL) == pytest.approx(score)


def test_at_the_reference_temperature_effective_age_is_elapsed_time() -> None:
    steady = curve(*((minute, 63_000) for minute in range(0, 121, 10)))
    assert steady.effective_s(START, minutes(120)) == pytest.approx(7200)


def test_ten_kelvin_more_age_faster_by_q10() -> None:
    assert ageing_rate(73_000, MODEL) == pytest.approx(1.8)


def test_between_readings_the_rate_runs_straight() -> None:
    ramp = curve((0, 63_000), (10, 73_000))
    assert ramp.effective_s(START, minutes(10)) == pytest.approx(600 * (1 + 1.8) / 2)
    assert ramp.effective_s(START, minutes(5)) == pytest.approx(300 * (1 + 1.4) / 2)


def test_what_was_not_observed_counts_at_the_worst_rate() -> None:
    gap = curve((0, 73_000), (5, 63_000), (65, 63_000))
    worst_s = 45 * 60 * 1.8
    assert gap.effective_s(minutes(5), minutes(65)) == pytest.approx(15 * 60 + worst_s)


def test_a_gap_never_counts_less_than_its_two_readings() -> None:
    gap = curve((0, 63_000), (16, 73_000))
    assert gap.effective_s(START, minutes(16)) == pytest.approx(960 * 1.4)


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(55_000, 80_000)), max_size=20),
    st.integers(-60, 400),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_exposure_adds_up_and_never_falls(
    readings: list[tuple[int, int]], first: int, then: int, last: int
) -> None:
    by_minute = sorted(dict(readings).items())
    exposure = curve(*by_minute)
    a, b, c = minutes(first), minutes(first + then), minutes(first + then + last)
    whole = exposure.effective_s(a, c)
    assert whole == pytest.approx(exposure.effective_s(a, b) + exposure.effective_s(b, c), abs=1e-3)
    assert whole >= exposure.effective_s(a, b) - 1e-3


@pytest.mark.parametrize(
    ("score", "grade"),
    [(10, "A"), (9, "A"), (8.999, "B"), (8, "B"), (7.999, "C"), (7, "C"), (6.999, None)],
)
def test_grades_begin_at_their_threshold(score: float, grade: str | None) -> None:
    assert grade_of(score, sample_settings().quality) == grade
