"""The bundled fonts have every sign that names and screens use."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from app.ui.shared import fonts
from app.ui.shared.shell import Shell


@pytest.mark.parametrize(
    "text", ["Crème brûlée", "พิซซ่ามาร์เกริต้า", "฿€₫₹£¥", "◆▲●■⌫⚠✓✗×·−→▼", "🍕🍰🎂☕🥧🥗🍋😀👍"]
)
def test_every_sign_has_a_glyph(shell: Shell, text: str) -> None:
    fonts.load()
    font = QFont(fonts.FAMILY)
    font.setFamilies([fonts.FAMILY, *fonts.FALLBACKS])
    metrics = QFontMetricsF(font)
    assert [sign for sign in text if not metrics.inFontUcs4(ord(sign))] == []


def test_emoji_come_from_the_bundled_font(shell: Shell) -> None:
    fonts.load()
    font = QRawFont.fromFont(QFont("Noto Emoji"))
    assert font.familyName().startswith("Noto Emoji")
    assert font.supportsCharacter(ord("🍕"))
