"""Goodwill vouchers on a real store: granted by a manager, paid with once, given back to."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.conftest import MakeTerminal
from tests.data.test_complaints import line_of
from tests.data.test_guests import refused
from tests.data.test_recovery import complain, refund
from tests.data.test_recovery_money import sold_at
from tests.support.seed import DRINK, SmallShop, Till, known_id

BALANCE = "SELECT balance_minor FROM wedge.vouchers"
OPEN = "SELECT count(*) FROM wedge.vouchers WHERE balance_minor > 0"


def allow(till: Till, store: SmallShop, complaint: UUID, minor: int) -> UUID:
    """Asked for at the till, granted by the manager."""
    approval = uuid4()
    subject = json.dumps({"complaint_id": str(complaint), "kind": "voucher"})
    till.act("ask_approval", approval, "goodwill", subject, minor, "The guest complains")
    store.query(
        "UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
        " decided_at = clock_timestamp() WHERE id = %s", known_id("manager"), approval,
    )  # fmt: skip
    return approval


def granted(till: Till, store: SmallShop, minor: int) -> str:
    """A voucher after a complaint, allowed by the manager; its code."""
    complaint = complain(till, store, sold_at(till, store, 440))
    approval = allow(till, store, complaint, minor)
    given = till.act("give_voucher", uuid4(), complaint, minor, approval)
    return str(given["code"])


def drinks(till: Till, count: int) -> UUID:
    """An open order of 4.40 each; sold_at has put every product at that price."""
    ticket = uuid4()
    till.act("add_plain", ticket, uuid4(), "counter", DRINK, count)
    return ticket


def pay(
    till: Till, ticket: UUID, total: int, cash: int, *used: tuple[str, int],
    request: UUID | None = None,
) -> Any:  # fmt: skip
    vouchers = json.dumps([{"code": code, "amount_minor": minor} for code, minor in used])
    return till.act("pay_with_vouchers", ticket, total, cash, vouchers, request=request)


@pytest.mark.spec("POS-R3.2")
def test_only_a_manager_grants_a_voucher(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Of any amount: a cashier needs a manager's approval for one of 0.01, a manager nobody's."""
    with Till(make_terminal("One")) as till, Till(make_terminal("Two"), "manager") as manager:
        complaint = complain(till, small_store, sold_at(till, small_store, 440))
        alone = lambda: till.act("give_voucher", uuid4(), complaint, 1, None)  # noqa: E731
        assert refused(alone) == "approval_needed"
        less = allow(till, small_store, complaint, 500)
        more = lambda: till.act("give_voucher", uuid4(), complaint, 501, less)  # noqa: E731
        assert refused(more) == "approval_invalid"
        approval = allow(till, small_store, complaint, 500)
        request, voucher = uuid4(), uuid4()
        given = till.act("give_voucher", voucher, complaint, 500, approval, request=request)
        again = till.act("give_voucher", voucher, complaint, 500, approval, request=request)
        assert again == given
        assert refused(lambda: refund(till, complaint)) == "changed", "one remedy"
        other = complain(till, small_store, sold_at(till, small_store, 440))
        manager.act("give_voucher", uuid4(), other, 700, None)
        too_much = complain(till, small_store, sold_at(till, small_store, 440))
        beyond = lambda: manager.act("give_voucher", uuid4(), too_much, 50_001, None)  # noqa: E731
        assert refused(beyond) == "bad_price"
    rows = small_store.query(
        "SELECT amount_minor, balance_minor, expires_at - issued_at >= interval '364 days',"
        " approved_by IS NOT NULL FROM wedge.vouchers ORDER BY issued_at"
    )
    assert rows == [(500, 500, True, True), (700, 700, True, False)]
    paper = small_store.one("SELECT label FROM wedge.print_jobs WHERE label IS NOT NULL")
    assert (paper["kind"], paper["code"]) == ("voucher", given["code"])
    assert small_store.one("SELECT count(*) FROM wedge.tasks WHERE kind = 'recovery'"
                           " AND state = 'open'") == 1  # fmt: skip


