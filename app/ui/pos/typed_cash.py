"""An amount of cash as a cashier types it: whole units first, decimals after the point."""

from decimal import Decimal

from babel.numbers import format_decimal, get_currency_precision, get_decimal_symbol

from app.domain.policy import StoreSettings
from app.ui.shared.format import locale_of

MOST_WHOLE_DIGITS = 7


def press(typed: str, key: str, settings: StoreSettings) -> str:
    """Return `typed` (digits with at most one ".") after a key: a digit or "."."""
    places = get_currency_precision(settings.currency)
    whole, point, decimals = typed.partition(".")
    if key == ".":
        return typed if point or not places else (whole or "0") + "."
    if point:
        return typed + key if len(decimals) < places else typed
    return (typed + key).lstrip("0") if len(whole) < MOST_WHOLE_DIGITS else typed


def minor(typed: str, settings: StoreSettings) -> int:
    """Return the amount in minor units: "360" baht are 36000 satang; empty is 0."""
    places = get_currency_precision(settings.currency)
    return int(Decimal(typed or "0") * 10**places)


def shown(typed: str, settings: StoreSettings) -> str:
    """Return what was typed as people read it, e.g. "1,000.5"; empty stays empty."""
    if not typed:
        return ""
    whole, point, decimals = typed.partition(".")
    text = str(format_decimal(int(whole or "0"), format="#,##0", locale=locale_of(settings)))
    return text + point_text(settings) + decimals if point else text


def point_text(settings: StoreSettings) -> str:
    """Return the decimal key's sign; empty when the currency has no decimals."""
    if not get_currency_precision(settings.currency):
        return ""
    return str(get_decimal_symbol(locale_of(settings)))
