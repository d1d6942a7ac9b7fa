"""Whether a cut portion has the size it is sold as: all limits hold, so the tighter decides.

docs/portions.md says which limit answers to which rule.
"""

from enum import StrEnum
from fractions import Fraction

from app.domain.food_policy import PortionPolicy
from app.domain.money import round_half_up

_CIRCLE_MDEG = 360_000
_SPECIFIED = PortionPolicy()


class SizeFault(StrEnum):
    """Why a portion goes to quality review."""

    SIZE = "size"
    ANGLE = "angle"


def weight_limits_mg(
    standard_mg: int, *, cake: bool, policy: PortionPolicy = _SPECIFIED
) -> tuple[int, int]:
    """Least and greatest weight allowed, inclusive: 85-115 %, for cake also ±10 g.

    Raises ValueError for a standard that is not positive.
    """
    if standard_mg <= 0:
        raise ValueError("a standard weight is positive")
    least = -(-standard_mg * policy.least_percent // 100)
    most = standard_mg * policy.most_percent // 100
    if cake:
        least = max(least, standard_mg - policy.cake_tolerance_mg)
        most = min(most, standard_mg + policy.cake_tolerance_mg)
    return least, most


def weight_faults(
    weight_mg: int, standard_mg: int, *, cake: bool, policy: PortionPolicy = _SPECIFIED
) -> frozenset[SizeFault]:
    """Empty when the weight is within its limits."""
    least, most = weight_limits_mg(standard_mg, cake=cake, policy=policy)
    return frozenset() if least <= weight_mg <= most else frozenset({SizeFault.SIZE})


def angle_faults(
    angle_mdeg: int, portions: int, policy: PortionPolicy = _SPECIFIED
) -> frozenset[SizeFault]:
    """Faults of a slice by its angle in milli-degrees: beyond ±15°, or out of 85-115 %.

    Raises ValueError when the whole has no portions.
    """
    if portions <= 0:
        raise ValueError("a cut whole has portions")
    off_by = abs(angle_mdeg * portions - _CIRCLE_MDEG)  # times `portions`, to stay exact
    faults = set()
    if off_by > policy.angle_tolerance_mdeg * portions:
        faults.add(SizeFault.ANGLE)
    percent_of_circle = angle_mdeg * portions * 100
    least, most = policy.least_percent * _CIRCLE_MDEG, policy.most_percent * _CIRCLE_MDEG
    if not least <= percent_of_circle <= most:
        faults.add(SizeFault.SIZE)
    return frozenset(faults)


def pro_rata_base(standard_price_minor: int, standard_mg: int, asked_mg: int) -> Fraction:
    """The exact base price of an approved size, in proportion to the standard portion (BR-02.7).

    Raises ValueError for a weight that is not positive or a price below 0.
    """
    if standard_mg <= 0 or asked_mg <= 0 or standard_price_minor < 0:
        raise ValueError("weights are positive and a price is never negative")
    return Fraction(standard_price_minor * asked_mg, standard_mg)


def own_size_price_minor(
    price_minor: int, standard_mg: int, asked_mg: int, rounding_minor: int = 1
) -> int:
    """What a piece of `asked_mg` costs, half up to the store's rounding (`wedge.pro_rata`).

    Raises ValueError for a weight that is not positive or a price below 0.
    """
    exact = pro_rata_base(price_minor, standard_mg, asked_mg)
    return round_half_up(exact, max(1, rounding_minor))
