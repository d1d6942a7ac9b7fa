"""A new shop's own facts: what a person says, filled up with what is usual in the country."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_currency_precision, get_territory_currencies, list_currencies

from app.domain.policy import QualityPolicy, StoreSettings
from app.domain.prices.standard import standard_pricing
from app.services.cash import cash_step_minor, usual_notes

LANGUAGES = ("en", "th")
"""What the screens are translated into."""
MOST_TEXT = 500
HOLD_S, PROMISE_S, FEW_LEFT = 300, 360, 3


class BadFact(ValueError):
    """Something that was said about the shop cannot be; the text names it and what may be."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said about a shop, as typed; None where it is left to what is usual, or stays."""

    name: str | None = None
    country: str | None = None
    currency: str | None = None
    time_zone: str | None = None
    language: str | None = None
    tax_rate: str | None = None
    """Percent, such as "7" or "8.25"."""
    tax_label: str | None = None
    tax_id: str | None = None
    address: str | None = None
    notes: str | None = None
    """Whole units, such as "20,50,100"."""
    rounding: str | None = None
    """Prices are rounded to this amount, such as "0.05"."""


def opening_settings(facts: Facts, home_zone: str = "") -> StoreSettings:
    """The settings of a new shop: the specification's policies and these facts. Raises BadFact.

    `home_zone` is this machine's time zone: taken where the country has several and it is one.
    """
    if facts.name is None or facts.country is None or facts.tax_rate is None:
        raise BadFact("A new shop needs its name, --country and --tax-rate.")
    country = _country(facts.country)
    currency = _currency(facts.currency or _usual_currency(country))
    language = facts.language or _usual_language(country)
    settings = StoreSettings(
        store_name=_text("name", facts.name),
        address="",
        tax_id="",
        currency=currency,
        locale=f"{language}_{country}",
        time_zone=facts.time_zone or _usual_zone(country, home_zone),
        tax_label="Tax",
        hold_s=HOLD_S,
        promise_s=PROMISE_S,
        few_left=FEW_LEFT,
        cash_notes_minor=usual_notes(currency),
        quality=QualityPolicy(
            version=1,
            grade_a=9.0,
            grade_b=8.0,
            grade_c=7.0,
            markdown_threshold=8.0,
            sale_floor=7.0,
            unobserved_after=timedelta(minutes=15),
        ),
        pricing=standard_pricing(1, cash_step_minor(currency)),
    )
    return changed_settings(settings, facts)


def changed_settings(settings: StoreSettings, facts: Facts) -> StoreSettings:
    """`settings` with the facts that were said. Raises BadFact.

    A changed currency brings its usual notes and rounding, unless these were said too.
    """
    language, _, country = settings.locale.partition("_")
    if facts.country is not None:
        country = _country(facts.country)
    if facts.language is not None:
        language = _language(facts.language)
    settings = replace(settings, locale=f"{language}_{country}")
    if facts.address is not None:
        settings = replace(settings, address=_text("address", facts.address, empty=True))
    if facts.tax_id is not None:
        settings = replace(settings, tax_id=_text("tax id", facts.tax_id, empty=True))
    if facts.tax_label is not None:
        settings = replace(settings, tax_label=_text("tax label", facts.tax_label))
    if facts.name is not None:
        settings = replace(settings, store_name=_text("name", facts.name))
    if facts.time_zone is not None:
        settings = replace(settings, time_zone=_zone(facts.time_zone))
    if facts.tax_rate is not None:
        settings = replace(settings, tax_rate_bp=_tax_rate_bp(facts.tax_rate))
    return _with_money(settings, facts)


def _with_money(settings: StoreSettings, facts: Facts) -> StoreSettings:
    currency = settings.currency if facts.currency is None else _currency(facts.currency)
    notes, step = settings.cash_notes_minor, settings.pricing.rounding_minor
    if currency != settings.currency:
        notes, step = usual_notes(currency), cash_step_minor(currency)
    if facts.notes is not None:
        said = [_amount_minor("notes", each, currency) for each in facts.notes.split(",")]
        notes = tuple(sorted(set(said)))
    if facts.rounding is not None:
        step = _amount_minor("rounding", facts.rounding, currency)
    pricing = replace(settings.pricing, rounding_minor=step)
    return replace(settings, currency=currency, cash_notes_minor=notes, pricing=pricing)


