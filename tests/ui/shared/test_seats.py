"""Where the demo's windows sit, and how small they may be drawn."""

import pytest
from PySide6.QtCore import QRect

from app.ui.shared.seats import SMALLEST_SCALE, Seat, read_seat, seat_place, seat_screen

PX_PER_MM = 3.78
SEATS = [Seat(number, 4) for number in range(4)]
DESKTOPS = [
    QRect(0, 0, 1024, 700),
    QRect(0, 0, 1366, 728),
    QRect(70, 27, 1850, 1053),
    QRect(0, 0, 1920, 1080),
    QRect(0, 0, 3840, 2100),
]


def test_seats_are_read_from_words() -> None:
    assert read_seat("2/4") == Seat(1, 4)
    for wrong in ("", "0/4", "5/4", "2", "2/", "a/b", "-1/4", "1/99999"):
        assert read_seat(wrong) is None


@pytest.mark.parametrize("area", DESKTOPS)
def test_every_window_is_on_the_desktop_and_readable(area: QRect) -> None:
    places = [seat_place(area, seat, PX_PER_MM, alone=False) for seat in SEATS]
    for place in places:
        assert area.contains(place.rect)
        assert SMALLEST_SCALE <= place.scale <= 1.0 or area.width() <= 1024
    assert len({(p.rect.x(), p.rect.y()) for p in places}) == 4


@pytest.mark.parametrize("area", DESKTOPS[2:])
def test_windows_on_a_large_desktop_do_not_cover_each_other(area: QRect) -> None:
    rects = [seat_place(area, seat, PX_PER_MM, alone=False).rect for seat in SEATS]
    for index, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_four_displays_take_a_window_each() -> None:
    assert [seat_screen(seat, 4) for seat in SEATS] == [0, 1, 2, 3]
    assert [seat_screen(seat, 2) for seat in SEATS] == [0, 0, 0, 0]
    alone = seat_place(DESKTOPS[3], SEATS[2], PX_PER_MM, alone=True)
    assert alone.scale == 1.0
    assert alone.rect.width() > 1900
