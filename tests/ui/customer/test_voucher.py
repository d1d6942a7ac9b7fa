"""The guest reads of a voucher that was just granted, and what vouchers paid."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.voucher import Voucher
from app.services.store_view import Entity
from app.ui.customer.program import build
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view
from tests.support.screen import item, until
from tests.ui.conftest import Run
from tests.ui.customer.test_refund import _pay

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def test_a_granted_voucher_is_shown_and_goes_by_itself(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(sample_view(NOW), NOW, terminal="Till 2")
        program = build(shell, store)
        shell.show(program.window, second_screen=True)
        await item(shell, "orderPage")
        ticket_id, total = await _pay(store)
        ticket = store.feed.known.tickets[ticket_id]
        store.feed.put((Entity.TICKET, ticket_id, replace(ticket, voucher_minor=total)))
        received = await item(shell, "tenderedText")
        await until(lambda: "by voucher" in str(received.property("text")))
        store.advance(5)
        now = store.feed.now()
        store.feed.put((Entity.VOUCHER, UUID(int=7), Voucher(
            UUID(int=7), "C93T", 5000, 5000, now + timedelta(days=365), ticket_id, "Cold", now, now,
            ticket.staff_id, None, ticket.terminal_id,
        )))  # fmt: skip
        await item(shell, "voucherPage")
        worth = await item(shell, "voucherWorth")
        await until(lambda: str(worth.property("text")).endswith("50.00"))
        store.advance(60)
        await item(shell, "idlePage")

    run(body())
