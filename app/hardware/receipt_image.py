"""Draw a receipt with Qt: its font fallback prints every script that printers' own fonts lack."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from app.domain.policy import StoreSettings
from app.domain.receipt import Receipt, Replaced
from app.hardware.bar_code import QUIET_MODULES, NotBars, code128_modules
from app.hardware.label_text import ShelfLabel, label_rows
from app.hardware.receipt_text import Bars, Gap, Part, Row, Rule, receipt_rows
from app.hardware.voucher_text import VoucherPaper, voucher_rows

WIDTH_80_MM_PX = 576
WIDTH_58_MM_PX = 384

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_FAMILIES = ("Inter", "Noto Sans Thai", "Noto Sans Symbols 2", "Noto Emoji")
_BODY_PX = {True: 24, False: 21}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_SPACES = re.compile(r" {2,}")
_PICTURES = frozenset({"So", "Sk", "Cn"})
"""Symbols, skin tones, and emoji newer than this Python."""
_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
"""Black and white has none: their signs would stand beside the hand as hatched boxes."""
_MODULE_PX, _BARS_PX = 2, 40
"""A quarter of a millimetre, the least that every scanner reads, and 5 mm high."""
_fonts_loaded = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part with its place on the paper; `texts` are laid-out texts and where they stand."""

    part: Part
    y: float
    height: float
    texts: tuple[tuple[QTextLayout, QPointF], ...]


