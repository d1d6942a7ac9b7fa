"""The store itself knows when an offer is on: the same hours as the tills', by its own clock."""

import json
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Any
from uuid import UUID, uuid4

from app.domain.prices.schedule import EVERY_DAY, Schedule, wall_clock
from app.services.policy_codec import to_document
from tests.conftest import MakeTerminal
from tests.data.test_prices import entry, line_price, refused, reprice, rules, set_pricing, step
from tests.support.seed import DRINK, SmallShop, Till, portion_ids

FIRST, SECOND = portion_ids()[:2]
SALE = {"id": "sale", "name": "Sale", "kind": "percent", "percent": "1/10"}


def schedules(random: Random) -> list[Schedule]:
    """Days, weekdays and hours of every kind, some past midnight, some to the microsecond."""
    clock = [time(0), time(2, 30), time(14), time(17, 0, 0, 500_000), time(22), time(23, 59, 59)]
    days = [None, date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)]
    return [
        Schedule(
            random.choice(days), random.choice(days),
            random.choice([EVERY_DAY, frozenset({5}), frozenset({6, 0}), frozenset()]),
            random.choice(clock), random.choice(clock),
        )
        for _ in range(150)
    ]  # fmt: skip


def test_the_store_reads_a_schedule_as_the_tills_do(small_store: SmallShop) -> None:
    random, moments = Random(5), list[datetime]()
    for hour in range(96):
        for shift in (0, 1, 30 * 60, 3_599):
            at = datetime.fromisoformat("2026-10-23T00:00:00")
            moments.append(at + timedelta(hours=hour, seconds=shift))
    moments += [each + timedelta(microseconds=500_000) for each in moments[:50]]
    for schedule in schedules(random):
        document = json.dumps(to_document(schedule))
        told = small_store.query(
            "SELECT wedge.schedule_covers(%s::jsonb, m) FROM unnest(%s::timestamp[])"
            " WITH ORDINALITY u (m, n) ORDER BY n", document, moments,
        )  # fmt: skip
        assert [row[0] for row in told] == [schedule.covers(each) for each in moments], schedule


def test_the_store_and_the_tills_agree_on_nights_that_the_clocks_change(
    small_store: SmallShop,
) -> None:
    for zone, night in (
        ("Europe/Berlin", datetime(2026, 3, 28, 22, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 10, 24, 22, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 11, 1, 2, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 12, tzinfo=UTC)),
        ("Asia/Bangkok", datetime(2026, 4, 4, 12, tzinfo=UTC)),
    ):
        moments = [night + timedelta(minutes=10 * each) for each in range(60)]
        told = small_store.query(
            "SELECT m AT TIME ZONE %s FROM unnest(%s::timestamptz[]) WITH ORDINALITY u (m, n)"
            " ORDER BY n", zone, moments,
        )  # fmt: skip
        assert [row[0] for row in told] == [wall_clock(each, zone) for each in moments], zone


def hours(shop: SmallShop, begin_s: int, end_s: int) -> dict[str, Any]:
    """A schedule that begins and ends so many seconds from now, by the store's wall clock."""
    begin, end = shop.query(
        "SELECT (clock_timestamp() + %s * interval '1 second') AT TIME ZONE 'Asia/Bangkok',"
        " (clock_timestamp() + %s * interval '1 second') AT TIME ZONE 'Asia/Bangkok'",
        begin_s, end_s,
    )[0]  # fmt: skip
    return {"from_time": begin.time().isoformat(), "until_time": end.time().isoformat()}


ON_SALE = step("promotion", -890, "promotion.percent", "Sale", "-1000", "sale")
AT_NOON = step("peak", 890, "peak", "Noon", "1000")


def reserve(
    till: Till, portion: UUID, line: UUID, ticket: UUID, moved: dict[str, Any] = ON_SALE
) -> None:
    """Take a portion at its base price moved by one step."""
    told = {
        "portion_id": str(portion), "epoch": 0, "grade": "A", "base_price_minor": 8_900,
        "unit_price_minor": 8_900 + moved["amount_minor"],
        "breakdown": [step("base", 8_900), moved],
    }  # fmt: skip
    till.act("reserve_first", ticket, line, "counter", json.dumps([told]))


def test_an_offer_that_has_ended_or_not_begun_is_not_granted_and_a_held_one_stays(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        for begin_s, end_s in ((-7_200, -60), (60, 7_200)):
            schedule = hours(small_store, begin_s, end_s)
            set_pricing(small_store, rounding_minor=1, promotions=[{**SALE, "schedule": schedule}])
            late = refused(lambda: reserve(till, FIRST, uuid4(), uuid4()))
            assert late == ("prices_changed", "the offer is not on")
        on = hours(small_store, -3_600, 3_600)
        set_pricing(small_store, promotions=[{**SALE, "schedule": on}])
        reserve(till, FIRST, line, ticket)
        assert line_price(small_store, line) == 8_010
        # It ends: the held line stays as it is, and nothing new is granted, on any weekday or day.
        yesterday = "2026-01-01"
        for ended in (
            {"schedule": hours(small_store, -7_200, -60)},
            {"schedule": {**on, "last_day": yesterday}},
            {"schedule": {**on, "weekdays": []}},
        ):
            set_pricing(small_store, promotions=[{**SALE, **ended}])
            till.act("reprice_ticket", ticket, rules(small_store), [], None, "[]")
            assert line_price(small_store, line) == 8_010
            assert refused(lambda: reserve(till, SECOND, uuid4(), ticket))[0] == "prices_changed"


def test_slow_hours_and_peaks_are_checked_too_and_a_peak_needs_its_approval(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    slow = {"id": "slow", "name": "Quiet", "points": "-1/10"}
    peak = {"id": "peak", "name": "Noon", "points": "1/10",
            "justification": {"text": "t", "author": "a", "on": "2026-01-01",
                              "approved_by": "The manager"}}  # fmt: skip
    quiet = [step("base", 2_000), step("time", -200, "slow_hours", "Quiet", "-1000")]
    with Till(make_terminal("One")) as till:
        till.act("add_plain", ticket, line, "counter", DRINK, 1)
        over, on = hours(small_store, -7_200, -60), hours(small_store, -3_600, 3_600)
        for schedule, good in ((over, False), (on, True)):
            windows = [{**slow, "schedule": schedule}, {**peak, "schedule": schedule}]
            set_pricing(small_store, windows=windows, rounding_minor=1)
            active, cheap = rules(small_store), entry(line, quiet, product=DRINK)
            if good:
                reprice(till, ticket, active, cheap)
                reserve(till, FIRST, uuid4(), ticket, AT_NOON)
            else:
                late = refused(partial(reprice, till, ticket, active, cheap))
                assert late == ("prices_changed", "the offer is not on")
                dear = refused(lambda: reserve(till, FIRST, uuid4(), ticket, AT_NOON))
                assert dear == late
        assert line_price(small_store, line) == 1_800
        set_pricing(small_store, windows=[{**peak, "schedule": on, "justification": None}])
        alone = refused(lambda: reserve(till, SECOND, uuid4(), ticket, AT_NOON))
        assert alone == ("prices_changed", "the offer is not on")
