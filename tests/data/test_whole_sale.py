"""Wholes sold uncut, on a real store: they leave the stock with their line and return with it."""

import json
from uuid import UUID, uuid4

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_guests import refused
from tests.support.seed import CATEGORY, PIZZA, SmallShop, Till, known_id

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
