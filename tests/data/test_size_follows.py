"""A guest's own size on the server when another portion takes its line: size and price stay."""

import json
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.data.selling import candidate_map
from app.domain.people import Mode
from app.domain.portion import Grade
from tests.conftest import MakeTerminal
from tests.data.test_own_size import FIRST, approval, held, weights
from tests.data.test_own_size import shop as shop
from tests.data.test_prices import refused
from tests.support.seed import SmallShop, Till, candidate, known_id

OTHER = known_id("portion 2/0")


def row(portion: UUID, grade: Grade = Grade.A, price: int = 500, epoch: int = 0) -> dict[str, Any]:
    more = {"grade": grade.value, "reason": "oldest", "score_milli": 9000, "sell_first": False}
    return {**candidate_map(candidate(portion, epoch, price, 500)), **more}


def sized(till: Till, ticket: UUID, grams: int, *, approve: bool = True) -> UUID:
    """A line of the first portion in a size of its own."""
    line = uuid4()
    till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
    price = till.act("ask_size", line, grams * 1000)["price_minor"]
    if approve:
        till.act("approve_size", line, approval(till, line, grams * 1000, price))
    return line


def swap(till: Till, line: UUID, candidate: dict[str, Any], reason: str = "guest_request") -> Any:
    return till.act("swap_line", line, json.dumps(candidate), reason, "", None)


def line_row(shop: SmallShop, line: UUID) -> Any:
    return shop.query(
        "SELECT portion_code, asked_mg, weight_mg, offcut_mg, size_parts, unit_price_minor"
        " FROM wedge.ticket_lines WHERE id = %s", line)[0]  # fmt: skip


def look(kitchen: Till, portion: UUID, line: UUID, *stand_ins: dict[str, Any]) -> None:
    """Somebody finds the whole lot too poor to sell."""
    seen = {"kind": "recheck", "step": None, "score": 6.0, "passed": True, "causes": ["age"],
            "note": "", "temperature_mc": None}  # fmt: skip
    said = {"score": 9.0, "effective_age_s": 600.0}
    kitchen.act("record_inspection", uuid4(), portion, json.dumps(seen), json.dumps(said),
                json.dumps({str(line): list(stand_ins)}))  # fmt: skip


