"""A curve in a straight line: exact figures, what never happens, and what looks teach."""

import math
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calibration import Observation, calibrated, learn, uncalibrated
from app.domain.catalog import CurveShape, HoldingKind, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.food_policy import SPECIFIED, CalibrationPolicy
from app.domain.outlook import Line, outlook
from app.domain.portion import Grade, Inspected
from app.domain.quality import (
    QualityAt,
    characteristic_age_s,
    e7_from_characteristic_age,
    grade_of,
    score_at,
)
from tests.domain.test_outlook import CUT, POLICY, PORTION, READINGS, minutes

LINE = QualityModel(timedelta(minutes=60), 1.0, 1.8, 63_000, CurveShape.LINEAR)
CURVE = ExposureCurve(READINGS, None, LINE, timedelta(minutes=15))
scores = st.floats(0.5, 10)


@pytest.mark.spec("FUL-A.6")
def test_nine_comes_to_the_boundary_in_twenty_minutes() -> None:
    """0.05 points a minute: 9.0 → 8.0 in 20 min, and 7.95, a grade lower, after 21."""
    portion = replace(PORTION, inspected=Inspected(CUT, 9.0))
    ahead = outlook(portion, CURVE, CUT, HoldingKind.HOT, CUT, POLICY, SPECIFIED)
    below = ahead.at(Line.BELOW_B)
    assert below is not None
    assert abs(below - minutes(20)) < timedelta(milliseconds=1)
    assert ahead.at(Line.EXPIRY) == PORTION.expires_at
    before, after = (QualityAt(CURVE, minutes(at)).score(portion) for at in (19, 21))
    assert (before, after) == pytest.approx((8.05, 7.95))
    assert (grade_of(before, POLICY), grade_of(after, POLICY)) == (Grade.B, Grade.C)


def test_e7_and_scale_belong_to_each_other() -> None:
    assert characteristic_age_s(LINE) == pytest.approx(12_000)
    assert e7_from_characteristic_age(12_000, 1.0, CurveShape.LINEAR) == LINE.e7
    assert score_at(10, 3600, LINE) == pytest.approx(7)
    assert score_at(10, 1e9, LINE) == 0


@given(scores, st.floats(0, 300), st.floats(0, 120))
def test_a_line_never_rises_and_ends_at_nothing(initial: float, at: float, more: float) -> None:
    portion = replace(PORTION, initial_quality=initial)
    first = QualityAt(CURVE, minutes(at)).score(portion)
    second = QualityAt(CURVE, minutes(at + more)).score(portion)
    assert initial >= first >= second >= 0


@given(scores, st.floats(0, 100), st.floats(0.1, 10))
def test_the_predicted_moment_is_when_it_gets_there(score: float, at: float, to: float) -> None:
    portion = replace(PORTION, initial_quality=10.0, inspected=Inspected(minutes(at / 2), score))
    live, when = QualityAt(CURVE, minutes(at)).score_and_fall(to, portion)
    if live <= to:
        assert when == minutes(at)
    else:
        assert QualityAt(CURVE, when).score(portion) == pytest.approx(to, abs=1e-4)
        age_s = (live - to) / 0.05 * 60  # 0.05 points a minute
        assert (when - minutes(at)).total_seconds() == pytest.approx(age_s, abs=1)


def test_looks_bring_the_line_to_the_truth() -> None:
    """The food really loses 0.1 points a minute; the curve began at 0.05."""
    policy = CalibrationPolicy()
    state = uncalibrated(UUID(int=1), UUID(int=2), LINE, policy)
    for index in range(12):
        age_s = 60.0 * (10 + 4 * index % 40)
        look = Observation(CUT, 10.0, age_s, max(0.0, 10.0 - age_s * 0.1 / 60))
        state = learn(state, look, 1.0, policy, CurveShape.LINEAR).after
    learned = calibrated(LINE, state)
    assert learned.shape is CurveShape.LINEAR
    assert learned.e7.total_seconds() == pytest.approx(1800, rel=0.06)
    spent = learn(state, Observation(CUT, 10.0, 1e9, 3.0), 1.0, policy, CurveShape.LINEAR)
    assert spent.predicted == 0
    assert math.isclose(spent.after.theta, state.theta), "beyond its end a line teaches nothing"
