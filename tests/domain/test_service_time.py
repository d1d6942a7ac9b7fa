"""Seconds of a station: the specification's sums, and what holds for all of them."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.service_time import Piece, Queue, order_seconds, station_seconds, whole_minutes

OVEN, CAKES = uuid4(), uuid4()
SECONDS = st.integers(0, 7200)
PIECES = st.lists(st.builds(Piece, st.sampled_from((OVEN, CAKES, None)), SECONDS, SECONDS))
QUEUES = st.fixed_dictionaries({OVEN: st.builds(Queue, SECONDS, st.integers(1, 9))})


@pytest.mark.parametrize(("staff", "seconds", "minutes"), [(1, 360, 6), (2, 270, 5)])
def test_queue_over_staff_plus_preparation_plus_fetching(
    staff: int, seconds: float, minutes: int
) -> None:
    """POS-03.3: 180 s queued, 120 s of reheating, 60 s to the chilled store."""
    slice_ = Piece(OVEN, 120, 60)
    assert station_seconds([slice_], Queue(180, staff)) == seconds
    assert whole_minutes(seconds) == minutes


@given(
    pieces=PIECES,
    queues=QUEUES,
    more=st.builds(Piece, st.sampled_from((OVEN, None)), SECONDS, SECONDS),
)
def test_more_to_do_never_takes_less_time(
    pieces: list[Piece], queues: dict[UUID, Queue], more: Piece
) -> None:
    known = dict(queues)
    assert order_seconds([*pieces, more], known) >= order_seconds(pieces, known)
    busier = {OVEN: Queue(known[OVEN].queued_s + 60, known[OVEN].active_staff)}
    assert order_seconds(pieces, busier) >= order_seconds(pieces, known)


@given(pieces=PIECES, queues=QUEUES)
def test_one_more_person_never_makes_it_slower(
    pieces: list[Piece], queues: dict[UUID, Queue]
) -> None:
    known = dict(queues)
    helped = {OVEN: Queue(known[OVEN].queued_s, known[OVEN].active_staff + 1)}
    assert order_seconds(pieces, helped) <= order_seconds(pieces, known)


def test_nothing_to_do_takes_no_time() -> None:
    assert order_seconds([], {}) == 0
    assert [whole_minutes(each) for each in (0, 1, 60, 61)] == [0, 1, 1, 2]
