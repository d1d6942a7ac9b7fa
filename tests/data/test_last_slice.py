"""The last slice and two tills, a hundred times: one hold, one answer with alternatives."""

import asyncio
import json
from uuid import UUID

import pytest

from app.data.store import PgStore
from app.domain.allocation.alternatives import AlternativeKind, Wanted
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.portion import Grade, PortionState
from app.domain.ticket import Service
from app.services.appraisal import Appraiser
from app.services.other_portions import Offered, other_portions
from app.services.ports import Candidate
from app.services.refusal import RefusalCode, Refused
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.support.choosing import choose_portions
from tests.support.seed import PINS, PIZZA, PRICE_MINOR, SmallShop, known_id, portion_ids

RUNS = 100
LAST = portion_ids()[0]


def bake_another(shop: SmallShop) -> UUID:
    """A second pizza of the same category and price, with two slices on sale."""
    other, whole = known_id("pepperoni"), known_id("whole pepperoni")
    changed = json.dumps({"id": str(other), "name": "Pepperoni", "code_prefix": "Q"})
    shop.query(
        "INSERT INTO wedge.products SELECT (jsonb_populate_record(p, %s)).* FROM wedge.products p"
        " WHERE id = %s", changed, PIZZA,
    )  # fmt: skip
    shop.query(
        "INSERT INTO wedge.portion_configurations (id, product_id, name, portions_per_whole,"
        " is_default) VALUES (gen_random_uuid(), %s, '1/10', 10, true)", other,
    )  # fmt: skip
    row = (
        "INSERT INTO wedge.{table} SELECT (jsonb_populate_record(x, {change})).*"
        " FROM wedge.{table} x WHERE {where}"
    )
    shop.query(
        "SET wedge.bulk = 'on'; "
        + row.format(
            table="wholes",
            change=f"jsonb_build_object('id', '{whole}', 'product_id', '{other}', 'code', 'Q-W1',"
            " 'lot_number', 'Q-LOT')",
            where=f"id = '{known_id('whole 1')}'",
        )
        + "; "
        + row.format(
            table="portions",
            change="jsonb_build_object('id', gen_random_uuid(), 'code', 'Q-' || x.wedge,"
            f" 'whole_id', '{whole}', 'product_id', '{other}', 'state', 'available')",
            where=f"whole_id = '{known_id('whole 1')}'",
        )
        + "; SELECT wedge.feed_bump()"
    )
    return other


async def take(store: PgStore, session: Session, wanted: tuple[Candidate, ...]) -> UUID | str:
    """The ticket that holds it, or why there is none."""
    ticket = new_id()
    try:
        await store.selling.reserve_first(
            session, request=new_id(), ticket_id=ticket, line_id=new_id(),
            service=Service.COUNTER, candidates=wanted,
        )  # fmt: skip
    except Refused as refusal:
        return refusal.code.value
    return ticket


def instead(store: PgStore) -> tuple[Offered, ...]:
    """What the till offers in its place."""
    view = store.feed.view
    assert view is not None
    wanted = Wanted(PIZZA, Grade.A, 10, PRICE_MINOR)
    return other_portions(view, Appraiser(view), wanted, store.feed.now())


@pytest.mark.spec("POS-02.3")
def test_a_hundred_times_one_hold_and_one_taken_with_alternatives(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    other = bake_another(small_store)
    keep_only = "UPDATE wedge.portions SET state = 'wasted' WHERE product_id = %s AND id <> %s"
    small_store.query(keep_only, PIZZA, LAST)
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
        " SELECT id, now(), 63000 FROM wedge.holding_units"
    )
    stores = [open_store(make_terminal(name)) for name in ("POS-1", "POS-2")]
    until(io_loop, lambda: all(s.feed.view is not None for s in stores))
    sessions = [
        io_loop.run_until_complete(s.staff.sign_in(known_id("cashier"), PINS["cashier"]))
        for s in stores
    ]

    def free(store: PgStore) -> bool:
        view = store.feed.view
        found = view.portions.get(LAST) if view else None
        return found is not None and found.state is PortionState.AVAILABLE

    async def at_once(rows: list[tuple[Candidate, ...]]) -> list[UUID | str]:
        both = zip(stores, sessions, rows, strict=True)
        return list(await asyncio.gather(*(take(*each) for each in both)))

    winners = [0, 0]
    for _ in range(RUNS):
        until(io_loop, lambda: all(map(free, stores)))
        view = stores[0].feed.view
        assert view is not None
        ((row,),) = (choose_portions(view, PIZZA, 1, stores[0].feed.now()),)
        outcomes = io_loop.run_until_complete(at_once([row, row]))
        (held,) = (each for each in outcomes if isinstance(each, UUID))
        (lost,) = (each for each in outcomes if isinstance(each, str))
        assert lost == RefusalCode.GONE
        winner, loser = outcomes.index(held), outcomes.index(lost)
        winners[winner] += 1
        # Also the winner's own: what it sees next must not be what it saw before.
        until(io_loop, lambda: not any(map(free, stores)))
        found = instead(stores[loser])
        assert found and found[0].alternative.kind is AlternativeKind.SAME_CATEGORY
        assert found[0].alternative.portion.product_id == other
        io_loop.run_until_complete(
            stores[winner].selling.void_ticket(sessions[winner], request=new_id(), ticket_id=held)
        )
    assert sum(winners) == RUNS
    held_twice = (
        "SELECT count(*) FROM wedge.ticket_lines a JOIN wedge.ticket_lines b"
        " ON a.portion_id = b.portion_id AND a.id < b.id AND NOT a.voided AND NOT b.voided"
    )
    assert small_store.one(held_twice) == 0
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []
