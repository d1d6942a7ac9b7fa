"""The freshness state: how much of its shelf life a portion has behind it (BR-04.4)."""

from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from app.domain.food_policy import FreshnessPolicy
from app.domain.shelf_life import in_utc


class Freshness(StrEnum):
    """In order of time. Each state begins at its share of shelf life, inclusive."""

    FRESH = "fresh"
    AGING = "aging"
    LAST_CALL = "last_call"
    EXPIRED = "expired"


def freshness(
    started_at: datetime, expires_at: datetime, now: datetime, policy: FreshnessPolicy
) -> Freshness:
    """The state at `now` of a life from `started_at` (preparation of the whole) to its limit.

    The clock runs on from preparation through cutting to sale; nothing sets it back. A life of no
    length is expired.
    """
    if now >= expires_at:
        return Freshness.EXPIRED
    if now >= freshness_at(started_at, expires_at, policy.last_call_from):
        return Freshness.LAST_CALL
    if now >= freshness_at(started_at, expires_at, policy.aging_from):
        return Freshness.AGING
    return Freshness.FRESH


def freshness_at(started_at: datetime, expires_at: datetime, share: Fraction) -> datetime:
    """The moment at which this share of the life has passed, to the microsecond, rounded down."""
    start = in_utc(started_at)
    return start + (in_utc(expires_at) - start) * share.numerator // share.denominator
