"""Money as the shop's own guests write it, whatever the language of the screen."""

import pytest

from app.services.wording import locale_for, money_text


@pytest.mark.parametrize(
    ("minor", "currency", "language", "store_locale", "text"),
    [
        (12500, "THB", "en", "en_TH", "฿125.00"),
        (-12500, "THB", "en", "en_TH", "-฿125.00"),
        (12500, "THB", "th", "th_TH", "฿125.00"),
        (12500, "THB", "en", "th_TH", "฿125.00"),
        (12500, "THB", "en", "en_GB", "THB\u00a0125.00"),
        (12500, "EUR", "en", "en_IE", "€125.00"),
        (12500, "JPY", "en", "ja_JP", "¥12,500"),
        (12500, "USD", "en", "en_US", "$125.00"),
        (12500, "KWD", "en", "en_KW", "KWD\u00a012.500"),
        (12500, "THB", "en", "nonsense", "THB\u00a0125.00"),
    ],
)
def test_money(minor: int, currency: str, language: str, store_locale: str, text: str) -> None:
    locale = locale_for(language, store_locale)
    assert money_text(minor, currency, locale, store_locale) == text
