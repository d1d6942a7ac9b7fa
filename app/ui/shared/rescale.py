"""A window that shares a desktop is drawn as large as it is now, not as it was when it opened."""

from PySide6.QtCore import QObject, QSize, QTimer, Slot
from PySide6.QtGui import QWindow

from app.ui.shared.screens import pixels_per_mm
from app.ui.shared.seats import scale_for

SETTLED_MS = 60
"""Everything is laid out anew by a change: a window that is being pulled waits for the hand."""


class Rescale(QObject):
    """Sets the theme's `pixelsPerMm` after the window's size; lives as long as the window."""

    def __init__(self, window: QWindow, theme: QObject) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._apply)
        window.widthChanged.connect(self._changed)
        window.heightChanged.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        self._timer.start()

    @Slot()
    def _apply(self) -> None:
        density = pixels_per_mm(self._window.screen())
        size = QSize(self._window.width(), self._window.height())
        self._theme.setProperty("pixelsPerMm", density * scale_for(size, density))
