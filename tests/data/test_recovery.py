"""Making good on a real store: a portion at 0.00, its cost, and the case that closes after it."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.complaint_rates import BandCount, RateBy
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.day_counts import by_day_as_complained
from tests.data.test_complaints import line_of
from tests.data.test_guests import buy, enrol, refused
from tests.support.seed import CABINET, DRINK, SmallShop, Till, known_id, portion_ids

REVENUE = "SELECT coalesce(sum(amount_minor), 0) FROM wedge.payments"
COST = "SELECT coalesce(sum(cost_minor), 0) FROM wedge.compensations"
FIRST, OTHER, THIRD = portion_ids()[0], portion_ids()[1], portion_ids()[12]


def rules(store: SmallShop, limit_minor: int = 1_000, **changed: Any) -> None:
    """Other limits than the specification's."""
    store.query(
        "UPDATE wedge.settings SET document = document || jsonb_build_object("
        "'recovery', %s::jsonb, 'refunds', jsonb_build_object('cashier_limit_minor', %s::int))",
        json.dumps(changed), limit_minor,
    )  # fmt: skip


def another(portion: UUID, score: float) -> dict[str, Any]:
    """A candidate as a till sends it."""
    return {
        "portion_id": str(portion), "epoch": 0, "grade": "A" if score >= 9 else "B",
        "unit_price_minor": 8900, "base_price_minor": 8900, "score_milli": int(score * 1000),
        "breakdown": [{"reason": "base", "amount_minor": 8900, "rule_version": 1}],
    }  # fmt: skip


def behind_the_guards(store: SmallShop, *statements: str) -> None:
    """Make the stock so that only the function itself stands in the way."""
    with psycopg.connect(store.admin_url) as link:
        link.execute("SET session_replication_role = replica")
        for statement in statements:
            link.execute(statement.encode())


def heat_learned_late(store: SmallShop) -> None:
    """A sensor reports only now that the cabinet was hotter than anybody knew a while ago."""
    store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
        " VALUES (%s, clock_timestamp() - interval '95 min', 85000)", CABINET,
    )  # fmt: skip


def lines_of(store: SmallShop, ticket: UUID) -> list[UUID]:
    """The lines of an order as they stand on it."""
    found = "SELECT id FROM wedge.ticket_lines WHERE ticket_id = %s ORDER BY position"
    return [UUID(str(row[0])) for row in store.query(found, ticket)]


def complain(till: Till, store: SmallShop, ticket: UUID, score: float | None = 7.8) -> UUID:
    complaint = uuid4()
    till.act("open_complaint", complaint, line_of(store, ticket), "quality", "Cold or dry", score)
    return complaint


def replace(
    till: Till, complaint: UUID, *candidates: dict[str, Any], approval: UUID | None = None
) -> Any:
    return till.act(
        "give_replacement", uuid4(), complaint, uuid4(), uuid4(), json.dumps(candidates), approval
    )


def allow(till: Till, store: SmallShop, action: str, subject: dict[str, str], minor: int) -> UUID:
    """Asked for at the till, granted by the manager."""
    approval = uuid4()
    till.act("ask_approval", approval, action, json.dumps(subject), minor, "The guest complains")
    store.query(
        "UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
        " decided_at = clock_timestamp() WHERE id = %s", known_id("manager"), approval,
    )  # fmt: skip
    return approval


