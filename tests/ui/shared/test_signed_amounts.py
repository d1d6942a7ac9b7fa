"""A signed amount stays in one piece where a line ends, after Thai words too."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QTextLayout, QTextOption

from app.ui.shared import fonts, translate
from app.ui.shared import format as fmt
from tests.support.sample_store import sample_view

NOW = datetime(2026, 3, 6, 11, tzinfo=UTC)


def lines_of(text: str, font: QFont, width: float) -> list[str]:
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


@pytest.mark.parametrize("word", ["คุณภาพ", "ช่วงเงียบ", "quality"])
@pytest.mark.parametrize("amount_minor", [-100, 2_000])
def test_no_line_ends_between_the_sign_and_the_amount(
    qapp: QGuiApplication, word: str, amount_minor: int
) -> None:
    fonts.load()
    font = QFont("Inter")
    font.setPixelSize(15)
    amount = fmt.change(amount_minor, sample_view(NOW).settings)
    text = f"{word} {amount} · {word}\u00a0{amount}"
    least = int(QFontMetricsF(font).horizontalAdvance(f"{word}\u00a0{amount}")) + 2
    for width in range(least, 4 * least, 2):
        lines = lines_of(text, font, width)
        assert sum(line.count(amount) for line in lines) == 2, lines


def test_dates_are_in_the_language_of_the_screens_and_years_gregorian(
    qapp: QGuiApplication,
) -> None:
    settings = sample_view(NOW).settings
    translate.use_language("th")
    assert fmt.day(NOW.date(), settings) == "6 มี.ค. 2026"
    assert fmt.day_short(NOW.date(), settings) == "6 มี.ค."
    translate.use_language("en")
    assert "Mar" in fmt.day(NOW.date(), settings)
