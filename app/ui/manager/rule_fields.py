"""Single fields of the rules' forms: shares, amounts, counts and times, read with their faults."""

from decimal import Decimal
from fractions import Fraction

from babel.numbers import get_currency_precision

from app.services.policy_form import read_duration_s, read_share
from app.ui.manager.schedule_fields import Values
from app.ui.manager.typed import Fault, Faults, number, plain

MOST_MINOR = 10_000_000


def read_percent(field: str, values: Values, faults: Faults, *, needed: bool = True) -> Fraction:
    """`15 %` or `15`; 0 with its fault noted."""
    typed = values[field].strip()
    if not typed:
        if needed:
            faults[field] = Fault.MISSING
        return Fraction(0)
    try:
        return read_share(typed.replace("−", "-").lstrip("+"))
    except (ValueError, ZeroDivisionError):
        faults[field] = Fault.NOT_A_NUMBER
        return Fraction(0)


def read_amount_minor(
    field: str, values: Values, faults: Faults, currency: str, *, zero: bool = False
) -> int:
    """An amount in the currency's unit as minor units; 0 with its fault noted."""
    places = get_currency_precision(currency)
    most = Decimal(MOST_MINOR).scaleb(-places)
    found = number(field, values[field], faults, most=most, places=places, zero=zero)
    return int((found or Decimal(0)).scaleb(places))


def read_count(field: str, values: Values, faults: Faults, *, needed: bool = True) -> int:
    """A whole number above 0; 0 when empty or with its fault noted."""
    return int(number(field, values[field], faults, most=Decimal(1000), needed=needed) or 0)


def read_seconds(field: str, values: Values, faults: Faults) -> int | None:
    """`45 min` in seconds; None when empty or with its fault noted."""
    typed = values[field].strip()
    if not typed:
        return None
    try:
        return int(read_duration_s(typed))
    except ValueError:
        faults[field] = Fault.NOT_A_DURATION
        return None


def read_text(field: str, values: Values, faults: Faults, most: int = 200) -> str:
    """A text that must not be empty."""
    typed = str(values[field]).strip()
    if not typed:
        faults[field] = Fault.MISSING
    elif len(typed) > most:
        faults[field] = Fault.TOO_LONG
    return typed


def amount_text(minor: int, currency: str) -> str:
    """An amount as it is typed."""
    return plain(Decimal(minor).scaleb(-get_currency_precision(currency)))
