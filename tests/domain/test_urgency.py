from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.urgency import Urgency, is_expedited, queue_key, urgency_of
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
TICKET = replace(
    sample_view(NOW).tickets[sample_id("ticket paid")],
    paid_at=NOW,
    promised_at=NOW + timedelta(minutes=10),
    acknowledged_at=NOW,
)


@pytest.mark.parametrize(
    ("after_s", "band"), [(0, "on_time"), (419, "on_time"), (420, "soon"), (600, "late")]
)
def test_bands_follow_the_promise(after_s: int, band: str) -> None:
    assert urgency_of(TICKET, NOW + timedelta(seconds=after_s)) == band


def test_an_unseen_ticket_is_new_until_it_presses() -> None:
    unseen = replace(TICKET, acknowledged_at=None)
    assert urgency_of(unseen, NOW) == "new"
    assert urgency_of(unseen, NOW + timedelta(minutes=8)) == "soon"


def test_a_ticket_is_new_for_its_first_seconds_even_once_a_screen_has_shown_it() -> None:
    fresh = timedelta(seconds=30)
    assert urgency_of(TICKET, NOW + timedelta(seconds=29), new_for=fresh) == "new"
    assert urgency_of(TICKET, NOW + timedelta(seconds=30), new_for=fresh) == "on_time"
    short = replace(TICKET, promised_at=NOW + timedelta(seconds=20))
    assert urgency_of(short, NOW + timedelta(seconds=15), new_for=fresh) == "soon"


def test_food_that_will_not_last_pulls_the_deadline_forward() -> None:
    assert urgency_of(TICKET, NOW + timedelta(minutes=5), NOW + timedelta(minutes=5)) == "late"


def test_the_earlier_promise_comes_first() -> None:
    later = replace(TICKET, promised_at=NOW + timedelta(minutes=12))
    assert queue_key(TICKET, NOW) < queue_key(later, NOW)


def test_a_late_ticket_is_expedited() -> None:
    assert not is_expedited(TICKET, NOW + timedelta(minutes=9))
    assert is_expedited(TICKET, NOW + timedelta(minutes=11))


def test_a_remake_goes_before_an_earlier_promise() -> None:
    later = replace(TICKET, promised_at=NOW + timedelta(minutes=12))
    assert queue_key(later, NOW, remade=True) < queue_key(TICKET, NOW)


def test_a_late_ticket_comes_before_a_remake_with_more_time() -> None:
    now = NOW + timedelta(minutes=11)
    later = replace(TICKET, promised_at=NOW + timedelta(minutes=12))
    assert queue_key(TICKET, now) < queue_key(later, now, remade=True)


@given(
    st.integers(0, 3600),
    st.integers(0, 3600),
    st.integers(1, 3600),
    st.none() | st.integers(0, 3600),
)
def test_a_band_only_gets_more_pressing(
    first_s: int, second_s: int, promise_s: int, good_for_s: int | None
) -> None:
    ticket = replace(TICKET, promised_at=NOW + timedelta(seconds=promise_s))
    until = None if good_for_s is None else NOW + timedelta(seconds=good_for_s)
    early, late = sorted((first_s, second_s))
    rank = {Urgency.NEW: 0, Urgency.ON_TIME: 0, Urgency.SOON: 1, Urgency.LATE: 2}
    before = urgency_of(ticket, NOW + timedelta(seconds=early), until)
    assert rank[before] <= rank[urgency_of(ticket, NOW + timedelta(seconds=late), until)]


@given(st.integers(0, 7200), st.integers(0, 3600), st.integers(1, 3600), st.integers(1, 3600))
def test_a_remake_is_never_behind_a_ticket_that_is_neither(
    after_s: int, paid_later_s: int, one_s: int, other_s: int
) -> None:
    now = NOW + timedelta(seconds=after_s)
    plain = replace(TICKET, promised_at=NOW + timedelta(seconds=one_s))
    paid_at = NOW + timedelta(seconds=paid_later_s)
    again = replace(TICKET, paid_at=paid_at, promised_at=paid_at + timedelta(seconds=other_s))
    if not is_expedited(plain, now):
        assert queue_key(again, now, remade=True) < queue_key(plain, now)
