"""Languages: Qt's translators for the interface, chosen by the store's locale or WEDGE_LANG."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "translations"
LANGUAGES = ("en", "th")
_installed: list[QTranslator] = []
_in_use = [""]


def tr(context: str, text: str, **values: object) -> str:
    """The translation of English `text`, with `{name}` places filled from `values`.

    Call `QCoreApplication.translate("Context", "text")` or this with literals: lupdate reads them.
    """
    return fill(QCoreApplication.translate(context, text), **values)


def fill(text: str, **values: object) -> str:
    """Put `values` into the `{name}` places of an already translated text."""
    return text.format(**values) if values else text


def choose_language(locale: str) -> str:
    """`WEDGE_LANG` when it names a language we have, else the locale's, else English."""
    for wish in (os.environ.get("WEDGE_LANG", ""), locale):
        language = wish.replace("-", "_").split("_")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


def in_use() -> str:
    """The language that was installed last; empty before the first and while paused."""
    return _in_use[0]


def use_language(language: str) -> bool:
    """Install the translations of `language`; False when there is no file for it (English)."""
    _in_use[0] = language
    for old in _installed:
        QCoreApplication.removeTranslator(old)
    _installed.clear()
    QGuiApplication.setLayoutDirection(_direction(language))
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"wedge_{language}.qm")):
        return language == "en"
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
    return True


@contextmanager
def paused() -> Iterator[None]:
    """Take the translators out while QML files are loaded; texts are made after loading.

    Qt's loading thread asks the translators too, and one made in Python answers only with the
    interpreter's lock, which the waiting main thread holds: both would wait for ever.
    """
    language, _in_use[0] = _in_use[0], ""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    try:
        yield
    finally:
        _in_use[0] = language
        for translator in _installed:
            QCoreApplication.installTranslator(translator)


def _direction(language: str) -> Qt.LayoutDirection:
    if os.environ.get("WEDGE_RTL") == "1":
        return Qt.LayoutDirection.RightToLeft
    return QLocale(language).textDirection()
