"""The stars after payment: one touch each, skipped by doing nothing, joined only by a yes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.guests import ConsentKind
from app.domain.task import TaskKind
from app.domain.ticket import Ticket, TicketState
from app.services.store_view import Entity
from app.ui.customer.program import build
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_session, sample_view
from tests.support.screen import click, item, shows, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


async def _paid(shell: Shell) -> tuple[FakeStore, Ticket]:
    """The display of Till 2 with the order just paid there."""
    view = sample_view(NOW)
    store = FakeStore(view, NOW, terminal="Till 2")
    ticket = next(t for t in view.tickets.values() if t.state == "open")
    shell.show(build(shell, store).window, second_screen=True)
    await store.selling.pay_cash(
        sample_session(view, "Somchai", "Till 2"),
        request=ticket.id,
        ticket_id=ticket.id,
        expected_total_minor=ticket.total_minor,
        tendered_minor=ticket.total_minor,
    )
    await item(shell, "thanksPage")
    return store, ticket


def test_two_stars_open_a_recovery_task_for_the_order(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store, ticket = await _paid(shell)
        await click(shell, "star_product_2")
        await until(lambda: bool(store.feed.known.tasks))
        (task,) = store.feed.known.tasks.values()
        assert (task.kind, task.title) == (TaskKind.RECOVERY, str(ticket.number))
        # The first touch counts; the other question may still be answered.
        assert not (await item(shell, "star_product_5")).isEnabled()
        await click(shell, "star_service_5")
        await until(lambda: len(store.guests.ratings) == 2)
        assert not shows(shell, "ratingCard")
        assert (await item(shell, "ratingThanks")).property("text")

    run(body())


@pytest.mark.spec("POS-08.5")
@pytest.mark.parametrize("way", ["nothing", "skip"])
def test_without_a_touch_nothing_is_stored(shell: Shell, run: Run, way: str) -> None:
    async def body() -> None:
        store, _ticket = await _paid(shell)
        await item(shell, "ratingCard")
        if way == "skip":
            await click(shell, "skipRating")
        else:
            store.advance(20)
            shell.clock.tick.emit()
        await until(lambda: not shows(shell, "ratingCard"))
        assert store.guests.ratings == []
        assert not store.feed.known.tasks

    run(body())


@pytest.mark.parametrize("yes", [True, False])
def test_only_an_explicit_yes_joins(shell: Shell, run: Run, yes: bool) -> None:
    async def body() -> None:
        store, ticket = await _paid(shell)
        guest = store.guests.add("Malee")
        known = store.feed.known.tickets[ticket.id]
        invited = replace(known, customer_id=guest, points_earned=178, invited=True)
        store.feed.put((Entity.TICKET, ticket.id, invited))
        await until(lambda: shows(shell, "pointsText"))
        assert "178" in (await item(shell, "pointsText")).property("text")
        await click(shell, "skipRating")
        await click(shell, "inviteYes" if yes else "inviteNo")
        await until(lambda: not shows(shell, "invitationCard"))
        await until(lambda: not store.feed.known.tickets[ticket.id].invited)
        assert store.guests.known[guest].has(ConsentKind.FEEDBACK) is yes

    run(body())


@pytest.mark.spec("FUL-05.4")
@pytest.mark.parametrize("touched", [True, False])
def test_a_served_order_is_asked_about_for_fifteen_seconds(
    shell: Shell, run: Run, touched: bool
) -> None:
    async def body() -> None:
        store, ticket = await _paid(shell)
        store.advance(120)
        shell.clock.tick.emit()
        await until(lambda: not shows(shell, "thanksPage"))
        known = store.feed.known.tickets[ticket.id]
        served = replace(known, state=TicketState.CLOSED, served_at=store.feed.now())
        store.feed.put((Entity.TICKET, ticket.id, served))
        await until(lambda: shows(shell, "ratingCard"))
        if touched:
            await click(shell, "star_product_2")
            await until(lambda: bool(store.feed.known.tasks))
            return
        store.advance(14)
        shell.clock.tick.emit()
        assert shows(shell, "ratingCard")
        store.advance(1)
        shell.clock.tick.emit()
        await until(lambda: not shows(shell, "ratingCard"))
        assert store.guests.ratings == []
        assert store.feed.known.tickets[ticket.id].state is TicketState.CLOSED

    run(body())
