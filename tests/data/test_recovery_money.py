"""Money back for a complaint or a long wait: how much is free, and whom it asks above that."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_complaints import line_of
from tests.data.test_guests import buy, enrol, refused
from tests.data.test_recovery import (
    FIRST,
    OTHER,
    THIRD,
    allow,
    another,
    behind_the_guards,
    complain,
    lines_of,
    refund,
    replace,
    rules,
    serve,
)
from tests.support.seed import SmallShop, Till, candidate, known_id, portion_ids


def sold_at(till: Till, store: SmallShop, price_minor: int) -> UUID:
    """One paid portion at this price."""
    store.query("UPDATE wedge.products SET base_price_minor = %s, cost_minor = 100", price_minor)
    ticket = uuid4()
    free = store.one(
        "SELECT id FROM wedge.portions WHERE state = 'available' ORDER BY code LIMIT 1"
    )
    till.reserve(ticket, candidate(UUID(str(free)), 0, price_minor, price_minor))
    till.act("pay_cash", ticket, price_minor, price_minor)
    return ticket


@pytest.mark.spec("POS-R3.2")
def test_a_cashier_pays_back_up_to_ten_and_a_manager_is_asked_above_it(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        complaint = complain(till, small_store, sold_at(till, small_store, 440))
        task = "SELECT kind, owner, due_at - opened_at FROM wedge.tasks WHERE kind = 'recovery'"
        assert small_store.query(task) == [("recovery", "cashier", timedelta(minutes=10))]
        assert refund(till, complaint)["amount_minor"] == 440
        back = "SELECT amount_minor, reason FROM wedge.refunds"
        assert small_store.query(back) == [(440, "Cold or dry")]
        assert small_store.one("SELECT state FROM wedge.tasks WHERE kind = 'recovery'") == "done"
        assert refused(lambda: refund(till, complaint)) == "changed"
        exactly = complain(till, small_store, sold_at(till, small_store, 1000))
        refund(till, exactly)
        dear = complain(till, small_store, sold_at(till, small_store, 1001))
        assert refused(lambda: refund(till, dear)) == "approval_needed"
        subject = {"complaint_id": str(dear), "kind": "refund"}
        kind = "remake_above_limit"
        other = allow(till, small_store, kind, {**subject, "kind": "replacement"}, 1001)
        assert refused(lambda: refund(till, dear, other)) == "approval_invalid"
        refund(till, dear, allow(till, small_store, kind, subject, 1001))
    approver = "SELECT approved_by FROM wedge.compensations ORDER BY at DESC LIMIT 1"
    assert small_store.one(approver) == known_id("manager")


def test_goods_and_money_of_one_order_share_the_limit(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, 10_000)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, *portion_ids()[:2])
        first, second = lines_of(small_store, ticket)
        complaints = [uuid4(), uuid4()]
        till.act("open_complaint", complaints[0], first, "quality", "Cold", 7.0)
        till.act("open_complaint", complaints[1], second, "quality", "Cold", 7.0)
        replace(till, complaints[0], another(THIRD, 9))
        assert refused(lambda: refund(till, complaints[1])) == "approval_needed"


@pytest.mark.spec("FUL-E3.1")
def test_service_staff_gives_one_portion_alone_and_money_only_with_a_named_approver(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Three portions at 4.00, of which a server hears complaints."""
    small_store.query("UPDATE wedge.products SET base_price_minor = 400, cost_minor = 100")
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        for portion in portion_ids()[:3]:
            till.reserve(ticket, candidate(portion, 0, 400, 400))
        till.act("pay_cash", ticket, 1200, 1200)
    lines = lines_of(small_store, ticket)
    with Till(make_terminal("Pass", Mode.KDS), "kitchen") as station:
        serve(station, ticket, lines)
    with Till(make_terminal("Two"), "service") as server:
        complaints = [uuid4() for _ in lines]
        for complaint, line in zip(complaints, lines, strict=True):
            server.act("open_complaint", complaint, line, "quality", "Cold", 7.0)
        replace(server, complaints[0], another(portion_ids()[10], 9))
        sent = "SELECT total_minor, state FROM wedge.tickets WHERE replaces_id = %s"
        assert small_store.query(sent, ticket) == [(0, "paid")]
        more = another(portion_ids()[11], 9)
        assert refused(lambda: replace(server, complaints[1], more)) == "approval_needed"
        assert refused(lambda: refund(server, complaints[2])) == "approval_needed"
        subject = {"complaint_id": str(complaints[2]), "kind": "refund"}
        refund(server, complaints[2], allow(server, small_store, "remake", subject, 400))
    given = "SELECT kind, amount_minor, given_by, approved_by FROM wedge.compensations ORDER BY at"
    assert small_store.query(given) == [
        ("replacement", 400, known_id("service"), None),
        ("refund", 400, known_id("service"), known_id("manager")),
    ]  # fmt: skip


