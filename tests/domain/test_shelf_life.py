from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind
from app.domain.food_policy import JURISDICTIONS, FreshnessPolicy, ReadingPolicy, ShelfLifePolicy
from app.domain.freshness import Freshness, freshness
from app.domain.time_tracking import Watch, tracking

HOT, COLD, AMBIENT = HoldingKind.HOT, HoldingKind.COLD, HoldingKind.AMBIENT
SPECIFIED = JURISDICTIONS["specification"]
POLICY = ShelfLifePolicy()
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
spans = st.timedeltas(timedelta(seconds=1), timedelta(days=10))


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 5, 9, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "signed", "watch"),
    [
        (at(12, 15), [], Watch.AUTOMATIC),
        (at(12, 15, 1), [], Watch.MANUAL_DUE),
        (at(12, 30), [], Watch.MANUAL_DUE),
        (at(12, 30, 1), [], Watch.MANUAL_OVERDUE),
        (at(12, 25), [at(12, 16)], Watch.MANUAL_KEPT),
        (at(12, 27), [at(12, 16)], Watch.MANUAL_DUE),  # due by 12:31, asked for 5 minutes before
        (at(12, 31), [at(12, 16)], Watch.MANUAL_DUE),
        (at(12, 31, 1), [at(12, 16)], Watch.MANUAL_OVERDUE),
        (at(12, 30), [at(12, 5)], Watch.MANUAL_DUE),  # signed before it was needed: no shorter
        (at(12, 30, 1), [at(12, 40)], Watch.MANUAL_OVERDUE),  # signed in the future: no help
    ],
)
def test_silent_sensors_ask_for_a_signed_check_every_quarter_hour(
    now: datetime, signed: list[datetime], watch: Watch
) -> None:
    assert tracking(at(12), signed, now, POLICY, ReadingPolicy()).watch is watch


def test_recovery_ends_manual_tracking_and_a_clock_put_back_vouches_for_nothing() -> None:
    back = tracking(at(12, 40), [at(12, 16)], at(12, 41), POLICY, ReadingPolicy())
    assert back.watch is Watch.AUTOMATIC
    assert tracking(at(12), [], at(11), POLICY, ReadingPolicy()).watch is Watch.MANUAL_DUE
    # A thermometer may be a little ahead of the store.
    ahead = tracking(at(12), [], at(11, 59), POLICY, ReadingPolicy())
    assert ahead.watch is Watch.AUTOMATIC
    # Where no sensor ever spoke, only the entries count.
    alone = tracking(None, [at(12)], at(12, 15, 1), POLICY, ReadingPolicy())
    assert alone.watch is Watch.MANUAL_OVERDUE


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (at(11), Freshness.FRESH),
        (at(13, 59, 59), Freshness.FRESH),
        (at(14), Freshness.AGING),
        (at(14, 59, 59), Freshness.AGING),
        (at(15), Freshness.LAST_CALL),
        (at(15, 59, 59), Freshness.LAST_CALL),
        (at(16), Freshness.EXPIRED),
    ],
)
def test_freshness_changes_at_half_three_quarters_and_the_end(
    now: datetime, state: Freshness
) -> None:
    assert freshness(at(12), at(16), now, FreshnessPolicy()) is state


@given(moments, spans, st.lists(spans, min_size=2, max_size=2))
def test_freshness_never_goes_back(start: datetime, life: timedelta, ages: list[timedelta]) -> None:
    order = list(Freshness)
    younger, older = (
        order.index(freshness(start, start + life, start + age, FreshnessPolicy()))
        for age in sorted(ages)
    )
    assert younger <= older
