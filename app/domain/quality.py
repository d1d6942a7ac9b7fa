"""How good a portion still is: a score from 0 to 10 that falls with effective age.

The score is Weibull decay, q = q0 * exp(-(E / alpha) ** beta), over the effective age E of
app/domain/exposure.py. An inspection anchors it: from then on the observed score falls on with the
food's own age, q = q_observed * exp((E_then / alpha) ** beta - (E / alpha) ** beta). Or it is a
straight line, q = q0 - 10 * E / alpha, and q = q_observed - 10 * (E - E_then) / alpha after a look.
docs/quality.md says why and what is guaranteed.
"""

import math
from datetime import datetime, timedelta

from app.domain.catalog import CurveShape, QualityModel
from app.domain.exposure import Anchor, ExposureCurve
from app.domain.policy import QualityPolicy
from app.domain.portion import Grade, Inspected, Portion

_SCALE = 10.0
"""`QualityModel.e7` speaks of a portion that began here …"""
_E7_SCORE = 7.0
"""… and has come down to here. Both define the model's parameter, not a shop's threshold."""
_SPENT = 1e300


def characteristic_age_s(model: QualityModel) -> float:
    """The scale alpha in seconds, so that a score of 10 reaches 7 after `e7`."""
    if model.shape is CurveShape.LINEAR:
        return model.e7.total_seconds() * _SCALE / (_SCALE - _E7_SCORE)
    return float(model.e7.total_seconds() * (-math.log(_E7_SCORE / _SCALE)) ** (-1.0 / model.beta))


def e7_from_characteristic_age(
    alpha_s: float, beta: float, shape: CurveShape = CurveShape.WEIBULL
) -> timedelta:
    """The `e7` of a model with this scale: the inverse of `characteristic_age_s`."""
    if shape is CurveShape.LINEAR:
        return timedelta(seconds=alpha_s * (_SCALE - _E7_SCORE) / _SCALE)
    return timedelta(seconds=alpha_s * (-math.log(_E7_SCORE / _SCALE)) ** (1.0 / beta))


def hazard(effective_age_s: float, model: QualityModel) -> float:
    """How far the decay has gone, 0 at the start: (E / alpha) ** beta, or points on a line."""
    if effective_age_s <= 0.0:
        return 0.0
    ratio = effective_age_s / characteristic_age_s(model)
    return _SCALE * ratio if model.shape is CurveShape.LINEAR else _power(ratio, model.beta)


def score_at(initial: float, effective_age_s: float, model: QualityModel) -> float:
    """The score after `effective_age_s`; never above `initial`, never below 0."""
    gone = hazard(effective_age_s, model)
    if model.shape is CurveShape.LINEAR:
        return max(0.0, initial - gone)
    return initial * math.exp(-gone)


def effective_age_at_score(initial: float, score: float, model: QualityModel) -> float:
    """The effective age in seconds at which `initial` has fallen to `score`; 0 if it began below.

    A Weibull curve never reaches a score of 0: infinity.
    """
    if score >= initial:
        return 0.0
    if model.shape is CurveShape.LINEAR:
        return characteristic_age_s(model) * (initial - max(0.0, score)) / _SCALE
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


class QualityAt:
    """The scores of the portions of one holding unit and model, all at one moment.

    What the portions share is worked out once; app/domain/rescore.py scores thousands with it.
    """

    __slots__ = ("_alpha_s", "_beta", "_curve", "_line", "_now", "_rate", "_root", "_until_now")

    def __init__(self, curve: ExposureCurve, now: datetime) -> None:
        self._curve = curve
        self._now = now
        self._until_now = curve.until(now)
        self._rate = curve.rate_ahead(now)
        self._alpha_s = characteristic_age_s(curve.model)
        self._beta = curve.model.beta
        self._root = 1.0 / self._beta
        self._line = curve.model.shape is CurveShape.LINEAR

    def score(self, portion: Portion) -> float:
        """The portion's score: its first one, or that of its last inspection, fallen to now.

        An inspection before the cut or still to come counts for nothing.
        """
        anchor = self.anchor(portion)
        _, _, gone = self._since(anchor)
        return max(0.0, anchor.score - gone) if self._line else anchor.score * math.exp(-gone)

    def falls_to(self, score: float, portion: Portion) -> datetime:
        """When it comes down to `score` if its temperature stays as it is.

        Returns now when it is already there, and the far end of time when it never comes to it.
        """
        return self.score_and_fall(score, portion)[1]

    def anchor(self, portion: Portion) -> Anchor:
        """Where the portion's score last began to fall; one object for those of one history."""
        look = portion.inspected
        if look is not None and look.at > self._now:
            look = None
        history = (portion.cut_at, portion.initial_quality, look)
        anchor = self._curve.anchors.get(history)
        if anchor is None:
            anchor = self._curve.anchors[history] = self._anchor(*history)
        return anchor

    def score_and_fall(self, score: float, portion: Portion) -> tuple[float, datetime]:
        """The portion's score, and when it comes down to `score`, for one price."""
        return self.fall_from(self.anchor(portion), score)

    def fall_from(self, anchor: Anchor, score: float) -> tuple[float, datetime]:
        """`score_and_fall` of all portions with that anchor."""
        start, line = anchor.score, self._line
        age_s, hazard_now, gone = self._since(anchor)
        live = max(0.0, start - gone) if line else start * math.exp(-gone)
        if live <= score:
            return live, self._now
        if score <= 0.0 and not line:
            return live, _far(self._now)
        more = live - max(0.0, score) if line else math.log(start / score) - gone
        try:
            if line:
                budget_s = self._alpha_s * (hazard_now + more) / _SCALE
            else:
                budget_s = self._alpha_s * (hazard_now + more) ** self._root
            ahead = timedelta(0, max(0.0, budget_s - age_s) / self._rate)
            return live, self._now + ahead
        except OverflowError:
            return live, _far(self._now)

    def _since(self, anchor: Anchor) -> tuple[float, float, float]:
        """The effective age in seconds, its hazard, and the hazard passed since the anchor."""
        age_s = max(0.0, self._until_now - anchor.at_cut)
        hazard_now = self._gone(age_s)
        return age_s, hazard_now, max(0.0, hazard_now - anchor.gone)

    def _anchor(self, cut_at: datetime, initial: float, look: Inspected | None) -> Anchor:
        at_cut = self._curve.until(cut_at)
        if look is None or look.at < cut_at:
            return Anchor(initial, at_cut, 0.0)
        then_s = max(0.0, self._curve.until(look.at) - at_cut)
        return Anchor(look.score, at_cut, self._gone(then_s))

    def _gone(self, age_s: float) -> float:
        """How far the decay has gone at an effective age."""
        ratio = age_s / self._alpha_s
        if self._line:
            return _SCALE * ratio
        try:
            return float(ratio**self._beta)
        except OverflowError:
            return _SPENT


def score_of(portion: Portion, curve: ExposureCurve, now: datetime) -> float:
    """The portion's score at `now`, along the exposure curve of its holding unit and model."""
    return QualityAt(curve, now).score(portion)


def _power(ratio: float, beta: float) -> float:
    """ratio ** beta, finite: beyond any float nothing is left of a score anyway."""
    try:
        return float(ratio**beta)
    except OverflowError:
        return _SPENT


def _far(now: datetime) -> datetime:
    return datetime.max.replace(tzinfo=now.tzinfo)
