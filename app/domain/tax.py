"""Tax contained in prices that include it."""

from collections.abc import Iterable
from fractions import Fraction

from app.domain.money import round_half_up

_BP = 10_000


def included_tax_minor(gross_minor: int, rate_bp: int) -> int:
    """The tax contained in a gross amount, half up; `rate_bp` in basis points (700 = 7 %)."""
    return round_half_up(Fraction(gross_minor * rate_bp, _BP + rate_bp))


def tax_by_rate(amounts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """(rate_bp, tax_minor) per rate, ascending, from (rate_bp, gross_minor) of each line.

    Tax is taken once on the sum of each rate, not line by line, so that roundings do not add up.
    """
    gross_by_rate: dict[int, int] = {}
    for rate_bp, gross_minor in amounts:
        gross_by_rate[rate_bp] = gross_by_rate.get(rate_bp, 0) + gross_minor
    return tuple(
        (rate_bp, included_tax_minor(gross_minor, rate_bp))
        for rate_bp, gross_minor in sorted(gross_by_rate.items())
    )
