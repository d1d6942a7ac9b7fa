"""Making good in a till's window on the real store: clicks become refunds and free orders."""

from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_recovery import behind_the_guards, lines_of, rules, serve
from tests.support.seed import PINS, SmallShop, Till
from tests.ui.pos.conftest import OpenTill, TillDriver


def sell(till: TillDriver) -> None:
    """One slice, paid and taken."""
    till.tap("tile_P")
    till.until(lambda: till.item("payKey").isEnabled(), "pay")
    till.tap("payKey")
    till.tap("exactKey")
    till.tap("nextOrder")


def complain(till: TillDriver, receipt: int = 1) -> None:
    till.tap("rail_receipts")
    till.tap(f"complain_{receipt}")
    till.tap("complaintKind_quality")
    till.tap("complaintReason_0")
    till.until(lambda: till.shows("giveRefund"), "what is given")


@pytest.mark.spec("FUL-E3.3")
def test_another_portion_is_clicked_and_as_good_as_the_first_one_was(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    rules(small_store, 10_000)
    till = open_real("till-1")
    sell(till)
    complain(till)
    # However long that took: the others have grown older than the first one was at its sale.
    small_store.query(
        "UPDATE wedge.portions SET inspected_score = 10, inspected_at = clock_timestamp()"
        " WHERE state = 'available'"
    )
    till.until(lambda: till.item("giveReplacement").isEnabled(), "a portion is as good")
    till.tap("giveReplacement")
    till.until(lambda: till.shows("recoveryGiven"), "given")
    till.tap("askAgain_5")
    asked = "SELECT follow_up_at IS NOT NULL FROM wedge.complaints"
    till.until(lambda: bool(small_store.one(asked)), "asked")
    till.until(lambda: not till.shows("recoveryNotice"), "nothing waits")
    facts, stars = small_store.query("SELECT facts, follow_up_stars FROM wedge.complaints")[0]
    assert stars == 5
    assert 0 < facts["score_milli"] <= 10_000
    row = small_store.query(
        "SELECT c.kind, c.cost_minor, t.total_minor, t.state, l.kitchen_state"
        " FROM wedge.compensations c JOIN wedge.tickets t ON t.id = c.new_ticket_id"
        " JOIN wedge.ticket_lines l ON l.ticket_id = t.id"
    )
    assert row == [("replacement", 2500, 0, "paid", "queued")]
    assert small_store.one("SELECT sum(amount_minor) FROM wedge.payments") == 8900


@pytest.mark.spec("POS-R3.2")
def test_money_above_ten_is_asked_of_a_manager_at_the_till(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    small_store.query("UPDATE wedge.products SET base_price_minor = 1100, cost_minor = 100")
    till = open_real("till-1")
    sell(till)
    complain(till)
    till.tap("giveRefund")
    till.until(lambda: till.shows("approvalReason_0"), "a manager is asked")
    assert small_store.one("SELECT count(*) FROM wedge.refunds") == 0
    till.tap("approvalReason_0")
    till.tap("approvalAsk")
    till.tap("approver_The manager")
    for digit in PINS["manager"]:
        till.tap(f"approvalPin_{digit}")
    till.tap("approvalGrant")
    till.until(lambda: till.shows("recoveryGiven"), "given")
    paid = "SELECT f.amount_minor, s.name FROM wedge.refunds f JOIN wedge.compensations c"
    found = small_store.query(f"{paid} ON c.refund_id = f.id JOIN wedge.staff s"
                              " ON s.id = c.approved_by")  # fmt: skip
    assert found == [(1100, "The manager")]


@pytest.mark.spec("FUL-R.4")
def test_an_order_that_waits_too_long_is_made_good_with_one_key(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """After 301 s a tenth of 89.00 goes back, with a reason and a receipt."""
    till = open_real("till-1")
    sell(till)
    behind_the_guards(
        small_store,
        "UPDATE wedge.tickets SET paid_at = paid_at - interval '301 s',"
        " promised_at = promised_at - interval '301 s'",
    )
    small_store.query("UPDATE wedge.tickets SET invited = invited")
    till.until(lambda: till.shows("lateNotice"), "said")
    till.tap("noticeAction")
    till.tap("lateLine_0")
    till.tap("giveDelay")
    till.until(lambda: till.shows("lateSaid"), "given")
    assert small_store.query("SELECT amount_minor, reason FROM wedge.refunds") == [
        (890, "The guest had to wait")
    ]


@pytest.mark.spec("FUL-05.4")
def test_two_stars_for_a_served_order_open_the_complaint_prompt_and_none_delay_nothing(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The display's question is answered for one order; the other closes without one."""
    till = open_real("till-1")
    tickets = []
    for _ in range(2):
        sell(till)
        newest = "SELECT id FROM wedge.tickets ORDER BY number DESC LIMIT 1"
        tickets.append(UUID(str(small_store.one(newest))))
    with Till(make_terminal("Pass", Mode.KDS), "kitchen") as station:
        for ticket in tickets:
            serve(station, ticket, lines_of(small_store, ticket))
    states = "SELECT state FROM wedge.tickets ORDER BY number"
    assert small_store.query(states) == [("closed",), ("closed",)]
    display = psycopg.connect(make_terminal("Display", Mode.CUSTOMER, "till-1"), autocommit=True)
    with display:
        display.execute("SELECT wedge.rate(%s, %s, 'product', 2)", (uuid4(), tickets[0]))
    till.until(lambda: till.shows("recoveryNotice"), "said")
    till.tap("noticeAction")
    till.until(lambda: till.shows("complaintKind_quality"), "the complaint prompt")
    till.tap("complaintKind_quality")
    till.tap("complaintReason_0")
    till.until(lambda: till.shows("giveRefund"), "what is given")
    rated = "SELECT ticket_id, stars, portion_codes FROM wedge.ratings"
    assert small_store.query(rated) == [(tickets[0], 2, ["P-100"])]
    tasks = "SELECT state, subject ? 'complaint_id' FROM wedge.tasks WHERE kind = 'recovery'"
    assert sorted(small_store.query(tasks)) == [("done", False), ("open", True)]
