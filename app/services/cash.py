"""What cash is like in each currency: its notes, and the step below which there are no coins."""

from babel.core import get_global
from babel.numbers import get_currency_precision

NOTES = {
    "AUD": (5, 10, 20, 50, 100), "BRL": (2, 5, 10, 20, 50, 100, 200), "CAD": (5, 10, 20, 50, 100),
    "CHF": (10, 20, 50, 100, 200), "CNY": (1, 5, 10, 20, 50, 100), "CZK": (100, 200, 500, 1000),
    "DKK": (50, 100, 200, 500), "EUR": (5, 10, 20, 50, 100), "GBP": (5, 10, 20, 50),
    "HKD": (20, 50, 100, 500), "IDR": (10_000, 20_000, 50_000, 100_000),
    "INR": (10, 20, 50, 100, 200, 500), "JPY": (1_000, 5_000, 10_000),
    "KRW": (1_000, 5_000, 10_000, 50_000), "KWD": (1, 5, 10, 20), "MXN": (20, 50, 100, 200, 500),
    "MYR": (1, 5, 10, 20, 50, 100), "NOK": (50, 100, 200, 500), "NZD": (5, 10, 20, 50, 100),
    "PHP": (20, 50, 100, 200, 500, 1000), "PLN": (10, 20, 50, 100, 200),
    "SEK": (20, 50, 100, 200, 500), "SGD": (2, 5, 10, 50, 100), "THB": (20, 50, 100, 500, 1000),
    "TWD": (100, 500, 1000), "USD": (1, 5, 10, 20, 50, 100),
    "VND": (10_000, 20_000, 50_000, 100_000, 200_000, 500_000), "ZAR": (10, 20, 50, 100, 200),
}  # fmt: skip
"""Notes guests pay with, in whole units, for the quick keys; other currencies name their own."""


def usual_notes(currency: str) -> tuple[int, ...]:
    """The notes of a currency in minor units, ascending; none for one that names its own."""
    unit = 10 ** get_currency_precision(currency)
    return tuple(note * unit for note in NOTES.get(currency, ()))


def cash_step_minor(currency: str) -> int:
    """What cash is rounded to where the coins below it are gone (CLDR), else the minor unit."""
    fractions = get_global("currency_fractions")
    _, _, cash_places, cash_step = fractions.get(currency, fractions["DEFAULT"])
    places = get_currency_precision(currency)
    return int(max(1, cash_step) * 10 ** max(0, places - cash_places))
