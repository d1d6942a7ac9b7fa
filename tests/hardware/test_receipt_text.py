import re

import pytest

from app.domain.portion import Grade
from app.hardware.receipt_text import Row, receipt_rows
from app.services.wording import locale_for, money_text, weight_text
from tests.hardware import sample_receipts as sample


def _texts(language: str = "en", *, copy: bool = False) -> list[str]:
    rows = receipt_rows(sample.slices(), sample.settings(), copy=copy, language=language)
    return [f"{row.left} {row.right}".strip() for row in rows if isinstance(row, Row)]


@pytest.mark.spec("FUL-06.4")
def test_a_marked_down_slice_shows_grades_reduction_tax_and_total_but_no_score() -> None:
    texts = _texts()
    assert "M-1182 · 1/8 · Grade A · 113 g" in texts
    assert "M-1175 · 1/8 · Grade C · 113 g" in texts
    assert texts.count("1 × 4.00") == 1
    assert texts.count("1 × 3.00") == 1
    assert "Base price 4.00" in texts
    assert "Freshness reduction −1.00" in texts
    assert "incl. VAT 7% 0.46" in texts
    assert "Total ฿7.00" in texts
    assert "Ticket 118 Take away" in texts
    prices = {"4.00", "3.00", "1.00", "7.00", "0.46", "6.54", "10.00"}
    assert set(re.findall(r"\d+\.\d+", " ".join(texts))) == prices


def test_every_fact_of_the_sale_is_named() -> None:
    texts = _texts()
    assert texts[0] == "Wedge & Crumb"
    assert "Receipt A-000042" in texts
    assert "Mar 15, 2026 00:05" in texts, "Bangkok's day, not the server's"
    assert "Register A Cashier Nok" in texts
    assert texts.count("Contains: gluten, milk") == 2
    assert "Cash 10.00" in texts
    assert "Change 3.00" in texts
    assert "COPY" not in texts


def test_a_reprint_says_so_twice() -> None:
    assert _texts(copy=True).count("COPY") == 2
    assert _texts("th", copy=True).count("สำเนา") == 2


def test_thai_paper_has_no_english_label_left() -> None:
    words = set(re.findall(r"[A-Za-z]{2,}", " ".join(_texts("th")[4:])))
    assert words <= {"Margherita", "Nok", "VAT"}


def test_a_line_without_reduction_has_no_breakdown() -> None:
    rows = receipt_rows(sample.receipt(sample.slice_line("M-1", Grade.A)), sample.settings())
    assert not any(isinstance(row, Row) and row.left == "Base price" for row in rows)


@pytest.mark.parametrize(
    ("minor", "currency", "language", "text"),
    [
        (123450, "THB", "th", "฿1,234.50"),
        (500, "JPY", "en", "¥500"),
        (1234, "KWD", "en", "KWD\u00a01.234"),
        (-150, "EUR", "en", "-€1.50"),
    ],
)
def test_money_follows_its_currency(minor: int, currency: str, language: str, text: str) -> None:
    assert money_text(minor, currency, locale_for(language, "th_TH")) == text


def test_weights_are_grams_then_kilograms() -> None:
    locale = locale_for("en", "en_GB")
    assert weight_text(112_600, locale) == "113 g"
    assert weight_text(1_250_000, locale) == "1.25 kg"


@pytest.mark.parametrize(
    ("language", "store_locale", "found"),
    [
        ("en", "en_TH", "en"),
        ("th", "th_TH", "th_TH"),
        ("th", "en_TH", "th_TH"),
        ("en", "en-GB", "en_GB"),
        ("de", "de_CH", "de_CH"),
        ("en", "", "en"),
        ("xx", "nonsense", "en"),
    ],
)
def test_any_store_locale_finds_words(language: str, store_locale: str, found: str) -> None:
    assert str(locale_for(language, store_locale)) == found