def load_fonts() -> None:
    """Register the bundled fonts; call once on the main thread after QGuiApplication exists."""
    global _fonts_loaded
    if _fonts_loaded:
        return
    if QGuiApplication.instance() is None:
        raise RuntimeError("drawing a receipt needs a QGuiApplication (offscreen is enough)")
    for path in sorted(_FONTS.glob("**/*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    _fonts_loaded = True


def render_receipt(
    receipt: Receipt,
    settings: StoreSettings,
    *,
    width_px: int = WIDTH_80_MM_PX,
    copy: bool = False,
    language: str = "en",
    replaced: Sequence[Replaced] = (),
) -> QImage:
    """Return the paper as black and white (`Format_Mono`), `width_px` wide, ready to print."""
    grey = render_preview(
        receipt, settings, width_px=width_px, copy=copy, language=language, replaced=replaced
    )
    return _black_and_white(grey)


def render_label(
    label: ShelfLabel,
    settings: StoreSettings,
    *,
    width_px: int = WIDTH_80_MM_PX,
    language: str = "en",
) -> QImage:
    """Return a shelf label as black and white, `width_px` wide."""
    load_fonts()
    return _black_and_white(_draw(label_rows(label, settings, language=language), width_px))


def render_voucher(
    voucher: VoucherPaper,
    settings: StoreSettings,
    *,
    width_px: int = WIDTH_80_MM_PX,
    language: str = "en",
) -> QImage:
    """Return a voucher as black and white, `width_px` wide."""
    load_fonts()
    return _black_and_white(_draw(voucher_rows(voucher, settings, language=language), width_px))


def render_preview(
    receipt: Receipt,
    settings: StoreSettings,
    *,
    width_px: int = WIDTH_80_MM_PX,
    copy: bool = False,
    language: str = "en",
    replaced: Sequence[Replaced] = (),
) -> QImage:
    """Return the same paper with smooth grey edges, for screens."""
    load_fonts()
    parts = receipt_rows(receipt, settings, copy=copy, language=language, replaced=replaced)
    return _draw(parts, width_px)


def _black_and_white(grey: QImage) -> QImage:
    """As paper has it: a thermal head burns a dot or none."""
    threshold = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.MonoOnly
    return grey.convertToFormat(QImage.Format.Format_Mono, threshold)


def _draw(parts: tuple[Part, ...], width_px: int) -> QImage:
    wide = width_px >= WIDTH_80_MM_PX
    body_px = _BODY_PX[wide]
    margin = 8.0 if wide else 4.0
    placed: list[_Placed] = []
    y = float(body_px) / 2
    for part in parts:
        item = _place(part, y, width_px, margin, body_px)
        placed.append(item)
        y += item.height
    image = QImage(width_px, int(y) + body_px, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        for item in placed:
            if isinstance(item.part, Bars):
                _paint_bars(painter, item, item.part, width_px, round(margin + body_px))
            else:
                _paint(painter, item, width_px, margin)
    finally:
        painter.end()
    return image


def _place(part: Part, y: float, width_px: int, margin: float, body_px: int) -> _Placed:
    if isinstance(part, Rule):
        return _Placed(part, y, body_px * 0.8, ())
    if isinstance(part, Gap):
        return _Placed(part, y, body_px * 0.35, ())
    if isinstance(part, Bars):
        fits = _modules(part, width_px, margin + body_px)
        return _Placed(part, y, _BARS_PX + body_px * 0.5 if fits else 0.0, ())
    font = _font(part, body_px)
    pad = body_px * 0.25 if part.framed else 0.0
    left_edge = margin + (body_px if part.indent else 0.0)
    room = width_px - margin - left_edge
    texts: list[tuple[QTextLayout, QPointF]] = []
    right_width = 0.0
    if part.right:
        right, right_height, right_width = _layout(part.right, font, room, part)
        gap = body_px * 0.75
    if part.right and right_width > room * 0.6:
        left, left_height, _ = _layout(part.left, font, room, part)
        texts = [(left, QPointF(left_edge, y + pad))]
        x = max(left_edge, width_px - margin - right_width)
        texts.append((right, QPointF(x, y + pad + left_height)))
        return _Placed(part, y, left_height + right_height + 2 * pad, tuple(texts))
    left_room = room - right_width - gap if part.right else room
    left, height, _ = _layout(part.left, font, left_room, part)
    texts = [(left, QPointF(left_edge, y + pad))]
    if part.right:
        texts.append((right, QPointF(width_px - margin - right_width, y + pad)))
        height = max(height, right_height)
    return _Placed(part, y, height + 2 * pad, tuple(texts))


def _modules(bars: Bars, width_px: int, left_px: float) -> str:
    """The bars' modules, or nothing when they don't fit between their quiet zones."""
    try:
        modules = code128_modules(bars.code)
    except NotBars:
        return ""
    needed_px = (len(modules) + QUIET_MODULES) * _MODULE_PX
    return modules if left_px + needed_px <= width_px else ""


def _paint_bars(painter: QPainter, item: _Placed, bars: Bars, width_px: int, left_px: int) -> None:
    top = round(item.y) + 6
    for place, module in enumerate(_modules(bars, width_px, left_px)):
        if module == "1":
            x = left_px + place * _MODULE_PX
            painter.fillRect(x, top, _MODULE_PX, _BARS_PX, Qt.GlobalColor.black)


def _font(row: Row, body_px: int) -> QFont:
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPixelSize(round(body_px * row.size.value))
    # Regular strokes are thinner than two dots at this size and break up on thermal paper.
    font.setWeight(QFont.Weight.Bold if row.bold else QFont.Weight.Medium)
    return font


def _drawable(text: str, font: QFont) -> str:
    """`text` without control characters and without pictures that no font has: no empty boxes.

    Letters are never dropped, and a text of nothing but pictures stays as it is.
    """
    plain = _SKIN_TONES.sub("", _CONTROL.sub(" ", text))
    metrics = QFontMetricsF(font)
    kept = "".join(
        char
        for char in plain
        if unicodedata.category(char) not in _PICTURES or metrics.inFontUcs4(ord(char))
    )
    return _SPACES.sub(" ", kept).strip() or plain


def _layout(text: str, font: QFont, width: float, row: Row) -> tuple[QTextLayout, float, float]:
    """Break `text` to `width`; return the layout, its height and its widest line."""
    layout = QTextLayout(_drawable(text, font), font)
    option = QTextOption(
        Qt.AlignmentFlag.AlignHCenter if row.centred else Qt.AlignmentFlag.AlignLeft
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    height = 0.0
    widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, height))
        height += line.height() + 1
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return layout, height, widest


def _paint(painter: QPainter, item: _Placed, width_px: int, margin: float) -> None:
    if isinstance(item.part, Gap | Bars):
        return
    if isinstance(item.part, Rule):
        style = Qt.PenStyle.DashLine if item.part.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(Qt.GlobalColor.black), 2, style))
        middle = round(item.y + item.height / 2)
        painter.drawLine(round(margin), middle, round(width_px - margin), middle)
        return
    if item.part.framed:
        frame = QRectF(margin, item.y, width_px - 2 * margin, item.height)
        painter.fillRect(frame, Qt.GlobalColor.black)
    colour = Qt.GlobalColor.white if item.part.framed else Qt.GlobalColor.black
    painter.setPen(QColor(colour))
    for layout, where in item.texts:
        layout.draw(painter, where)
