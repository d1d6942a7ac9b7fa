"""Wholes sold uncut, on a real store: they leave the stock with their line and return with it."""

import json
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_guests import refused
from tests.data.test_prices import entry, reprice, rules, set_pricing, step
from tests.support.refunds import give_back, limit
from tests.support.seed import CATEGORY, OVEN, PIZZA, SmallShop, Till, known_id

WHOLE = known_id("whole margherita")
STOCK = "SELECT state FROM wedge.wholes WHERE code LIKE 'P-U%%' ORDER BY expires_at"


def sell_wholes(shop: SmallShop, wholes: int, price_minor: int = 1800) -> None:
    """The pizza is sold whole, too; the only wholes in stock are `wholes` new ones."""
    shop.query(
        "INSERT INTO wedge.products (id, code_prefix, name, kind, category_id, base_price_minor,"
        " cost_minor, tax_rate_bp, allergens, active, whole_of_id) VALUES (%s, 'M',"
        " 'Margherita, whole', 'plain', %s, %s, 640, 700, '{}', true, %s)",
        WHOLE, CATEGORY, price_minor, PIZZA,
    )  # fmt: skip
    shop.query("UPDATE wedge.wholes SET expires_at = clock_timestamp() WHERE state = 'in_stock'")
    shop.query(
        "INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at)"
        " SELECT gen_random_uuid(), %s, 'P-U' || n, 'in_stock', clock_timestamp(),"
        " clock_timestamp() + n * interval '1 hour' FROM generate_series(1, %s) n",
        PIZZA, wholes,
    )  # fmt: skip


def stock(shop: SmallShop) -> str:
    """One letter per whole, the first to expire first: i(n stock), s(old)."""
    return "".join(state[0] for (state,) in shop.query(STOCK))


