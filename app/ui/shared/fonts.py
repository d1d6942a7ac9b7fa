"""The bundled fonts: Inter, with Noto Sans Thai, symbols and emoji for what Inter lacks."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"
FAMILY = "Inter"
FALLBACKS = ("Noto Sans Thai", "Noto Sans Symbols 2", "Noto Emoji")


class FontMissing(Exception):
    """A bundled font file cannot be read; the installation is incomplete."""


def load() -> None:
    """Register the bundled fonts and make Inter the application's font.

    Raises `FontMissing` when a file is not readable.
    """
    files = sorted(FOLDER.glob("*.ttf"))
    if not files:
        raise FontMissing(str(FOLDER))
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissing(str(file))
    QFont.insertSubstitutions(FAMILY, list(FALLBACKS))
    QGuiApplication.setFont(QFont(FAMILY))
