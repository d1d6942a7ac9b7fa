"""Which display a window goes to, and how large a millimetre is there."""

import os

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from app.ui.shared.seats import Seat, read_seat, seat_place, seat_screen

FALLBACK_PIXELS_PER_MM = 3.78
"""96 dpi, for displays that do not know their size."""
_SANE = (3.0, 9.0)
_WINDOWED_SIZE = (1366, 768)


def pixels_per_mm(screen: QScreen | None) -> float:
    """Logical pixels per millimetre; televisions that report nonsense count as 96 dpi."""
    if screen is None:
        return FALLBACK_PIXELS_PER_MM
    density = screen.physicalDotsPerInch() / 25.4
    return density if _SANE[0] <= density <= _SANE[1] else FALLBACK_PIXELS_PER_MM


def choose_screen(*, second_screen: bool) -> QScreen | None:
    """The primary display, or the first other one for a customer's display."""
    primary = QGuiApplication.primaryScreen()
    if second_screen:
        others = [screen for screen in QGuiApplication.screens() if screen != primary]
        if others:
            return others[0]
    return primary


def place(window: QWindow, *, windowed: bool, second_screen: bool) -> float:
    """Show `window` full-screen on its display, or plainly when `windowed`.

    A customer's window never covers the till: without a second display it stays a plain window.
    It moves by itself when its display is plugged in or out. A windowed program with a
    `WEDGE_SEAT` leaves room for the others; returns how much smaller it is to be drawn there.
    """
    seat = read_seat(os.environ.get("WEDGE_SEAT", "")) if windowed else None
    if seat is not None:
        return _sit(window, seat)
    _show(window, windowed=windowed, second_screen=second_screen)
    if not windowed and second_screen:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            _Follower(app, window)
    return 1.0


def _sit(window: QWindow, seat: Seat) -> float:
    screens = sorted(QGuiApplication.screens(), key=lambda s: s != QGuiApplication.primaryScreen())
    if not screens:
        window.showNormal()
        return 1.0
    screen = screens[seat_screen(seat, len(screens))]
    found = seat_place(
        screen.availableGeometry(),
        seat,
        pixels_per_mm(screen),
        alone=len(screens) >= seat.of,
    )
    window.setScreen(screen)
    window.setMinimumSize(window.minimumSize().boundedTo(found.rect.size()))
    window.resize(found.rect.size())
    window.setFramePosition(found.rect.topLeft())
    window.showNormal()
    return found.scale


class _Follower(QObject):
    """Moves a window when displays come and go; dies with the window."""

    def __init__(self, app: QGuiApplication, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        app.screenAdded.connect(self._again)
        app.screenRemoved.connect(self._again)

    def _again(self, _screen: QScreen) -> None:
        _show(self._window, windowed=False, second_screen=True)


def _show(window: QWindow, *, windowed: bool, second_screen: bool) -> None:
    screen = choose_screen(second_screen=second_screen)
    alone = second_screen and screen == QGuiApplication.primaryScreen()
    if screen is not None:
        window.setScreen(screen)
    if windowed or alone or screen is None or QGuiApplication.platformName() == "offscreen":
        if window.width() < 320 or window.height() < 240:
            window.resize(*_WINDOWED_SIZE)
        window.showNormal()
        return
    window.setGeometry(screen.geometry())
    window.showFullScreen()
