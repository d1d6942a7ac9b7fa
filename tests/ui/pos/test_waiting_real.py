"""A guest waits for a new whole: the kitchen cuts one, and till and kitchen learn who has it."""

import asyncio
from typing import Any

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.people import Session
from app.ui.kds.item import derive_item
from tests.support.seed import CABINET, TENTHS, SmallShop, known_id
from tests.ui.pos.conftest import OpenTill
from tests.ui.pos.test_settling_real import (
    Look,
    line_of,
    pay,
    sell_out,
    settle_ways,
    sold_as_b,
)
from tests.ui.pos.test_settling_real import kitchen as kitchen
from tests.ui.pos.test_settling_real import look as look


def card_item(store: PgStore) -> dict[str, Any]:
    """The only line as the kitchen's card has it."""
    view = store.feed.view
    assert view is not None
    line = next(each for each in view.ticket_lines.values() if not each.voided)
    return derive_item(view, line, store.feed.now(), False)


def test_a_cut_fills_the_line_that_waits_and_both_screens_say_so(
    open_real: OpenTill,
    small_store: SmallShop,
    look: Look,
    kitchen: tuple[PgStore, list[Session]],
    loop: asyncio.AbstractEventLoop,
) -> None:
    till = open_real("One")
    sold_as_b(till, small_store)
    pay(till)
    sell_out(small_store)
    look("P-103", 6.8, "damage")
    till.until(lambda: "wait" in settle_ways(till))
    till.tap("settle_wait")
    store, sessions = kitchen
    till.until(lambda: card_item(store)["note"] == "the guest waits: cut a new whole")

    cutting = loop.create_task(
        store.stock.cut_whole(
            sessions[0], request=new_id(), whole_id=known_id("uncut"), configuration_id=TENTHS,
            portions=2, holding_unit_id=CABINET, shelf="B", presentation=9.5,
        )
    )  # fmt: skip
    till.until(cutting.done)
    cutting.result()
    code, former, reason, *_ = line_of(small_store)
    assert (former, reason) == ("P-103", "damage")
    till.until(lambda: card_item(store)["code"] == code)
    till.until(lambda: not card_item(store)["blocked"])
    assert card_item(store)["place"] == "Hot cabinet 1 / B / 1"
    till.until(lambda: till.item("tillNotice").property("title").endswith("is another portion"))
    till.until(lambda: till.item("tillNotice").property("text").startswith(code))
