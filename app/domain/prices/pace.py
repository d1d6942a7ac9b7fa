"""The pace ladder: how far the price comes down when stock outruns the sales to expect."""

from fractions import Fraction

from app.domain.prices.rules import PaceLadder

_ONE_MILLI = 1_000


def pace_factor(ladder: PaceLadder, left: int, demand: Fraction) -> Fraction:
    """The factor for `left` portions and `demand` expected sales until their sell-by moment.

    1 − deepest · clip((left/demand − from) / (full − from), 0, 1); without any demand the deepest.
    """
    if left <= 0:
        return Fraction(1)
    if demand <= 0:
        return 1 - ladder.deepest
    reach = (left / demand - ladder.from_ratio) / (ladder.full_ratio - ladder.from_ratio)
    return 1 - ladder.deepest * min(max(reach, Fraction(0)), Fraction(1))


def pace_milli(ladder: PaceLadder | None, left: int, demand_milli: int | None) -> int:
    """The factor in thousandths, upwards; 1000 without a ladder or without a forecast."""
    if ladder is None or demand_milli is None:
        return _ONE_MILLI
    factor = pace_factor(ladder, left, Fraction(demand_milli, _ONE_MILLI))
    return -int(-factor * _ONE_MILLI // 1)
