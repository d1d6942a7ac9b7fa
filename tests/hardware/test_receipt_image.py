import pytest
from PySide6.QtGui import QGuiApplication, QImage

from app.domain.receipt import Receipt
from app.hardware.escpos_decode import read_paper
from app.hardware.escpos_raster import BAND_ROWS, raster_bytes, raster_pieces
from app.hardware.receipt_image import render_preview, render_receipt
from tests.hardware import sample_receipts as sample

pytestmark = pytest.mark.usefixtures("qapp")


def same_paper(one: QImage, other: QImage) -> bool:
    grey = QImage.Format.Format_Grayscale8
    return one.convertToFormat(grey) == other.convertToFormat(grey)


def _is_edge_black(image: QImage) -> bool:
    columns = (0, 1, image.width() - 2, image.width() - 1)
    return any(
        image.pixelColor(x, y).lightness() < 128 for x in columns for y in range(image.height())
    )


@pytest.mark.parametrize("width_px", [576, 384])
@pytest.mark.parametrize(
    "receipt", [sample.slices(), sample.awkward(), sample.long_receipt(40)], ids=lambda _: ""
)
def test_the_bytes_give_back_the_very_picture(receipt: Receipt, width_px: int) -> None:
    image = render_receipt(receipt, sample.settings(), width_px=width_px)
    paper = read_paper(raster_bytes(image))
    assert image.format() is QImage.Format.Format_Mono
    assert image.width() == width_px
    assert not paper.unknown
    assert len(paper.receipts) == 1
    assert same_paper(paper.receipts[0], image)
    assert not _is_edge_black(image), "something runs off the paper"


def test_the_same_receipt_is_the_same_picture() -> None:
    first = render_receipt(sample.awkward(), sample.settings(), language="th")
    assert first == render_receipt(sample.awkward(), sample.settings(), language="th")


def test_a_copy_and_another_language_look_different() -> None:
    plain = render_receipt(sample.slices(), sample.settings())
    assert plain.height() < render_receipt(sample.slices(), sample.settings(), copy=True).height()
    assert plain != render_receipt(sample.slices(), sample.settings(), language="th")


def test_no_piece_is_higher_than_a_printer_can_count() -> None:
    image = render_receipt(sample.long_receipt(), sample.settings())
    bands = [piece for piece in raster_pieces(image) if piece.startswith(b"\x1dv0")]
    heights = [int.from_bytes(band[6:8], "little") for band in bands]
    assert sum(heights) == image.height()
    assert max(heights) <= BAND_ROWS
    assert {int.from_bytes(band[4:6], "little") for band in bands} == {72}


def test_the_preview_has_the_papers_size_and_smooth_edges() -> None:
    paper = render_receipt(sample.slices(), sample.settings())
    preview = render_preview(sample.slices(), sample.settings())
    assert preview.size() == paper.size()
    shades = {preview.pixelColor(x, y).lightness() for x in range(576) for y in range(60)}
    assert len(shades) > 2


def test_without_an_application_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.hardware.receipt_image._fonts_loaded", False)
    monkeypatch.setattr(QGuiApplication, "instance", staticmethod(lambda: None))
    with pytest.raises(RuntimeError, match="QGuiApplication"):
        render_preview(sample.slices(), sample.settings())


@pytest.mark.parametrize(
    ("one", "other"), [("ก", "ฮ"), ("A", "B"), ("é", "è"), ("★", "✓"), ("🍕", "🍰")]
)
def test_letters_are_drawn_not_boxes(one: str, other: str) -> None:
    papers = [
        render_receipt(sample.receipt(sample.drink_line(name * 5)), sample.settings())
        for name in (one, other)
    ]
    assert papers[0] != papers[1]


def test_an_emoji_that_no_font_has_leaves_no_box() -> None:
    with_emoji, without = (
        render_receipt(sample.receipt(sample.drink_line(name)), sample.settings())
        for name in ("พิซซ่า \U0001faff ชีส", "พิซซ่า ชีส")
    )
    assert with_emoji == without


def test_a_skin_tone_leaves_the_hand_alone() -> None:
    toned, plain = (
        render_receipt(sample.receipt(sample.drink_line(name)), sample.settings())
        for name in ("thanks \U0001f44d\U0001f3fd", "thanks \U0001f44d")
    )
    assert toned == plain
