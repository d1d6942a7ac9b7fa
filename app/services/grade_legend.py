"""What the grades mean, taken from the rules that price and sell by them (POS-R3.1).

Nothing here is written down twice: the ranges are the quality policy's, and the effect on the price
is asked of the very rule that prices portions.
"""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from app.domain.policy import StoreSettings
from app.domain.portion import Grade
from app.domain.prices.inputs import SCORE_STEPS
from app.domain.prices.quality_step import QualityRule


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One grade: from `low` up to `high` (None: no upper end), and the price's factors there.

    `best` is the factor at the upper end, `worst` at the lower one; 1 leaves the price as it is.
    """

    grade: Grade
    low: float
    high: float | None
    best: Fraction
    worst: Fraction


@dataclass(frozen=True, slots=True)
class Legend:
    """All grades, best first, the floor below which nothing is sold, and how long food is kept."""

    rows: tuple[LegendRow, ...]
    floor: float
    hot: timedelta
    cold: timedelta


def grade_legend(settings: StoreSettings) -> Legend:
    """The legend of the rules now in force."""
    quality = settings.quality
    rule = QualityRule(quality, settings.pricing)
    bounds = (
        (Grade.A, quality.grade_a, None),
        (Grade.B, quality.grade_b, quality.grade_a),
        (Grade.C, max(quality.grade_c, quality.sale_floor), quality.grade_b),
    )
    rows = tuple(
        LegendRow(grade, low, high, _factor(rule, _just_below(high)), _factor(rule, _milli(low)))
        for grade, low, high in bounds
    )
    limits = settings.food.jurisdiction
    return Legend(rows, quality.sale_floor, limits.hot_display_limit, limits.cold_after_cut_limit)


def _factor(rule: QualityRule, score_milli: int) -> Fraction:
    effect = rule.effect(rule.counting(score_milli))
    return effect.factor if effect else Fraction(1)


def _just_below(high: float | None) -> int:
    return 10 * SCORE_STEPS if high is None else _milli(high) - 1


def _milli(score: float) -> int:
    return round(score * SCORE_STEPS)
