"""Whether a cut portion has the size it is sold as: all limits hold, so the tighter decides."""

from enum import StrEnum

_LEAST_PERCENT, _MOST_PERCENT = 85, 115
_CAKE_TOLERANCE_MG = 10_000
_ANGLE_TOLERANCE_MDEG = 15_000
_CIRCLE_MDEG = 360_000


class SizeFault(StrEnum):
    """Why a portion goes to quality review."""

    SIZE = "size"
    ANGLE = "angle"


def weight_limits_mg(standard_mg: int, *, cake: bool) -> tuple[int, int]:
    """Least and greatest weight allowed, inclusive: 85-115 %, for cake also ±10 g."""
    least = -(-standard_mg * _LEAST_PERCENT // 100)
    most = standard_mg * _MOST_PERCENT // 100
    if cake:
        least = max(least, standard_mg - _CAKE_TOLERANCE_MG)
        most = min(most, standard_mg + _CAKE_TOLERANCE_MG)
    return least, most


def weight_faults(weight_mg: int, standard_mg: int, *, cake: bool) -> frozenset[SizeFault]:
    """Empty when the weight is within its limits."""
    least, most = weight_limits_mg(standard_mg, cake=cake)
    return frozenset() if least <= weight_mg <= most else frozenset({SizeFault.SIZE})


def angle_faults(angle_mdeg: int, portions: int) -> frozenset[SizeFault]:
    """Faults of a slice by its angle in milli-degrees: beyond ±15°, or out of 85-115 %."""
    off_by = abs(angle_mdeg * portions - _CIRCLE_MDEG)  # times `portions`, to stay exact
    faults = set()
    if off_by > _ANGLE_TOLERANCE_MDEG * portions:
        faults.add(SizeFault.ANGLE)
    percent_of_circle = angle_mdeg * portions * 100
    if not _LEAST_PERCENT * _CIRCLE_MDEG <= percent_of_circle <= _MOST_PERCENT * _CIRCLE_MDEG:
        faults.add(SizeFault.SIZE)
    return frozenset(faults)