def test_a_line_holds_as_many_wholes_as_it_has_pieces(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    sell_wholes(small_store, 3)
    with Till(make_terminal("One")) as till, Till(make_terminal("Two")) as other:
        ticket, line = uuid4(), uuid4()
        till.act("add_plain", ticket, line, "counter", WHOLE, 1)
        assert stock(small_store) == "sii", "what expires first goes first"
        till.act("set_quantity", line, 3)
        assert stock(small_store) == "sss"
        late = lambda: other.act("add_plain", uuid4(), uuid4(), "counter", WHOLE, 1)  # noqa: E731
        assert refused(late) == "gone"
        assert refused(lambda: till.act("set_quantity", line, 4)) == "gone"
        till.act("set_quantity", line, 2)
        assert stock(small_store) == "ssi"
        till.act("remove_line", line)
        assert stock(small_store) == "iii"
        till.act("add_plain", ticket, uuid4(), "counter", WHOLE, 2)
        till.act("void_ticket", ticket)
        assert stock(small_store) == "iii"


def test_two_tills_never_sell_one_whole_twice(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Cut or sold: whoever comes second is told; an expired one or a blocked one is not sold."""
    sell_wholes(small_store, 2)
    with Till(make_terminal("One")) as till, Till(make_terminal("Two")) as other:
        tickets = uuid4(), uuid4()
        till.act("add_plain", tickets[0], uuid4(), "counter", WHOLE, 1)
        other.act("add_plain", tickets[1], uuid4(), "counter", WHOLE, 1)
        assert stock(small_store) == "ss"
        small_store.query("UPDATE wedge.wholes SET expires_at = clock_timestamp()"
                          " WHERE code = 'P-U1'")  # fmt: skip
        assert refused(lambda: till.act("pay_cash", tickets[0], 1800, 2000)) == "hold_expired"
        other.act("pay_cash", tickets[1], 1800, 2000)
        small_store.query("UPDATE wedge.tickets SET state = 'voided' WHERE id = %s", tickets[0])
        assert stock(small_store) == "is", "an order that was left behind lets go"


@pytest.mark.parametrize("of", [WHOLE, known_id("drink"), uuid4()])
def test_a_whole_is_the_whole_of_a_portioned_product(
    small_store: SmallShop, make_terminal: MakeTerminal, of: UUID
) -> None:
    sell_wholes(small_store, 0)
    document = small_store.one(
        "SELECT to_jsonb(p) || jsonb_build_object('whole_of_id', %s::text, 'configurations',"
        " '[]'::jsonb) FROM wedge.products p WHERE id = %s", str(of), WHOLE)  # fmt: skip
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as till:
        save = lambda: till.act("save_product", json.dumps(document))  # noqa: E731
        assert refused(save) == "unknown_item"
        document["whole_of_id"] = str(PIZZA)
        till.act("save_product", json.dumps(document))
    assert small_store.one("SELECT whole_of_id FROM wedge.products WHERE id = %s", WHOLE) == PIZZA


def test_the_last_whole_may_be_split_into_two_lines_and_joined_again(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Groups split the pieces of a line: the order holds no more wholes for it, and no fewer."""
    offer = {"id": "one", "name": "One at less", "kind": "bundle", "amount_minor": 1700,
             "parts": [{"product_id": str(WHOLE), "count": 1}]}  # fmt: skip
    sell_wholes(small_store, 2)
    set_pricing(small_store, promotions=[offer])
    full = [step("base", 1800)]
    less = [*full, step("promotion", -100, "promotion.bundle", "One at less", "one")]
    ticket, line, other = uuid4(), uuid4(), uuid4()
    held = "SELECT line_id, count(*) FROM wedge.wholes WHERE line_id IS NOT NULL GROUP BY 1"
    with Till(make_terminal("One")) as till:
        till.act("add_plain", ticket, line, "counter", WHOLE, 2)
        reprice(till, ticket, rules(small_store), entry(line, full, less, 1, WHOLE),
                entry(other, full, less, 1, WHOLE))  # fmt: skip
        assert dict(small_store.query(held)) == {line: 1, other: 1}
        reprice(till, ticket, rules(small_store), entry(line, full, less, 2, WHOLE),
                entry(other, full, less, 0, WHOLE))  # fmt: skip
        assert dict(small_store.query(held)) == {line: 2}
        assert stock(small_store) == "ss"
        till.act("void_ticket", ticket)
        assert stock(small_store) == "ii"
    assert small_store.query("SELECT * FROM wedge.wholes_dealt") == []


def test_a_line_gives_its_whole_back_whatever_its_product_is_by_then(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    sell_wholes(small_store, 2)
    ticket, line = uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        till.act("add_plain", ticket, line, "counter", WHOLE, 1)
        small_store.query("UPDATE wedge.products SET whole_of_id = NULL WHERE id = %s", WHOLE)
        till.act("set_quantity", line, 2)
        assert stock(small_store) == "ss", "the line was a whole's when it began"
        check = "SELECT expected, found FROM wedge.check_conservation()"
        assert small_store.query(check) == []
        with psycopg.connect(small_store.admin_url) as admin:
            admin.execute("SET session_replication_role = replica")
            admin.execute(b"UPDATE wedge.ticket_lines SET quantity = 1")
            assert admin.execute(check.encode()).fetchall() == [(0, 1)]
            admin.rollback()
        till.act("remove_line", line)
        assert stock(small_store) == "ii"


def test_a_blocked_lot_names_the_receipts_of_its_wholes_sold_uncut(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """And one that is paid for is not handed over."""
    sell_wholes(small_store, 1)
    limit(small_store)
    small_store.query("UPDATE wedge.products SET station_id = %s WHERE id = %s", OVEN, WHOLE)
    lot = small_store.one("SELECT id FROM wedge.wholes WHERE code = 'P-U1'")
    ticket, line = uuid4(), uuid4()
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
    ):
        till.act("add_plain", ticket, line, "counter", WHOLE, 1)
        till.act("pay_cash", ticket, 1800, 1800)
        told = kitchen.act("report_incident", uuid4(), lot, "Nuts")
        assert [each["portions"] for each in told["receipts"]] == [["P-U1"]]
        for call in (("verify_line", line, None), ("serve_ticket", ticket)):
            with pytest.raises(psycopg.Error) as error:
                kitchen.act(*call)
            assert error.value.diag.message_hint == "portion_expired"
            assert error.value.diag.message_detail == "P-U1"
        give_back(till, ticket, {"line_id": line, "goods": "discarded"})
        assert small_store.one("SELECT state FROM wedge.tickets WHERE id = %s", ticket) == "closed"
