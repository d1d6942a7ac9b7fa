import math
import random
import statistics
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calibration import (
    Calibration,
    Observation,
    calibrated,
    learn,
    proposal,
    uncalibrated,
)
from app.domain.catalog import QualityModel
from app.domain.food_policy import CalibrationPolicy
from app.domain.quality import characteristic_age_s, score_at

MODEL = QualityModel(timedelta(minutes=60), 1.3, 1.8, 63_000)
POLICY = CalibrationPolicy()
NOW = datetime(2026, 5, 9, 12, tzinfo=UTC)
ALPHA_S = characteristic_age_s(MODEL)


def fresh(policy: CalibrationPolicy = POLICY) -> Calibration:
    return uncalibrated(UUID(int=1), UUID(int=2), MODEL, policy)


def seen(observed: float, age_s: float = 3600, initial: float = 10) -> Observation:
    return Observation(NOW, initial, age_s, observed)


def test_the_prediction_is_that_of_the_curve_before_the_update() -> None:
    learned = learn(fresh(), seen(6.0), MODEL.beta, POLICY)
    assert learned.predicted == pytest.approx(7.0)
    assert learned.error == pytest.approx(-1.0)
    assert learned.after.inspections == 1


def test_one_step_is_the_filter_of_the_book() -> None:
    """Recomputed by hand from the formulas: H = h*u*beta, K = P*H / (H*H*P + R)."""
    u = -math.log(0.7)
    slope = 7.0 * u * 1.3
    noise = 0.6**2 * 1.15
    gain = 0.35**2 * slope / (slope**2 * 0.35**2 + noise)
    after = learn(fresh(), seen(7.5), 1.3, POLICY).after
    assert after.theta == pytest.approx(math.log(ALPHA_S) + gain * 0.5)
    assert after.variance == pytest.approx((1 - gain * slope) * 0.35**2)


def test_a_fresh_portion_teaches_nothing_about_decay() -> None:
    after = learn(fresh(), seen(2.0, age_s=0), MODEL.beta, POLICY).after
    assert (after.theta, after.variance) == (fresh().theta, fresh().variance)


@given(
    st.lists(
        st.tuples(st.floats(0, 10), st.floats(0, 1e7), st.floats(0.01, 10)), min_size=1, max_size=30
    )
)
def test_any_inspections_leave_a_sound_and_surer_state(
    looks: list[tuple[float, float, float]],
) -> None:
    state = fresh()
    for observed, age_s, initial in looks:
        learned = learn(state, seen(observed, age_s, initial), MODEL.beta, POLICY)
        assert 0.0 <= learned.predicted <= initial
        assert 0.0 < learned.after.variance <= state.variance
        better = learned.error > 0
        if learned.error:
            assert (learned.after.theta >= state.theta) == better or math.isclose(
                learned.after.theta, state.theta
            )
        state = learned.after
    assert state.inspections == len(looks)
    assert calibrated(MODEL, state).e7 > timedelta(0)


@pytest.mark.parametrize(
    "bad",
    [
        seen(-0.1),
        seen(10.1),
        seen(math.nan),
        seen(7, initial=0),
        seen(7, age_s=-1),
        seen(7, age_s=math.inf),
        seen(7, age_s=math.nan),
    ],
)
def test_impossible_inspections_are_refused(bad: Observation) -> None:
    with pytest.raises(ValueError, match=r"scores|age"):
        learn(fresh(), bad, MODEL.beta, POLICY)


def test_a_correction_is_proposed_after_enough_inspections_and_is_exact() -> None:
    state = fresh()
    assert calibrated(MODEL, state).e7 == MODEL.e7
    for count in range(1, 6):
        state = learn(state, seen(6.0), MODEL.beta, POLICY).after
        assert (proposal(MODEL, state, POLICY) is not None) == (count >= 5)
    proposed = proposal(MODEL, state, POLICY)
    assert proposed is not None
    assert proposed.e7 < MODEL.e7
    assert characteristic_age_s(proposed) == pytest.approx(math.exp(state.theta), rel=1e-6)


def _error_after(counts: tuple[int, ...], rounds: int, seed: int) -> dict[int, float]:
    """The median relative error of E7 over stores whose true curves spread as the prior says."""
    chance = random.Random(seed)
    errors: dict[int, list[float]] = {count: [] for count in counts}
    for _ in range(rounds):
        theta = math.log(ALPHA_S) + chance.gauss(0, POLICY.prior_sd)
        truth = calibrated(MODEL, Calibration(UUID(int=1), UUID(int=2), theta, 0))
        state = fresh()
        for count in range(max(counts) + 1):
            if count in errors:
                errors[count].append(abs(math.exp(state.theta - theta) - 1))
            age_s = MODEL.e7.total_seconds() * chance.uniform(0.2, 1.5)
            exact = score_at(10, age_s, truth)
            observed = min(10.0, max(0.0, exact + chance.gauss(0, POLICY.inspector_sd)))
            state = learn(state, seen(observed, age_s), MODEL.beta, POLICY).after
    return {count: statistics.median(each) for count, each in errors.items()}


def test_five_inspections_bring_the_median_error_from_23_to_about_6_percent() -> None:
    error = _error_after((0, 5, 10), rounds=1500, seed=7)
    assert error[0] == pytest.approx(0.23, abs=0.025)
    assert error[5] == pytest.approx(0.063, abs=0.012)
    assert error[10] == pytest.approx(0.046, abs=0.010)
    assert error[10] < error[5] < error[0]
