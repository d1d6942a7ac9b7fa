"""Money, numbers, dates and weights as text, by babel; paper and screens share these."""

import re
import unicodedata
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import (
    format_currency,
    format_decimal,
    get_currency_precision,
    get_currency_symbol,
    get_territory_currencies,
)

_MG_PER_G = 1_000
_REMEMBERED = 4_096
"""A shop writes the same few hundred amounts all day long; babel takes a tenth of a ms for each."""
_LETTER_THEN_DIGIT = re.compile(r"(?<=[A-Z])(?=\d)")
"""CLDR wants `THB 7.00`, not `THB7.00`, where a locale has only the currency's letters."""


@lru_cache(maxsize=32)
def locale_for(language: str, store_locale: str) -> Locale:
    """The locale to write in: `language` as it is written in the store's country.

    Many pairs are not in the locale data (`en_TH`); then `language` alone, then English.
    """
    territory = store_locale.replace("-", "_").partition("_")[2]
    for identifier in (f"{language}_{territory}", language, "en"):
        try:
            return Locale.parse(identifier)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("English is always there")


@lru_cache(maxsize=_REMEMBERED)
def money_text(amount_minor: int, currency: str, locale: Locale, store_locale: str = "") -> str:
    """An amount with its currency sign, e.g. `฿1,234.50` (`amount_minor` in minor units).

    Where `locale` has only the letters of the currency, the sign used in the store's own country
    (of `store_locale`, such as `en_TH`) is taken for that country's currency.
    """
    text = format_currency(_major(amount_minor, currency), currency, locale=locale)
    if sign := _home_sign(currency, locale, store_locale):
        return text.replace(currency + "\u00a0", sign).replace(currency, sign)
    return _LETTER_THEN_DIGIT.sub("\u00a0", text)


@lru_cache(maxsize=32)
def _home_sign(currency: str, locale: Locale, store_locale: str) -> str:
    """The home country's sign for its own currency; empty where `locale` needs no help."""
    territory = store_locale.replace("-", "_").rpartition("_")[2]
    if get_currency_symbol(currency, locale) != currency or not territory:
        return ""
    if currency not in get_territory_currencies(territory):
        return ""
    try:
        home = Locale.parse(f"und_{territory}", resolve_likely_subtags=True)
    except (UnknownLocaleError, ValueError):
        return ""
    sign = get_currency_symbol(currency, home)
    # Letters of another script (`د.ك.`) would turn the amount around; a sign never does.
    return sign if len(sign) == 1 and unicodedata.category(sign) == "Sc" else ""


@lru_cache(maxsize=_REMEMBERED)
def amount_text(amount_minor: int, currency: str, locale: Locale) -> str:
    """An amount without the currency sign, with the currency's number of decimals."""
    places = get_currency_precision(currency)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(_major(amount_minor, currency), format=pattern, locale=locale))


@lru_cache(maxsize=_REMEMBERED)
def percent_text(rate_bp: int, locale: Locale) -> str:
    """A rate in basis points, e.g. 700 → `7%`."""
    number = format_decimal(Decimal(rate_bp) / 100, format="0.##", locale=locale)
    return f"{number}%"


def weight_text(weight_mg: int, locale: Locale) -> str:
    """A weight in whole grams (milligrams in), kilograms from 1 kg on."""
    grams = Decimal(weight_mg) / _MG_PER_G
    if grams >= 1_000:
        return f"{format_decimal(grams / 1_000, format='0.###', locale=locale)} kg"
    return f"{format_decimal(grams, format='0', locale=locale)} g"


def date_time_text(moment: datetime, time_zone: str, locale: Locale) -> str:
    """Date and time to the minute in the store's zone; `moment` must be aware."""
    local = _aware(moment).astimezone(ZoneInfo(time_zone))
    date = format_date(local.date(), format="medium", locale=locale)
    time = format_time(local.time(), format="HH:mm", locale=locale)
    return f"{date} {time}"


def local_time_text(moment: datetime, time_zone: str, locale: Locale) -> str:
    """Time of day to the minute in the store's zone; `moment` must be aware."""
    local = _aware(moment).astimezone(ZoneInfo(time_zone))
    return str(format_time(local.time(), format="HH:mm", locale=locale))


def countdown_text(left: timedelta) -> str:
    """A remaining time as `m:ss`, never below `0:00`."""
    seconds = max(0, int(left.total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"


def _major(amount_minor: int, currency: str) -> Decimal:
    return Decimal(amount_minor).scaleb(-get_currency_precision(currency))


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment
