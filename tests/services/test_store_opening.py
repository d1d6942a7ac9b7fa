"""A new shop's facts: defaults by country, any currency, and every fault named."""

from dataclasses import replace

import pytest
from babel.numbers import get_currency_precision, list_currencies

from app.domain.policy import StoreSettings
from app.services.policy_codec import from_document, to_document
from app.services.store_opening import (
    BadFact,
    Facts,
    changed_settings,
    opening_settings,
    told_facts,
)

THAI = Facts(name="Corner Slice", country="TH", tax_rate="7")


def test_the_country_brings_currency_zone_language_and_notes() -> None:
    shop = opening_settings(THAI)
    assert (shop.currency, shop.time_zone, shop.locale) == ("THB", "Asia/Bangkok", "th_TH")
    assert shop.cash_notes_minor == (2000, 5000, 10_000, 50_000, 100_000)
    assert (shop.tax_rate_bp, shop.tax_label, shop.quality.sale_floor) == (700, "Tax", 7.0)
    assert from_document(StoreSettings, to_document(shop)) == shop


@pytest.mark.parametrize(
    ("country", "currency", "step_minor"),
    [("JP", "JPY", 1), ("KW", "KWD", 1), ("SE", "SEK", 100), ("GB", "GBP", 1)],
)
def test_the_currencys_decimals_and_cash_steps_are_kept(
    country: str, currency: str, step_minor: int
) -> None:
    shop = opening_settings(replace(THAI, country=country))
    assert (shop.currency, shop.pricing.rounding_minor) == (currency, step_minor)
    assert all(note % 10 ** get_currency_precision(currency) == 0 for note in shop.cash_notes_minor)


def test_switzerland_rounds_cash_to_five() -> None:
    swiss = opening_settings(replace(THAI, country="CH", time_zone="Europe/Zurich"))
    assert (swiss.currency, swiss.pricing.rounding_minor) == ("CHF", 5)


def test_every_currency_of_the_standard_is_taken() -> None:
    for currency in list_currencies():
        shop = opening_settings(replace(THAI, currency=currency))
        assert shop.currency == currency
        assert told_facts(shop)


def test_a_country_of_several_zones_takes_this_machines() -> None:
    german = replace(THAI, country="DE")
    assert opening_settings(german, "Europe/Berlin").time_zone == "Europe/Berlin"
    with pytest.raises(BadFact, match="--time-zone; in DE there are: Europe/Berlin"):
        opening_settings(german, "Asia/Tokyo")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": " "}, "The name must be"),
        ({"name": "a\nb"}, "The name must be"),
        ({"name": None}, "needs its name, --country and --tax-rate"),
        ({"country": "Thailand"}, '"Thailand" is no country'),
        ({"country": "ZZ"}, "no country"),
        ({"currency": "BAHT"}, '"BAHT" is no currency'),
        ({"time_zone": "Bangkok"}, '"Bangkok" is no time zone'),
        ({"language": "de"}, 'do not speak "de"; they speak: en, th'),
        ({"tax_rate": "seven"}, '"seven" is no tax rate'),
        ({"tax_rate": "101"}, "no tax rate"),
        ({"tax_rate": "7.125"}, "no tax rate"),
        ({"tax_rate": "nan"}, "no tax rate"),
        ({"notes": "20,x"}, '"x" is no amount of THB for --notes'),
        ({"rounding": "0.001"}, "at most 2 decimals"),
        ({"rounding": "0"}, "above 0"),
        ({"address": "x" * 501}, "The address must be"),
    ],
)
def test_what_cannot_be_is_named(said: dict[str, str | None], told: str) -> None:
    with pytest.raises(BadFact, match=told):
        opening_settings(replace(THAI, **said))


def test_only_what_is_said_changes() -> None:
    before = opening_settings(THAI)
    after = changed_settings(before, Facts(address="1 New Road", tax_rate="8,25%"))
    assert after == replace(before, address="1 New Road", tax_rate_bp=825)
    assert changed_settings(before, Facts(language="en")).locale == "en_TH"


def test_another_currency_brings_its_own_notes_unless_they_are_said() -> None:
    before = opening_settings(THAI)
    euro = changed_settings(before, Facts(currency="eur"))
    assert euro.cash_notes_minor == (500, 1000, 2000, 5000, 10_000)
    named = changed_settings(before, Facts(currency="EUR", notes="10, 5", rounding="0.05"))
    assert (named.cash_notes_minor, named.pricing.rounding_minor) == ((500, 1000), 5)


def test_the_facts_are_told_in_the_currencys_units() -> None:
    assert told_facts(opening_settings(replace(THAI, country="JP"))) == (
        "Corner Slice (JP), screens in en, Asia/Tokyo",
        "Currency JPY, prices in steps of 1, notes: 1000, 5000, 10000",
        "Tax in the prices of new products: 7 %",
    )
