"""What a guest usually takes is suggested at a till of the real store, while it is there."""

import json
from uuid import UUID

import psycopg
import pytest

from tests.conftest import MakeTerminal
from tests.data.test_guests import buy, enrol
from tests.support.seed import PIZZA, TENTHS, SmallShop, Till, known_id, portion_ids
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.pos.test_real_preference import name_guest

TIRAMISU, TRAY = known_id("tiramisu"), known_id("tray")
PIECES = [known_id(f"tiramisu {number}") for number in range(10)]


def copied(link: psycopg.Connection, table: str, of: UUID, **other: object) -> None:
    """A row like the one of id `of`, with other values."""
    changed = json.dumps({name: str(each) for name, each in other.items()})
    link.execute(
        f"INSERT INTO wedge.{table} SELECT (jsonb_populate_record(x, %s::jsonb)).*"
        f" FROM wedge.{table} x WHERE id = %s".encode(), (changed, of),
    )  # fmt: skip


def bake_tiramisu(shop: SmallShop) -> None:
    """Ten portions of tiramisu, kept and priced as the pizza is."""
    with psycopg.connect(shop.admin_url) as link:
        copied(link, "products", PIZZA, id=TIRAMISU, code_prefix="T", name="Tiramisu")
        copied(link, "portion_configurations", TENTHS, id=known_id("ten"), product_id=TIRAMISU)
        copied(link, "wholes", known_id("whole 1"), id=TRAY, product_id=TIRAMISU, code="T-W1")
        for number, piece in enumerate(PIECES):
            copied(link, "portions", portion_ids()[number], id=piece, code=f"T-10{number}",
                   product_id=TIRAMISU, whole_id=TRAY)  # fmt: skip


def suggested(till: TillDriver) -> list[str]:
    return [row.name for row in till.program.till._guests._suggest._rows.rows]


@pytest.mark.spec("POS-05.4")
def test_what_the_guest_took_in_four_of_five_visits_is_suggested_while_some_are_left(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Six pieces of tiramisu are left: suggested beside the pizza; none: not. Pay works in both."""
    till = open_real("One")
    bake_tiramisu(small_store)
    till.until(lambda: till.shows("tile_T"), "baked")
    with Till(make_terminal("Other")) as other:
        guest = enrol(other)
        for portion in (*PIECES[:4], portion_ids()[19]):
            buy(other, guest, portion)
    free = "SELECT count(*) FROM wedge.portions WHERE state = 'available' AND product_id = %s"
    assert small_store.one(free, TIRAMISU) == 6
    name_guest(till)
    till.tap("sheetClose")
    till.tap("tile_P")
    till.until(lambda: "Tiramisu" in suggested(till), "suggested")
    assert len(suggested(till)) <= 3
    till.until(lambda: till.item("payKey").isEnabled(), "Pay")
    till.tap("dismiss_Tiramisu")
    till.until(lambda: "Tiramisu" not in suggested(till), "one tap takes it away")
    till.tap("cancelOrder")
    till.until(lambda: till.lines() == (), "the next order")
    name_guest(till)
    till.tap("sheetClose")
    till.tap("tile_P")
    till.until(lambda: "Tiramisu" in suggested(till), "suggested to the same guest anew")
    with Till(make_terminal("Other")) as other:
        for piece in PIECES[4:]:
            buy(other, None, piece)
    till.until(lambda: "Tiramisu" not in suggested(till), "none is left")
    till.until(lambda: till.item("payKey").isEnabled(), "Pay")
    till.tap("payKey")
    till.tap("exactKey")
    till.until(lambda: till.shows("nextOrder"), "paid")
