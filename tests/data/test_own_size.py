"""A guest's own size on the server: it waits, costs pro rata, and every gram is accounted for."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.pins import derive
from app.domain.portion_size import own_size_price_minor
from tests.conftest import MakeTerminal
from tests.data.test_prices import refused, set_pricing
from tests.support.seed import PINS, PIZZA, SmallShop, Till, candidate, known_id, portion_ids

FIRST, NEXT = portion_ids()[:2]


@pytest.fixture
def shop(small_store: SmallShop) -> SmallShop:
    """A standard portion of 100 g at 5.00; prices to the minor unit."""
    set_pricing(small_store, rounding_minor=1)
    small_store.query("UPDATE wedge.products SET base_price_minor = 500, cost_minor = 100"
                      " WHERE id = %s RETURNING id", PIZZA)  # fmt: skip
    small_store.query("UPDATE wedge.portion_configurations SET standard_weight_mg = 100000"
                      " RETURNING id")  # fmt: skip
    small_store.query("UPDATE wedge.portions SET weight_mg = 100000 RETURNING id")
    return small_store


def approval(till: Till, line: UUID, asked_mg: int, price: int, who: str = "manager") -> UUID:
    """Asked at the till, and granted there with the PIN of `who`."""
    key = uuid4()
    subject = {"line_id": str(line), "asked_mg": asked_mg, "price_minor": price}
    till.act("ask_approval", key, "non_standard_portion", json.dumps(subject), None, "the guest")
    derived = derive(PINS[who], known_id(who).bytes)
    till.call("approve_with_pin", till.session, key, known_id(who), derived)
    return key


def held(shop: SmallShop) -> dict[str, Any]:
    return dict(shop.query("SELECT code, part_mg FROM wedge.portions WHERE state = 'reserved'"))


def line_row(shop: SmallShop, line: UUID) -> tuple[Any, ...]:
    row: tuple[Any, ...] = shop.query(
        "SELECT weight_mg, unit_price_minor, size_approved_by FROM wedge.ticket_lines"
        " WHERE id = %s", line)[0]  # fmt: skip
    return row


@pytest.mark.spec("BR-02.7")
def test_150_g_waits_for_a_manager_and_then_costs_7_50(
    shop: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
        assert till.act("ask_size", line, 150_000) == {"price_minor": 750}
        assert line_row(shop, line) == (100_000, 500, None)
        waiting = refused(lambda: till.act("pay_cash", ticket, 500, 1000))
        assert waiting == ("approval_needed", "non_standard_portion")
        assert refused(lambda: till.act("approve_size", line, None))[0] == "approval_needed"
        with pytest.raises(psycopg.Error, match="not_permitted"):
            approval(till, line, 150_000, 750, who="cashier")
        other = approval(till, line, 160_000, 800)
        assert refused(lambda: till.act("approve_size", line, other))[0] == "approval_invalid"
        till.act("approve_size", line, approval(till, line, 150_000, 750))
        assert line_row(shop, line) == (150_000, 750, known_id("manager"))
        paid = till.act("pay_cash", ticket, 750, 1000)
    document = shop.one("SELECT document FROM wedge.receipts WHERE id = %s", paid["receipt_id"])
    assert document["lines"][0]["weight_mg"] == 150_000
    assert document["lines"][0]["unit_price_minor"] == 750
    stored = shop.one("SELECT body FROM wedge.journal WHERE action = 'own size'")
    assert stored["approved_by"] == str(known_id("manager"))
    assert (stored["old_minor"], stored["price_minor"]) == (500, 750)


def test_what_the_piece_lacks_is_cut_from_its_neighbour_and_the_rest_is_looked_at(
    shop: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    before = shop.one("SELECT sum(weight_mg) FROM wedge.portions")
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
        till.act("ask_size", line, 250_000)
        # Wedges 1 and 9 lie beside wedge 0.
        assert held(shop) == {"P-100": None, "P-101": 100_000, "P-109": 50_000}
        till.act("approve_size", line, approval(till, line, 250_000, 1250))
        till.act("pay_cash", ticket, 1250, 2000)
    rows = shop.query("SELECT code, state, weight_mg, quality_status FROM wedge.portions"
                      " WHERE code IN ('P-100', 'P-101', 'P-109') ORDER BY code")  # fmt: skip
    assert rows == [
        ("P-100", "committed", 100_000, "good"),
        ("P-101", "committed", 100_000, "good"),
        ("P-109", "available", 50_000, "review"),
    ]
    assert shop.query("SELECT causes FROM wedge.quality_reviews WHERE outcome IS NULL") == [
        (["size"],)
    ]
    sold = 250_000
    left = shop.one("SELECT sum(weight_mg) FROM wedge.portions WHERE ticket_id IS NULL")
    assert left + sold == before
    assert shop.query("SELECT * FROM wedge.check_conservation()") == []


def weights(shop: SmallShop) -> int:
    """All that was cut: what is on sale, what was sold, and what was thrown away of either."""
    found: int = shop.one(
        "SELECT (SELECT sum(weight_mg) FROM wedge.portions"
        "         WHERE part_of IS NULL OR state = 'reserved')"
        " + (SELECT coalesce(sum((x ->> 1)::int), 0) FROM wedge.ticket_lines l"
        "      JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state IN ('paid', 'closed'),"
        "    jsonb_array_elements(l.size_parts) x WHERE NOT l.voided)"
        " + (SELECT coalesce(sum(weight_mg), 0) FROM wedge.waste)"
    )
    return found


def test_a_smaller_piece_leaves_an_offcut_that_is_waste_at_its_share_of_the_cost(
    shop: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line = uuid4(), uuid4()
    before = weights(shop)
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
        till.act("ask_size", line, 60_000)
        till.act("approve_size", line, approval(till, line, 60_000, 300))
        assert shop.query("SELECT id FROM wedge.waste") == []
        till.act("pay_cash", ticket, 300, 300)
    assert shop.one("SELECT weight_mg FROM wedge.portions WHERE id = %s", FIRST) == 60_000
    assert shop.one("SELECT offcut_mg FROM wedge.ticket_lines WHERE id = %s", line) == 40_000
    assert shop.query("SELECT portion_id, weight_mg, line_id, cause, cost_minor, staff_id"
                      " FROM wedge.waste") == [
        (FIRST, 40_000, line, "offcut", 40, known_id("cashier"))
    ]  # fmt: skip
    assert weights(shop) == before
    assert shop.query("SELECT * FROM wedge.check_weights()") == []
    assert shop.query("SELECT * FROM wedge.check_conservation()") == []


def test_what_is_left_of_a_portion_is_waste_at_what_it_still_cost(
    shop: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The guest brings the smaller piece back: both rows together are the portion's cost."""
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
        till.act("ask_size", line, 60_000)
        till.act("approve_size", line, approval(till, line, 60_000, 300))
        till.act("pay_cash", ticket, 300, 300)
        goods = [{"line_id": str(line), "quantity": 1, "goods": "discarded"}]
        till.act("refund_ticket", uuid4(), ticket, json.dumps(goods), "too cold", None)
    rows = shop.query("SELECT cause, weight_mg, cost_minor FROM wedge.waste ORDER BY at")
    assert rows == [("offcut", 40_000, 40), ("returned: too cold", None, 60)]


