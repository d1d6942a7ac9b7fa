"""A window that shares a desktop is drawn anew when it is made larger; the first stays in front."""

import os

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from app.ui.shared.in_front import keep_in_front
from app.ui.shared.rescale import Rescale
from app.ui.shared.screens import pixels_per_mm
from app.ui.shared.seats import SMALLEST_SCALE, scale_for
from app.ui.shared.shell import Shell
from app.ui.shared.shown_pipe import HEARS, TELLS


def test_a_quarter_of_a_screen_is_drawn_smaller_and_the_whole_of_it_is_not() -> None:
    assert scale_for(QSize(952, 506), 3.78) == pytest.approx(0.797, abs=0.001)
    assert scale_for(QSize(1920, 1046), 3.78) == 1.0
    assert scale_for(QSize(300, 200), 3.78) == SMALLEST_SCALE


def test_the_theme_follows_the_window(loop: object, qtbot: QtBot) -> None:
    shell, window = Shell(windowed=True), QQuickWindow()
    window.resize(952, 506)
    window.show()
    Rescale(window, shell.theme)
    density = pixels_per_mm(window.screen())

    def drawn(width: int, height: int) -> bool:
        scale = scale_for(QSize(width, height), density)
        found = float(shell.theme.property("pixelsPerMm"))
        return abs(found - density * scale) < 0.001

    window.resize(1920, 1046)
    qtbot.waitUntil(lambda: drawn(1920, 1046), timeout=10_000)
    window.resize(960, 520)
    qtbot.waitUntil(lambda: drawn(960, 520), timeout=10_000)
    assert not drawn(1920, 1046)
    window.destroy()


class Raised(QQuickWindow):
    """Counts how often it is brought to the front."""

    times = 0

    def raise_(self) -> None:
        self.times += 1


def test_the_first_window_comes_to_the_front_whenever_another_is_seen(qtbot: QtBot) -> None:
    hears, tells = os.pipe()
    other_end = os.dup(tells)
    os.close(tells)
    first, other = Raised(), QQuickWindow()
    assert keep_in_front(first, {HEARS: str(hears)}) is not None
    assert keep_in_front(other, {TELLS: str(other_end)}) is not None
    assert keep_in_front(QQuickWindow(), {}) is None
    other.resize(200, 100)
    other.show()
    qtbot.waitUntil(lambda: first.times == 1, timeout=10_000)
    # The end of the pipe: nothing is waited for any more.
    with pytest.raises(OSError, match="Bad file"):
        qtbot.waitUntil(lambda: os.fstat(hears) is None, timeout=10_000)
    other.destroy()
