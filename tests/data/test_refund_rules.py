"""Who may pay back, once only, and what a refund may never become (docs/refunds.md)."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.ids import new_id
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy, refused
from tests.data.test_reservation import hint
from tests.support.refunds import (
    FIRST,
    allowed,
    give_back,
    limit,
    lines_of,
    price,
    sell,
    sound,
)
from tests.support.seed import DRINK, SmallShop, Till, known_id


def test_above_the_limit_of_the_order_somebody_else_allows_it(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """10.00 of one order by the cashier, all its refunds together; 10.01 takes a manager."""
    price(small_store, 1200)
    url = make_terminal("One")
    with Till(url) as till:
        ticket = sell(till, (FIRST, 1200), base=1200)
        (line,) = lines_of(small_store, ticket)
        part = {"line_id": line, "amount_minor": 999}
        give_back(till, ticket, part)
        over = {"line_id": line, "amount_minor": 2}
        assert refused(lambda: give_back(till, ticket, over)) == "approval_needed"
        give_back(till, ticket, {**over, "amount_minor": 1})
        for other, minor in ((uuid4(), 2), (ticket, 1)):
            approval = allowed(till, other, minor, small_store)
            code = refused(lambda a=approval: give_back(till, ticket, over, approval=a))
            assert code == "approval_invalid"
        approval = allowed(till, ticket, 2, small_store)
        give_back(till, ticket, over, approval=approval)
        again = {"line_id": line, "amount_minor": 1}
        code = refused(lambda: give_back(till, ticket, again, approval=approval))
        assert code == "approval_invalid"
    row = "SELECT approved_by FROM wedge.refunds WHERE amount_minor = 2"
    assert small_store.one(row) == known_id("manager")
    with Till(url, "manager") as manager:
        assert give_back(manager, ticket, {"line_id": line})["amount_minor"] == 198
    sound(small_store)


def test_an_old_sale_takes_an_approval_however_small(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store, window_s=3600)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, water=1)
        (line,) = lines_of(small_store, ticket)
        small_store.query("UPDATE wedge.tickets SET paid_at = paid_at - interval '2 hours'")
        assert refused(lambda: give_back(till, ticket, {"line_id": line})) == "approval_needed"
        found = till.call("find_receipts", till.session, "one-000001")
        assert [each["number"] for each in found] == [1]
        assert till.call("find_receipts", till.session, "nothing") == []
        sale = till.call("refundable_sale", till.session, found[0]["id"])
        assert sale["free_minor"] == 0


def test_the_same_refund_again_is_the_first_one(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    url, refund, request = make_terminal("One"), uuid4(), new_id()
    with Till(url) as till:
        ticket, _ = buy(till, None, water=2)
        (line,) = lines_of(small_store, ticket)
        half = {"line_id": line, "quantity": 1}
        first = give_back(till, ticket, half, refund=refund, request=request)
        assert give_back(till, ticket, half, refund=refund, request=request) == first
        assert give_back(till, ticket, half, refund=refund) == first
    assert small_store.one("SELECT count(*) FROM wedge.refunds") == 1
    assert small_store.one("SELECT refunded_minor FROM wedge.ticket_lines") == 2000
    sound(small_store)


def test_two_tills_that_pay_back_at_the_same_moment_pay_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    urls = [make_terminal(name) for name in ("One", "Two")]
    with Till(urls[0]) as till:
        ticket, _ = buy(till, None, FIRST)
    (line,) = lines_of(small_store, ticket)
    start = threading.Barrier(2)

    def pay_back(url: str) -> str | None:
        with Till(url) as till:
            start.wait()
            try:
                give_back(till, ticket, {"line_id": line, "goods": "discarded"})
            except psycopg.Error as error:
                return hint(error)
        return "paid back"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(map(str, pool.map(pay_back, urls)))
    assert outcomes == ["paid back", "refunded_already"]
    assert small_store.one("SELECT sum(amount_minor) FROM wedge.refunds") == 8900
    assert small_store.one("SELECT count(*) FROM wedge.waste") == 1
    sound(small_store)


def test_refund_receipts_leave_no_gap_although_refunds_fail(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, water=3)
        (line,) = lines_of(small_store, ticket)
        for _ in range(3):
            with pytest.raises(psycopg.Error):
                give_back(till, ticket, {"line_id": line, "amount_minor": 9_000_000})
            till.link.autocommit = False
            give_back(till, ticket, {"line_id": line, "quantity": 1})
            till.link.rollback()
            till.link.autocommit = True
            give_back(till, ticket, {"line_id": line, "quantity": 1})
    numbers = small_store.query("SELECT number FROM wedge.receipts ORDER BY 1")
    assert [number for (number,) in numbers] == [1, 2, 3, 4]
    sound(small_store)


def test_bad_requests_change_nothing(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, water=2)
        (line,) = lines_of(small_store, ticket)
        other, _ = buy(till, None, FIRST)
        open_one = uuid4()
        till.act("add_plain", open_one, uuid4(), "counter", DRINK, 1)
        (open_line,) = lines_of(small_store, open_one)
        cases: list[tuple[UUID, dict[str, Any], str, str]] = [
            (ticket, {"line_id": line}, "", "bad_text"),
            (ticket, {"line_id": line}, "x" * 201, "bad_text"),
            (other, {"line_id": line}, "Cold", "unknown_item"),
            (uuid4(), {"line_id": line}, "Cold", "unknown_item"),
            (open_one, {"line_id": open_line}, "Cold", "unknown_item"),
            (ticket, {"line_id": line, "amount_minor": 0}, "Cold", "bad_quantity"),
            (ticket, {"line_id": line, "quantity": 3}, "Cold", "bad_quantity"),
            (ticket, {"line_id": line, "goods": "sold"}, "Cold", "unknown_item"),
        ]
        for where, each, reason, code in cases:
            assert refused(lambda w=where, e=each, r=reason: give_back(till, w, e, reason=r)) == (
                code
            )
        assert refused(lambda: give_back(till, ticket)) == "ticket_empty"
    kitchen_url = make_terminal("Kitchen", Mode.KDS)
    with (
        Till(kitchen_url, "kitchen") as kitchen,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        give_back(kitchen, ticket, {"line_id": line})
    assert small_store.one("SELECT count(*) FROM wedge.refunds") == 0
    with pytest.raises(psycopg.Error):
        small_store.query("UPDATE wedge.ticket_lines SET refunded_minor = 4001 WHERE id = %s", line)


def test_refunds_are_never_altered(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    limit(small_store)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, water=1)
        give_back(till, ticket, {"line_id": lines_of(small_store, ticket)[0]})
    for statement in (
        "UPDATE wedge.refunds SET amount_minor = 1", "DELETE FROM wedge.refund_items",
        "DELETE FROM wedge.refunds",
    ):  # fmt: skip
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            small_store.query(statement)
    small_store.query("UPDATE wedge.ticket_lines SET refunded_minor = 1")
    assert len(small_store.query("SELECT * FROM wedge.check_refunds()")) == 1
