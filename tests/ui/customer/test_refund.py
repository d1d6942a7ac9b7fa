"""The guest reads what is paid back, and the cash that is coming."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from app.domain.refund import RefundLine
from app.services.ports import LinkState, LinkStatus
from app.services.store_view import Entity
from app.ui.customer.program import build
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_session, sample_view
from tests.support.screen import item, shows, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


async def _pay(store: FakeStore) -> tuple[UUID, int]:
    """The open order of Till 2 is paid; its ticket and total."""
    ticket = next(t for t in store.feed.known.tickets.values() if t.state == "open")
    await store.selling.pay_cash(
        sample_session(store.feed.known, "Somchai", "Till 2"), request=ticket.id,
        ticket_id=ticket.id, expected_total_minor=ticket.total_minor,
        tendered_minor=ticket.total_minor,
    )  # fmt: skip
    return ticket.id, ticket.total_minor


async def _give_back(store: FakeStore, ticket_id: UUID, minor: int) -> None:
    line = store.feed.known.lines_of(ticket_id)[0]
    await store.refunds.refund(
        sample_session(store.feed.known, "Somchai", "Till 2"), request=line.id, refund_id=line.id,
        ticket_id=ticket_id, lines=[RefundLine(line.id, amount_minor=minor)], reason="Cold slice",
        approval_id=None,
    )  # fmt: skip
    refund = next(r for r in store.feed.known.receipts.values() if r.refund_of is not None)
    store.feed.put((Entity.RECEIPT, refund.id, replace(refund, points_taken=4)))


def test_the_cash_to_be_handed_back_is_shown_and_goes_by_itself(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(sample_view(NOW), NOW, terminal="Till 2")
        program = build(shell, store)
        shell.show(program.window, second_screen=True)
        await item(shell, "orderPage")
        ticket, _ = await _pay(store)
        await item(shell, "thanksPage")
        store.advance(5)
        await _give_back(store, ticket, 440)
        await item(shell, "refundPage")
        cash = await item(shell, "refundCash")
        await until(lambda: str(cash.property("text")).endswith("4.40"))
        told = await item(shell, "refundFor")
        await until(lambda: "Cold slice" in told.property("text"))
        points = await item(shell, "refundPoints")
        await until(lambda: points.property("text") == "4 points taken back")
        lines = await item(shell, "refundedLines")
        await until(lambda: lines.property("count") == 1)
        # It cannot change any more: a short break of the connection does not take it away.
        store.set_status(LinkStatus(LinkState.STALE, None, NOW))
        await until(lambda: shows(shell, "refundPage"))
        store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
        store.advance(60)
        await item(shell, "idlePage")

    run(body())


def test_another_registers_refund_is_not_shown(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(sample_view(NOW), NOW, terminal="Till 1")
        program = build(shell, store)
        shell.show(program.window, second_screen=True)
        await item(shell, "idlePage")
        ticket, _ = await _pay(store)
        await _give_back(store, ticket, 440)
        await until(lambda: len(store.feed.known.receipts) >= 2)
        shell.clock.tick.emit()
        await until(lambda: shows(shell, "idlePage"))
        assert not shows(shell, "refundPage")

    run(body())