@pytest.mark.spec("FUL-I.3")
def test_points_follow_the_money_and_a_free_portion_adds_none(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """7.00 is closed: +7; 3.00 of it goes back: +4; a free portion: still +4."""
    rules(small_store, 10_000)
    small_store.query("UPDATE wedge.products SET base_price_minor = 400, cost_minor = 100")
    balance = "SELECT coalesce(sum(points), 0) FROM wedge.point_entries"
    with Till(make_terminal("One")) as till:
        guest, ticket = enrol(till), uuid4()
        till.reserve(ticket, candidate(FIRST, 0, 400, 400))
        till.reserve(ticket, candidate(OTHER, 0, 300, 400))
        till.act("set_guest", ticket, guest)
        till.act("pay_cash", ticket, 700, 700)
        assert small_store.one(balance) == 7
        four, three = lines_of(small_store, ticket)
        complaints = [uuid4(), uuid4()]
        till.act("open_complaint", complaints[0], three, "quality", "Cold", 7.0)
        refund(till, complaints[0])
        assert small_store.one(balance) == 4
        till.act("open_complaint", complaints[1], four, "quality", "Cold", 7.0)
        replace(till, complaints[1], another(THIRD, 9))
    assert small_store.one(balance) == 4


def waited(store: SmallShop, ticket: UUID, seconds: int) -> None:
    """As if the order had been paid so long ago."""
    behind_the_guards(
        store,
        "UPDATE wedge.tickets SET paid_at = paid_at - x.ago, promised_at = promised_at - x.ago"
        f" FROM (SELECT paid_at - clock_timestamp() + interval '{seconds} s' AS ago"
        f" FROM wedge.tickets WHERE id = '{ticket}') x WHERE id = '{ticket}'",
    )


@pytest.mark.spec("FUL-R.4")
def test_a_tenth_of_a_late_line_is_given_at_once_and_more_waits_for_a_manager(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A line of 4.00 after 301 s: 0.40 at once, 1.00 only with a manager."""
    with Till(make_terminal("One")) as till:
        ticket = sold_at(till, small_store, 400)
        line = line_of(small_store, ticket)
        waited(small_store, ticket, 290)

        def give(minor: int, approval: UUID | None = None) -> Any:
            return till.act(
                "compensate_delay", uuid4(), line, minor, "The guest had to wait", approval
            )

        assert refused(lambda: give(40)) == "changed"
        waited(small_store, ticket, 301)
        assert give(40)["amount_minor"] == 40
        assert refused(lambda: give(1)) == "approval_needed"
        assert refused(lambda: give(100)) == "approval_needed"
        subject = {"line_id": str(line), "kind": "delay"}
        give(100, allow(till, small_store, "goodwill", subject, 100))
    given = "SELECT amount_minor, reason, approved_by FROM wedge.compensations ORDER BY at"
    assert small_store.query(given) == [
        (40, "The guest had to wait", None), (100, "The guest had to wait", known_id("manager")),
    ]  # fmt: skip
    assert small_store.one("SELECT sum(amount_minor) FROM wedge.refunds") == 140


def test_each_service_has_its_own_longest_wait(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, longest_wait_counter_s=600)
    with Till(make_terminal("One")) as till:
        ticket = sold_at(till, small_store, 400)
        line = line_of(small_store, ticket)
        waited(small_store, ticket, 590)

        def give() -> Any:
            return till.act("compensate_delay", uuid4(), line, 40, "It took long", None)

        assert refused(give) == "changed"
        waited(small_store, ticket, 601)
        give()
