"""When to cut the next whole: what will be left once its portions could be on sale.

docs/kitchen.md ("Cut next") says what is guaranteed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class CutReason(StrEnum):
    """Why a whole should be cut now."""

    SOLD_OUT = "sold_out"  # nothing is left now
    FEW_LEFT = "few_left"  # few are left now
    SELLING = "selling"  # enough now, but sales will take them
    PERISHING = "perishing"  # enough now, but they will not stay good


@dataclass(frozen=True, slots=True)
class CutOutlook:
    """The product at the moment when a whole cut now would be on sale.

    `left` free portions now; `expected` portions sold until then; `perishing`
    portions that stop being good before then; `remaining` of those left then, below 0 when guests
    would go without.
    """

    left: int
    expected: float
    perishing: int
    remaining: float
    reason: CutReason | None


def sales_per_s(sold: int, window: timedelta) -> float:
    """The present pace: portions a second over the last `window`."""
    seconds = window.total_seconds()
    return sold / seconds if seconds > 0 else 0.0


def cut_outlook(
    good_for_s: Iterable[float], pace_per_s: float, cutting_time: timedelta, few_left: int
) -> CutOutlook:
    """Look ahead by `cutting_time`; a reason is given when `few_left` or fewer would remain.

    `good_for_s` are the seconds for which each free portion can still be sold. Portions are sold
    in the order in which they stop being good, evenly at `pace_per_s`; one whose turn comes too
    late is lost.
    """
    ahead_s = cutting_time.total_seconds()
    good = sorted(each for each in good_for_s if each > 0)
    perishing = [each for each in good if each <= ahead_s]
    covered_s = _covered_s(perishing, pace_per_s)
    remaining = len(good) - len(perishing) - pace_per_s * (ahead_s - covered_s)
    return CutOutlook(
        left=len(good),
        expected=pace_per_s * ahead_s,
        perishing=len(perishing),
        remaining=remaining,
        reason=_reason(len(good), len(perishing), remaining, few_left),
    )


def _covered_s(perishing: Iterable[float], pace_per_s: float) -> float:
    """For how long the perishing portions serve all guests, each as long as it is good."""
    at_s = 0.0
    for good_for_s in perishing:
        sold_s = at_s + 1.0 / pace_per_s if pace_per_s > 0 else good_for_s
        at_s = max(at_s, min(good_for_s, sold_s))
    return at_s


def _reason(left: int, perishing: int, remaining: float, few_left: int) -> CutReason | None:
    if remaining > few_left:
        return None
    if left == 0:
        return CutReason.SOLD_OUT
    if left <= few_left:
        return CutReason.FEW_LEFT
    return CutReason.PERISHING if left - perishing <= few_left else CutReason.SELLING
