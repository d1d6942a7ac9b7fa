"""The portion codes on paper can be scanned: read back from what the printer received."""

from pathlib import Path

import pytest
from barcode.charsets.code128 import CODES, B  # type: ignore[import-untyped]
from PySide6.QtGui import QImage, qGray

from app.domain.portion import Grade
from app.hardware.bar_code import NotBars, code128_modules
from app.hardware.escpos_decode import read_paper
from app.hardware.printers import open_printer
from app.hardware.receipt_image import load_fonts, render_receipt
from app.hardware.receipt_text import Row, receipt_rows
from tests.hardware import sample_receipts as sample

pytestmark = pytest.mark.usefixtures("qapp")
START_B, STOP = 104, "1100011101011"


def read_code(modules: str) -> str:
    """What a scanner says of one code, by another implementation's tables."""
    assert modules.endswith(STOP)
    body = modules[: -len(STOP)]
    start, *values, check = (CODES.index(body[i : i + 11]) for i in range(0, len(body), 11))
    assert start == START_B
    assert (start + sum(n * value for n, value in enumerate(values, 1))) % 103 == check
    return "".join(sign for value in values for sign, known in B.items() if known == value)


def codes_on(paper: QImage) -> list[str]:
    """Every code that a horizontal beam finds, from top to bottom, each once."""
    found: list[str] = []
    for y in range(paper.height()):
        line = "".join("1" if qGray(paper.pixel(x, y)) < 128 else "0" for x in range(paper.width()))
        modules = line.strip("0")[::2]
        if modules.endswith(STOP) and len(modules) % 11 == len(STOP) % 11:
            code = read_code(modules)
            if not found or found[-1] != code:
                found.append(code)
    return found


@pytest.mark.parametrize("code", ["M-1182", "V-1041", "Z-9", "a~ !"])
def test_bars_say_the_code(code: str) -> None:
    assert read_code(code128_modules(code)) == code


@pytest.mark.parametrize("text", ["", "พ-1", "é", "a\n"])
def test_what_has_no_bars_is_refused(text: str) -> None:
    with pytest.raises(NotBars):
        code128_modules(text)


@pytest.mark.spec("POS-06.3")
def test_a_printed_receipt_names_and_codes_every_portion(tmp_path: Path) -> None:
    receipt, settings = sample.slices(), sample.settings()
    load_fonts()
    printer = open_printer(f"dir://{tmp_path}")
    printer.print(render_receipt(receipt, settings), "receipt")
    (job,) = tmp_path.glob("*.bin")
    (paper,) = read_paper(job.read_bytes()).receipts
    assert codes_on(paper) == ["M-1182", "M-1175"]
    texts = [
        f"{row.left} {row.right}".strip()
        for row in receipt_rows(receipt, settings)
        if isinstance(row, Row)
    ]
    assert [text.split(" · ")[1:3] for text in texts if "1/8" in text] == [
        ["1/8", "Grade A"],
        ["1/8", "Grade C"],
    ]
    for fact in ("Wedge & Crumb", "Mar 15, 2026 00:05", "Receipt A-000042", "Base price 4.00",
                 "Freshness reduction −1.00", "incl. VAT 7% 0.46", "Cash 10.00", "Change 3.00",
                 "Total ฿7.00"):  # fmt: skip
        assert fact in texts
    assert sum(line.quantity * line.unit_price_minor for line in receipt.lines) == 700


def test_a_code_without_room_or_bars_leaves_the_paper_as_it_is() -> None:
    load_fonts()
    for code in ("M-" + "9" * 60, "พ-1"):
        line = sample.slice_line(code, Grade.A)
        assert codes_on(render_receipt(sample.receipt(line), sample.settings())) == []
