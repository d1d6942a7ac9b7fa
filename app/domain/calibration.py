"""Inspections correct the decay curve of a product in one holding unit (docs/quality.md).

An extended Kalman filter on theta = ln alpha. The prediction of each inspection is kept as it was
before the inspection changed anything, so that the model's honesty can be judged later.
"""

import math
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.domain.catalog import CurveShape, QualityModel
from app.domain.food_policy import CalibrationPolicy
from app.domain.quality import characteristic_age_s, e7_from_characteristic_age

_MOST_STEP = math.log(4.0)
"""One inspection moves alpha by at most this factor: a slip of the pen must not end a curve."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What inspections have taught about one product in one holding unit.

    `theta` is ln of the curve's scale in seconds, `variance` how unsure it is.
    """

    product_id: UUID
    holding_unit_id: UUID
    theta: float
    variance: float
    inspections: int = 0


@dataclass(frozen=True, slots=True)
class Observation:
    """One inspection: what the inspector saw on a portion of known first score and age."""

    inspected_at: datetime
    initial: float
    effective_age_s: float
    observed: float


@dataclass(frozen=True, slots=True)
class Learned:
    """An inspection with its prediction before the update, and the state after it."""

    observation: Observation
    predicted: float
    predicted_sd: float
    """Of the observation about the prediction, the inspector's own spread included."""
    after: Calibration

    @property
    def error(self) -> float:
        """Observed minus predicted, in points: the signed difference to keep (FUL-03.3)."""
        return self.observation.observed - self.predicted


def uncalibrated(
    product_id: UUID, holding_unit_id: UUID, model: QualityModel, policy: CalibrationPolicy
) -> Calibration:
    """The state before any inspection: the product's own estimate, with the prior's spread."""
    theta = math.log(characteristic_age_s(model))
    return Calibration(product_id, holding_unit_id, theta, policy.prior_sd**2)


def learn(
    state: Calibration,
    seen: Observation,
    beta: float,
    policy: CalibrationPolicy,
    shape: CurveShape = CurveShape.WEIBULL,
) -> Learned:
    """Predict the inspection, then correct the state by it.

    Raises ValueError for a score outside 0-10, a first score of 0 or a negative age.
    """
    if not 0.0 <= seen.observed <= 10.0 or not 0.0 < seen.initial <= 10.0:
        raise ValueError("scores are between 0 and 10")
    if not 0.0 <= seen.effective_age_s < math.inf:
        raise ValueError("an effective age is finite and not negative")
    predicted, slope = _curve(seen, state.theta, beta, shape)
    noise = policy.inspector_sd**2 * policy.variance_inflation
    spread = slope * slope * state.variance + noise
    gain = state.variance * slope / spread
    step = gain * (seen.observed - predicted)
    after = replace(
        state,
        theta=state.theta + max(-_MOST_STEP, min(_MOST_STEP, step)),
        variance=(1.0 - gain * slope) * state.variance,
        inspections=state.inspections + 1,
    )
    return Learned(seen, predicted, math.sqrt(spread), after)


def calibrated(model: QualityModel, state: Calibration) -> QualityModel:
    """The product's model with the scale that the inspections speak for."""
    e7 = e7_from_characteristic_age(math.exp(state.theta), model.beta, model.shape)
    return replace(model, e7=e7)


def proposal(
    model: QualityModel, state: Calibration, policy: CalibrationPolicy
) -> QualityModel | None:
    """The corrected model to put before a manager; None while there are too few inspections.

    Nothing is corrected by itself: a curve changes when a manager approves it.
    """
    return calibrated(model, state) if state.inspections >= policy.propose_after else None


def _curve(seen: Observation, theta: float, beta: float, shape: CurveShape) -> tuple[float, float]:
    """The score that the curve says, and its slope by theta."""
    if shape is CurveShape.LINEAR:
        lost = _hazard(10.0 * seen.effective_age_s, theta, 1.0)
        predicted = max(0.0, seen.initial - lost)
        return predicted, lost if predicted > 0.0 else 0.0
    hazard = _hazard(seen.effective_age_s, theta, beta)
    predicted = seen.initial * math.exp(-hazard)
    return predicted, predicted * hazard * beta


def _hazard(age_s: float, theta: float, beta: float) -> float:
    """(E / e^theta) ** beta; beyond 700 nothing is left of any score."""
    if age_s <= 0.0:
        return 0.0
    return math.exp(min(beta * (math.log(age_s) - theta), math.log(700.0)))
