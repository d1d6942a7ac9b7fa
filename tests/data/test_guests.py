"""Guests on a real store: consent first, points by the domain's rules, nothing left once erased."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
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
