"""What is wrong with something typed, and numbers as people type them."""

import unicodedata
from decimal import Decimal, InvalidOperation
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with one field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    NOT_POSITIVE = "not_positive"
    TOO_LARGE = "too_large"
    TOO_MANY_DECIMALS = "too_many_decimals"
    OUT_OF_RANGE = "out_of_range"
    BELOW_COST = "below_cost"
    NOT_PORTIONABLE = "not_portionable"
    NOT_COUNTABLE = "not_countable"
    TWICE = "twice"
    BAD_CHARACTER = "bad_character"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_DURATION = "not_a_duration"
    NOT_ZERO = "not_zero"
    NOT_SUITABLE = "not_suitable"
    REFUSED = "refused"


Faults = dict[str, Fault]
MAX_NAME = 200


def parse_number(text: str) -> Decimal | None:
    """A plain number with a point or a comma for its decimals; None when it is none."""
    text = text.strip().replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def number(
    field: str,
    text: str,
    faults: Faults,
    *,
    most: Decimal,
    places: int = 0,
    zero: bool = False,
    needed: bool = True,
) -> Decimal | None:
    """A number above 0 (or from 0) up to `most`; None when empty or with its fault noted."""
    if not text.strip():
        if needed:
            faults[field] = Fault.MISSING
        return None
    value = parse_number(text)
    fault = None
    if value is None:
        fault = Fault.NOT_A_NUMBER
    elif value < 0 or (value == 0 and not zero):
        fault = Fault.NOT_POSITIVE
    elif value > most:
        fault = Fault.TOO_LARGE
    elif value != round(value, places):
        fault = Fault.TOO_MANY_DECIMALS
    if fault is not None:
        faults[field] = fault
        return None
    return value


def number_within(
    field: str, text: str, faults: Faults, least: Decimal, most: Decimal, *, needed: bool = True
) -> Decimal | None:
    """A number from `least` to `most`; None when empty or with its fault noted."""
    if not text.strip():
        if needed:
            faults[field] = Fault.MISSING
        return None
    value = parse_number(text)
    if value is None:
        faults[field] = Fault.NOT_A_NUMBER
    elif not least <= value <= most:
        faults[field] = Fault.OUT_OF_RANGE
    else:
        return value
    return None


def plain(value: Decimal) -> str:
    """A number as a person would type it, without zeros at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def name_within(field: str, text: str, faults: Faults, *, needed: bool = True) -> str:
    """A name without blanks around it; a fault where it is missing, too long or not to be read."""
    text = text.strip()
    if not text and needed:
        faults[field] = Fault.MISSING
    elif len(text) > MAX_NAME:
        faults[field] = Fault.TOO_LONG
    elif any(unicodedata.category(letter) == "Cc" for letter in text):
        faults[field] = Fault.BAD_CHARACTER
    return text
