"""One temperature reading against the limits in force (docs/shelf-life.md).

A safety limit is kept only if it is proven: the reading counts with its uncertainty against it.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalog import HoldingKind, HoldingUnit
from app.domain.food_policy import JurisdictionPolicy


class Judgement(StrEnum):
    """What a reading says. Only VIOLATION is a breach of a critical limit."""

    OK = "ok"
    QUALITY_ALERT = "quality_alert"  # too cold for the food: look at it, it is safe
    UNPROVEN = "unproven"  # inside, but not by more than the probe's uncertainty: measure again
    VIOLATION = "violation"

    @property
    def proves_safety(self) -> bool:
        return self in (Judgement.OK, Judgement.QUALITY_ALERT)


class Disposition(StrEnum):
    """What becomes of a lot that was outside its limits."""

    RELEASE = "release"
    HOLD = "hold"
    WASTE = "waste"


@dataclass(frozen=True, slots=True)
class SafetyLimits:
    """In milli-°C, inclusive; None does not apply. `quality_min_mc` is no safety limit."""

    min_mc: int | None = None
    max_mc: int | None = None
    quality_min_mc: int | None = None


def limits_of(
    kind: HoldingKind, policy: JurisdictionPolicy, unit: HoldingUnit | None = None
) -> SafetyLimits:
    """The jurisdiction's limits for such a unit, tightened by the unit's own, never relaxed.

    A refrigerated unit's own lower limit protects quality.
    """
    own_min = unit.min_temperature_mc if unit else None
    own_max = unit.max_temperature_mc if unit else None
    if kind is HoldingKind.HOT:
        least = policy.hot_min_mc if own_min is None else max(policy.hot_min_mc, own_min)
        return SafetyLimits(min_mc=least)
    if kind is HoldingKind.COLD:
        least = policy.cold_quality_min_mc if own_min is None else own_min
        most = policy.cold_max_mc if own_max is None else min(policy.cold_max_mc, own_max)
        return SafetyLimits(max_mc=most, quality_min_mc=least)
    return SafetyLimits(min_mc=own_min, max_mc=own_max)


def judge(reading_mc: int, limits: SafetyLimits, uncertainty_mc: int = 0) -> Judgement:
    """The reading ± its uncertainty against the limits. Raises ValueError for one below 0."""
    if uncertainty_mc < 0:
        raise ValueError("an uncertainty is never negative")
    least, most = limits.min_mc, limits.max_mc
    if _outside(reading_mc, reading_mc, least, most):
        return Judgement.VIOLATION
    if _outside(reading_mc - uncertainty_mc, reading_mc + uncertainty_mc, least, most):
        return Judgement.UNPROVEN
    if limits.quality_min_mc is not None and reading_mc < limits.quality_min_mc:
        return Judgement.QUALITY_ALERT
    return Judgement.OK


def _outside(low: int, high: int, least: int | None, most: int | None) -> bool:
    return (least is not None and low < least) or (most is not None and high > most)
