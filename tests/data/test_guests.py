"""Guests on a real store: consent first, points by the domain's rules, nothing left once erased."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.loyalty import (
    LoyalSale,
    LoyaltyEntry,
    LoyaltyRefused,
    account_of,
    earn,
    redeem_part,
    refund,
)
from app.domain.people import Mode
from app.domain.policy import EarnBasis, LoyaltyPolicy
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.support.seed import DRINK, PIZZA, SmallShop, Till, candidate, known_id, portion_ids

ALL = ["profile", "marketing", "feedback"]


def refused(call: Any) -> str:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value)


def enrol(
    till: Till, name: str = "Malee", phone: str | None = "081 234-5678", *consents: str
) -> UUID:
    guest = uuid4()
    till.act("enrol_guest", guest, name, phone, None, list(consents) or ["profile"])
    return guest


def buy(till: Till, guest: UUID | None, *portions: UUID, water: int = 0) -> tuple[UUID, int]:
    """One paid order; its ticket and total."""
    ticket = uuid4()
    for portion in portions:
        till.reserve(ticket, candidate(portion))
    if water:
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, water)
    if guest is not None:
        till.act("set_guest", ticket, guest)
    total = 8900 * len(portions) + 2000 * water
    till.act("pay_cash", ticket, total, total)
    return ticket, total


def rules(store: SmallShop, **changed: Any) -> None:
    store.query(
        "UPDATE wedge.settings SET document = document || jsonb_build_object('loyalty', %s::jsonb)",
        json.dumps(changed),
    )


def everything(store: SmallShop) -> str:
    """All text in all tables of the store."""
    tables = store.query("SELECT tablename FROM pg_tables WHERE schemaname = 'wedge'")
    return "\n".join(
        str(row) for (name,) in tables for row in store.query(f"SELECT t::text FROM wedge.{name} t")
    )


def approve(till: Till, action: str, subject: dict[str, str], store: SmallShop) -> UUID:
    """A granted approval; the second person is put in by hand."""
    approval = uuid4()
    till.act("ask_approval", approval, action, json.dumps(subject), None, "The guest asks for it")
    store.query(
        "UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
        " decided_at = clock_timestamp() WHERE id = %s", known_id("cashier"), approval,
    )  # fmt: skip
    return approval


def test_nothing_is_stored_without_a_yes(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        for consents in ([], ["marketing"], None):
            code = refused(
                lambda said=consents: till.act("enrol_guest", uuid4(), "Malee", "0812", None, said)
            )
            assert code == "no_consent"
        assert small_store.one("SELECT count(*) FROM wedge.customers") == 0
        enrol(till)
        again = refused(lambda: enrol(till, "Another", "0812345678"))
        assert again == "known_already"
        found = till.call("find_guests", till.session, "5678")
        assert [(g["name"], g["balance"]) for g in found] == [("Malee", 0)]
        assert till.call("find_guests", till.session, "mal") == found
        assert till.call("find_guests", till.session, "alee") == []
    given_at = small_store.one("SELECT at IS NOT NULL FROM wedge.consents WHERE given")
    assert given_at is True


@pytest.mark.spec("FUL-06.7")
def test_history_has_one_entry_per_portion_and_an_anonymous_sale_none(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    first, second, third = portion_ids()[:3]
    with Till(make_terminal("One")) as till:
        anonymous, _ = buy(till, None, first)
        # The offer after payment was declined: nothing is stored, the next sale is as any other.
        assert small_store.one("SELECT count(*) FROM wedge.customers") == 0
        guest = enrol(till)
        ticket, _ = buy(till, guest, second, third)
        record = till.call("guest_record", till.session, guest)
    assert small_store.one("SELECT customer_id FROM wedge.tickets WHERE id = %s", anonymous) is None
    bought = [(p["product_id"], p["configuration"], p["grade"]) for p in record["purchases"]]
    assert bought == [(str(PIZZA), "1/10", "A")] * 2
    assert {p["ticket_id"] for p in record["purchases"]} == {str(ticket)}


def test_an_anonymous_sale_holds_no_personal_data(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        guest = enrol(till, "Nobodyelse", "0899999999")
        ticket = uuid4()
        till.reserve(ticket, candidate(portion_ids()[0]))
        till.act("set_guest", ticket, guest)
        till.act("set_guest", ticket, None)
        till.act("pay_cash", ticket, 8900, 8900)
    for table in ("tickets", "receipts", "journal", "requests", "feed", "point_entries"):
        rows = str(small_store.query(f"SELECT t::text FROM wedge.{table} t"))
        assert "Nobodyelse" not in rows and "0899999999" not in rows
    sale = "SELECT customer_id, points_earned FROM wedge.tickets WHERE id = %s"
    assert small_store.query(sale, ticket) == [(None, None)]
    assert small_store.one("SELECT count(*) FROM wedge.point_entries") == 0


def test_points_are_posted_with_the_sale_and_taken_back_in_proportion(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        ticket, _ = buy(till, guest, portion_ids()[0], water=2)
        earned = "SELECT points_earned FROM wedge.tickets WHERE id = %s"
        assert small_store.one(earned, ticket) == 129
        record = till.call("guest_record", till.session, guest)
        assert record["balance"] == 129
    assert small_store.one("SELECT wedge.refund_points(%s, 4000, 0)", ticket) == 4000
    assert small_store.one("SELECT balance FROM wedge.point_balance(%s)", guest) == 89
    with pytest.raises(psycopg.Error):
        small_store.query("SELECT wedge.refund_points(%s, 9000, 1)", ticket)
    with pytest.raises(psycopg.Error):
        small_store.query("UPDATE wedge.point_entries SET points = 1000")
    with pytest.raises(psycopg.Error):
        small_store.query("DELETE FROM wedge.point_entries")


def test_a_guest_named_after_payment_gets_the_points_once(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        guest = enrol(till)
        till.act("set_guest", ticket, guest)
        other = enrol(till, "Other", None)
        assert refused(lambda: till.act("set_guest", ticket, other)) == "ticket_not_open"
    assert small_store.one("SELECT balance FROM wedge.point_balance(%s)", guest) == 89


def test_points_pay_down_to_the_margin_floor_and_two_tills_cannot_spend_them_twice(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, reward_points=100, reward_minor=500, unit_minor=100)
    first, second, third = portion_ids()[:3]
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        guest = enrol(one)
        buy(one, guest, portion_ids()[9], water=1)
        ticket, line = uuid4(), uuid4()
        one.reserve(ticket, candidate(first), line=line)
        one.act("set_guest", ticket, guest)
        cut = [{"line_id": str(line), "amount_minor": 500}]
        # Cost 25.00 at a margin of 30 %: never below 35.72.
        deep = [{"line_id": str(line), "amount_minor": 8900 - 3571}]
        assert refused(lambda: one.act("redeem_points", ticket, json.dumps(deep))) == "bad_price"
        used = one.act("redeem_points", ticket, json.dumps(cut))
        assert used == {"used_minor": 500}
        again = one.act("redeem_points", ticket, json.dumps(cut))
        assert again == used
        elsewhere, other_line = uuid4(), uuid4()
        two.reserve(elsewhere, candidate(second), line=other_line)
        two.act("set_guest", elsewhere, guest)
        twice = [{"line_id": str(other_line), "amount_minor": 500}]
        code = refused(lambda: two.act("redeem_points", elsewhere, json.dumps(twice)))
        assert code == "too_few_points"
        one.act("pay_cash", ticket, 8400, 8400)
        record = one.call("guest_record", one.session, guest)
        assert [(e["kind"], e["points"]) for e in record["points"]] == [
            ("earn", 109), ("redeem", -100), ("earn", 84),
        ]  # fmt: skip
        third_ticket, third_line = uuid4(), uuid4()
        one.reserve(third_ticket, candidate(third), line=third_line)
        one.act("set_guest", third_ticket, guest)
        more = [{"line_id": str(third_line), "amount_minor": 501}]
        code = refused(lambda: one.act("redeem_points", third_ticket, json.dumps(more)))
        assert code == "too_few_points"
        one.act("redeem_points", third_ticket, "[]")
        one.act("set_guest", third_ticket, None)
        one.act("pay_cash", third_ticket, 8900, 8900)


@dataclass(frozen=True)
class Step:
    """One thing a guest does: the parts are taken modulo what is possible."""

    total: int
    portions: int
    redeem: int
    refunds: tuple[tuple[int, int], ...]


STEPS = st.lists(
    st.builds(
        Step,
        st.integers(0, 60_000),
        st.integers(0, 4),
        st.integers(0, 3_000),
        st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 4)), max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.sampled_from(EarnBasis))
def test_the_database_counts_points_as_the_domain_does(
    small_store: SmallShop, make_terminal: MakeTerminal, steps: list[Step], basis: EarnBasis
) -> None:
    """Every ledger entry and every amount given back is equal, whatever happens in which order."""
    policy = LoyaltyPolicy(3, basis, 1 if basis is EarnBasis.AMOUNT_PAID else 7, 100, 100, 500)
    shaped = {
        "version": 3, "basis": basis.value, "points_each": policy.points_each,
        "unit_minor": 100, "reward_points": 100, "reward_minor": 500,
    }  # fmt: skip
    rules(small_store, **shaped)
    guest = uuid4()
    ledger: list[LoyaltyEntry] = []
    with psycopg.connect(small_store.admin_url, autocommit=True) as link:
        link.execute("INSERT INTO wedge.customers (id, name) VALUES (%s, 'x')", (guest,))
        for step in steps:
            ticket = _sale_by_hand(link, guest, step, ledger, policy)
            sale, ledger = _sale_by_rule(ticket, step, ledger, policy)
            for goods, portions in step.refunds:
                try:
                    back = refund(ledger, sale, goods, portions)
                except LoyaltyRefused:
                    continue
                paid = link.execute(
                    "SELECT wedge.refund_points(%s, %s, %s)", (ticket, goods, portions)
                ).fetchone()
                assert paid == (back.money_minor,)
                ledger += back.entries
        rows = link.execute(
            "SELECT ticket_id, kind, points, owed, policy_version, refunded_minor,"
            " refunded_portions FROM wedge.point_entries WHERE customer_id = %s ORDER BY seq",
            (guest,),
        ).fetchall()
    assert rows == [
        (e.sale_id, e.kind, e.points, e.owed, e.policy_version, e.refunded_minor,
         e.refunded_portions)
        for e in ledger
    ]  # fmt: skip


def _possible(step: Step, ledger: list[LoyaltyEntry]) -> int:
    """What of the wished redemption the account and the sale allow."""
    rewards = account_of(ledger).balance // 100
    return min(step.redeem, rewards * 500, step.total)


def _sale_by_rule(
    ticket: UUID, step: Step, ledger: list[LoyaltyEntry], policy: LoyaltyPolicy
) -> tuple[LoyalSale, list[LoyaltyEntry]]:
    sale = LoyalSale(ticket, step.total, step.portions, policy)
    off = _possible(step, ledger)
    if off:
        sale, entry = redeem_part(ledger, sale, off)
        ledger = [*ledger, entry]
    gained = earn(ledger, sale)
    return sale, [*ledger, gained] if gained else ledger


def _sale_by_hand(
    link: psycopg.Connection,
    guest: UUID,
    step: Step,
    ledger: list[LoyaltyEntry],
    policy: LoyaltyPolicy,
) -> UUID:
    """A paid ticket put together in the tables: its trigger does the rest."""
    ticket, off = uuid4(), _possible(step, ledger)
    terminal = link.execute("SELECT id FROM wedge.terminals LIMIT 1").fetchone()
    if terminal is None:
        link.execute(
            "INSERT INTO wedge.terminals (id, name, mode, register, login_role)"
            " VALUES (gen_random_uuid(), 'By hand', 'pos', '9', 'nobody')"
        )
        terminal = link.execute("SELECT id FROM wedge.terminals LIMIT 1").fetchone()
    assert terminal is not None
    link.execute(
        "INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state, opened_at,"
        " customer_id) VALUES (%s, 1, %s, %s, 'counter', 'open', clock_timestamp(), %s)",
        (ticket, terminal[0], known_id("cashier"), guest),
    )
    steps = [{"reason": "base", "amount_minor": step.total, "rule_version": 1}]
    if off:
        steps.append({"reason": "loyalty", "amount_minor": -off, "rule_version": 3})
    # A replica checks no foreign key: the portions need not exist.
    link.execute("SET session_replication_role = replica")
    for place in range(max(1, step.portions)):
        first = place == 0
        link.execute(
            "INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name, portion_id,"
            " portion_code, allergens, quantity, base_price_minor, unit_price_minor, breakdown,"
            " tax_rate_bp) VALUES (%s, %s, %s, %s, 'x', %s, %s, '{}', 1, 0, %s, %s, 0)",
            (uuid4(), ticket, place, PIZZA, uuid4() if step.portions else None,
             f"M-{place}" if step.portions else None,
             step.total - off if first else 0, json.dumps(steps if first else [])),
        )  # fmt: skip
    link.execute("SET session_replication_role = DEFAULT")
    with link.transaction():
        link.execute(
            "INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor,"
            " staff_id, terminal_id) VALUES (%s, %s, 'cash', %s, %s, %s, %s)",
            (uuid4(), ticket, step.total - off, step.total - off, known_id("cashier"), terminal[0]),
        )
        link.execute(
            "UPDATE wedge.tickets SET state = 'paid', paid_at = clock_timestamp(),"
            " total_minor = %s WHERE id = %s", (step.total - off, ticket),
        )  # fmt: skip
    return ticket


@pytest.mark.spec("POS-10.3")
def test_erased_guests_leave_amounts_and_nothing_personal(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    revenue = "SELECT sum(total_minor) FROM wedge.tickets WHERE state IN ('paid', 'closed')"
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        guest = enrol(till, "Unmistakable", "0877777777", *ALL)
        tickets = [buy(till, guest, portion)[0] for portion in portion_ids()[:5]]
        still_open = uuid4()
        till.reserve(still_open, candidate(portion_ids()[6]))
        till.act("set_guest", still_open, guest)
        record = office.call("guest_record", office.session, guest)
        assert len(record["purchases"]) == 5
        before, subject = small_store.one(revenue), {"customer_id": str(guest)}
        assert refused(lambda: office.act("erase_guest", guest, None)) == "approval_needed"
        approval = approve(office, "erase_guest", subject, small_store)
        assert office.act("erase_guest", guest, approval) == {"sales": 5}
        assert till.call("find_guests", till.session, "unmis") == []
    text = everything(small_store)
    assert "Unmistakable" not in text and "0877777777" not in text
    assert small_store.one(revenue) == before == 5 * 8900
    linked = "SELECT count(*) FROM wedge.tickets WHERE customer_id IS NOT NULL"
    assert small_store.one(linked) == 0
    for table in ("customers", "consents", "purchase_history"):
        assert small_store.one(f"SELECT count(*) FROM wedge.{table}") == 0
    kept = "SELECT sum(points) FROM wedge.point_entries WHERE customer_id IS NULL"
    assert small_store.one(kept) == 5 * 89
    assert len(tickets) == 5


@pytest.mark.spec("POS-I4.2")
def test_marketing_sees_only_who_says_yes_now(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        first = enrol(till, "First", None, "profile", "marketing")
        enrol(till, "Second", None, "profile", "marketing")
        enrol(till, "Third", None, "profile")
        buy(till, first, portion_ids()[0])
        rows = office.call("marketing_guests", office.session, 180)
        assert len(rows) == 2
        assert {frozenset(row) for row in rows} == {
            frozenset({"visits", "favourite_category", "last_visit_month"})
        }
        assert sorted((r["visits"], r["favourite_category"]) for r in rows) == [
            (0, None), (1, "Food"),
        ]  # fmt: skip
        office.act("set_consent", first, "marketing", False)
        assert len(office.call("marketing_guests", office.session, 180)) == 1
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            till.call("marketing_guests", till.session, 180)


def test_a_withdrawn_consent_ends_the_history(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        buy(till, guest, portion_ids()[0])
        till.act("set_consent", guest, "profile", False)
        assert till.call("guest_record", till.session, guest)["purchases"] == []
        ticket = uuid4()
        till.reserve(ticket, candidate(portion_ids()[1]))
        assert refused(lambda: till.act("set_guest", ticket, guest)) == "no_consent"
        till.act("set_consent", guest, "profile", True)
        assert till.call("guest_record", till.session, guest)["purchases"] == []
        till.act("set_guest", ticket, guest)
        till.act("pay_cash", ticket, 8900, 8900)
        assert len(till.call("guest_record", till.session, guest)["purchases"]) == 1
    with pytest.raises(psycopg.Error):
        small_store.query("UPDATE wedge.consents SET given = true")
    with pytest.raises(psycopg.Error):
        small_store.query("DELETE FROM wedge.consents")


@pytest.mark.spec("POS-06.7")
def test_the_invitation_comes_at_most_every_thirty_days(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    display = psycopg.connect(make_terminal("Display", Mode.CUSTOMER, "1"), autocommit=True)
    invited = "SELECT invited FROM wedge.tickets WHERE id = %s"
    ago = "UPDATE wedge.customers SET invited_at = clock_timestamp() - make_interval(days => %s)"
    answer = "SELECT wedge.answer_invitation(%s, %s, %s)"
    with (
        display,
        Till(make_terminal("One", Mode.POS, "1")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        guest = enrol(till)
        today, _ = buy(till, guest, portion_ids()[0])
        assert small_store.one(invited, today) is True
        display.execute(answer, (uuid4(), today, False))
        small_store.query(ago, 10)
        assert small_store.one(invited, buy(till, guest, portion_ids()[1])[0]) is False
        assert refused(lambda: office.act("flag_follow_up", guest)) == "no_consent"
        small_store.query(ago, 31)
        later, _ = buy(till, guest, portion_ids()[2])
        assert small_store.one(invited, later) is True
        display.execute(answer, (uuid4(), later, True))
        yes = "SELECT given, at IS NOT NULL, staff_id FROM wedge.consents WHERE kind = 'feedback'"
        assert small_store.query(yes) == [(True, True, None)]
        office.act("flag_follow_up", guest)
        assert refused(lambda: office.act("flag_follow_up", guest)) == "changed"
        small_store.query(ago, 31)
        assert small_store.one(invited, buy(till, guest, portion_ids()[3])[0]) is False
        office.act("set_consent", guest, "feedback", False)
        assert refused(lambda: office.act("flag_follow_up", guest)) == "no_consent"


def test_what_orders_teach(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("One")) as till:
        buy(till, None, portion_ids()[0], water=1)
        buy(till, None, portion_ids()[1])
        found = till.call("learn_orders", 28)
    assert sorted(map(len, found["orders"])) == [1, 2]
