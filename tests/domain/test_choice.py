from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choice import Waiting, in_turn, tracking_number

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def _waiting(number: int, wedge: int = 0, whole: int = 1, minutes: int = 60) -> Waiting:
    ends = NOON + timedelta(minutes=minutes)
    return Waiting(UUID(int=number + 1), number, UUID(int=whole), wedge, 8, ends)


def _numbers(waiting: list[Waiting]) -> list[int]:
    return [each.number for each in waiting]


def test_earliest_end_then_emptiest_whole_then_lowest_number() -> None:
    full = [_waiting(number, number, whole=1) for number in range(3)]
    nearly_empty = [_waiting(7, 0, whole=2)]
    soonest = [_waiting(9, 0, whole=3, minutes=50)]
    assert _numbers(in_turn([*full, *nearly_empty, *soonest])) == [9, 7, 0, 1, 2]


def test_parts_of_a_second_decide_nothing() -> None:
    early, late = _waiting(2), _waiting(1)
    blurred = Waiting(
        late.id, 1, late.whole_id, 0, 8, late.sell_until + timedelta(microseconds=900_000)
    )
    assert _numbers(in_turn([early, blurred])) == [1, 2]


@pytest.mark.parametrize(
    ("wedges", "quantity", "first"),
    [
        ((0, 2, 4, 5, 6), 1, [0]),
        ((0, 2, 4, 5, 6), 2, [4, 5]),
        ((0, 1, 3, 4, 5), 2, [0, 1]),
        ((0, 2, 3, 7), 2, [7, 0]),
        ((0, 2, 5, 6), 2, [5, 6]),
        ((0, 3, 7), 2, [7, 0]),
        ((0, 2, 4, 6), 2, [0, 2]),
        ((0, 1, 4), 3, [0, 1, 4]),
        (tuple(range(8)), 3, [0, 1, 2]),
    ],
)
def test_neighbours_come_together_out_of_the_smallest_gap(
    wedges: tuple[int, ...], quantity: int, first: list[int]
) -> None:
    ordered = in_turn([_waiting(wedge, wedge) for wedge in wedges], quantity)
    assert _numbers(ordered)[:quantity] == first


def test_neighbours_never_jump_ahead_of_time() -> None:
    old = [_waiting(20, 0, whole=2, minutes=10)]
    fresh = [_waiting(number, number, whole=1) for number in (0, 3, 4)]
    assert _numbers(in_turn([*fresh, *old], 3)) == [20, 3, 4, 0]


@given(st.sets(st.integers(0, 7), min_size=1), st.integers(1, 9))
def test_every_portion_keeps_a_place(wedges: set[int], quantity: int) -> None:
    waiting = [_waiting(wedge, wedge) for wedge in wedges]
    ordered = in_turn(waiting, quantity)
    assert sorted(_numbers(ordered)) == sorted(wedges)
    assert in_turn(reversed(waiting), quantity) == ordered


def test_tracking_numbers_are_numbers_not_text() -> None:
    assert tracking_number("M-9999") < tracking_number("M-10000")
    assert tracking_number("odd") == 0
