"""Replacing a portion that may not go out: which one comes, and when it is demanded."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

from app.domain.portion import PortionState
from app.domain.ticket import KitchenState, TicketState
from app.services.store_view import Entity, StoreView
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import (
    NOW,
    PAID,
    Screen,
    first_line,
    number_of,
    portion_of,
    with_portions,
)

SIXTHS = sample_id("whole in sixths")


def lost(view: StoreView) -> StoreView:
    """The first line's portion reached its safety limit a minute ago."""
    portion = view.portions[portion_of(first_line(view))]
    return with_portions(view, replace(portion, expires_at=NOW - timedelta(minutes=1)))


def cut_in_sixths(view: StoreView, *, all_of_them: bool) -> StoreView:
    """Pepperoni cut in sixths too, with its free portions first in turn, or nothing else."""
    product_id = first_line(view).product_id
    free = [
        portion
        for portion in view.portions.values()
        if portion.product_id == product_id and portion.state is PortionState.AVAILABLE
    ]
    whole = view.wholes[free[0].whole_id]
    taken = free if all_of_them else free[:2]
    older = [
        replace(each, whole_id=SIXTHS, cut_at=each.cut_at - timedelta(minutes=1)) for each in taken
    ]
    wholes = {**view.wholes, SIXTHS: replace(whole, id=SIXTHS, portions_per_whole=6)}
    return with_portions(replace(view, wholes=MappingProxyType(wholes)), *older)


def cut_now(screen: Screen) -> int | None:
    portion = screen.view.portions[portion_of(first_line(screen.view))]
    return screen.view.wholes[portion.whole_id].portions_per_whole


def card_item(screen: Screen) -> dict[str, object]:
    item: dict[str, object] = screen.board.property("cards").rows[0].items[0]
    return item


def limit_passes(screen: Screen, portion_id: UUID) -> None:
    portion = screen.view.portions[portion_id]
    gone = replace(portion, expires_at=screen.store.feed.now() - timedelta(seconds=1))
    screen.store.feed.put((Entity.PORTION, portion_id, gone))


def test_the_same_cut_is_taken_though_another_is_older(shell: Shell, run: Run) -> None:
    screen = Screen(shell, cut_in_sixths(lost(sample_view(NOW)), all_of_them=False))
    code = first_line(screen.view).portion_code

    async def body() -> None:
        await screen.sign_in()
        assert card_item(screen)["cut"] == "1/8"
        await screen.click(f"replace_{first_line(screen.view).id}")
        await screen.until(lambda: first_line(screen.view).portion_code != code)
        assert cut_now(screen) == 8
        assert card_item(screen)["cut"] == "1/8"

    run(body())


def test_a_dearer_cut_is_never_taken(shell: Shell, run: Run) -> None:
    screen = Screen(shell, cut_in_sixths(lost(sample_view(NOW)), all_of_them=True))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        await screen.click(f"replace_{line.id}")
        wanted = f"No {line.name} of that worth is free"
        await screen.until(lambda: screen.vm.property("banner").property("title") == wanted)
        assert first_line(screen.view).portion_code == line.portion_code

    run(body())


def test_another_cut_no_dearer_is_taken_when_there_is_no_other(shell: Shell, run: Run) -> None:
    view = cut_in_sixths(lost(sample_view(NOW)), all_of_them=True)
    dear = replace(first_line(view), unit_price_minor=50_000)
    lines = MappingProxyType({**view.ticket_lines, dear.id: dear})
    screen = Screen(shell, replace(view, ticket_lines=lines))

    async def body() -> None:
        await screen.sign_in()
        await screen.click(f"replace_{dear.id}")
        await screen.until(lambda: cut_now(screen) == 6)
        assert first_line(screen.view).unit_price_minor == 50_000
        assert (card_item(screen)["cut"], card_item(screen)["changed"]) == ("1/6", True)

    run(body())


def test_a_verified_line_whose_portion_expires_demands_another(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        await screen.click(f"item_{line.id}")
        await screen.until(lambda: screen.line_is(line.id, KitchenState.VERIFIED))
        limit_passes(screen, portion_of(line))
        await screen.until(lambda: screen.all(f"replace_{line.id}"))
        bump = screen.item(f"bump_{number_of(screen.view)}")
        assert (bump.isEnabled(), bump.property("text")) == (False, "Replace first")
        screen.key("Return")
        banner = screen.vm.property("banner")
        await screen.until(lambda: banner.property("title") == "Past its limit: do not serve it")
        assert screen.view.tickets[PAID].state is TicketState.PAID
        assert screen.line_is(line.id, KitchenState.VERIFIED)
        await screen.click("noticeDismiss")
        await screen.click(f"replace_{line.id}")
        await screen.until(lambda: screen.line_is(line.id, KitchenState.QUEUED))
        assert first_line(screen.view).portion_code != line.portion_code

    run(body())


def test_a_recalled_line_whose_portion_expired_demands_another(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        screen.key("Return")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)
        screen.key("R")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.PAID)
        limit_passes(screen, portion_of(line))
        await screen.click(f"replace_{line.id}")
        await screen.until(lambda: first_line(screen.view).portion_code != line.portion_code)
        screen.key("Return")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)

    run(body())


def test_a_blocked_portion_is_neither_verified_nor_served(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    line = first_line(screen.view)

    async def body() -> None:
        await screen.sign_in()
        portion = screen.view.portions[portion_of(line)]
        held = replace(portion, state=PortionState.QUARANTINED)
        screen.store.feed.put((Entity.PORTION, portion.id, held))
        await screen.until(lambda: card_item(screen)["note"] == "blocked: do not serve")
        await screen.click(f"item_{line.id}")
        banner = screen.vm.property("banner")
        await screen.until(lambda: banner.property("title") == "Blocked: do not serve it")
        assert screen.line_is(line.id, KitchenState.QUEUED)
        screen.picture("blocked")
        await screen.click("noticeDismiss")
        await screen.click(f"replace_{line.id}")
        await screen.until(lambda: first_line(screen.view).portion_code != line.portion_code)

    run(body())
