"""How good a portion still is: a score from 0 to 10 that falls with effective age.

The score is Weibull decay, q = q0 * exp(-(E / alpha) ** beta), over the effective age E of
app/domain/exposure.py. docs/quality.md says why and what is guaranteed.
"""

import math
from datetime import datetime, timedelta

from app.domain.catalog import QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.policy import QualityPolicy
from app.domain.portion import Grade, Portion

_SCALE = 10.0
"""`QualityModel.e7` speaks of a portion that began here …"""
_E7_SCORE = 7.0
"""… and has come down to here. Both define the model's parameter, not a shop's threshold."""


def characteristic_age_s(model: QualityModel) -> float:
    """The Weibull scale alpha in seconds, so that a score of 10 reaches 7 after `e7`."""
    return float(model.e7.total_seconds() * (-math.log(_E7_SCORE / _SCALE)) ** (-1.0 / model.beta))


def score_at(initial: float, effective_age_s: float, model: QualityModel) -> float:
    """The score after `effective_age_s`; never above `initial`, never below 0."""
    if effective_age_s <= 0.0:
        return initial
    return initial * math.exp(-((effective_age_s / characteristic_age_s(model)) ** model.beta))


def effective_age_at_score(initial: float, score: float, model: QualityModel) -> float:
    """The effective age in seconds at which `initial` has fallen to `score`; 0 if it began below.

    A score of 0 is never reached: infinity.
    """
    if score >= initial:
        return 0.0
    if score <= 0.0:
        return math.inf
    return float(characteristic_age_s(model) * (-math.log(score / initial)) ** (1.0 / model.beta))


def grade_of(score: float, policy: QualityPolicy) -> Grade | None:
    """The grade band of `score`; None below grade C or the sale floor."""
    if score < policy.sale_floor or score < policy.grade_c:
        return None
    if score >= policy.grade_a:
        return Grade.A
    return Grade.B if score >= policy.grade_b else Grade.C


def score_of(portion: Portion, curve: ExposureCurve, now: datetime) -> float:
    """The portion's score at `now`, along the exposure curve of its holding unit and model."""
    age_s = curve.effective_s(portion.cut_at, now)
    return score_at(portion.initial_quality, age_s, curve.model)


def falls_to(score: float, portion: Portion, curve: ExposureCurve, now: datetime) -> datetime:
    """When the portion reaches `score` if its temperature stays as it is.

    Returns `now` when it is already there, and the far end of time when it never comes to it.
    """
    budget_s = effective_age_at_score(portion.initial_quality, score, curve.model)
    left_s = (budget_s - curve.effective_s(portion.cut_at, now)) / curve.rate_ahead(now)
    if left_s <= 0.0:
        return now
    try:
        return now + timedelta(seconds=left_s)
    except OverflowError:
        return datetime.max.replace(tzinfo=now.tzinfo)
