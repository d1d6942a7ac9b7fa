"""Payment, receipt, kitchen: complete or not at all."""

from uuid import uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, hint
from tests.support.seed import DRINK, PIZZA, SmallShop, Till, candidate, known_id


def test_pay_commits_portion_payment_receipt_and_print_job(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, request = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST))
        paid = till.act("pay_cash", ticket, 8900, 10000, request=request)
        assert till.act("pay_cash", ticket, 8900, 10000, request=request) == paid
        job = till.call("claim_job")
        till.call("finish_job", job["id"], "no paper")
        assert till.call("claim_job") is None
    assert (paid["receipt_number"], paid["change_minor"]) == (1, 1100)
    for table in ("payments", "receipts", "print_jobs"):
        assert small_store.one(f"SELECT count(*) FROM wedge.{table}") == 1
    assert small_store.one("SELECT state FROM wedge.portions WHERE id = %s", FIRST) == "committed"
    line = small_store.one("SELECT document -> 'lines' -> 0 FROM wedge.receipts")
    assert (line["portion_code"], line["configuration"]) == ("P-100", "1/10")


@pytest.mark.parametrize(
    ("expected", "tendered", "code"),
    [(8900, 8899, "tendered_too_little"), (8800, 10000, "total_changed"),
     (8900, -1, "tendered_too_little")],
)  # fmt: skip
def test_wrong_money_changes_nothing(
    small_store: SmallShop, make_terminal: MakeTerminal, expected: int, tendered: int, code: str
) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST))
        with pytest.raises(psycopg.Error) as refused:
            till.act("pay_cash", ticket, expected, tendered)
    assert hint(refused.value) == code
    assert small_store.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket) == "open"
    assert small_store.one("SELECT count(*) FROM wedge.receipts") == 0


def test_numbers_are_gapless_although_sales_fail(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        for wedge in range(4):
            ticket = uuid4()
            till.reserve(ticket, candidate(known_id(f"portion 1/{wedge}")))
            with pytest.raises(psycopg.Error):
                till.act("pay_cash", ticket, 8900, 1)
            # A sale that breaks after its number was drawn: the constraint fires at commit.
            till.link.autocommit = False
            till.act("pay_cash", ticket, 8900, 8900)
            till.link.rollback()
            till.link.autocommit = True
            till.act("pay_cash", ticket, 8900, 8900)
    numbers = [row[0] for row in small_store.query("SELECT number FROM wedge.receipts ORDER BY 1")]
    assert numbers == [1, 2, 3, 4]


def test_tax_is_computed_on_the_sum_half_up(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Three at 3.33 with 10 % included: 0.91, not 3 × 0.30."""
    small_store.query(
        "UPDATE wedge.products SET tax_rate_bp = 1000, base_price_minor = 333 WHERE id = %s", DRINK
    )
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, 3)
        till.act("pay_cash", ticket, 999, 1000)
    assert small_store.one("SELECT document -> 'tax_minor_by_rate_bp' FROM wedge.receipts") == [
        [1000, 91]
    ]
    assert small_store.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket) == "closed"


def test_expired_portion_leaves_the_ticket_at_payment(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST))
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, 1)
        small_store.query(
            "UPDATE wedge.portions SET expires_at = clock_timestamp() - interval '1 s'"
            " WHERE id = %s", FIRST,
        )  # fmt: skip
        answer = till.act("pay_cash", ticket, 10900, 20000)
        assert answer == {"refused": "portion_expired", "detail": "P-100"}
        till.act("pay_cash", ticket, 2000, 2000)
    assert small_store.one("SELECT state FROM wedge.portions WHERE id = %s", FIRST) == "available"


@pytest.mark.spec("POS-06.2")
def test_killed_before_and_after_the_commit(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The link dies before the commit: nothing. After it: the same key gives the same receipt."""
    url, ticket, request = make_terminal("One"), uuid4(), uuid4()
    with Till(url) as till:
        till.reserve(ticket, candidate(FIRST))
        till.link.autocommit = False
        till.act("pay_cash", ticket, 8900, 8900, request=request)
        till.link.pgconn.finish()
    assert small_store.one("SELECT count(*) FROM wedge.payments") == 0
    with Till(url) as till:
        first = till.act("pay_cash", ticket, 8900, 8900, request=request)
    with Till(url) as till:
        assert till.act("pay_cash", ticket, 8900, 8900, request=request) == first
    counts = "SELECT (SELECT count(*) FROM wedge.receipts), (SELECT count(*) FROM wedge.tickets)"
    assert small_store.query(counts) == [(1, 1)]


def test_kitchen_verifies_serves_and_recalls(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST), line=line)
        till.act("pay_cash", ticket, 8900, 8900)
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        with pytest.raises(psycopg.Error) as early:
            kitchen.act("serve_ticket", ticket)
        assert hint(early.value) == "not_ready"
        kitchen.act("acknowledge", ticket)
        kitchen.act("verify_line", line, 65000)
        kitchen.act("serve_ticket", ticket)
        served = "SELECT state, served_at IS NOT NULL FROM wedge.tickets"
        assert small_store.query(served) == [("closed", True)]
        assert small_store.one("SELECT state FROM wedge.portions WHERE id = %s", FIRST) == "served"
        kitchen.act("recall_ticket", ticket)
        assert small_store.query(served) == [("paid", False)]
        kitchen.act("serve_ticket", ticket)


def test_quantity_limits(make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("One")) as till:
        ticket, line = uuid4(), uuid4()
        till.act("add_plain", ticket, line, "counter", DRINK, 1)
        for quantity in (0, 1000):
            with pytest.raises(psycopg.Error) as refused:
                till.act("set_quantity", line, quantity)
            assert hint(refused.value) == "bad_quantity"
        with pytest.raises(psycopg.Error) as refused:
            till.act("add_plain", ticket, uuid4(), "counter", PIZZA, 1)
        assert hint(refused.value) == "unknown_item"