def test_the_neighbours_come_back_with_the_line(
    shop: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Removed, dropped, expired: nothing was cut, so whole portions go back on sale."""
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till, Till(make_terminal("Two")) as other:
        till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
        till.act("ask_size", line, 150_000)
        till.act("ask_size", line, 120_000)
        assert held(shop) == {"P-100": None, "P-101": 20_000}
        till.act("drop_size", line)
        assert held(shop) == {"P-100": None}
        till.act("ask_size", line, 150_000)
        till.act("remove_line", line)
        assert held(shop) == {}
        # Its hold ran out: another till takes the very neighbour.
        line = uuid4()
        epoch = shop.one("SELECT epoch FROM wedge.portions WHERE id = %s", FIRST)
        till.reserve(ticket, candidate(FIRST, epoch, 500, 500), line=line)
        till.act("ask_size", line, 150_000)
        shop.query("UPDATE wedge.portions SET reserved_until = now() - interval '1 s'"
                   " WHERE state = 'reserved' RETURNING id")  # fmt: skip
        epoch = shop.one("SELECT epoch FROM wedge.portions WHERE id = %s", NEXT)
        other.reserve(uuid4(), candidate(NEXT, epoch, 500, 500))
        assert shop.one("SELECT voided FROM wedge.ticket_lines WHERE id = %s", line)
        assert held(shop) == {"P-101": None}


def test_what_cannot_be_is_refused(shop: SmallShop, make_terminal: MakeTerminal) -> None:
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST, 0, 500, 500), line=line)
        for asked in (None, 0, -5, 100_000, 24_999, 300_001):
            answer = refused(lambda a=asked: till.act("ask_size", line, a))
            assert answer[0] == "bad_quantity", asked
        shop.query("UPDATE wedge.portions SET state = 'wasted' WHERE whole_id = %s"
                   " AND state = 'available' RETURNING id", known_id("whole 1"))  # fmt: skip
        assert refused(lambda: till.act("ask_size", line, 150_000)) == ("gone", "size")
        till.act("ask_size", line, 80_000)
        till.act("approve_size", line, approval(till, line, 80_000, 400))
        assert refused(lambda: till.act("ask_size", line, 150_000)) == ("changed", "size")
        assert refused(lambda: till.act("discount_line", line, 10, "guest", None))[0] == "bad_price"


@pytest.mark.parametrize(("price", "asked", "rounding"), [
    (500, 150_000, 1), (499, 33_333, 1), (8_900, 125_000, 100), (8_950, 90_000, 25), (0, 50_000, 5),
])  # fmt: skip
def test_the_server_prices_a_size_as_the_till_does(
    shop: SmallShop, price: int, asked: int, rounding: int
) -> None:
    set_pricing(shop, rounding_minor=rounding)
    server = shop.one("SELECT wedge.pro_rata(%s, 100000, %s)", price, asked)
    assert server == own_size_price_minor(price, 100_000, asked, rounding)
