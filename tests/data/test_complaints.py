"""Ratings and complaints on a real store: from the line of a receipt to a task with all facts."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.complaint import ComplaintState
from app.domain.people import Mode
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.data.test_guests import buy, refused
from tests.support.seed import SmallShop, Till, known_id, portion_ids

RATE = "SELECT wedge.rate(%s, %s, %s, %s)"


def line_of(store: SmallShop, ticket: UUID) -> UUID:
    found = "SELECT id FROM wedge.ticket_lines WHERE ticket_id = %s AND NOT voided"
    return UUID(str(store.one(found, ticket)))


@pytest.mark.spec("POS-08.5")
def test_two_stars_on_the_display_open_a_recovery_task_everywhere(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:
    office = open_store(make_terminal("Office", Mode.MANAGER))
    until(io_loop, lambda: office.feed.view is not None)
    display = psycopg.connect(make_terminal("Display", Mode.CUSTOMER, "1"), autocommit=True)
    with display, Till(make_terminal("One", Mode.POS, "1")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        asked = datetime.now(UTC)
        display.execute(RATE, (uuid4(), ticket, "product", 2))
        until(io_loop, lambda: bool(office.feed.view and office.feed.view.tasks))
        assert datetime.now(UTC) - asked < timedelta(seconds=2)
        number = small_store.one("SELECT number FROM wedge.tickets WHERE id = %s", ticket)
        assert office.feed.view is not None
        (task,) = office.feed.view.tasks.values()
        assert (task.kind, task.title) == ("recovery", str(number))
        display.execute(RATE, (uuid4(), ticket, "service", 5))
        with pytest.raises(psycopg.Error):
            display.execute(RATE, (uuid4(), ticket, "product", 5))
        with pytest.raises(psycopg.Error):
            display.execute(RATE, (uuid4(), ticket, "product", 6))
    rows = small_store.query("SELECT about, stars, portion_codes FROM wedge.ratings ORDER BY 1")
    assert rows == [("product", 2, ["P-100"]), ("service", 5, ["P-100"])]


def test_a_display_rates_only_what_was_just_paid_at_its_register(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    display = psycopg.connect(make_terminal("Display", Mode.CUSTOMER, "2"), autocommit=True)
    with display, Till(make_terminal("One", Mode.POS, "1")) as one:
        ticket, _ = buy(one, None, portion_ids()[0])
        with pytest.raises(psycopg.Error):
            display.execute(RATE, (uuid4(), ticket, "product", 4))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            display.execute("SELECT wedge.find_guests(%s, 'a')", (uuid4(),))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            display.execute("SELECT * FROM wedge.customers")
    assert small_store.one("SELECT count(*) FROM wedge.ratings") == 0


@pytest.mark.spec("BR-10.8")
def test_a_price_complaint_shows_base_and_each_rule_until_a_manager_settles_it(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A slice sold at 97.90: base 89.00 and 10 % at peak hours."""
    steps = [
        {"reason": "base", "amount_minor": 8900, "rule_version": 1},
        {"reason": "peak", "amount_minor": 890, "rule_version": 4, "code": "peak",
         "params": ["10 %", "The manager"]},
    ]  # fmt: skip
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        ticket, _ = buy(till, None, portion_ids()[0])
        line = line_of(small_store, ticket)
        with psycopg.connect(small_store.admin_url) as link:
            # As if it had been reserved at that price: the ticket's sums are not looked at.
            link.execute("SET session_replication_role = replica")
            link.execute(
                "UPDATE wedge.ticket_lines SET unit_price_minor = 9790, breakdown = %s"
                " WHERE id = %s", (json.dumps(steps), line),
            )  # fmt: skip
        complaint = uuid4()
        till.act("open_complaint", complaint, line, "price", "It costs more than yesterday")
        facts = small_store.one("SELECT facts FROM wedge.complaints")
        assert facts["base_price_minor"] == 8900
        assert facts["breakdown"] == steps
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            till.act("resolve_complaint", complaint, "ok")
        open_tasks = "SELECT kind FROM wedge.tasks WHERE state = 'open' ORDER BY kind"
        assert small_store.query(open_tasks) == [("price_review",), ("recovery",)]
        assert refused(lambda: office.act("resolve_complaint", complaint, " ")) == "bad_text"
        office.act("follow_up", complaint, None)
        office.act("resolve_complaint", complaint, "Explained the peak hours")
        assert small_store.query(open_tasks) == []
        state = "SELECT state, outcome FROM wedge.complaints"
        assert small_store.query(state) == [("resolved", "Explained the peak hours")]


