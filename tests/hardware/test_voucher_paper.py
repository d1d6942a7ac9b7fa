"""A voucher's paper, and what a receipt says of the vouchers that paid for it."""

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.voucher import VoucherTold
from app.hardware.receipt_image import render_voucher
from app.hardware.receipt_text import Bars, Row, receipt_rows
from app.hardware.voucher_text import VoucherPaper, voucher_rows
from tests.hardware import sample_receipts as sample
from tests.hardware.test_label import texts
from tests.hardware.test_print_worker import Shop, _run
from tests.hardware.test_receipt_image import same_paper
from tests.hardware.test_refund_paper import refund

pytestmark = pytest.mark.usefixtures("qapp")
GRANTED = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
PAPER = VoucherPaper("7KQ2-M4XP-C93T", 5000, GRANTED, GRANTED + timedelta(days=365))


def test_it_says_what_it_is_worth_until_when_and_its_code() -> None:
    rows = voucher_rows(PAPER, sample.settings())
    said = texts(rows)
    assert "Voucher ฿50.00" in said
    assert "7KQ2-M4XP-C93T" in said
    assert Bars("7KQ2-M4XP-C93T") in rows


def test_it_comes_out_of_the_register_s_printer_like_a_label() -> None:
    async def story(shop: Shop) -> None:
        dates = {
            "issued_at": PAPER.issued_at.isoformat(),
            "expires_at": PAPER.expires_at.isoformat(),
        }
        shop.store.put_label({**asdict(PAPER), **dates, "kind": "voucher"})
        shop.store.queue(sample.slices())
        await shop.until(shop.all_done)
        papers = shop.simulator.receipts
        assert len(papers) == 2
        expected = render_voucher(PAPER, sample.settings())
        assert any(same_paper(paper, expected) for paper in papers)

    _run(story)


def rows_of(paper: object) -> list[str]:
    rows = receipt_rows(paper, sample.settings())  # type: ignore[arg-type]
    return [f"{row.left} {row.right}".strip() for row in rows if isinstance(row, Row)]


def test_a_receipt_names_each_tender_and_what_is_left_on_a_voucher() -> None:
    sold = sample.receipt(sample.drink_line("Sparkling water", quantity=2), number=43)
    paid = replace(sold, vouchers=(VoucherTold("C93T", 300, 200),), tendered_minor=600,
                   change_minor=100)  # fmt: skip
    said = rows_of(paid)
    assert "Voucher …C93T 3.00" in said
    assert "2.00 left on it" in said
    assert "Cash 3.00" in said
    whole = replace(sold, vouchers=(VoucherTold("C93T", 500, 0),), tendered_minor=500,
                    change_minor=0)  # fmt: skip
    assert not any(text.startswith("Cash ") for text in rows_of(whole))


def test_a_refund_says_what_is_cash_and_what_went_back_to_the_voucher() -> None:
    said = rows_of(refund(vouchers=(VoucherTold("C93T", -300, 300),)))
    assert "Paid back, cash ฿2.00" in said
    assert "Back to voucher …C93T 3.00" in said