@pytest.mark.spec("FUL-E3.3")
def test_a_replacement_is_as_good_as_the_original_costs_no_revenue_and_the_case_asks_again(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Served with 7.8; 7.6 and 8.5 are free: 8.5 goes out, at its cost of 25.00."""
    rules(small_store, limit_minor=10_000)
    office_url = make_terminal("Office", Mode.MANAGER)
    with Till(make_terminal("One")) as till, Till(office_url, "manager") as office:
        ticket, total = buy(till, None, FIRST)
        complaint = complain(till, small_store, ticket)
        assert refused(lambda: replace(till, complaint, another(OTHER, 7.6))) == "gone"
        given = replace(till, complaint, another(OTHER, 7.6), another(THIRD, 8.5))
        assert UUID(given["portion_id"]) == THIRD
        assert small_store.one(REVENUE) == total
        assert small_store.one(COST) == 2500
        booked = office.call("satisfaction", office.session, "2000-01-01", "2100-01-01")["given"]
        assert booked == {"count": 1, "cost_minor": 2500, "money_minor": 0}

        def close() -> None:
            office.act("resolve_complaint", complaint, "Another one")

        assert refused(close) == "follow_up_missing"
        till.act("follow_up", complaint, 5)
        assert refused(lambda: till.act("follow_up", complaint, None)) == "changed"
        close()
    row = small_store.query("SELECT state, follow_up_stars FROM wedge.complaints")
    assert row == [("resolved", 5)]
    assert small_store.query("SELECT count(*) FROM wedge.tasks WHERE state = 'open'"
                             " AND kind <> 're_inspect'") == [(0,)]  # fmt: skip


def test_a_case_may_close_when_the_guest_does_not_want_to_say(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    office_url = make_terminal("Office", Mode.MANAGER)
    with Till(make_terminal("One")) as till, Till(office_url, "manager") as office:
        ticket, _ = buy(till, None, FIRST)
        complaint = complain(till, small_store, ticket)
        assert refused(lambda: till.act("follow_up", complaint, 6)) == "bad_quantity"
        till.act("follow_up", complaint, None)
        office.act("resolve_complaint", complaint, "Listened to")
    assert small_store.one("SELECT follow_up_stars FROM wedge.complaints") is None


def test_the_replacement_is_sent_to_the_kitchen_at_once_and_at_nothing(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, limit_minor=10_000)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST)
        complaint = complain(till, small_store, ticket)
        request = uuid4()
        arguments = (uuid4(), complaint, uuid4(), uuid4(), json.dumps([another(THIRD, 9)]), None)
        given = till.act("give_replacement", *arguments, request=request)
        assert till.act("give_replacement", *arguments, request=request) == given
        second = lambda: replace(till, complaint, another(OTHER, 9))  # noqa: E731
        assert refused(second) == "changed"
    sent = small_store.query(
        "SELECT t.state, t.total_minor, t.receipt_id, t.replaces_id, t.promised_at IS NOT NULL,"
        " l.unit_price_minor, l.kitchen_state, p.state FROM wedge.tickets t"
        " JOIN wedge.ticket_lines l ON l.ticket_id = t.id JOIN wedge.portions p"
        " ON p.id = l.portion_id WHERE t.number = %s", given["number"],
    )  # fmt: skip
    assert sent == [("paid", 0, None, ticket, True, 0, "queued", "committed")]
    assert small_store.one("SELECT count(*) FROM wedge.compensations") == 1
    with pytest.raises(psycopg.errors.CheckViolation):
        small_store.query("UPDATE wedge.compensations SET cost_minor = 0")
    with pytest.raises(psycopg.errors.CheckViolation):
        small_store.query("DELETE FROM wedge.compensations")


def test_a_second_replacement_on_the_order_and_a_dear_one_need_a_manager(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, limit_minor=10_000)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, *portion_ids()[:3])
        lines = lines_of(small_store, ticket)
        complaints = [uuid4() for _ in lines]
        for complaint, line in zip(complaints, lines, strict=True):
            till.act("open_complaint", complaint, line, "quality", "Cold or dry", 7.0)
        replace(till, complaints[0], another(portion_ids()[10], 9))
        rules(small_store, limit_minor=100_000)
        more = lambda: replace(till, complaints[1], another(portion_ids()[11], 9))  # noqa: E731
        assert refused(more) == "approval_needed"
        subject = {"complaint_id": str(complaints[1]), "kind": "replacement"}
        approval = allow(till, small_store, "remake", subject, 8900)
        replace(till, complaints[1], another(portion_ids()[11], 9), approval=approval)
        rules(small_store, limit_minor=20_000, free_replacements=9)
        dear = lambda: replace(till, complaints[2], another(portion_ids()[12], 9))  # noqa: E731
        assert refused(dear) == "approval_needed"
    given = "SELECT given_by, approved_by FROM wedge.compensations ORDER BY at"
    assert small_store.query(given) == [
        (known_id("cashier"), None), (known_id("cashier"), known_id("manager")),
    ]  # fmt: skip


def test_nothing_unsafe_smaller_or_of_another_product_replaces(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, limit_minor=10_000)
    held, smaller, past = portion_ids()[3], portion_ids()[13], portion_ids()[4]
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, FIRST)
        complaint = complain(till, small_store, ticket)
        behind_the_guards(
            small_store,
            "UPDATE wedge.wholes SET portions_per_whole = 12 WHERE code = 'P-W2'",
            f"UPDATE wedge.portions SET expires_at = clock_timestamp() WHERE id = '{past}'",
            f"UPDATE wedge.portions SET quality_status = 'held' WHERE id = '{held}'",
            f"UPDATE wedge.portions SET recheck_at = clock_timestamp() WHERE id = '{OTHER}'",
        )
        for portion in (held, smaller, past, OTHER):
            try_it = lambda: replace(till, complaint, another(portion, 9))  # noqa: B023, E731
            assert refused(try_it) == "gone", portion
        overstated = lambda: replace(till, complaint, another(portion_ids()[5], 10.5))  # noqa: E731
        assert refused(overstated) == "gone"
        replace(till, complaint, another(portion_ids()[5], 9))


def test_goods_without_portions_are_replaced_too(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    rules(small_store, limit_minor=10_000)
    with Till(make_terminal("One")) as till:
        ticket = uuid4()
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, 2)
        till.act("pay_cash", ticket, 4000, 4000)
        complaint = complain(till, small_store, ticket, None)
        replace(till, complaint)
    row = small_store.query("SELECT amount_minor, cost_minor FROM wedge.compensations")
    assert row == [(2000, 500)]
    assert small_store.one("SELECT state FROM wedge.tickets WHERE replaces_id IS NOT NULL") == (
        "closed"
    )


def test_a_free_portion_earns_no_points(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Neither by the amount nor by the number of portions, not even when the guest is named."""
    rules(small_store, limit_minor=10_000)
    small_store.query(
        'UPDATE wedge.settings SET document = document || \'{"loyalty": {"basis": "portions"}}\''
    )
    points = "SELECT coalesce(sum(points), 0) FROM wedge.point_entries"
    with Till(make_terminal("One")) as till:
        guest = enrol(till)
        ticket, _ = buy(till, guest, FIRST)
        assert small_store.one(points) == 1
        replace(till, complain(till, small_store, ticket), another(THIRD, 9))
        free = small_store.one("SELECT id FROM wedge.tickets WHERE replaces_id IS NOT NULL")
        till.act("set_guest", free, guest)
    assert small_store.one(points) == 1


def refund(till: Till, complaint: UUID, approval: UUID | None = None) -> Any:
    return till.act("give_refund", uuid4(), complaint, approval)


def serve(kitchen: Till, ticket: UUID, lines: list[UUID]) -> None:
    """As the pass does it."""
    for line in lines:
        kitchen.act("verify_line", line, 64000)
    kitchen.act("serve_ticket", ticket)


@pytest.mark.spec("FUL-E3.2")
def test_complaints_are_counted_per_hundred_served_in_each_band(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Four portions are served, two of them older than an hour; three are complained about, two of
    those are the old ones."""
    office_url = make_terminal("Office", Mode.MANAGER)
    with Till(make_terminal("One")) as till, Till(office_url, "manager") as office:
        ticket, _ = buy(till, None, *portion_ids()[:4])
        lines = lines_of(small_store, ticket)
        with Till(make_terminal("Pass", Mode.KDS), "kitchen") as station:
            serve(station, ticket, lines)
        behind_the_guards(
            small_store,
            "UPDATE wedge.ticket_lines SET served_at = p.cut_at + interval '61 min'"
            " FROM wedge.portions p WHERE p.id = portion_id AND portion_code IN ('P-100', 'P-101')",
            "UPDATE wedge.ticket_lines SET served_at = p.cut_at + interval '5 min'"
            " FROM wedge.portions p WHERE p.id = portion_id AND portion_code IN ('P-102', 'P-103')",
        )
        for line in lines[:3]:
            till.act("open_complaint", uuid4(), line, "quality", "Cold", 8.2)
        till.act("open_complaint", uuid4(), lines[3], "price", "Dear", 8.2)
        found = office.call(
            "complaint_rates", office.session, "2000-01-01", "2100-01-01", [900, 1800, 3600]
        )
        for about, stars in (("product", 2), ("service", 5)):
            small_store.query(
                "INSERT INTO wedge.ratings (id, ticket_id, about, stars, portion_codes)"
                " VALUES (gen_random_uuid(), %s, %s, %s, '{}')", ticket, about, stars,
            )  # fmt: skip
        days = office.call("feedback_days", office.session, "2000-01-01", "2100-01-01")
    by_day_as_complained(days)
    kept = small_store.query("SELECT facts FROM wedge.complaints WHERE kind = 'quality'")[0][0]
    assert (kept["score_milli"], kept["grade"], kept["unit"]) == (8200, "A", "Hot cabinet 1")
    assert kept["whole_code"] == "P-W1" and kept["age_s"] >= 0
    assert kept["verification"]["temperature_mc"] == 64000
    ages = {each["band"]: each for each in found if each["value"] == "age"}
    assert ages["3"] == {"value": "age", "band": "3", "served": 2, "complaints": 2}
    assert ages["0"] == {"value": "age", "band": "0", "served": 2, "complaints": 1}
    rates = {band: BandCount(RateBy.AGE, band, e["served"], e["complaints"]).per_100
             for band, e in ages.items()}  # fmt: skip
    assert rates == {"3": 100, "0": 50}
    by = {(e["value"], e["band"]): (e["served"], e["complaints"]) for e in found}
    assert by["grade", "A"] == by["unit", "Hot cabinet 1"] == by["verified", "measured"] == (4, 3)
    assert by["batch", "P-W1"] == (4, 3)
