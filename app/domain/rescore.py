"""Score, grade and time left of thousands of portions at one moment.

Portions of one cut whole have the same history until somebody looks at one of them: they share
one calculation. What is left per portion is a look-up, so a tick costs by histories, not portions.
"""

from datetime import datetime
from typing import NamedTuple

from app.domain.exposure import ExposureCurve
from app.domain.policy import QualityPolicy
from app.domain.portion import Grade, Portion
from app.domain.quality import QualityAt, grade_of


class Standing(NamedTuple):
    """How a portion stands at the rescorer's moment.

    `floor_at` is when the score comes down to the sale floor at the temperature of that moment.
    """

    score: float
    grade: Grade | None
    floor_at: datetime


class Rescorer:
    """The standings at one moment; portions with the same history get the same object."""

    __slots__ = ("_known", "_now", "_policy")

    def __init__(self, policy: QualityPolicy, now: datetime) -> None:
        self._policy = policy
        self._now = now
        self._known: dict[ExposureCurve, tuple[QualityAt, dict[int, Standing]]] = {}

    def standing(self, portion: Portion, curve: ExposureCurve) -> Standing:
        """The portion's standing along the curve of its holding unit and model."""
        known = self._known.get(curve)
        if known is None:
            known = self._known[curve] = QualityAt(curve, self._now), {}
        quality, standings = known
        anchor = quality.anchor(portion)
        standing = standings.get(id(anchor))  # the curve keeps the anchor, and so its id
        if standing is None:
            score, floor_at = quality.fall_from(anchor, self._policy.sale_floor)
            standing = Standing(score, grade_of(score, self._policy), floor_at)
            standings[id(anchor)] = standing
        return standing
