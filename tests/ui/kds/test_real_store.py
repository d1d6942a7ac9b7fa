"""The kitchen's real window on the real database."""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.ticket import TicketState
from app.ui.kds.program import KitchenProgram
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.support.screen import click, shows, until
from tests.support.seed import (
    CABINET,
    EIGHTHS,
    PIZZA,
    PORTIONS,
    SmallShop,
    Till,
    candidate,
    known_id,
)
from tests.ui.conftest import Run

FIRST = known_id("portion 1/0")


class RealKitchen:
    """A signed-in kitchen on PostgreSQL."""

    def __init__(self, shell: Shell, store: PgStore) -> None:
        self.shell, self.store = shell, store
        self.program = KitchenProgram(shell, store)

    def cards(self) -> list[Any]:
        return list(self.program.model.property("board").property("cards").rows)

    async def sign_in(self) -> None:
        await click(self.shell, "staff_The kitchen")
        for digit in "2345":
            await self.tap(f"pinKey_{digit}")
        await self.tap("pinEnter")
        await until(lambda: bool(self.program.model.property("signIn").property("inside")))

    async def tap(self, name: str) -> None:
        await until(lambda: shows(self.shell, name))
        self.program.window.grabWindow()
        await click(self.shell, name)

    def has_heard_of(self, ticket: UUID) -> bool:
        view = self.store.feed.view
        return view is not None and ticket in view.tickets


Cook = Callable[[Callable[[RealKitchen], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def store(
    loop: asyncio.AbstractEventLoop, make_terminal: MakeTerminal, small_store: SmallShop
) -> Iterator[PgStore]:
    """The kitchen's store; the cabinet has been measured."""
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " SELECT id, 63000 FROM wedge.holding_units"
    )
    opened = PgStore.open(make_terminal("Kitchen", Mode.KDS), loop=loop)
    yield opened
    loop.run_until_complete(opened.aclose())


@pytest.fixture
def cook(
    # The store first: the shell, whose tasks ask it, is then closed before it.
    store: PgStore,
    shell: Shell,
    loop: asyncio.AbstractEventLoop,
    run: Run,
) -> Iterator[Cook]:
    """Run a body with a signed-in kitchen."""
    kitchen = RealKitchen(shell, store)

    async def signed_in(body: Callable[[RealKitchen], Coroutine[Any, Any, None]]) -> None:
        await kitchen.sign_in()
        await body(kitchen)

    yield lambda body: run(signed_in(body))
    loop.run_until_complete(kitchen.program.aclose())


@pytest.fixture
def till(make_terminal: MakeTerminal) -> Iterator[Till]:
    with Till(make_terminal("One")) as made:
        yield made


def sell(till: Till) -> tuple[UUID, UUID]:
    """One slice sold; ticket and line."""
    ticket, line = uuid4(), uuid4()
    till.reserve(ticket, candidate(FIRST), line=line)
    till.act("pay_cash", ticket, 8900, 8900)
    return ticket, line


@pytest.mark.spec("POS-06.4")
def test_a_paid_order_appears_within_two_seconds_and_an_unpaid_one_never(
    cook: Cook, till: Till
) -> None:
    async def body(kitchen: RealKitchen) -> None:
        ticket = uuid4()
        till.reserve(ticket, candidate(FIRST))
        await until(lambda: kitchen.has_heard_of(ticket))
        kitchen.program.window.grabWindow()
        assert kitchen.cards() == []
        till.act("pay_cash", ticket, 8900, 8900)
        paid_s = time.monotonic()
        await until(lambda: shows(kitchen.shell, "itemPlace"), timeout_s=2.0)
        assert time.monotonic() - paid_s <= 2.0
        (card,) = kitchen.cards()
        assert card.key == str(ticket)
        assert (card.items[0]["code"], card.items[0]["place"]) == ("P-100", "Hot cabinet 1 / A / 1")

    cook(body)


def test_a_verified_portion_past_its_limit_is_replaced_by_the_same_cut(
    cook: Cook, till: Till, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    # Eighths whose turn comes first, being the first to expire; but they are dearer.
    with Till(make_terminal("Second kitchen", Mode.KDS), "kitchen") as second:
        second.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 10.0, None)
    small_store.query(
        "UPDATE wedge.portions SET expires_at = clock_timestamp() + interval '1 h'"
        " WHERE whole_id = %s",
        known_id("uncut"),
    )

    async def body(kitchen: RealKitchen) -> None:
        ticket, line = sell(till)
        await kitchen.tap(f"item_{line}")
        await until(lambda: kitchen.cards()[0].items[0]["verified"])
        small_store.query(
            "UPDATE wedge.portions SET expires_at = clock_timestamp() WHERE id = %s", FIRST
        )
        await kitchen.tap(f"replace_{line}")
        await until(lambda: kitchen.cards()[0].items[0]["code"] != "P-100")
        item = kitchen.cards()[0].items[0]
        assert (item["cut"], item["changed"], item["verified"]) == ("1/10", True, False)
        assert kitchen.cards()[0].remadeText == "remake: first"
        wasted = "SELECT count(*) FROM wedge.waste WHERE portion_id = %s"
        assert small_store.one(wasted, FIRST) == 1
        await kitchen.tap(f"bump_{kitchen.cards()[0].number}")
        state = "SELECT state FROM wedge.tickets WHERE id = %s"
        await until(lambda: small_store.one(state, ticket) == TicketState.CLOSED)

    cook(body)
    states = small_store.query("SELECT state, count(*) FROM wedge.portions GROUP BY 1")
    assert dict(states) == {"wasted": 1, "served": 1, "available": PORTIONS + 8 - 2}
    assert small_store.one("SELECT product_id FROM wedge.waste") == PIZZA


@pytest.mark.spec("BR-04.6")
def test_what_is_left_of_a_lot_a_guest_complained_about_shows_re_inspect(
    cook: Cook, till: Till, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """One slice of the lot was sold; the rest is listed until somebody looked at it."""

    async def body(kitchen: RealKitchen) -> None:
        lists = kitchen.program.model.property("checks").property("lists")

        def flags() -> list[str]:
            return [row.reason for row in lists.property("rows").rows if "Re-inspect" in row.reason]

        ticket, line = sell(till)
        with Till(make_terminal("Pass", Mode.KDS), "kitchen") as station:
            station.act("verify_line", line, 64000)
            station.act("serve_ticket", ticket)
        till.act("open_complaint", uuid4(), line, "quality", "Cold inside")
        await until(lambda: bool(flags()))
        left = ", ".join(f"P-1{wedge:02}" for wedge in range(1, 10))
        assert flags()[0].startswith(f"Re-inspect {left}: a guest complained")
        whole = small_store.one("SELECT id FROM wedge.wholes WHERE code = 'P-W1'")
        await kitchen.tap("checks")
        await until(lambda: shows(kitchen.shell, f"look_again_{whole}"))
        with Till(make_terminal("Pass 2", Mode.KDS), "kitchen") as station:
            again = json.dumps({"kind": "recheck", "score": 8.5, "causes": [], "passed": True})
            expected = json.dumps({"score": 9.5, "effective_age_s": 60})
            other = known_id("portion 1/1")
            station.act("record_inspection", uuid4(), other, again, expected, "[]")
        await until(lambda: not flags())

    cook(body)
