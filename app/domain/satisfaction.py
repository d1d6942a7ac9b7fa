"""Guests' ratings and the time complaints take, against their targets (FUL-M.5, FUL-M.6, KPI-05).

A mean is compared exactly and rounded for showing only; without a rating there is no verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from app.domain.money import round_half_up


class RatingAbout(StrEnum):
    """What the stars are for: the food, or the order and its service."""

    PRODUCT = "product"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Rating:
    """One to five stars of one order, with the codes of the portions on it."""

    ticket_number: int
    about: RatingAbout
    stars: int
    at: datetime
    portion_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """A mean in hundredths, half up, with its sample size. `met` is None without any."""

    mean_centi: int | None
    count: int
    met: bool | None


def satisfaction_of(stars: Sequence[int], target_centi: int) -> Satisfaction:
    """The mean of ratings from 1 to 5 against a target in hundredths."""
    if not stars:
        return Satisfaction(None, 0, None)
    mean = Fraction(100 * sum(stars), len(stars))
    return Satisfaction(round_half_up(mean), len(stars), mean >= target_centi)


@dataclass(frozen=True, slots=True)
class ResolutionTime:
    """The mean time from opening a complaint to its resolution."""

    mean_s: float | None
    count: int
    met: bool | None


def resolution_time(seconds: Sequence[float], target: timedelta) -> ResolutionTime:
    """The mean of the resolved cases' times; exactly the target is met."""
    if not seconds:
        return ResolutionTime(None, 0, None)
    mean = sum(seconds) / len(seconds)
    return ResolutionTime(mean, len(seconds), mean <= target.total_seconds())
