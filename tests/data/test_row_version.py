"""Two who act on one version of a portion: the first commit wins, the other is told what it is."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.inspection import FailCause, InspectionKind, Seen
from app.domain.people import Mode, Session
from app.domain.portion import PortionState
from app.domain.ticket import Service
from app.services.inspect_portion import inspect_portion
from app.services.refusal import RefusalCode, Refused
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, sign_in, until
from tests.support.seed import PRICE_MINOR, SmallShop, candidate, portion_ids

VERSION = 7
FIRST, SECOND, THIRD = portion_ids()[0], portion_ids()[10], portion_ids()[5]


class Two:
    """A till and a kitchen that both hold the same picture."""

    def __init__(self, loop: Loop, till: PgStore, kitchen: PgStore) -> None:
        self.loop, self.till, self.kitchen = loop, till, kitchen
        self.cashier: Session = sign_in(loop, till, "cashier")
        self.cook: Session = sign_in(loop, kitchen, "kitchen")

    def know(self, portion: UUID, epoch: int, state: PortionState, sold: bool = True) -> None:
        """Wait until both screens have this version of the portion; `sold`: it is not blocked."""

        def known() -> bool:
            views = [self.till.feed.view, self.kitchen.feed.view]
            found = [view.portions.get(portion) for view in views if view]
            shown = [(p.epoch, p.state, p.quality_status.sellable) for p in found if p]
            return shown == [(epoch, state, sold)] * 2

        until(self.loop, known)

    async def reserve(self, portion: UUID) -> str:
        """Hold this very portion, in the version that the till has seen."""
        one = candidate(portion, epoch=VERSION, price_minor=PRICE_MINOR)
        by_hand = replace(one, reason="by_hand")
        return await told(
            self.till.selling.reserve_first(
                self.cashier, request=new_id(), ticket_id=new_id(), line_id=new_id(),
                service=Service.COUNTER, candidates=[by_hand],
            )
        )  # fmt: skip

    async def put_on_hold(self, portion: UUID) -> str:
        """Take it off sale after a look, in the version that the kitchen has seen."""
        seen = Seen(
            kind=InspectionKind.RECHECK, score=8.0, passed=False,
            causes=(FailCause.DAMAGE.value,), epoch=VERSION,
        )  # fmt: skip
        return await told(
            inspect_portion(
                self.kitchen, self.cook, request=new_id(), inspection_id=new_id(),
                portion_id=portion, seen=seen,
            )
        )  # fmt: skip


async def told(call: Any) -> str:
    """What a screen is told: done, or the refusal with the new state."""
    try:
        await call
    except Refused as refusal:
        assert refusal.code is RefusalCode.CHANGED
        return f"changed: {refusal.detail}"
    return "done"


@pytest.mark.spec("FUL-A.2")
def test_reserving_and_holding_one_version_ends_with_one_of_them(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " SELECT id, 63000 FROM wedge.holding_units"
    )
    small_store.query(
        "UPDATE wedge.portions SET epoch = %s WHERE id = ANY (%s)", VERSION, [FIRST, SECOND, THIRD]
    )
    both = Two(
        io_loop,
        open_store(make_terminal("One")),
        open_store(make_terminal("Kitchen", Mode.KDS)),
    )
    for portion in (FIRST, SECOND, THIRD):
        both.know(portion, VERSION, PortionState.AVAILABLE)
    run = io_loop.run_until_complete

    assert run(both.reserve(FIRST)) == "done"
    assert run(both.put_on_hold(FIRST)) == "changed: reserved"
    both.know(FIRST, VERSION + 1, PortionState.RESERVED)

    async def at_once() -> list[str]:
        return list(await asyncio.gather(both.reserve(THIRD), both.put_on_hold(THIRD)))

    outcome = run(at_once())
    if outcome[0] == "done":
        assert outcome[1] == "changed: reserved"
        both.know(THIRD, VERSION + 1, PortionState.RESERVED)
    else:
        assert outcome == ["changed: quarantined", "done"]
        both.know(THIRD, VERSION + 1, PortionState.QUARANTINED, sold=False)

    assert run(both.put_on_hold(SECOND)) == "done"
    assert run(both.reserve(SECOND)) == "changed: quarantined"
    both.know(SECOND, VERSION + 1, PortionState.QUARANTINED, sold=False)
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []
