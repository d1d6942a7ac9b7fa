"""Allergens in the database: inheritance, avoidance, cross-contact, incidents."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain import allergens as words
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, hint
from tests.support.seed import CABINET, PIZZA, SmallShop, Till, candidate, known_id

CODES = (
    "milk", "wheat", "gluten", "tree_nuts", "almond", "hazelnut", "nuts", "Peanut", "shellfish",
    "crustaceans", "molluscs", "spelt", "house spice",
)  # fmt: skip


def test_the_database_reads_codes_as_the_domain_does(small_store: SmallShop) -> None:
    with psycopg.connect(small_store.admin_url) as link:
        for one in CODES:
            for other in CODES:
                row = link.execute(
                    "SELECT wedge.allergen_code(%(a)s), wedge.foreign_allergens(%(a1)s, %(b1)s),"
                    " wedge.conflicting_allergens(%(a1)s, %(b1)s)",
                    {"a": one, "a1": [one], "b1": [other]},
                ).fetchone()
                avoided = [words.canonical(other)]
                assert row == (
                    words.canonical(one),
                    sorted(words.foreign([one], [other])),
                    sorted(words.conflicting([one], avoided)),
                )
        empty = link.execute("SELECT wedge.conflicting_allergens(NULL, '{milk}')").fetchone()
    assert empty == (["milk"],)


CAKE, NUT_CAKE, SLICES = known_id("cake"), known_id("nut cake"), known_id("slices")
NUT_SLICES = known_id("nut slices")
KNIFE, BOARD, BENCH = known_id("knife"), known_id("board"), known_id("bench")
FAR_BOARD, BAR = known_id("far board"), known_id("bar")


def add_cakes(shop: SmallShop) -> None:
    """Two cakes (one with nuts), a knife, a board, and another board at a station of its own."""
    shop.query(
        "INSERT INTO wedge.stations (id, name) VALUES (%s, 'Bench'), (%s, 'Bar')", BENCH, BAR
    )
    for key, name, contents, ways in (
        (CAKE, "Cheesecake", ["milk", "egg", "wheat"], SLICES),
        (NUT_CAKE, "Nut cake", ["milk", "egg", "tree_nuts", "wheat"], NUT_SLICES),
    ):
        shop.query(
            "INSERT INTO wedge.products (id, code_prefix, name, kind, category_id,"
            " base_price_minor, cost_minor, tax_rate_bp, allergens, after_cut_limit_s, e7_s, beta,"
            " q10, reference_temperature_mc, active) SELECT %s, 'C', %s, kind, category_id, 8900,"
            " 2500, 700, %s, 86400, e7_s, beta, q10, 4000, true FROM wedge.products"
            " WHERE id = %s", key, name, contents, PIZZA,
        )  # fmt: skip
        shop.query(
            "INSERT INTO wedge.portion_configurations (id, product_id, name, portions_per_whole,"
            " standard_weight_mg, is_default) VALUES (%s, %s, '1/8', 8, 120000, true)", ways, key,
        )  # fmt: skip
    shop.query(
        "INSERT INTO wedge.cutting_tools (id, code, name, suits) SELECT %s, 'K1', 'Knife 1',"
        " array_agg(id) FROM wedge.categories", KNIFE,
    )  # fmt: skip
    for key, code, station in ((BOARD, "B1", BENCH), (FAR_BOARD, "B2", BAR)):
        shop.query(
            "INSERT INTO wedge.equipment (id, code, name, kind, station_id)"
            " VALUES (%s, %s, %s, 'surface', %s)", key, code, f"Board {code}", station,
        )  # fmt: skip


def receive(kitchen: Till, product: UUID, count: int = 1) -> list[UUID]:
    ends = datetime.now(UTC) + timedelta(hours=20)
    return [UUID(each) for each in kitchen.act("receive_wholes", product, count, ends)["ids"]]


def cut(kitchen: Till, whole: UUID, ways: UUID, surface: UUID = BOARD, count: int = 8) -> Any:
    measured = json.dumps({"tool_id": str(KNIFE), "surface_id": str(surface)})
    return kitchen.act("cut_whole", whole, ways, count, CABINET, "B", 9.5, None, measured)


def contents(shop: SmallShop, whole: UUID) -> list[Any]:
    return shop.query("SELECT allergens FROM wedge.portions WHERE whole_id = %s", whole)


@pytest.mark.spec("BR-07.1")
def test_portions_keep_what_the_cake_held_at_the_knife(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_cakes(small_store)
    three = ["egg", "milk", "wheat"]
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        first, second = receive(kitchen, CAKE, 2)
        assert len(cut(kitchen, first, SLICES)["ids"]) == 8
        assert contents(small_store, first) == [(three,)] * 8
        small_store.query(
            "UPDATE wedge.products SET allergens = '{milk,egg,wheat,almond}' WHERE id = %s", CAKE
        )
        assert contents(small_store, first) == [(three,)] * 8
        kitchen.act("log_sanitation", KNIFE, "hot wash")
        kitchen.act("log_sanitation", BOARD, "hot wash")
        cut(kitchen, second, SLICES)
        assert contents(small_store, second) == [(["almond", *three],)] * 8
    for table, column in (("portions", "whole_id"), ("wholes", "id")):
        for less in ("'{milk,egg}'", "'{}'", "NULL"):
            with pytest.raises(psycopg.errors.CheckViolation):
                small_store.query(
                    f"UPDATE wedge.{table} SET allergens = {less} WHERE {column} = %s", first
                )
    assert contents(small_store, first) == [(three,)] * 8


@pytest.mark.spec("BR-07.2")
def test_a_knife_of_another_category_is_sanitised_first(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_cakes(small_store)
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        (nut,), (plain,) = receive(kitchen, NUT_CAKE), receive(kitchen, CAKE)
        cut(kitchen, nut, NUT_SLICES)
        blocked = cut(kitchen, plain, SLICES, FAR_BOARD)
        assert blocked["refused"] == "cross_contact"
        (cause,) = json.loads(blocked["detail"])
        assert (cause["name"], cause["allergens"]) == ("Knife 1", ["tree_nuts"])
        assert small_store.one("SELECT state FROM wedge.wholes WHERE id = %s", plain) == "in_stock"
        with pytest.raises(psycopg.Error) as refused:
            kitchen.act("log_sanitation", KNIFE, "  ")
        assert hint(refused.value) == "bad_text"
        assert cut(kitchen, plain, SLICES, FAR_BOARD)["refused"] == "cross_contact"
        kitchen.act("log_sanitation", KNIFE, "hot wash 82 °C")
        assert len(cut(kitchen, plain, SLICES, FAR_BOARD)["ids"]) == 8
    log = small_store.query(
        "SELECT s.method, s.confirmed_by, s.at > (SELECT min(at) FROM wedge.equipment_uses)"
        " FROM wedge.sanitations s"
    )
    assert log == [("hot wash 82 °C", known_id("kitchen"), True)]


@pytest.mark.spec("BR-07.3")
def test_an_open_nut_job_blocks_its_station_for_every_role(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_cakes(small_store)
    small_store.query("UPDATE wedge.products SET allergens = '{milk}' WHERE id = %s", CAKE)
    small_store.query("UPDATE wedge.products SET allergens = '{tree_nuts}' WHERE id = %s", NUT_CAKE)
    other_knife = known_id("second knife")
    small_store.query(
        "INSERT INTO wedge.cutting_tools (id, code, name, suits)"
        " SELECT %s, 'K2', 'Knife 2', suits FROM wedge.cutting_tools", other_knife,
    )  # fmt: skip
    second_board = known_id("second board")
    small_store.query(
        "INSERT INTO wedge.equipment (id, code, name, kind, station_id)"
        " VALUES (%s, 'B3', 'Board 3', 'surface', %s)", second_board, BENCH,
    )  # fmt: skip
    job = uuid4()
    with (
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        (nut,), (plain,) = receive(kitchen, NUT_CAKE), receive(kitchen, CAKE)
        kitchen.act("start_cutting", job, nut, KNIFE, BOARD)
        for who in (kitchen, office):
            asked = who.act("start_cutting", uuid4(), plain, other_knife, second_board)
            assert asked["refused"] == "cross_contact"
            assert "tree_nuts" in asked["detail"]
        result, threats = small_store.query(
            "SELECT result, threats FROM wedge.risk_checks WHERE whole_id = %s", plain
        )[0]
        assert result == "possible_cross_contact"
        assert "tree_nuts" in threats[0]["allergens"]
        kitchen.act("start_cutting", uuid4(), plain, other_knife, FAR_BOARD)
        assert small_store.query(
            "SELECT result FROM wedge.risk_checks WHERE whole_id = %s ORDER BY at", plain
        )[-1] == ("none",)
        assert len(cut(kitchen, nut, NUT_SLICES)["ids"]) == 8
        ended = small_store.one("SELECT outcome FROM wedge.cutting_jobs WHERE id = %s", job)
        assert ended == "cut"


@pytest.mark.spec("BR-07.5")
def test_nothing_stated_is_not_sold_and_none_is_a_managers_word(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    small_store.query("UPDATE wedge.products SET allergens = NULL")
    product = {
        "id": str(PIZZA), "name": "Margherita", "kind": "portioned", "base_unit": "each",
        "category_id": str(known_id("category")), "base_price_minor": 8900, "cost_minor": 2500,
        "tax_rate_bp": 700, "allergens": None, "station_id": None, "after_cut_limit_s": 14400,
        "min_portion_bp": 8500, "max_portion_bp": 11500, "active": True,
        "quality": {"e7_s": 7200, "beta": 1.5, "q10": 2, "reference_temperature_mc": 63000},
        "configurations": [{"id": str(known_id("tenths")), "name": "1/10", "is_default": True,
                            "portions_per_whole": 10, "standard_weight_mg": 120000}],
    }  # fmt: skip
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("Desk", Mode.MANAGER), "kitchen") as cook,
    ):
        with pytest.raises(psycopg.Error) as refused:
            till.reserve(uuid4(), candidate(FIRST))
        assert hint(refused.value) == "product_incomplete"
        assert refused.value.diag.message_detail == "allergens"
        with pytest.raises(psycopg.Error) as refused:
            till.act("add_plain", uuid4(), uuid4(), "counter", known_id("drink"), 1)
        assert hint(refused.value) == "product_incomplete"
        with pytest.raises(psycopg.Error) as refused:
            office.act("save_product", json.dumps(product))
        assert refused.value.diag.message_detail == "allergens"
        stated = json.dumps({**product, "allergens": []})
        with pytest.raises(psycopg.Error) as refused:
            cook.act("save_product", stated)
        assert hint(refused.value) == "not_permitted"
        office.act("save_product", stated)
        till.reserve(uuid4(), candidate(FIRST))


def test_a_line_says_what_its_lot_holds_and_the_guest_may_avoid_it(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    lot = known_id("whole 1")
    with (
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("One")) as till,
    ):
        with pytest.raises(psycopg.Error) as refused:
            kitchen.act("add_lot_allergens", lot, ["hazelnut"], " ")
        assert refused.value.diag.message_detail == "reason"
        kitchen.act("add_lot_allergens", lot, ["hazelnut"], "the supplier's notice")
        ticket, line = uuid4(), uuid4()
        till.act("set_avoidance", ticket, "counter", ["nuts"], False)
        with pytest.raises(psycopg.Error) as refused:
            till.reserve(ticket, candidate(FIRST))
        assert hint(refused.value) == "allergen_conflict"
        assert refused.value.diag.message_detail == "tree_nuts"
        with pytest.raises(psycopg.Error) as refused:
            till.act("set_avoidance", ticket, "counter", [], False)
        assert hint(refused.value) == "allergen_conflict"
        till.act("set_avoidance", ticket, "counter", [], True)
        till.reserve(ticket, candidate(FIRST), line=line)
        till.act("set_avoidance", ticket, "counter", ["almond"], False)
        till.act("set_avoidance", ticket, "counter", ["almond", "hazelnut"], False)
        with pytest.raises(psycopg.Error) as refused:
            till.act("pay_cash", ticket, 8900, 8900)
        assert hint(refused.value) == "allergen_conflict"
        till.act("set_avoidance", ticket, "counter", ["almond"], True)
        paid = till.act("pay_cash", ticket, 8900, 8900)
    said = ["hazelnut", "milk", "wheat"]
    assert small_store.one("SELECT allergens FROM wedge.ticket_lines WHERE id = %s", line) == said
    document = small_store.one(
        "SELECT document FROM wedge.receipts WHERE id = %s", UUID(paid["receipt_id"])
    )
    assert document["lines"][0]["allergens"] == said
    written = small_store.query(
        "SELECT staff_id, body ->> 'withdrawn' FROM wedge.journal"
        " WHERE action = 'withdraw avoidance' ORDER BY seq"
    )
    cashier = known_id("cashier")
    assert written == [(cashier, '["tree_nuts"]'), (cashier, '["hazelnut"]')]


@pytest.mark.spec("BR-07.6")
def test_an_incident_blocks_all_that_shared_the_knife(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_cakes(small_store)
    with (
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        before, one, two, after = receive(kitchen, CAKE, 4)
        cut(kitchen, before, SLICES)
        kitchen.act("log_sanitation", KNIFE, "hot wash")
        kitchen.act("log_sanitation", BOARD, "hot wash")
        made = [UUID(each) for whole in (one, two) for each in cut(kitchen, whole, SLICES)["ids"]]
        sold = []
        for portion in (made[0], made[15]):
            ticket = uuid4()
            till.reserve(ticket, candidate(portion))
            sold.append(till.act("pay_cash", ticket, 8900, 8900)["receipt_id"])
        open_ticket = uuid4()
        till.reserve(open_ticket, candidate(made[3]))
        incident = uuid4()
        answer = till.act("report_incident", incident, one, "a guest reacted to nuts")
        assert {UUID(each) for each in answer["lots"]} == {one, two}
        assert [each["receipt_id"] for each in answer["receipts"]] == sold
        left = small_store.query(
            "SELECT DISTINCT state FROM wedge.portions WHERE whole_id = ANY (%s)", [one, two]
        )
        assert {state for (state,) in left} <= {"quarantined", "served"}
        assert (
            small_store.one(
                "SELECT count(*) FROM wedge.portions WHERE whole_id = %s AND state = 'available'",
                before,
            )
            == 8
        )
        total = "SELECT total_minor FROM wedge.tickets WHERE id = %s"
        assert small_store.one(total, open_ticket) == 0
        with pytest.raises(psycopg.Error):
            till.reserve(uuid4(), candidate(made[5], epoch=0))
        (task,) = small_store.query(
            "SELECT state, extract(epoch FROM due_at - opened_at)::int FROM wedge.tasks"
        )
        assert task == ("open", 1800)
        assert cut(kitchen, after, SLICES)["refused"] == "cross_contact"
        with pytest.raises(psycopg.Error) as refused:
            office.act("release_incident", incident, "wrong alarm", None)
        assert hint(refused.value) == "approval_needed"
        with pytest.raises(psycopg.Error) as refused:
            small_store.query(
                "UPDATE wedge.portions SET state = 'available' WHERE id = %s", made[5]
            )
        assert hint(refused.value) == "quarantined"
        boss = known_id("safety")
        small_store.query(
            "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
            " SELECT %s, 'Safety', 'food_safety_manager', pin_salt, pin_verifier"
            "   FROM wedge.staff WHERE role = 'manager'", boss,
        )  # fmt: skip
        approval = uuid4()
        subject = json.dumps({"incident": str(incident)})
        office.act("ask_approval", approval, "allergen_release", subject, None, "wrong alarm")
        pin = small_store.one("SELECT pin_verifier FROM wedge.staff WHERE id = %s", boss)
        assert pin is not None
        small_store.query(
            "UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
            " decided_at = clock_timestamp() WHERE id = %s", boss, approval,
        )  # fmt: skip
        office.act("release_incident", incident, "wrong alarm", approval)
    free = "SELECT count(*) FROM wedge.portions WHERE state = 'available' AND whole_id = ANY (%s)"
    assert small_store.one(free, [one, two]) == 14
    assert small_store.one("SELECT state FROM wedge.tasks") == "done"


def test_a_lot_keeps_the_ingredients_of_its_day(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with (
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        office.act("state_ingredients", PIZZA, " dough, tomato, mozzarella ")
        (lot,) = receive(office, PIZZA)
        office.act("state_ingredients", PIZZA, "dough, tomato, cashew cream")
        words = "SELECT ingredients FROM wedge.wholes WHERE id = %s"
        assert small_store.one(words, lot) == "dough, tomato, mozzarella"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            till.act("state_ingredients", PIZZA, "water")
        facts = till.call("portion_facts", FIRST)
    assert (facts["batch"] is not None, facts["ingredients"]) == (True, "")
