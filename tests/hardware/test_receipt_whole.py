"""What a guest must know stands on the paper to its last letter, however narrow that is."""

from dataclasses import replace

import pytest

from app.domain.portion import Grade
from app.hardware.receipt_image import WIDTH_58_MM_PX, WIDTH_80_MM_PX, _place, load_fonts
from app.hardware.receipt_text import Row, receipt_rows
from tests.hardware import sample_receipts as sample

pytestmark = pytest.mark.usefixtures("qapp")
FOURTEEN = (
    "celery gluten crustaceans egg fish lupin milk molluscs mustard nuts peanuts sesame soy"
    " sulphites"
)
NAME = "Caramelised aubergine and smoked mozzarella lasagne, our own"
BODY_PX, MARGIN_PX = 21, 4.0


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("width_px", [WIDTH_80_MM_PX, WIDTH_58_MM_PX])
def test_fourteen_allergens_and_a_name_of_sixty_letters_are_printed_whole(
    language: str, width_px: int
) -> None:
    load_fonts()
    assert len(NAME) == 60
    dish = sample.slice_line("M-1182", Grade.A, name=NAME)
    paper = sample.receipt(replace(dish, allergens=tuple(FOURTEEN.split())))
    parts = receipt_rows(paper, sample.settings(), language=language)
    rows = [part for part in parts if isinstance(part, Row)]
    assert NAME in [row.left for row in rows]
    assert [row for row in rows if row.left.count(", ") == 13], "all fourteen in one row"
    for row in rows:
        for layout, place in _place(row, 0.0, width_px, MARGIN_PX, BODY_PX).texts:
            lines = [layout.lineAt(number) for number in range(layout.lineCount())]
            assert sum(line.textLength() for line in lines) == len(layout.text())
            assert "…" not in layout.text()
            assert all(
                place.x() + line.naturalTextRect().right() <= width_px - MARGIN_PX + 1
                for line in lines
            ), row.left


@pytest.mark.parametrize(("currency", "nothing", "total"), [("JPY", "0", "¥400"),
                                                            ("THB", "0.00", "฿4.00")])  # fmt: skip
def test_a_line_for_nothing_and_money_without_minor_units(
    currency: str, nothing: str, total: str
) -> None:
    dish = sample.slice_line("M-1182", Grade.A)
    paper = sample.receipt(dish, sample.drink_line("Tap water", price=0))
    rows = receipt_rows(paper, sample.settings(currency))
    said = [(row.left, row.right) for row in rows if isinstance(row, Row)]
    assert ("Tap water", nothing) in said
    assert (f"1 × {nothing}", "") in said
    assert ("Total", total) in said