def test_a_quality_complaint_names_lot_and_cabinet_and_asks_for_another_look(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " SELECT id, 63000 FROM wedge.holding_units"
    )
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        line = line_of(small_store, ticket)
        till.act("open_complaint", uuid4(), line, "quality", "Cold inside")
    facts = small_store.one("SELECT facts FROM wedge.complaints")
    assert (facts["whole_code"], facts["portion_code"], facts["grade"]) == ("P-W1", "P-100", "A")
    assert facts["temperatures_mc"] == {"least": 63000, "most": 63000, "readings": 1}
    due = "SELECT due_at - opened_at FROM wedge.tasks WHERE kind = 'complaint'"
    assert small_store.one(due) == timedelta(hours=2)
    left = small_store.one("SELECT subject FROM wedge.tasks WHERE kind = 're_inspect'")
    assert left["portions"] == [f"P-1{wedge:02}" for wedge in range(1, 10)]


@pytest.mark.parametrize("kind", ["quality", "price", "service"])
def test_what_cannot_be_complained_about(
    small_store: SmallShop, make_terminal: MakeTerminal, kind: str
) -> None:
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        line = line_of(small_store, ticket)
        assert refused(lambda: till.act("open_complaint", uuid4(), line, kind, " ")) == "bad_text"
        unknown = refused(lambda: till.act("open_complaint", uuid4(), uuid4(), kind, "Cold"))
        assert unknown == "unknown_item"
        assert refused(lambda: till.act("open_complaint", uuid4(), line, "?", "Cold"))
    assert small_store.one("SELECT count(*) FROM wedge.complaints") == 0


def test_every_screen_follows_a_complaint(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop,
) -> None:
    office = open_store(make_terminal("Office", Mode.MANAGER))
    until(io_loop, lambda: office.feed.view is not None)
    with Till(make_terminal("One")) as till:
        ticket, _ = buy(till, None, portion_ids()[0])
        complaint = uuid4()
        till.act("open_complaint", complaint, line_of(small_store, ticket), "service", "Slow")
    until(io_loop, lambda: bool(office.feed.view and office.feed.view.complaints))
    assert office.feed.view is not None
    known = office.feed.view.complaints[complaint]
    assert (known.state, known.reason) == (ComplaintState.OPEN, "Slow")


@pytest.mark.spec("BR-04.6")
def test_an_investigation_has_all_that_is_known_and_ends_the_lots_flags_when_it_was_seen(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The lot with its cutter, tool, scores and temperatures; five portions are left."""
    gone = ", ".join(f"'P-1{wedge:02}'" for wedge in range(6, 10))
    with psycopg.connect(small_store.admin_url) as link:
        link.execute("SET session_replication_role = replica")
        link.execute(
            "INSERT INTO wedge.cutting_tools (id, code, name, suits)"
            " SELECT gen_random_uuid(), 'T1', 'Rocker knife', ARRAY[id] FROM wedge.categories"
        )
        link.execute(
            "UPDATE wedge.wholes SET cut_by = %s, lot_number = 'L1',"
            " tool_id = (SELECT id FROM wedge.cutting_tools LIMIT 1) WHERE code = 'P-W1'",
            (known_id("kitchen"),),
        )  # fmt: skip
        link.execute(f"UPDATE wedge.portions SET state = 'wasted' WHERE code IN ({gone})".encode())
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " SELECT id, 63000 FROM wedge.holding_units"
    )
    kitchen_url = make_terminal("Pass", Mode.KDS)
    with Till(make_terminal("One")) as till, Till(kitchen_url, "kitchen") as kitchen:
        seen = json.dumps({"kind": "random", "score": 9.1, "causes": [], "passed": True})
        expected = json.dumps({"score": 9.5, "effective_age_s": 60})
        kitchen.act("record_inspection", uuid4(), portion_ids()[0], seen, expected, "[]")
        ticket, _ = buy(till, None, portion_ids()[0])
        line = line_of(small_store, ticket)
        kitchen.act("verify_line", line, 64000)
        kitchen.act("serve_ticket", ticket)
        till.act("open_complaint", uuid4(), line, "quality", "Cold inside", 8.9)
        facts = small_store.one("SELECT facts FROM wedge.complaints WHERE state = 'open'")
        assert (facts["whole_code"], facts["lot_number"], facts["cutter"], facts["tool"]) == (
            "P-W1", "L1", "The kitchen", "T1 Rocker knife",
        )  # fmt: skip
        assert (facts["score_milli"], facts["first_score"]) == (8900, 10)
        assert [each["score"] for each in facts["inspections"]] == [9.1]
        assert [mc for _, mc in facts["temperature_log"]] == [63000]
        verified = facts["verification"]
        assert (verified["by"], verified["temperature_mc"]) == ("The kitchen", 64000)
        task = "SELECT state, subject -> 'portions' FROM wedge.tasks WHERE kind = 're_inspect'"
        left = [f"P-1{wedge:02}" for wedge in range(1, 6)]
        assert small_store.query(task) == [("open", left)]
        again = json.dumps({"kind": "recheck", "score": 8.5, "causes": [], "passed": True})
        kitchen.act("record_inspection", uuid4(), portion_ids()[1], again, expected, "[]")
        assert small_store.query(task) == [("done", left)]
