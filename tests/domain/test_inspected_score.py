import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.portion import Grade, Inspected, Portion, PortionState
from app.domain.quality import (
    QualityAt,
    characteristic_age_s,
    e7_from_characteristic_age,
    grade_of,
    score_of,
)
from app.domain.rescore import Rescorer
from tests.support.sample_data import sample_settings

MODEL = QualityModel(timedelta(minutes=60), 1.3, 1.8, 63_000)
CARRY = timedelta(minutes=15)
CUT = datetime(2026, 5, 9, 12, tzinfo=UTC)
POLICY = sample_settings().quality


def minutes(count: float) -> datetime:
    return CUT + timedelta(minutes=count)


def curve(*temperatures_mc: int) -> ExposureCurve:
    """A reading every ten minutes from the cut on; the last one is repeated for a day."""
    steady = [*temperatures_mc, *[temperatures_mc[-1]] * 150]
    readings = [(minutes(10 * index).timestamp(), mc) for index, mc in enumerate(steady)]
    return ExposureCurve(readings, None, MODEL, CARRY)


STEADY = curve(63_000)
PORTION = Portion(
    UUID(int=1), "M-1", UUID(int=2), UUID(int=3), 0, PortionState.AVAILABLE, 1,
    CUT, minutes(240), UUID(int=4), "shelf 1", None, 10.0, None, None,
)  # fmt: skip


def looked_at(minute: float, score: float, portion: Portion = PORTION) -> Portion:
    return replace(portion, inspected=Inspected(minutes(minute), score))


def test_an_inspection_is_the_score_at_once_and_grades() -> None:
    seen = looked_at(40, 7.4)
    before = score_of(seen, STEADY, minutes(39))
    assert before == score_of(PORTION, STEADY, minutes(39)) > 8.0
    live = score_of(seen, STEADY, minutes(40))
    assert live == pytest.approx(7.4)
    assert (grade_of(before, POLICY), grade_of(live, POLICY)) == (Grade.B, Grade.C)


def test_from_an_inspection_the_score_falls_on_at_the_foods_own_age() -> None:
    """The same factor as without the inspection: old food does not become young by a look."""
    seen = looked_at(30, 9.5)
    plain_fall = score_of(PORTION, STEADY, minutes(50)) / score_of(PORTION, STEADY, minutes(30))
    assert score_of(seen, STEADY, minutes(50)) == pytest.approx(9.5 * plain_fall)


def test_an_inspection_that_agrees_changes_nothing() -> None:
    agrees = looked_at(30, score_of(PORTION, STEADY, minutes(30)))
    for minute in (30, 45, 90, 500):
        assert score_of(agrees, STEADY, minutes(minute)) == pytest.approx(
            score_of(PORTION, STEADY, minutes(minute))
        )


@pytest.mark.parametrize("minute", [-5, 61])
def test_an_inspection_before_the_cut_or_still_to_come_counts_for_nothing(minute: float) -> None:
    at = minutes(60)
    assert score_of(looked_at(minute, 1.0), STEADY, at) == score_of(PORTION, STEADY, at)


temperatures = st.lists(st.integers(50_000, 75_000), min_size=1, max_size=12)


@given(temperatures, st.floats(0, 300), st.floats(0, 10), st.floats(0, 500), st.floats(0, 500))
def test_after_a_look_a_score_only_falls_and_never_exceeds_it(
    mcs: list[int], looked: float, score: float, later: float, more: float
) -> None:
    warm, seen = curve(*mcs), looked_at(looked, score)
    then = seen.inspected.at + timedelta(minutes=later)  # type: ignore[union-attr]
    one = score_of(seen, warm, then)
    two = score_of(seen, warm, then + timedelta(minutes=more))
    assert score + 1e-9 >= one >= two - 1e-9 >= -1e-9


