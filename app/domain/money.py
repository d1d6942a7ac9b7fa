"""Whole minor units: the one place that rounds, cash keys and change."""

from fractions import Fraction


def round_half_up(amount: Fraction, step_minor: int = 1) -> int:
    """The multiple of `step_minor` nearest to `amount` minor units; halves go up."""
    return int((amount / step_minor + Fraction(1, 2)) // 1) * step_minor


def ceil_to(amount: Fraction, step_minor: int = 1) -> int:
    """The smallest multiple of `step_minor` not below `amount`."""
    return -int(-amount / step_minor // 1) * step_minor


def floor_to(amount: Fraction, step_minor: int = 1) -> int:
    """The largest multiple of `step_minor` not above `amount`."""
    return int(amount / step_minor // 1) * step_minor
