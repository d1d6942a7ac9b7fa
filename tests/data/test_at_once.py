"""Two terminals at one moment, and the same wish sent anew: points, orders and PINs count once."""

import json
import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_feed import Loop, until
from tests.data.test_guests import buy, enrol, refused, rules
from tests.data.test_prices import entry, reprice, set_pricing, step
from tests.support.refunds import give_back, limit, lines_of
from tests.support.seed import SmallShop, Till, candidate, known_id, portion_ids

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def together(
    store: SmallShop, loop: Loop, lock: str, *calls: Callable[[], Any], meanwhile: str = ""
) -> list[str]:
    """Let all calls wait for what `lock` holds, change something meanwhile, and let them go: what
    each was told, sorted, "done" for who was not refused."""
    said: list[str] = []

    def run(call: Callable[[], Any]) -> None:
        try:
            answer = call()
            said.append((isinstance(answer, dict) and answer.get("refused")) or "done")
        except psycopg.Error as error:
            said.append(error.diag.message_hint or str(error))

    threads = [threading.Thread(target=run, args=(each,)) for each in calls]
    with psycopg.connect(store.admin_url) as holder:
        holder.execute(lock.encode())
        for thread in threads:
            thread.start()
        until(loop, lambda: store.one(WAITING) >= len(calls))
        if meanwhile:
            store.query(meanwhile)
        holder.rollback()
    for thread in threads:
        thread.join()
    return sorted(said)


def order(till: Till, guest: UUID, portion: UUID) -> tuple[UUID, str]:
    ticket, line = uuid4(), uuid4()
    till.reserve(ticket, candidate(portion), line=line)
    till.act("set_guest", ticket, guest)
    return ticket, json.dumps([{"line_id": str(line), "amount_minor": 500}])


