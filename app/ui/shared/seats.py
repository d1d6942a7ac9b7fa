"""Where a window sits when several programs share one person's desktop (the demo, the tour)."""

from dataclasses import dataclass
from math import ceil, sqrt

from PySide6.QtCore import QRect, QSize

COMFORT_MM = (305.0, 168.0)
"""The room a surface was drawn for; in less, everything is drawn smaller in proportion."""
SMALLEST_SCALE = 0.6
"""Below this a text cannot be read: windows then overlap instead of shrinking further."""
OVERLAPPING_SHARE = 0.8
_FRAME = QSize(8, 34)
"""What window managers put around a window, in pixels."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One of `of` windows, counted from 0."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Place:
    """The frame's corner and the content's size in pixels; `scale` shrinks what is drawn."""

    rect: QRect
    scale: float


def read_seat(text: str) -> Seat | None:
    """The seat that `WEDGE_SEAT` names as `2/4` (the second of four), or None."""
    number, slash, of = text.partition("/")
    if not (slash and number.isdecimal() and of.isdecimal()):
        return None
    seat = Seat(int(number) - 1, int(of))
    return seat if 0 <= seat.number < seat.of <= 16 else None


def seat_screen(seat: Seat, screens: int) -> int:
    """Which display: one for each window where there are enough, else all on the first."""
    return seat.number if screens >= seat.of else 0


def seat_place(area: QRect, seat: Seat, pixels_per_mm: float, *, alone: bool) -> Place:
    """The seat's part of `area`: side by side if that can be read, else overlapping."""
    if alone:
        return _inside(area, pixels_per_mm)
    columns = ceil(sqrt(seat.of))
    lines = ceil(seat.of / columns)
    cell = QSize(area.width() // columns, area.height() // lines)
    line, column = divmod(seat.number, columns)
    corner = area.topLeft() + QRect(column * cell.width(), line * cell.height(), 0, 0).topLeft()
    place = _inside(QRect(corner, cell), pixels_per_mm)
    return place if place.scale >= SMALLEST_SCALE else _overlapping(area, seat, pixels_per_mm)


def _overlapping(area: QRect, seat: Seat, pixels_per_mm: float) -> Place:
    size = QSize(int(area.width() * OVERLAPPING_SHARE), int(area.height() * OVERLAPPING_SHARE))
    share = seat.number / max(1, seat.of - 1)
    x = area.x() + int((area.width() - size.width()) * share)
    y = area.y() + int((area.height() - size.height()) * share)
    return _inside(QRect(x, y, size.width(), size.height()), pixels_per_mm)


def _inside(cell: QRect, pixels_per_mm: float) -> Place:
    size = cell.size() - _FRAME
    return Place(QRect(cell.topLeft(), size), _fit(size, pixels_per_mm))


def scale_for(size: QSize, pixels_per_mm: float) -> float:
    """How much smaller a window of this size is drawn; never so small that it can't be read."""
    return max(SMALLEST_SCALE, _fit(size, pixels_per_mm))


def _fit(size: QSize, pixels_per_mm: float) -> float:
    fits = (
        extent / (mm * pixels_per_mm)
        for extent, mm in zip((size.width(), size.height()), COMFORT_MM, strict=True)
    )
    return min(1.0, *fits)
