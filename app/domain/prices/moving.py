"""All that a price depends on, once the score and the step that count are known."""

from fractions import Fraction
from typing import NamedTuple

from app.domain.prices.inputs import PriceInputs


class Moving(NamedTuple):
    """All that a price depends on."""

    base_minor: int
    cost_minor: int
    tax_rate_bp: int
    min_margin: Fraction | None
    approved_change: Fraction | None
    markdown: tuple[int, str]
    score_milli: int | None
    score_stale: bool
    sell_by_step: int
    """Its index, the shortest first; beyond the last one none counts."""
    last_call: bool
    pace_milli: int
    slow_window: str
    peak_window: str
    promotions: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, inputs: PriceInputs, score_milli: int | None, sell_by_step: int) -> "Moving":
        """`inputs` with the score and the step that count."""
        return cls(
            inputs.base_minor,
            inputs.cost_minor,
            inputs.tax_rate_bp,
            inputs.min_margin,
            inputs.approved_change,
            (inputs.markdown_bp, inputs.markdown_looks),
            score_milli,
            inputs.score_stale,
            sell_by_step,
            inputs.last_call,
            inputs.pace_milli,
            inputs.slow_window,
            inputs.peak_window,
            inputs.promotions,
        )