def test_a_guests_points_pay_one_order_of_two_at_once_and_come_back_once(
    small_store: SmallShop, make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    """109 points are one reward, for one of two tills; what a refund gives back is one again."""
    rules(small_store, reward_points=100, reward_minor=500, unit_minor=100)
    limit(small_store)
    lock = "SELECT FROM wedge.customers FOR UPDATE"
    pieces = portion_ids()
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        guest = enrol(one)
        buy(one, guest, pieces[9], water=1)

        def redeem(first: UUID, second: UUID) -> tuple[Till, UUID]:
            """Which till got it, for which order; the other order is left without its points."""
            tills = {till: order(till, guest, each)
                     for till, each in ((one, first), (two, second))}  # fmt: skip
            said = together(small_store, io_loop, lock, *(
                lambda till=till, what=what: till.act("redeem_points", *what)
                for till, what in tills.items()))  # fmt: skip
            assert said == ["done", "too_few_points"]
            paid = small_store.one("SELECT id FROM wedge.tickets WHERE state = 'open'"
                                   " AND wedge.redeemed_on(id) > 0")  # fmt: skip
            till = one if tills[one][0] == paid else two
            return till, paid

        till, ticket = redeem(pieces[0], pieces[1])
        till.act("pay_cash", ticket, 8400, 8400)
        # Sent anew under another id it is no second payment.
        assert refused(lambda: till.act("pay_cash", ticket, 8400, 8400)) == "ticket_not_open"
        spent = "SELECT count(*), sum(points) FROM wedge.point_entries WHERE kind = 'redeem'"
        assert small_store.query(spent) == [(1, -100)]
        line = lines_of(small_store, ticket)[0]
        give_back(till, ticket, {"line_id": line})
        with pytest.raises(psycopg.Error):
            give_back(till, ticket, {"line_id": line})
        assert small_store.query("SELECT * FROM wedge.point_balance(%s)", guest) == [(109, 0)]
        redeem(pieces[2], pieces[3])


@pytest.mark.parametrize("guest", ["nobody", "another"])
def test_points_leave_the_order_with_their_guest(
    small_store: SmallShop, make_terminal: MakeTerminal, guest: str
) -> None:
    rules(small_store, reward_points=100, reward_minor=500, unit_minor=100)
    with Till(make_terminal("One")) as till:
        rich = enrol(till)
        buy(till, rich, portion_ids()[9], water=1)
        ticket, cut = order(till, rich, portion_ids()[0])
        till.act("redeem_points", ticket, cut)
        other = enrol(till, "Other", None) if guest == "another" else None
        till.act("set_guest", ticket, other)
        assert refused(lambda: till.act("pay_cash", ticket, 8400, 8900)) == "total_changed"


def test_an_offer_that_the_store_ends_while_the_guest_pays_is_not_paid_under_it(
    small_store: SmallShop, make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    """Nor does a till put the order under the new rules with what they no longer hold."""
    offer = {"id": "spring", "name": "Spring", "kind": "percent", "percent": "1/10",
             "coupon": "S10"}  # fmt: skip
    version = set_pricing(small_store, promotions=[offer])
    told = [step("base", 8900),
            step("promotion", -890, "promotion.percent", "Spring", "-1000", "spring")]  # fmt: skip
    first, second = portion_ids()[:2]
    ticket, line, late = uuid4(), uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(first), line=line)
        reprice(till, ticket, f"{version}/1", entry(line, told), coupons=["S10"])
        ended = (
            "INSERT INTO wedge.settings (version, document) SELECT version + 1,"
            " jsonb_set(jsonb_set(document, '{pricing,promotions}', '[]'), '{pricing,version}',"
            " to_jsonb(version + 1)) FROM wedge.settings ORDER BY version DESC LIMIT 1 RETURNING 1"
        )
        said = together(
            small_store, io_loop, "SELECT FROM wedge.tickets FOR UPDATE",
            lambda: till.act("pay_cash", ticket, 8010, 9000), meanwhile=ended,
        )  # fmt: skip
        assert said == ["prices_changed"]
        till.reserve(ticket, candidate(second), line=late)
        again = refused(lambda: reprice(
            till, ticket, f"{version + 1}/1", entry(late, told), coupons=["S10"]))  # fmt: skip
        assert again == "bad_price"


def test_wrong_pins_at_two_terminals_count_together_and_after_a_restart(
    small_store: SmallShop, make_terminal: MakeTerminal, io_loop: Loop
) -> None:
    """Of ten tries at one moment five are looked at; then the right one waits too, wherever."""
    chief, salt = known_id("manager"), known_id("manager").bytes
    wrong, right = derive("000000", salt), derive("123456", salt)
    urls = [make_terminal(f"Till {n}") for n in range(10)]
    urls[2] = make_terminal("Office", Mode.MANAGER)

    def attempt(url: str, pin: bytes) -> Any:
        with psycopg.connect(url, autocommit=True) as link:
            row = link.execute("SELECT wedge.announce_pin(%s)", (chief,)).fetchone()
            if row == ({},):
                row = link.execute("SELECT wedge.sign_in(%s, %s)", (chief, pin)).fetchone()
            assert row is not None
            return row[0]

    tries = [lambda url=url: attempt(url, wrong) for url in urls]
    said = together(small_store, io_loop, "SELECT FROM wedge.staff FOR UPDATE", *tries)
    assert set(said) <= {"pin_delayed", "wrong_pin"} and said.count("pin_delayed") >= 6
    looked_at = "SELECT count(*) FROM wedge.journal WHERE action = 'wrong PIN'"
    assert small_store.one(looked_at) == 5
    count = "SELECT failed_attempts FROM wedge.staff WHERE id = %s"
    assert small_store.one(count, chief) == 5
    for url in urls[:3]:
        assert attempt(url, right)["refused"] == "pin_delayed"
    over = "UPDATE wedge.staff SET locked_until = clock_timestamp() WHERE id = %s"
    for number in range(5):
        small_store.query(over, chief)
        attempt(urls[number % 3], wrong)
    assert small_store.one(count, chief) == 10
    assert {attempt(url, right)["refused"] for url in urls[:3]} == {"pin_locked"}
    small_store.query(over, chief)
    assert attempt(urls[0], right)["staff_id"] == str(chief)
