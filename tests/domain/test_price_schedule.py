"""Price windows by the store's wall clock: weekdays, midnight, the clocks' nights, leap days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.prices.schedule import ALWAYS, Schedule, next_boundary, wall_clock

BERLIN = "Europe/Berlin"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_start_counts_and_the_end_does_not() -> None:
    afternoon = Schedule(from_time=time(14), until_time=time(17))
    assert [
        afternoon.covers(at(f"2026-11-20T{each}"))
        for each in ("13:59:59", "14:00:00", "16:59:59.999999", "17:00:00")
    ] == [False, True, True, False]


def test_hours_past_midnight_belong_to_the_day_they_begin() -> None:
    friday_night = Schedule(
        weekdays=frozenset({4}),
        from_time=time(22),
        until_time=time(2),
        last_day=date(2026, 11, 20),
    )
    inside = ("2026-11-20T22:00", "2026-11-20T23:59", "2026-11-21T01:59")
    outside = ("2026-11-20T01:00", "2026-11-21T02:00", "2026-11-21T22:00", "2026-11-28T01:00")
    assert all(friday_night.covers(at(each)) for each in inside)
    assert not any(friday_night.covers(at(each)) for each in outside)
    assert not Schedule(from_time=time(22), until_time=time(2)).covers(at("0001-01-01T00:00"))


def test_days_and_leap_days_are_counted_whole() -> None:
    leap = Schedule(first_day=date(2028, 2, 29), last_day=date(2028, 2, 29))
    moments = ("2028-02-28T23:59", "2028-02-29T00:00", "2028-02-29T23:59", "2028-03-01T00:00")
    assert [leap.covers(at(each)) for each in moments] == [False, True, True, False]


def _minutes_on(schedule: Schedule, first: str, hours: int) -> int:
    start = datetime.fromisoformat(first).replace(tzinfo=UTC)
    moments = (start + timedelta(minutes=each) for each in range(hours * 60))
    return sum(schedule.covers(wall_clock(each, BERLIN)) for each in moments)


def test_an_hour_shown_twice_counts_twice_and_one_never_shown_never_comes() -> None:
    night = Schedule(from_time=time(2), until_time=time(3))
    assert _minutes_on(night, "2026-10-24T22:00", 8) == 120
    assert _minutes_on(night, "2026-03-28T22:00", 8) == 0
    assert _minutes_on(night, "2026-06-10T22:00", 8) == 60
    until_four = Schedule(from_time=time(1), until_time=time(4))
    assert _minutes_on(until_four, "2026-10-24T22:00", 8) == 240
    assert _minutes_on(until_four, "2026-03-28T22:00", 8) == 120


def test_the_wall_clock_is_the_stores_and_needs_a_zone() -> None:
    now = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert wall_clock(now, BERLIN) == wall_clock(now - timedelta(hours=1), BERLIN)
    assert wall_clock(now, "Asia/Bangkok") == at("2026-10-25T08:30")
    with pytest.raises(ValueError, match="time zone"):
        wall_clock(datetime(2026, 1, 1), BERLIN)  # noqa: DTZ001


times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30]))
schedules = st.builds(
    Schedule,
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    from_time=times,
    until_time=times,
)


@given(schedules, schedules)
def test_overlap_is_what_a_walk_through_the_week_finds(one: Schedule, other: Schedule) -> None:
    monday = at("2026-11-16T00:00")
    moments = [monday + timedelta(minutes=30 * each) for each in range(7 * 48)]
    both = any(one.covers(each) and other.covers(each) for each in moments)
    assert one.overlaps(other) == other.overlaps(one) == both


def test_date_ranges_that_do_not_meet_do_not_overlap() -> None:
    one = Schedule(last_day=date(2026, 1, 1))
    assert not one.overlaps(Schedule(first_day=date(2026, 1, 2)))
    assert not Schedule(first_day=date(2026, 1, 2)).overlaps(one)
    assert one.overlaps(ALWAYS)


@given(
    schedules,
    st.datetimes(at("2026-01-01T00:00"), at("2027-12-31T00:00"), timezones=st.just(UTC)),
)
def test_nothing_begins_or_ends_before_the_next_boundary(schedule: Schedule, now: datetime) -> None:
    until = next_boundary([schedule], now, "Asia/Bangkok")
    assert until is not None and now < until <= now + timedelta(days=1)
    known = schedule.covers(wall_clock(now, "Asia/Bangkok"))
    for share in (0.25, 0.5, 0.999):
        moment = now + (until - now) * share
        assert schedule.covers(wall_clock(moment, "Asia/Bangkok")) == known


def test_a_boundary_is_known_on_the_clocks_nights_and_none_without_hours() -> None:
    night = Schedule(from_time=time(2), until_time=time(3))
    twice = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_boundary([night], twice, BERLIN) == datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
    assert next_boundary([], twice, BERLIN) is None
