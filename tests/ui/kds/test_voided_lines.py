"""What was taken back after the kitchen had it stays, struck through, until somebody saw it."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtQuick import QQuickItem

from app.domain.ticket import KitchenState, TicketState
from app.services.store_view import Entity
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, first_line, number_of


def take_back(screen: Screen, line_id: UUID) -> None:
    line = replace(screen.view.ticket_lines[line_id], voided=True)
    screen.store.feed.put((Entity.TICKET_LINE, line_id, line))


def struck(screen: Screen) -> list[QQuickItem]:
    return [name for name in screen.all("itemName") if name.property("font").strikeOut()]


def all_day(screen: Screen) -> int:
    return sum(row.count for row in screen.side.property("allDay").rows)


def test_a_voided_line_is_struck_through_until_tapped(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        before = all_day(screen)
        take_back(screen, line.id)
        await screen.until(lambda: len(struck(screen)) == 1)
        assert all_day(screen) == before - 1
        screen.picture("voided")
        await screen.click(f"item_{line.id}")
        await screen.until(lambda: not screen.all(f"item_{line.id}"))
        assert struck(screen) == []

    run(body())


def test_the_big_key_takes_note_before_it_serves(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    line = first_line(screen.view)
    bump = f"bump_{number_of(screen.view)}"

    async def body() -> None:
        await screen.sign_in()
        take_back(screen, line.id)
        await screen.until(lambda: screen.item(bump).property("text") == "Voided: seen")
        await screen.click(bump)
        await screen.until(lambda: screen.item(bump).property("text") == "Verify all & serve")
        assert screen.view.tickets[PAID].state is TicketState.PAID
        await screen.click(bump)
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)

    run(body())


@pytest.mark.parametrize("state", [TicketState.PAID, TicketState.CLOSED, TicketState.VOIDED])
def test_a_ticket_of_which_everything_was_taken_back_stays_until_seen(
    shell: Shell, run: Run, state: TicketState
) -> None:
    screen = Screen(shell, sample_view(NOW))
    lines = screen.view.lines_of(PAID)

    async def body() -> None:
        await screen.sign_in()
        for line in lines:
            take_back(screen, line.id)
        over = replace(screen.view.tickets[PAID], state=state)
        screen.store.feed.put((Entity.TICKET, PAID, over))
        await screen.until(lambda: len(struck(screen)) == len(lines))
        screen.key("Return")
        await screen.until(lambda: not screen.all(f"ticket_{number_of(screen.view)}"))

    run(body())


def test_what_was_removed_before_payment_never_shows(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    line = replace(first_line(view), voided=True, kitchen_state=KitchenState.NONE)
    screen = Screen(shell, view)

    async def body() -> None:
        await screen.sign_in()
        screen.store.feed.put((Entity.TICKET_LINE, line.id, line))
        await screen.until(lambda: len(screen.all("itemName")) == 2)
        assert struck(screen) == []

    run(body())


def test_a_served_ticket_does_not_come_back_for_an_old_void(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        take_back(screen, first_line(screen.view).id)
        await screen.until(lambda: len(struck(screen)) == 1)
        screen.key("Return")
        screen.key("Return")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)
        later = Screen(shell, screen.view)
        assert later.board.property("cards").rows == ()

    run(body())


def test_a_line_paid_back_before_it_was_served_is_struck_through(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        before = all_day(screen)
        back = replace(line, taken_back_at=NOW, kitchen_state=KitchenState.NONE)
        screen.store.feed.put((Entity.TICKET_LINE, line.id, back))
        await screen.until(lambda: len(struck(screen)) == 1)
        assert all_day(screen) == before - 1
        await screen.click(f"item_{line.id}")
        await screen.until(lambda: not screen.all(f"item_{line.id}"))

    run(body())
