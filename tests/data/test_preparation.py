"""What is asked for with a line, on the real server: kept, priced once, counted in every sum."""

import json
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, hint
from tests.support.seed import DRINK, OVEN, PIZZA, SmallShop, Till, candidate, known_id

LIST = [
    {"name": "Reheat", "price_minor": 0, "seconds": 120},
    {"name": "Extra sauce", "price_minor": 1000, "seconds": 0},
    {"name": "ตัดครึ่ง", "price_minor": 0, "seconds": 10},
]
SECOND = known_id("portion 1/1")


def offer_options(shop: SmallShop) -> None:
    shop.query("UPDATE wedge.products SET preparations = %s WHERE id = %s", json.dumps(LIST), PIZZA)


def refused(till: Till, line: UUID, options: list[str], note: str) -> str:
    with pytest.raises(psycopg.Error) as error:
        till.act("prepare_line", line, options, note)
    return hint(error.value)


def test_options_and_note_are_on_ticket_and_receipt_and_in_every_sum(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    offer_options(small_store)
    ticket, first, second = uuid4(), uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST), line=first)
        till.reserve(ticket, candidate(SECOND), line=second)
        till.act("prepare_line", first, ["Extra sauce", "Reheat"], "  ไม่ใส่ใบโหระพา 🌿 ")
        assert small_store.one("SELECT total_minor FROM wedge.tickets") == 2 * 8900 + 1000
        till.act("remove_line", second)
        assert small_store.one("SELECT total_minor FROM wedge.tickets") == 9900
        till.act("pay_cash", ticket, 9900, 10000)
    kept = small_store.query(
        "SELECT preparations, extras_minor, note, kitchen_state FROM wedge.ticket_lines"
        " WHERE NOT voided"
    )
    assert kept == [([LIST[0], LIST[1]], 1000, "ไม่ใส่ใบโหระพา 🌿", "queued")]
    receipt = small_store.one("SELECT document FROM wedge.receipts")
    (line,) = receipt["lines"]
    assert [each["name"] for each in line["preparations"]] == ["Reheat", "Extra sauce"]
    assert (line["extras_minor"], line["note"]) == (1000, "ไม่ใส่ใบโหระพา 🌿")
    assert receipt["tax_minor_by_rate_bp"] == [[700, round(9900 * 7 / 107)]]


def test_what_is_not_on_the_list_or_too_long_changes_nothing(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    offer_options(small_store)
    line, drink = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(uuid4(), candidate(FIRST), line=line)
        till.act("prepare_line", line, ["Reheat"], "x" * 140)
        assert refused(till, line, ["Gold leaf"], "") == "unknown_item"
        assert refused(till, line, [], "ก" * 141) == "bad_text"
        assert refused(till, line, [], "two\nlines") == "bad_text"
        till.act("add_plain", uuid4(), drink, "counter", DRINK, 1)
        assert refused(till, drink, ["Reheat"], "") == "unknown_item"
    with Till(make_terminal("Two")) as other:
        assert refused(other, line, [], "mine now") == "not_permitted"
    kept = small_store.query(
        "SELECT preparations -> 0 ->> 'name', char_length(note) FROM wedge.ticket_lines"
        " WHERE id = %s", line,
    )  # fmt: skip
    assert kept == [("Reheat", 140)]


def test_the_price_of_an_option_stays_the_lines_when_the_list_changes(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    offer_options(small_store)
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST), line=line)
        till.act("prepare_line", line, ["Extra sauce"], "")
        small_store.query("UPDATE wedge.products SET preparations = '[]'")
        till.act("extend_hold", ticket)
        assert small_store.one("SELECT total_minor FROM wedge.tickets") == 9900
        till.act("prepare_line", line, [], "")
        assert small_store.one("SELECT total_minor FROM wedge.tickets") == 8900


def test_a_line_says_where_its_portion_is_now(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    chilled = uuid4()
    small_store.query(
        "INSERT INTO wedge.holding_units (id, name, kind, storage) VALUES (%s, 'Cold room',"
        " 'cold', 'chilled')", chilled,
    )  # fmt: skip
    with Till(make_terminal("One")) as till:
        till.reserve(uuid4(), candidate(FIRST))
    small_store.query(
        "UPDATE wedge.portions SET holding_unit_id = %s, place = 'C / 2' WHERE id = %s",
        chilled, FIRST,
    )  # fmt: skip
    shown = small_store.query("SELECT holding_unit_name, place FROM wedge.ticket_lines")
    assert shown == [("Cold room", "C / 2")]


def test_only_the_kitchen_says_who_works_there(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("staff_station", OVEN, 2)
        for number in (0, 51):
            with pytest.raises(psycopg.Error) as odd:
                kitchen.act("staff_station", OVEN, number)
            assert hint(odd.value) == "bad_quantity"
    with Till(make_terminal("One")) as till, pytest.raises(psycopg.errors.InsufficientPrivilege):
        till.act("staff_station", OVEN, 3)
    assert small_store.one("SELECT active_staff FROM wedge.stations WHERE id = %s", OVEN) == 2
