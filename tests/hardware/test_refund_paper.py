"""A refund's paper: it cannot be taken for a sale, and says what goes back, of what, and why."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication

from app.domain.receipt import Receipt
from app.hardware.receipt_image import WIDTH_58_MM_PX, WIDTH_80_MM_PX, render_preview
from app.hardware.receipt_text import Row, receipt_rows
from tests.hardware import sample_receipts as sample


def refund(**more: object) -> Receipt:
    sold = sample.receipt(sample.drink_line("Sparkling water", quantity=2), number=43)
    paper = replace(
        sold, total_minor=-sold.total_minor, tendered_minor=-sold.total_minor, change_minor=0,
        tax_minor_by_rate_bp=((700, -33),), refund_of=UUID(int=9), refund_of_register="A",
        refund_of_number=42, reason="Not as it should be",
    )  # fmt: skip
    return replace(paper, **more)  # type: ignore[arg-type]


def texts(paper: Receipt, language: str = "en", *, copy: bool = False) -> list[str]:
    rows = receipt_rows(paper, sample.settings(), copy=copy, language=language)
    return [f"{row.left} {row.right}".strip() for row in rows if isinstance(row, Row)]


def test_it_names_the_sale_the_money_the_tax_and_the_reason() -> None:
    said = texts(refund(approved_by="Ploy", points_taken=5, points_returned=12))
    assert said.count("REFUND") == 1
    assert said.index("Receipt A-000043") + 1 == said.index("Of receipt A-000042")
    assert "Sparkling water 5.00" in said
    assert "Paid back, cash ฿5.00" in said
    assert "incl. VAT 7% 0.33" in said
    assert "Reason: Not as it should be" in said
    assert "Approved by Ploy" in said
    assert "5 points taken back" in said and "12 points given back" in said
    for word in ("Total", "Change", "You saved"):
        assert not any(text.startswith(word) for text in said)


def test_what_did_not_happen_is_not_said() -> None:
    said = " ".join(texts(refund()))
    assert "Approved" not in said and "points" not in said


def test_a_sale_is_no_refund() -> None:
    assert "REFUND" not in texts(sample.slices())


def test_a_copy_says_so_twice_and_stays_a_refund() -> None:
    said = texts(refund(), copy=True)
    assert (said.count("COPY"), said.count("REFUND")) == (2, 1)


def test_thai_paper_has_no_english_label_left() -> None:
    said = " ".join(texts(refund(reason="ไม่เป็นอย่างที่ควร", points_taken=5), "th")[4:])
    assert set(re.findall(r"[A-Za-z]{2,}", said)) <= {"VAT", "Sparkling", "water", "Nok"}


@pytest.mark.parametrize("width_px", [WIDTH_80_MM_PX, WIDTH_58_MM_PX])
def test_it_is_drawn_at_both_widths(qapp: QGuiApplication, width_px: int) -> None:
    image = render_preview(refund(), sample.settings(), width_px=width_px, language="th")
    assert image.width() == width_px
    assert image.height() > image.width() // 2
