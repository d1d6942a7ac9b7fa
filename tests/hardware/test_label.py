"""The shelf label: what it says, and that it comes out of the printer between receipts."""

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest

from app.hardware.label_text import ShelfLabel, label_rows
from app.hardware.receipt_image import render_label
from app.hardware.receipt_text import Row
from tests.hardware import sample_receipts as sample
from tests.hardware.test_print_worker import Shop, _run
from tests.hardware.test_receipt_image import same_paper

pytestmark = pytest.mark.usefixtures("qapp")
CUT = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


def label(*allergens: str) -> ShelfLabel:
    return ShelfLabel("Margherita", "M-1001", "M-260306-1", allergens, CUT,
                      CUT + timedelta(hours=4), 8900)  # fmt: skip


def texts(rows: object) -> str:
    assert isinstance(rows, tuple)
    return "\n".join(f"{row.left} {row.right}" for row in rows if isinstance(row, Row))


def test_the_label_names_the_lots_allergens_and_times() -> None:
    said = texts(label_rows(label("milk", "wheat"), sample.settings()))
    assert "Contains: milk, wheat" in said
    assert "M-260306-1" in said
    assert said.count("M-1001") == 1
    none = texts(label_rows(label(), sample.settings()))
    assert "No declared allergens" in none


def test_a_piece_of_a_sheet_says_where_it_lay() -> None:
    corner = replace(label("milk"), place="corner")
    assert "Corner piece" in texts(label_rows(corner, sample.settings()))
    assert "ชิ้นมุม" in texts(label_rows(corner, sample.settings(), language="th"))
    assert "piece" not in texts(label_rows(label("milk"), sample.settings()))


def test_a_label_is_printed_and_receipts_go_on() -> None:
    async def story(shop: Shop) -> None:
        each = label("milk", "wheat")
        shop.store.put_label(
            {**asdict(each), "cut_at": each.cut_at.isoformat(), "sell_by": each.sell_by.isoformat()}
        )
        shop.store.queue(sample.slices())
        await shop.until(shop.all_done)
        papers = shop.simulator.receipts
        assert len(papers) == 2
        expected = render_label(label("milk", "wheat"), sample.settings())
        assert any(same_paper(paper, expected) for paper in papers)

    _run(story)
