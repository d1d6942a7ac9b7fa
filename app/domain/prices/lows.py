"""A price that fell for its grade or time does not flutter: it rests before it rises again.

The store keeps how low a portion was seen; every terminal prices from the same record, so that all
offer the same and the stored inputs give the same cent again (docs/pricing.md).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.price import Price, PriceReason
from app.domain.prices.inputs import SCORE_STEPS, score_milli

_TIMES = ("sell_by", "last_call")


@dataclass(frozen=True, slots=True)
class PriceLow:
    """The score (in thousandths) and seconds to sell-by that portion `id` had when it fell.

    `pace_milli` is the factor by the pace of sale, 1000 where that took nothing off.
    """

    id: UUID
    at: datetime
    score_milli: int
    left_s: int
    pace_milli: int = 1_000


def ends_at(low: PriceLow, hysteresis: timedelta) -> datetime:
    """From then on the price may rise again."""
    return low.at + hysteresis


def rested(
    score: float, left_s: int, low: PriceLow | None, now: datetime, hysteresis: timedelta
) -> tuple[float, int]:
    """The score and time left to price with: no better than the low while it counts.

    Promotions, hours and rules are not held: they end when they end.
    """
    if low is None or now >= ends_at(low, hysteresis):
        return score, left_s
    if low.score_milli < score_milli(score):
        score = low.score_milli / SCORE_STEPS
    return score, min(left_s, low.left_s)


def rested_pace(low: PriceLow | None, now: datetime, hysteresis: timedelta) -> int:
    """The highest factor by the pace of sale that counts, in thousandths."""
    return 1_000 if low is None or now >= ends_at(low, hysteresis) else low.pace_milli


def pace_of(price: Price) -> int:
    """The factor by the pace of sale that a price was made with, in thousandths."""
    taken_bp = (int(step.params[0]) for step in price.steps if step.reason is PriceReason.PACE)
    return 1_000 + next(taken_bp, 0) // 10


def wear_minor(price: Price) -> int:
    """What grade and time do to a price (negative for a markdown): what a low is noted for."""
    return sum(
        step.amount_minor
        for step in price.steps
        if step.reason in (PriceReason.QUALITY, PriceReason.PACE) or step.code in _TIMES
    )
