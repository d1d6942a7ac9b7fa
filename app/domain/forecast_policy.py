"""How the next hour's demand is estimated from the store's own history (docs/forecast.md)."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class ForecastPolicy:
    """Weights of the smoothing, and how much history an answer needs."""

    version: int = 1
    horizon: timedelta = timedelta(hours=1)
    """How far ahead stock is compared with what will be asked for."""
    history_days: int = 120
    least_days: int = 30
    """Open days below which weekday means are all that is said (BR-09.1)."""
    level_weight: Fraction = Fraction(1, 10)
    weekday_weight: Fraction = Fraction(1, 20)
    sparse_share: Fraction = Fraction(2, 5)
    """Above this share of days without a sale another method is looked for."""
    sparse_weight: Fraction = Fraction(1, 10)
    test_days: int = 28
    """The last days on which those methods are compared."""
    profile_days: int = 56
    """The last open days that the profile over the hours is taken from."""
    profile_portions: int = 20
    """Sales at which a product's own profile counts as much as the shop's."""
    pace_portions: int = 20
    """Sales at which the last hour counts as much as what was forecast for it."""
    pace_every: timedelta = timedelta(minutes=5)
    """How often the store counts what the last hour sold."""
