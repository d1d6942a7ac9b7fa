"""A look in the kitchen is on every till within two seconds, through the whole program's path."""

from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.inspection import InspectionKind, Seen
from app.domain.people import Mode
from app.domain.portion import Grade, PortionState
from app.services.freshness import Freshness
from app.services.inspect_portion import inspect_portion
from app.services.kitchen_stock import leaving_lots
from app.services.offers import derive_offers
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_no_oversell import keep
from tests.data.test_reservation import hint
from tests.support.seed import (
    CABINET,
    PINS,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
    portion_ids,
)

VISIBLE_S = 2.0
FIRST, SECOND = portion_ids()[:2]


def grades(store: PgStore) -> dict[str, Grade | None]:
    """What a till would sell: grade by portion code."""
    view = store.feed.view
    assert view is not None
    offer = derive_offers(view, store.feed.now())[PIZZA]
    return {view.portions[each.portion_id].code: each.grade for each in offer.candidates}


@pytest.mark.spec("POS-R2.2")
def test_a_portion_below_the_floor_vanishes_and_comes_back_by_a_check(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    keep(small_store, 2)
    till = open_store(make_terminal("Two"))
    kitchen = open_store(make_terminal("K", Mode.KDS))
    until(io_loop, lambda: till.feed.view is not None and kitchen.feed.view is not None)
    session = io_loop.run_until_complete(
        kitchen.staff.sign_in(known_id("kitchen"), PINS["kitchen"])
    )
    io_loop.run_until_complete(
        kitchen.stock.record_temperature(
            request=new_id(), holding_unit_id=CABINET, temperature_mc=63_000
        )
    )
    until(io_loop, lambda: len(grades(till)) == 2)

    def look(score: float, *causes: str) -> None:
        io_loop.run_until_complete(
            inspect_portion(
                kitchen, session, request=new_id(), inspection_id=new_id(), portion_id=FIRST,
                seen=Seen(InspectionKind.RANDOM, score, causes=causes),
            )
        )  # fmt: skip

    began = monotonic()
    look(6.9, "age")
    until(io_loop, lambda: list(grades(till)) == ["P-101"])
    assert monotonic() - began <= VISIBLE_S
    until(
        io_loop,
        lambda: (
            kitchen.feed.view is not None
            and kitchen.feed.view.portions[FIRST].state is PortionState.QUARANTINED
        ),
    )
    assert kitchen.feed.view is not None
    lists = leaving_lots(kitchen.feed.view, kitchen.feed.now(), Freshness(kitchen.feed.view))
    assert [[each.code for each in lot] for lot in lists.values()] == [["P-100"]]
    look(8.4)
    until(io_loop, lambda: grades(till).get("P-100") is Grade.B)
    kept = small_store.query("SELECT score, passed, staff_id FROM wedge.inspections ORDER BY at")
    assert kept == [(6.9, False, known_id("kitchen")), (8.4, True, known_id("kitchen"))]
    small_store.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() WHERE id = %s", SECOND
    )
    until(io_loop, lambda: "P-101" not in grades(till))
    with Till(make_terminal("One"), "manager") as manager, pytest.raises(psycopg.Error) as refused:
        manager.reserve(uuid4(), candidate(SECOND))
    assert hint(refused.value) == "portion_expired"
