"""Food that fell below the sale floor by its age since somebody looked: the store sees it itself.

The seeded pizza falls by the hour in a straight line from 10, so that it stands at 7.0 after three
hours at 63 °C, and each test says how old it is.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.migrate import upgrade
from app.data.store import PgStore
from app.data.terminals import create_terminal
from app.domain.people import Mode
from app.domain.replacement import Trouble
from app.services.line_trouble import trouble_of_line
from tests.conftest import DropRoles, MakeTerminal, OpenStore
from tests.data.looked_at import FIRST, OTHER, Shop, shop
from tests.data.test_expected_score import EXPECTED, measured
from tests.data.test_fallen_in_order import look, offered
from tests.data.test_feed import until
from tests.data.test_recovery import rules
from tests.data.test_reservation import hint
from tests.data.test_sale_clocks import change
from tests.data.test_unsafe import BAD, HELD, QUEUED, READY, ROLES, everything
from tests.support.seed import (
    CABINET,
    PIZZA,
    PRICE_MINOR,
    SmallShop,
    Till,
    candidate,
    forget_readings,
    known_id,
    seed,
)

__all__ = ["shop"]
LIVE = "SELECT wedge.live_score(p, %s) FROM wedge.portions p WHERE id = %s"
FADED = (BAD, QUEUED, READY, HELD)


def in_a_line(small: SmallShop, *, old_minutes: float, portions: tuple[UUID, ...]) -> None:
    """A point an hour, measured every ten minutes, nobody looked; their checks are not due."""
    small.query("UPDATE wedge.products SET curve = 'linear', e7_s = 10800 WHERE id = %s", PIZZA)
    small.query(
        "INSERT INTO wedge.settings (version, document) SELECT version + 1, document ||"
        " jsonb_build_object('food', jsonb_build_object('checkpoints',"
        " jsonb_build_object('interval_hot_s', 20000))) FROM wedge.settings"
        " ORDER BY version DESC LIMIT 1"
    )
    forget_readings(small)
    measured(small, *((minutes, 63_000) for minutes in range(0, 300, 10)))
    aged(small, old_minutes, *portions)


def aged(small: SmallShop, minutes: float, *portions: UUID) -> None:
    change(
        small,
        "cut_at = clock_timestamp() - make_interval(secs => %s) WHERE id = ANY (%s)",
        minutes * 60,
        list(portions),
    )


def refused(call: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value), error.value.diag.message_detail or ""


@pytest.mark.spec("FUL-R.3")
def test_no_role_has_what_its_age_brought_below_the_floor_and_each_attempt_is_kept(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Noted at 10 and never looked at since: 6.98 by the store's own readings."""
    rules(small_store, limit_minor=100_000)
    with (
        Till(make_terminal("T")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        ways = everything(small_store, till, kitchen)
        in_a_line(small_store, old_minutes=181, portions=(BAD, QUEUED))
        for role in ROLES:
            small_store.query(
                "UPDATE wedge.staff SET role = %s WHERE id = ANY (%s)",
                role, [known_id("cashier"), known_id("kitchen")],
            )  # fmt: skip
            for attempt in ways.values():
                refused(attempt)
    tried = small_store.query(
        "SELECT DISTINCT function, attempts, reason FROM wedge.refused_attempts ORDER BY 1"
    )
    assert tried == [(name, len(ROLES), "below_floor") for name in sorted(ways)]
    assert small_store.query(
        "SELECT state FROM wedge.portions WHERE id IN (%s, %s) ORDER BY code", QUEUED, BAD
    ) == [("committed",), ("available",)]


@pytest.mark.spec("FUL-R.3")
def test_a_till_whose_picture_is_behind_has_the_next_one_by_itself(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Half a minute before the floor it is sold, half a minute after it the next one is; what was
    held meanwhile is not paid."""
    in_a_line(small_store, old_minutes=179.5, portions=(BAD, HELD))
    with Till(make_terminal("T")) as till:
        ticket, other = uuid4(), uuid4()
        till.reserve(ticket, candidate(HELD))
        aged(small_store, 180.5, BAD, HELD)
        assert refused(lambda: till.reserve(other, candidate(BAD))) == ("off_sale", "below_floor")
        epoch = small_store.one("SELECT epoch FROM wedge.portions WHERE id = %s", BAD)
        taken = till.reserve(other, candidate(BAD, epoch), candidate(OTHER))
        assert taken["portion_id"] == str(OTHER)
        paid = till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
        assert (paid["refused"], paid["detail"]) == ("portion_expired", "P-101")
        till.act("pay_cash", other, PRICE_MINOR, PRICE_MINOR)


@pytest.mark.spec("FUL-R.3")
def test_what_was_paid_and_faded_is_replaced_or_settled_and_comes_back_with_a_look(
    shop: Shop, open_store: OpenStore, make_terminal: MakeTerminal,
    io_loop: asyncio.AbstractEventLoop,
) -> None:  # fmt: skip
    small = shop.small
    (ticket, line), (_, settled), (_, looked) = (
        shop.sell(each) for each in (FIRST, known_id("portion 1/1"), known_id("portion 1/2"))
    )
    old = tuple(known_id(f"portion 1/{wedge}") for wedge in range(10))
    in_a_line(small, old_minutes=182, portions=old)
    # The screens know before anybody taps.
    store: PgStore = open_store(make_terminal("K2", Mode.KDS))
    until(io_loop, lambda: store.feed.view is not None)
    view = store.feed.view
    assert view is not None
    found = trouble_of_line(view, view.ticket_lines[line], store.feed.now())
    assert found is Trouble.FADED
    # The kitchen replaces one: the old one is nobody's, and stays off sale by its score alone.
    shop.kitchen.act("replace_line", line, json.dumps([offered(OTHER)]))
    row = small.query(
        "SELECT portion_code, former_reason FROM wedge.ticket_lines WHERE id = %s", line
    )
    assert row == [("P-200", "age")]
    assert shop.portion(FIRST)[0] == "available"
    epoch = small.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
    again = candidate(FIRST, epoch)
    assert shop.refused(lambda: shop.till.reserve(uuid4(), again))[1] == "below_floor"
    shop.kitchen.act("verify_line", line, None)
    small.query("UPDATE wedge.wholes SET checks_missing = '{}'")
    shop.kitchen.act("serve_ticket", ticket)
    # Nothing stands in for the second: the guest has the money back.
    said = shop.till.act("settle_line", settled, "refund", "[]", "age", "", uuid4())
    assert said["refunded_minor"] == PRICE_MINOR
    # Somebody looks at the third and finds it better than its curve: it goes out.
    small.query("UPDATE wedge.ticket_lines SET grade = 'C' WHERE id = %s", looked)
    assert shop.refused(lambda: shop.kitchen.act("verify_line", looked, None))[0] == (
        "portion_expired"
    )
    look(shop, known_id("portion 1/2"), 7.6, {})
    shop.kitchen.act("verify_line", looked, None)
    # The look was at the lot: what was taken from the first order is sold again.
    epoch = small.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
    shop.till.reserve(uuid4(), candidate(FIRST, epoch))
    assert small.query("SELECT * FROM wedge.check_conservation()") == []


@pytest.mark.spec("FUL-R.3")
def test_a_learned_curve_holds_at_once_and_a_longer_life_lifts_no_score(shop: Shop) -> None:
    """Put in force, a shorter curve takes what was 8.0 below the floor; a later limit changes
    nothing, since safety and quality are separate clocks."""
    portion = known_id("portion 1/5")
    in_a_line(shop.small, old_minutes=120, portions=(portion,))
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(portion))
    shop.till.act("void_ticket", ticket)
    shop.small.query("UPDATE wedge.products SET e7_s = 7000 WHERE id = %s", PIZZA)
    change(shop.small, "expires_at = expires_at + interval '30 minutes' WHERE id = %s", portion)
    epoch = shop.small.one("SELECT epoch FROM wedge.portions WHERE id = %s", portion)
    late = candidate(portion, epoch)
    assert shop.refused(lambda: shop.till.reserve(uuid4(), late)) == ("off_sale", "below_floor")
    shop.small.query("UPDATE wedge.products SET e7_s = 10800 WHERE id = %s", PIZZA)
    shop.till.reserve(uuid4(), late)


@pytest.mark.parametrize("curve", ["curve = 'linear'", "beta = 1.3, q10 = 2.5", "beta = 5"])
def test_the_short_way_says_what_the_long_way_says(small_store: SmallShop, curve: str) -> None:
    """Warm and cold stretches, two readings at one moment, looks, gaps, no reading at all."""
    small_store.query(f"UPDATE wedge.products SET {curve} WHERE id = %s", PIZZA)
    aged(small_store, 200, FIRST)
    aged(small_store, 90, OTHER)
    change(small_store, "inspected_at = clock_timestamp() - interval '30 minutes',"
           " inspected_score = 8.3 WHERE id = %s", OTHER)  # fmt: skip
    moments = "SELECT clock_timestamp() + make_interval(mins => %s)"

    def compare() -> None:
        for minutes in (-95, -30, -7, 0, 12, 60):
            at = small_store.one(moments, minutes)
            for portion in (FIRST, OTHER):
                long, short = (small_store.one(each, at, portion) for each in (EXPECTED, LIVE))
                assert short == pytest.approx(long, rel=1e-9, abs=1e-9), (portion, minutes)

    forget_readings(small_store)
    compare()
    measured(small_store, (150, 58_000), (150, 64_000))
    compare()
    measured(small_store, *((each, 60_000 + each * 137 % 9_000) for each in range(0, 230, 7)))
    compare()
    observed = small_store.one(
        "SELECT wedge.observed_s(%s, clock_timestamp() - interval '2 hours', clock_timestamp(),"
        " wedge.ageing_of(p)) FROM wedge.products p WHERE id = %s", CABINET, PIZZA,
    )  # fmt: skip
    assert observed is not None, "without a gap the short way is taken"


@pytest.mark.spec("FUL-R.3")
def test_food_that_nobody_observed_ages_at_the_worst(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """At 63 °C throughout it stood at 8.0; two hours without a reading, and hotter ones before."""
    in_a_line(small_store, old_minutes=120, portions=(BAD,))
    forget_readings(small_store)
    measured(small_store, (130, 78_000), (121, 63_000), (0, 63_000))
    with Till(make_terminal("T")) as till:
        assert refused(lambda: till.reserve(uuid4(), candidate(BAD))) == (
            "off_sale", "below_floor",
        )  # fmt: skip


@pytest.mark.parametrize("revision", ["0001", "0004"])
def test_an_upgraded_store_judges_what_it_had(
    empty_database_url: str, drop_roles: DropRoles, revision: str
) -> None:
    upgrade(empty_database_url, to=revision)
    seed(empty_database_url)
    url = create_terminal(empty_database_url, name="One", mode=Mode.POS, register="1")
    drop_roles(empty_database_url)
    small = SmallShop(empty_database_url)
    upgrade(empty_database_url)
    in_a_line(small, old_minutes=181, portions=(BAD,))
    with Till(url) as till:
        epoch = small.one("SELECT epoch FROM wedge.portions WHERE id = %s", BAD)
        assert refused(lambda: till.reserve(uuid4(), candidate(BAD, epoch))) == (
            "off_sale", "below_floor",
        )  # fmt: skip
        till.reserve(uuid4(), candidate(HELD))
