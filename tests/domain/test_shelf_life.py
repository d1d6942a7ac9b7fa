from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalog import HoldingKind
from app.domain.food_policy import JURISDICTIONS, FreshnessPolicy, ShelfLifePolicy
from app.domain.freshness import Freshness, freshness
from app.domain.life_extension import ExtensionFault, ExtensionRefused, LotLife, extend
from app.domain.people import Role
from app.domain.shelf_life import portion_expiry
from app.domain.time_tracking import Watch, tracking

HOT, COLD, AMBIENT = HoldingKind.HOT, HoldingKind.COLD, HoldingKind.AMBIENT
SPECIFIED = JURISDICTIONS["specification"]
POLICY = ShelfLifePolicy()
BERLIN = ZoneInfo("Europe/Berlin")
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
spans = st.timedeltas(timedelta(seconds=1), timedelta(days=10))


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 5, 9, hour, minute, second, tzinfo=UTC)


@pytest.mark.spec("BR-05.1")
def test_a_cake_keeps_its_own_earlier_expiry() -> None:
    whole_expires_at = datetime(2026, 5, 10, 12, tzinfo=UTC)
    assert portion_expiry(whole_expires_at, at(12), timedelta(hours=72)) == whole_expires_at


@given(moments, moments, spans, st.sampled_from(["UTC", "Europe/Berlin", "Asia/Bangkok"]))
def test_cutting_never_lengthens_a_life_in_any_zone(
    whole: datetime, cut: datetime, limit: timedelta, zone: str
) -> None:
    expiry = portion_expiry(whole.astimezone(ZoneInfo(zone)), cut.astimezone(BERLIN), limit)
    assert expiry == min(whole, cut + limit)
    assert expiry <= whole


@pytest.mark.parametrize(
    ("day", "wall_clock"),
    [
        (datetime(2026, 10, 24, 23, 30, tzinfo=BERLIN), "02:30"),  # the long night
        (datetime(2026, 3, 28, 23, 30, tzinfo=BERLIN), "04:30"),  # the short one
        (datetime(2026, 6, 1, 23, 30, tzinfo=BERLIN), "03:30"),
    ],
)
def test_four_hours_are_four_hours_on_every_night(day: datetime, wall_clock: str) -> None:
    expiry = portion_expiry(day + timedelta(days=9), day, timedelta(hours=4))
    assert expiry - day.astimezone(UTC) == timedelta(hours=4)
    assert f"{expiry.astimezone(BERLIN):%H:%M}" == wall_clock


def test_the_repeated_hour_does_not_confuse_order() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    limit = timedelta(hours=1)
    later = portion_expiry(at(12) + timedelta(days=300), second, limit)
    assert later - portion_expiry(at(12) + timedelta(days=300), first, limit) == limit


def test_a_limit_is_positive_and_a_moment_has_a_zone() -> None:
    with pytest.raises(ValueError, match="positive"):
        portion_expiry(at(12), at(11), timedelta(0))
    with pytest.raises(ValueError, match="zone"):
        portion_expiry(at(12), at(11).replace(tzinfo=None), timedelta(hours=1))


HALF_PAST_THREE, IN_TIME = at(15, 30), at(14, 50)
SIRI = (UUID(int=1), Role.FOOD_SAFETY_MANAGER)
LOT = LotLife(UUID(int=2), quality_until=at(15), safety_until=at(15, 40))


def refused(
    lot: LotLife = LOT,
    to: datetime = HALF_PAST_THREE,
    by: tuple[UUID, Role] = SIRI,
    reason: str = "bus party",
    now: datetime = IN_TIME,
) -> ExtensionFault:
    with pytest.raises(ExtensionRefused) as caught:
        extend(lot, to, by, reason, now, POLICY)
    return caught.value.fault


def test_a_food_safety_manager_extends_quality_once() -> None:
    longer = extend(LOT, at(15, 30), SIRI, " bus party ", at(14, 50), POLICY)
    assert (longer.quality_until, longer.safety_until) == (at(15, 30), at(15, 40))
    granted = longer.extension
    assert granted is not None
    assert (granted.from_at, granted.to_at, granted.reason) == (at(15), at(15, 30), "bus party")
    assert refused(longer, at(15, 35)) is ExtensionFault.ALREADY_EXTENDED


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.FOOD_SAFETY_MANAGER])
def test_no_other_role_extends(role: Role) -> None:
    assert refused(by=(UUID(int=1), role)) is ExtensionFault.ROLE


def test_every_other_extension_is_refused_by_name() -> None:
    assert refused(reason="  ") is ExtensionFault.REASON_MISSING
    assert refused(replace(LOT, temperature_violated=True)) is (ExtensionFault.TEMPERATURE_VIOLATED)
    assert refused(now=at(15)) is ExtensionFault.EXPIRED
    assert refused(to=at(15)) is ExtensionFault.NOT_LATER
    assert refused(to=at(15, 31)) is ExtensionFault.TOO_LONG
    tight = replace(LOT, safety_until=at(15, 10))
    assert refused(tight, to=at(15, 20)) is ExtensionFault.PAST_SAFETY_LIMIT
    with pytest.raises(ValueError, match="past the safety"):
        replace(LOT, safety_until=at(14))


@given(spans, spans, st.timedeltas(timedelta(-5), timedelta(days=5)))
def test_no_extension_passes_the_safety_limit(
    quality: timedelta, more: timedelta, step: timedelta
) -> None:
    lot = LotLife(UUID(int=2), at(9) + quality, at(9) + quality + more)
    try:
        longer = extend(lot, lot.quality_until + step, SIRI, "why", at(9), POLICY)
    except ExtensionRefused:
        return
    assert lot.quality_until < longer.quality_until <= longer.safety_until == lot.safety_until
    assert longer.quality_until - lot.quality_until <= POLICY.max_extension


@pytest.mark.parametrize(
    ("now", "signed", "watch"),
    [
        (at(12, 14, 59), [], Watch.AUTOMATIC),
        (at(12, 15), [], Watch.MANUAL_DUE),
        (at(12, 29, 59), [], Watch.MANUAL_DUE),
        (at(12, 30), [], Watch.MANUAL_OVERDUE),
        (at(12, 30), [at(12, 16)], Watch.MANUAL_KEPT),
        (at(12, 31), [at(12, 16)], Watch.MANUAL_DUE),
        (at(12, 46), [at(12, 16)], Watch.MANUAL_OVERDUE),
        (at(12, 30), [at(12, 31)], Watch.MANUAL_OVERDUE),  # signed in the future: no help
    ],
)
def test_silent_sensors_ask_for_a_signed_check_every_quarter_hour(
    now: datetime, signed: list[datetime], watch: Watch
) -> None:
    assert tracking(at(12), signed, now, POLICY).watch is watch


def test_recovery_ends_manual_tracking_and_a_clock_put_back_vouches_for_nothing() -> None:
    assert tracking(at(12, 40), [at(12, 16)], at(12, 41), POLICY).watch is Watch.AUTOMATIC
    assert tracking(at(12), [], at(11), POLICY).watch is Watch.MANUAL_DUE


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