@given(
    st.integers(50_000, 75_000),
    st.one_of(st.none(), st.tuples(st.floats(0, 100), st.floats(5, 10))),
    st.floats(100, 200),
    st.floats(0.5, 9.9),
)
def test_the_predicted_moment_has_the_predicted_score(
    mc: int, look: tuple[float, float] | None, at: float, threshold: float
) -> None:
    portion = looked_at(*look) if look else PORTION
    steady, now = curve(mc), minutes(at)
    moment = QualityAt(steady, now).falls_to(threshold, portion)
    if score_of(portion, steady, now) <= threshold:
        assert moment == now
    elif moment < minutes(1400):  # the readings go on for a day
        assert score_of(portion, steady, moment) == pytest.approx(threshold, abs=1e-4)


def test_a_score_of_nothing_is_never_reached() -> None:
    assert QualityAt(STEADY, minutes(5)).falls_to(0.0, PORTION).year == 9999
    assert QualityAt(STEADY, minutes(6)).falls_to(7.0, looked_at(5, 0.0)) == minutes(6)


def test_a_score_of_ten_reaches_seven_after_e7() -> None:
    moment = QualityAt(STEADY, minutes(3)).falls_to(7.0, PORTION)
    assert abs(moment - minutes(60)) < timedelta(milliseconds=1)


@pytest.mark.parametrize("beta", [0.7, 1.0, 1.3, 3.0])
def test_e7_and_scale_are_each_others_inverse(beta: float) -> None:
    model = replace(MODEL, beta=beta)
    again = e7_from_characteristic_age(characteristic_age_s(model), beta)
    assert again.total_seconds() == pytest.approx(model.e7.total_seconds())


@given(st.lists(st.tuples(st.integers(0, 90), st.floats(0, 10), st.booleans()), max_size=30))
def test_rescoring_many_gives_each_what_it_has_alone(
    portions: list[tuple[int, float, bool]],
) -> None:
    now = minutes(100)
    hot, cold = curve(63_000), curve(70_000)
    rescorer = Rescorer(POLICY, now)
    for minute, score, warm in portions:
        portion = looked_at(minute, score, replace(PORTION, cut_at=minutes(minute - 5)))
        along = cold if warm else hot
        standing = rescorer.standing(portion, along)
        assert standing.score == score_of(portion, along, now)
        assert standing.floor_at == QualityAt(along, now).falls_to(POLICY.sale_floor, portion)
        assert standing.grade == grade_of(standing.score, POLICY)


def test_portions_of_one_history_share_one_calculation() -> None:
    rescorer = Rescorer(POLICY, minutes(30))
    one = rescorer.standing(PORTION, STEADY)
    assert rescorer.standing(replace(PORTION, id=UUID(int=9), wedge=1), STEADY) is one
    assert rescorer.standing(looked_at(3, 8.0), STEADY) is not one


def test_a_very_old_portion_is_worth_nothing_and_breaks_nothing() -> None:
    old = replace(PORTION, cut_at=datetime(1999, 1, 1, tzinfo=UTC))
    quality = QualityAt(STEADY, minutes(5))
    assert quality.score(old) == 0.0
    assert quality.score(looked_at(4, 9.0, old)) <= 9.0
    assert math.isfinite(quality.falls_to(1.0, looked_at(4, 9.0, old)).timestamp())


@given(
    st.floats(1, 1e6),
    st.floats(0.1, 20),
    st.floats(1, 10),
    st.integers(-60_000, 300_000),
    st.one_of(st.none(), st.floats(0, 10)),
    st.floats(0, 1e6),
)
def test_no_model_that_can_be_saved_breaks_a_score(
    e7_s: float, beta: float, q10: float, mc: int, seen: float | None, later: float
) -> None:
    model = QualityModel(timedelta(seconds=e7_s), beta, q10, -20_000)
    extreme = ExposureCurve([(CUT.timestamp(), mc)], None, model, CARRY)
    portion = PORTION if seen is None else looked_at(1, seen)
    quality = QualityAt(extreme, minutes(later))
    score, floor_at = quality.score_and_fall(7.0, portion)
    assert 0.0 <= score <= 10.0
    assert floor_at >= minutes(later)