def test_a_voucher_pays_in_parts_beside_cash_and_never_more_than_it_holds(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """10.00: 4.40 of it, then 5.60 and 3.20 in cash; then nothing. Tax stays with the sales."""
    with Till(make_terminal("One")) as till:
        code = granted(till, small_store, 1000)
        assert till.call("check_voucher_code", till.session, code.lower().replace("-", " "))[
            "balance_minor"] == 1000  # fmt: skip
        first = pay(till, drinks(till, 1), 440, 0, (code, 440))
        assert (first["tendered_minor"], first["change_minor"]) == (440, 0)
        assert small_store.one(BALANCE) == 560
        short = drinks(till, 2)
        assert refused(lambda: pay(till, short, 880, 319, (code, 560))) == "tendered_too_little"
        assert refused(lambda: pay(till, short, 880, 400, (code, 561))) == "voucher_refused"
        assert refused(lambda: pay(till, short, 880, 0, (code, 881))) == "bad_price"
        assert refused(lambda: pay(till, short, 880, 880, ("NO", 1))) == "voucher_refused"
        assert small_store.one(BALANCE) == 560, "nothing is taken without the sale"
        request = uuid4()
        second = pay(till, short, 880, 500, (code, 560), request=request)
        assert pay(till, short, 880, 500, (code, 560), request=request) == second
        assert second["change_minor"] == 180
        assert refused(lambda: till.call("check_voucher_code", till.session, code)) == (
            "voucher_refused"
        )
        spent = drinks(till, 1)
        assert refused(lambda: pay(till, spent, 440, 0, (code, 440))) == "voucher_refused"
    tenders = small_store.query(
        "SELECT p.tender, p.amount_minor, p.tendered_minor, t.voucher_minor FROM wedge.payments p"
        " JOIN wedge.tickets t ON t.id = p.ticket_id WHERE t.voucher_minor > 0"
        " ORDER BY p.at, p.tender"
    )
    assert tenders == [("voucher", 440, 440, 440), ("cash", 320, 500, 560),
                       ("voucher", 560, 560, 560)]  # fmt: skip
    told = small_store.query("SELECT document -> 'vouchers', tax_minor FROM wedge.receipts"
                             " WHERE total_minor = 880")  # fmt: skip
    assert told == [([{"ending": code[-4:], "amount_minor": 560, "left_minor": 0}], 58)]


def test_two_tills_cannot_spend_one_voucher_twice(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        code = granted(one, small_store, 440)
        mine, yours = drinks(one, 1), drinks(two, 1)
        pay(one, mine, 440, 0, (code, 440))
        assert refused(lambda: pay(two, yours, 440, 0, (code, 440))) == "voucher_refused"
        pay(two, yours, 440, 440)
    kinds = "SELECT kind, amount_minor FROM wedge.voucher_entries ORDER BY at"
    assert small_store.query(kinds) == [("issued", 440), ("redeemed", -440)]
    actions = "SELECT count(*) FROM wedge.journal WHERE action = 'grant voucher'"
    assert small_store.one(actions) == 1
    for statement in ("DELETE FROM wedge.voucher_entries", "DELETE FROM wedge.vouchers",
                      "UPDATE wedge.vouchers SET amount_minor = 9000",
                      "UPDATE wedge.vouchers SET balance_minor = 100"):  # fmt: skip
        with pytest.raises(psycopg.DatabaseError):
            small_store.query(statement)


def test_one_that_ran_out_pays_nothing(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("One")) as till:
        code = granted(till, small_store, 440)
        small_store.query("UPDATE wedge.vouchers SET expires_at = clock_timestamp()")
        ticket = drinks(till, 1)
        assert refused(lambda: pay(till, ticket, 440, 0, (code, 440))) == "voucher_refused"
        check = lambda: till.call("check_voucher_code", till.session, code)  # noqa: E731
        assert refused(check) == "voucher_refused"


def test_a_refund_goes_back_to_the_voucher_before_any_cash(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Of 8.80, 5.00 were paid by voucher. 4.40 back fills it; the next 4.40 are 0.60 and cash."""
    with Till(make_terminal("One")) as till:
        code = granted(till, small_store, 500)
        ticket = drinks(till, 2)
        pay(till, ticket, 880, 380, (code, 500))
        small_store.query("UPDATE wedge.vouchers SET expires_at = clock_timestamp()")
        parts = []
        for _ in range(2):
            lines = json.dumps([{"line_id": str(line_of(small_store, ticket)), "quantity": 1}])
            parts.append(till.act("refund_ticket", uuid4(), ticket, lines, "Wrong", None))
        assert [(p["amount_minor"], p["voucher_minor"]) for p in parts] == [(440, 440), (440, 60)]
        assert small_store.one(BALANCE) == 500
        assert till.call("check_voucher_code", till.session, code)["balance_minor"] == 500
    back = "SELECT amount_minor, voucher_minor FROM wedge.refunds ORDER BY at"
    assert small_store.query(back) == [(440, 440), (440, 60)]
    told = small_store.query("SELECT document -> 'vouchers' -> 0 -> 'amount_minor',"
                             " document -> 'tendered_minor' FROM wedge.receipts"
                             " WHERE refund_of IS NOT NULL ORDER BY number")  # fmt: skip
    assert told == [(-440, -440), (-60, -440)]
    assert small_store.query("SELECT * FROM wedge.check_refunds()") == []