def _text(field: str, said: str, *, empty: bool = False) -> str:
    text = said.strip()
    if len(text) > MOST_TEXT or not (text or empty) or not text.isprintable():
        raise BadFact(f"The {field} must be 1 to {MOST_TEXT} characters of text.")
    return text


def _country(said: str) -> str:
    code = said.strip().upper()
    # ZZ is CLDR's "unknown region".
    if code == "ZZ" or code not in Locale("en").territories or not _zones(code):
        raise BadFact(
            f'"{said}" is no country: name it by its two letters (ISO 3166), such as TH, DE or US.'
        )
    return code


def _currency(said: str) -> str:
    code = said.strip().upper()
    if code not in list_currencies():
        raise BadFact(
            f'"{said}" is no currency: name it by its three letters (ISO 4217), such as EUR.'
        )
    return code


def _usual_currency(country: str) -> str:
    found = get_territory_currencies(country)
    if not found:
        raise BadFact(f"Which currency is used in {country}? Name it with --currency.")
    return str(found[0])


def _zone(said: str) -> str:
    if said not in available_timezones():
        raise BadFact(f'"{said}" is no time zone: name one such as Europe/Berlin.')
    return said


def _zones(country: str) -> list[str]:
    return sorted(get_global("territory_zones").get(country, ()))


def _usual_zone(country: str, home_zone: str) -> str:
    zones = _zones(country)
    if len(zones) == 1 or home_zone in zones:
        return _zone(home_zone if home_zone in zones else zones[0])
    raise BadFact(f"Name the time zone with --time-zone; in {country} there are: {_list(zones)}.")


def _language(said: str) -> str:
    if said not in LANGUAGES:
        raise BadFact(f'The screens do not speak "{said}"; they speak: {_list(LANGUAGES)}.')
    return said


def _usual_language(country: str) -> str:
    spoken = get_official_languages(country)
    return next((each for each in spoken if each in LANGUAGES), "en")


def _tax_rate_bp(said: str) -> int:
    try:
        rate = Decimal(said.strip().rstrip("%").strip().replace(",", "."))
        basis_points = rate * 100
        if not 0 <= rate <= 100 or basis_points != int(basis_points):
            raise ValueError(said)
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise BadFact(
            f'"{said}" is no tax rate: name percent from 0 to 100 with at most 2 decimals, '
            "such as 7 or 8.25."
        ) from error
    return int(basis_points)


def _amount_minor(field: str, said: str, currency: str) -> int:
    places = get_currency_precision(currency)
    try:
        minor = Decimal(said.strip()).scaleb(places)
        if not 1 <= minor <= 1_000_000_000 or minor != int(minor):
            raise ValueError(said)
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise BadFact(
            f'"{said}" is no amount of {currency} for --{field}: it needs a number above 0 with at '
            f"most {places} decimals."
        ) from error
    return int(minor)


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)


def told_facts(settings: StoreSettings) -> tuple[str, ...]:
    """What a person is shown of a shop's facts, one line each."""
    language, _, country = settings.locale.partition("_")
    unit = Decimal(10) ** get_currency_precision(settings.currency)
    notes = ", ".join(f"{note / unit:f}" for note in settings.cash_notes_minor) or "none"
    tax = "none said" if settings.tax_rate_bp is None else f"{settings.tax_rate_bp / 100:g} %"
    return (
        f"{settings.store_name} ({country}), screens in {language}, {settings.time_zone}",
        f"Currency {settings.currency}, prices in steps of "
        f"{settings.pricing.rounding_minor / unit:f}, notes: {notes}",
        f"{settings.tax_label} in the prices of new products: {tax}",
    )
