"""A portion of a paid order falls: the kitchen's window on the real database."""

import asyncio
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.data.rows import DECODERS
from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.policy import StoreSettings
from app.hardware.receipt_text import Row, receipt_rows
from app.services.policy_codec import from_document
from app.services.store_view import Entity
from app.ui.customer.model import CustomerModel
from app.ui.shared.format import clock
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.data.test_sale_clocks import change
from tests.support.screen import shows, until
from tests.support.seed import PRICE_MINOR, SmallShop, Till, candidate, known_id
from tests.ui.kds.test_real_store import Cook, RealKitchen, cook, sell, store, till

__all__ = ["cook", "store", "till"]

FIRST = known_id("portion 1/0")


def item(kitchen: RealKitchen, ticket: UUID) -> dict[str, Any]:
    card = next(each for each in kitchen.cards() if each.key == str(ticket))
    found: dict[str, Any] = card.items[0]
    return found


@pytest.mark.spec("POS-E3.3")
def test_a_stand_in_is_served_only_with_a_reason_and_the_copy_lists_both_numbers(
    cook: Cook, till: Till, small_store: SmallShop
) -> None:
    ids: list[UUID] = []

    async def body(kitchen: RealKitchen) -> None:
        ticket, line = sell(till)
        ids.append(ticket)
        await until(lambda: any(card.key == str(ticket) for card in kitchen.cards()))
        small_store.query(
            "UPDATE wedge.portions SET state = 'quarantined', ticket_id = NULL WHERE id = %s",
            FIRST,
        )
        await kitchen.tap(f"replace_{line}")
        await until(lambda: item(kitchen, ticket)["unexplained"])
        code = item(kitchen, ticket)["code"]
        assert item(kitchen, ticket)["note"] == "stands in for P-100: say why"
        (card,) = kitchen.cards()
        assert card.keyText == "Say why first"
        await kitchen.tap(f"bump_{card.number}")
        await until(lambda: shows(kitchen.shell, "whyConfirm"))
        state = "SELECT state FROM wedge.tickets WHERE id = %s"
        assert small_store.one(state, ticket) == "paid"
        await kitchen.tap("why_damage")
        await kitchen.tap("whyConfirm")
        await until(lambda: not item(kitchen, ticket)["unexplained"])
        await kitchen.tap(f"bump_{card.number}")
        await until(lambda: small_store.one(state, ticket) == "closed")
        assert code != "P-100"

    cook(body)
    (ticket,) = ids
    new = small_store.one("SELECT portion_code FROM wedge.ticket_lines")
    said = small_store.query(
        "SELECT action, body ->> 'old', body ->> 'new' FROM wedge.journal"
        " WHERE action IN ('replace', 'explain replacement') ORDER BY at"
    )
    assert said == [("replace", "P-100", new), ("explain replacement", "P-100", new)]
    receipt = small_store.one("SELECT id FROM wedge.receipts WHERE ticket_id = %s", ticket)
    till.act("reprint", receipt)
    texts = [row.left for row in copy_of(small_store, receipt) if isinstance(row, Row)]
    assert f"Replaced: P-100 → {new} (damaged)" in texts


@pytest.mark.spec("FUL-R.3")
def test_what_its_age_took_below_the_floor_says_so_and_is_replaced_without_a_question(
    cook: Cook, till: Till, small_store: SmallShop
) -> None:
    """Nobody looked at it: the card knows by the curve, and the other portion needs no word why."""

    async def body(kitchen: RealKitchen) -> None:
        ticket, line = sell(till)
        await until(lambda: any(card.key == str(ticket) for card in kitchen.cards()))
        change(small_store, "cut_at = clock_timestamp() - interval '130 minutes' WHERE id = %s",
               FIRST)  # fmt: skip
        note = "below the sale floor by now: replace it, or look at it"
        await until(lambda: item(kitchen, ticket)["note"] == note)
        assert item(kitchen, ticket)["blocked"]
        await kitchen.tap(f"replace_{line}")
        await until(lambda: item(kitchen, ticket)["code"] != "P-100")
        assert not item(kitchen, ticket)["unexplained"]
        (card,) = kitchen.cards()
        await kitchen.tap(f"bump_{card.number}")
        state = "SELECT state FROM wedge.tickets WHERE id = %s"
        await until(lambda: small_store.one(state, ticket) == "closed")

    cook(body)
    assert small_store.one("SELECT former_reason FROM wedge.ticket_lines") == "age"


@pytest.fixture
def display(loop: asyncio.AbstractEventLoop, make_terminal: MakeTerminal) -> Iterator[PgStore]:
    """The store of the guest's display beside the till "One"."""
    opened = PgStore.open(make_terminal("Display", Mode.CUSTOMER, "One"), loop=loop)
    yield opened
    loop.run_until_complete(opened.aclose())


@pytest.mark.spec("FUL-E2.3")
def test_a_replacement_is_first_with_its_own_clock_and_the_guest_is_told(
    shell: Shell, cook: Cook, till: Till, small_store: SmallShop, display: PgStore
) -> None:
    """Four orders are ahead; the fifth one's portion fails at the hand-over."""
    guest = CustomerModel(shell, display)

    async def body(kitchen: RealKitchen) -> None:
        for wedge in range(4):
            ahead = uuid4()
            till.reserve(ahead, candidate(known_id(f"portion 2/{wedge}")))
            till.act("pay_cash", ahead, PRICE_MINOR, PRICE_MINOR)
        ticket, line = sell(till)
        board = kitchen.program.model.property("board")
        await until(lambda: [each.key for each in board.all_cards][4:] == [str(ticket)])
        view = kitchen.store.feed.view
        assert view is not None
        before = view.tickets[ticket]
        assert before.promised_at is not None
        kitchen.program.model.property("checks").lookAtLine(str(line))
        for key in ("score_8", "cause_damage", "inspectFail"):
            await kitchen.tap(key)
        await until(lambda: kitchen.cards()[0].key == str(ticket))
        first = kitchen.cards()[0]
        assert first.items[0]["code"].startswith("P-2")
        assert first.remadeText == "remake: first"
        after = kitchen.store.feed.view.tickets[ticket]  # type: ignore[union-attr]
        assert (after.paid_at, after.delayed_from) == (before.paid_at, before.promised_at)
        assert after.promised_at is not None
        assert after.promised_at > before.promised_at
        shown = clock(after.promised_at, view.settings)
        await until(lambda: f"Order {after.number}" in str(guest.property("delays")))
        assert f"ready about {shown}" in str(guest.property("delays"))

    cook(body)
    guest.stop()


def copy_of(shop: SmallShop, receipt_id: UUID) -> Any:
    """The rows of the copy that waits for the printer."""
    job = DECODERS[Entity.PRINT_JOB](
        shop.one("SELECT wedge.feed_row('print_jobs', id) FROM wedge.print_jobs WHERE is_copy")
    )
    receipt = DECODERS[Entity.RECEIPT](
        shop.one("SELECT document FROM wedge.receipts WHERE id = %s", receipt_id)
    )
    settings = from_document(StoreSettings, shop.one("SELECT wedge.settings_document()"))
    return receipt_rows(receipt, settings, copy=True, replaced=job.replaced)
