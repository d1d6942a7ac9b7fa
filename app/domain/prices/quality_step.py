"""What the score does to a price: a factor per grade, or a line down to the sale floor."""

from fractions import Fraction
from typing import NamedTuple

from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.portion import Grade
from app.domain.price import PriceCode
from app.domain.prices.inputs import SCORE_STEPS
from app.domain.prices.limits import BASIS_POINTS, PriceWithheld
from app.domain.quality import grade_of

_TEN_MILLI = 10 * SCORE_STEPS


class QualityEffect(NamedTuple):
    """A factor on the price, and what to say about it."""

    factor: Fraction
    version: int
    code: PriceCode
    params: tuple[str, ...]


class QualityRule:
    """The score's part in prices under one pair of policies."""

    def __init__(self, quality: QualityPolicy, policy: PricingPolicy) -> None:
        self.version = quality.version
        self._quality = quality
        self._policy = policy
        self._threshold = _milli(quality.markdown_threshold)
        self._floor = _milli(quality.sale_floor)
        self._grade_bottom = {
            Grade.A: _milli(quality.grade_a),
            Grade.B: _milli(quality.grade_b),
            Grade.C: _milli(quality.grade_c),
        }
        self._bottoms: dict[int, int] = {}
        """The lowest score of its grade, by scores seen so far."""

    def counting(self, score_milli: int | None, *, stale: bool = False) -> int | None:
        """The score as the price sees it: all scores that make no difference become one.

        A stale score counts as the lowest of the next lower grade. Raises PriceWithheld where
        there is no lower one, ValueError outside 0 to 10.
        """
        if score_milli is None:
            return None
        if not 0 <= score_milli <= _TEN_MILLI:
            raise ValueError("a score lies between 0 and 10")
        if stale:
            score_milli = self._one_grade_lower(score_milli)
        if self._policy.grade_factors is not None:
            return self._bottoms.get(score_milli) or self._bottom(score_milli)
        return min(max(score_milli, self._floor), self._threshold)

    def effect(self, counting_milli: int | None) -> QualityEffect | None:
        """The factor of a counting score; None where the price stays as it is."""
        if counting_milli is None:
            return None
        factors = self._policy.grade_factors
        if factors is None:
            return self._along_the_line(counting_milli)
        grade = self._grade(counting_milli) or Grade.C
        factor = factors.of(grade)
        if factor == 1:
            return None
        params = (grade.value, str(round_half_up((factor - 1) * BASIS_POINTS)))
        return QualityEffect(factor, self._policy.version, PriceCode.GRADE, params)

    def _bottom(self, score_milli: int) -> int:
        """The lowest score of this one's grade."""
        grade = self._grade(score_milli) or Grade.C
        bottom = self._bottoms[score_milli] = self._grade_bottom[grade]
        return bottom

    def _along_the_line(self, counting_milli: int) -> QualityEffect | None:
        below, width = self._threshold - counting_milli, self._threshold - self._floor
        if below <= 0 or width <= 0:
            return None
        share = self._policy.markdown_at_floor * min(Fraction(below, width), Fraction(1))
        tenths = f"{counting_milli / SCORE_STEPS:.1f}"
        params = (tenths, str(-round_half_up(share * BASIS_POINTS)))
        return QualityEffect(1 - share, self.version, PriceCode.FRESHNESS, params)

    def _one_grade_lower(self, score_milli: int) -> int:
        lower = {Grade.A: Grade.B, Grade.B: Grade.C}
        grade = self._grade(score_milli)
        if grade not in lower:
            raise PriceWithheld("the score is too old; score the portion again")
        return self._grade_bottom[lower[grade]]

    def _grade(self, score_milli: int) -> Grade | None:
        return grade_of(score_milli / SCORE_STEPS, self._quality)


def _milli(score: float) -> int:
    return round(score * SCORE_STEPS)