@pytest.fixture
def sound(shop: SmallShop) -> Any:
    """The shop; whatever a test did, every gram and every portion is accounted for."""
    before = weights(shop)
    yield shop
    assert weights(shop) == before
    assert shop.query("SELECT * FROM wedge.check_weights()") == []
    assert shop.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_swap_by_hand_cuts_the_new_portion_to_the_size(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        line = sized(till, ticket, 150)
        assert held(sound) == {"P-100": None, "P-101": 50_000}
        swap(till, line, row(OTHER))
        assert held(sound) == {"P-200": None, "P-201": 50_000}
        assert line_row(sound, line) == ("P-200", 150_000, 150_000, 0, [["P-201", 50_000]], 750)
        till.act("pay_cash", ticket, 750, 1000)
    assert sound.one("SELECT weight_mg FROM wedge.portions WHERE code = 'P-201'") == 50_000


def test_a_cheaper_portion_costs_its_own_price_pro_rata_and_none_is_dearer(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        line = sized(till, ticket, 150)
        # 6.00 is below what the line costs, and more than a portion of it did.
        dear = {**row(OTHER), "unit_price_minor": 600, "base_price_minor": 500}
        more = {"reason": "peak", "amount_minor": 100, "rule_version": 1}
        dear["breakdown"] = [*dear["breakdown"], more]
        assert refused(lambda: swap(till, line, dear))[0] == "bad_price"
        swap(till, line, row(OTHER, Grade.B, 400))
        assert line_row(sound, line)[5] == 600
        charged = sound.query(
            "SELECT charged_minor, variance_minor FROM wedge.allocation_decisions"
            " WHERE kind = 'swapped'"
        )
        assert charged == [(600, 0)]
        steps = sound.one("SELECT breakdown FROM wedge.ticket_lines WHERE id = %s", line)
        assert sum(step["amount_minor"] for step in steps) == 600
        assert steps[-1]["params"][:2] == ["150000", "100000"]
        till.act("pay_cash", ticket, 600, 600)


def test_a_smaller_size_stays_small_and_a_waiting_one_waits(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        line = sized(till, ticket, 60, approve=False)
        swap(till, line, row(OTHER))
        assert line_row(sound, line) == ("P-200", 60_000, 100_000, 40_000, [], 500)
        assert refused(lambda: till.act("pay_cash", ticket, 500, 500))[0] == "approval_needed"
        till.act("approve_size", line, approval(till, line, 60_000, 300))
        swap(till, line, row(FIRST, epoch=2))
        assert line_row(sound, line) == ("P-100", 60_000, 60_000, 40_000, [], 300)
        assert sound.query("SELECT id FROM wedge.waste") == []
        till.act("pay_cash", ticket, 300, 300)
    assert sound.query("SELECT portion_id, weight_mg FROM wedge.waste") == [(FIRST, 40_000)]


def test_a_whole_without_enough_left_is_refused_or_passed_by(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    sound.query("UPDATE wedge.portions SET state = 'quarantined' WHERE code BETWEEN 'P-201'"
                " AND 'P-209' RETURNING id")  # fmt: skip
    with Till(make_terminal("One")) as till:
        line = sized(till, uuid4(), 150)
        before = line_row(sound, line)
        assert refused(lambda: swap(till, line, row(OTHER))) == ("gone", "size")
        assert (line_row(sound, line), held(sound)) == (before, {"P-100": None, "P-101": 50_000})
        third = row(known_id("portion 1/3"))
        till.act("substitute_line", line, json.dumps([row(OTHER), third]), "age", "", False)
        assert line_row(sound, line)[0] == "P-103"
        assert held(sound) == {"P-103": None, "P-102": 50_000}


def test_a_stand_in_that_a_look_brings_has_size_and_price(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        line = sized(till, ticket, 150)
        look(kitchen, FIRST, line, row(OTHER))
        assert line_row(sound, line) == ("P-200", 150_000, 150_000, 0, [["P-201", 50_000]], 750)
        till.act("pay_cash", ticket, 750, 750)


def test_a_paid_small_piece_is_cut_anew_and_the_former_is_looked_at(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        line = sized(till, ticket, 60)
        till.act("pay_cash", ticket, 300, 300)
        chosen = json.dumps(row(OTHER))
        kitchen.act("swap_paid_line", line, chosen, f"[{chosen}]", "presentation", "", None)
    assert line_row(sound, line) == ("P-200", 60_000, 60_000, 40_000, [], 300)
    found = sound.query("SELECT code, state, weight_mg, quality_status FROM wedge.portions"
                        " WHERE id IN (%s, %s) ORDER BY code", FIRST, OTHER)  # fmt: skip
    assert found == [("P-100", "available", 60_000, "review"),
                     ("P-200", "committed", 60_000, "good")]  # fmt: skip
    assert sound.query("SELECT portion_id, weight_mg, cost_minor FROM wedge.waste ORDER BY at") == [
        (FIRST, 40_000, 40), (OTHER, 40_000, 40)]  # fmt: skip


def test_a_paid_large_piece_keeps_its_part_when_only_its_own_portion_is_at_fault(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        line = sized(till, ticket, 150)
        till.act("pay_cash", ticket, 750, 750)
        chosen = json.dumps(row(OTHER))
        kitchen.act("swap_paid_line", line, chosen, f"[{chosen}]", "damaged", "", None)
    assert line_row(sound, line) == ("P-200", 150_000, 150_000, 0, [["P-101", 50_000]], 750)
    assert sound.query("SELECT id FROM wedge.waste") == []


def test_a_paid_large_piece_of_a_lot_that_fell_is_cut_from_another_whole(
    sound: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
    ):
        line = sized(till, ticket, 250)
        till.act("pay_cash", ticket, 1250, 1250)
        look(kitchen, FIRST, line, row(OTHER))
        parts = [["P-201", 100_000], ["P-209", 50_000]]
        assert line_row(sound, line) == ("P-200", 250_000, 250_000, 0, parts, 1250)
        # The part that was cut is thrown away, the neighbour that went whole is looked at.
        assert sound.query("SELECT p.code, w.weight_mg FROM wedge.waste w"
                           " JOIN wedge.portions p ON p.id = w.portion_id") == [
            ("P-109", 50_000)]  # fmt: skip
        assert sound.one("SELECT state FROM wedge.portions WHERE code = 'P-101'") == "quarantined"
        kitchen.act("verify_line", line, None)
        kitchen.act("serve_ticket", ticket)
