"""Bands, order and change marks, read off the real window."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from app.domain.portion import PortionState
from app.services.store_view import StoreView
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import (
    NOW,
    PAID,
    Screen,
    first_line,
    many,
    number_of,
    portion_of,
    with_portions,
)


def promised_in_ten_minutes(view: StoreView) -> StoreView:
    ticket = replace(
        view.tickets[PAID],
        paid_at=NOW,
        promised_at=NOW + timedelta(minutes=10),
        acknowledged_at=NOW,
    )
    return replace(view, tickets=MappingProxyType({**view.tickets, PAID: ticket}))


def numbers(screen: Screen) -> list[str]:
    """The cards' numbers from left to right, as they stand on the screen."""
    cards = [i for i in scene.visible_items(screen.window) if i.objectName().startswith("ticket_")]
    cards.sort(key=lambda card: card.mapRectToScene(card.boundingRect()).x())
    return [card.objectName().removeprefix("ticket_") for card in cards]


@pytest.mark.spec("POS-07.2")
def test_green_amber_and_red_with_words_and_an_expedited_ticket_above(
    shell: Shell, run: Run
) -> None:
    screen = Screen(shell, promised_in_ten_minutes(sample_view(NOW)))
    theme = shell.theme

    async def body() -> None:
        await screen.sign_in()
        for passed_s, colour, words in (
            (419, "urgencyOnTime", "■ ON TIME"),
            (420, "urgencySoon", "◆ SOON"),
            (600, "urgencyLate", "▲ LATE"),
        ):
            screen.store.feed.advance(passed_s - (screen.store.feed.now() - NOW).total_seconds())
            screen.store.feed.replace_view(screen.view)
            assert screen.item("urgencyText").property("text") == words
            head = screen.item("urgency").property("color")
            assert head.name() == theme.property(colour).name()

    run(body())
    # Another ticket, promised a minute later, for which a portion had to be replaced.
    view = many(promised_in_ten_minutes(sample_view(NOW)), 2)
    later = next(t for t in view.tickets.values() if t.number == number_of(view) + 501)
    assert later.promised_at is not None
    late_line = replace(view.lines_of(later.id)[0], portion_code="P-9999")
    later = replace(later, promised_at=later.promised_at + timedelta(minutes=1))
    lines = MappingProxyType({**view.ticket_lines, late_line.id: late_line})
    tickets = MappingProxyType({**view.tickets, later.id: later})
    calm = Screen(shell, view)

    async def expedited() -> None:
        await calm.sign_in()
        await calm.until(lambda: len(numbers(calm)) == 2)
        assert numbers(calm)[0] == str(number_of(view))
        calm.store.feed.replace_view(replace(view, tickets=tickets, ticket_lines=lines))
        await calm.until(lambda: numbers(calm)[:1] == [str(later.number)])
        assert calm.item("remade").property("text") == "remake: first"
        calm.picture("remade-first")

    run(expedited())


def test_quality_that_falls_before_the_promise_comes_first(shell: Shell, run: Run) -> None:
    view = many(promised_in_ten_minutes(sample_view(NOW)), 2)
    weak = replace(view.portions[portion_of(first_line(view))], initial_quality=7.02)
    screen = Screen(shell, with_portions(view, weak))

    async def body() -> None:
        await screen.sign_in()
        await screen.until(lambda: numbers(screen)[:1] == [str(number_of(view))])
        assert screen.board.property("cards").rows[0].urgencyKey == "late"

    run(body())


@pytest.mark.spec("FUL-02.6")
def test_code_and_place_are_shown_and_a_reselection_is_marked(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    old = replace(view.portions[portion_of(first_line(view))], code="S-0147", place="2 / 3")
    spares = [
        portion
        for portion in view.portions.values()
        if portion.product_id == old.product_id and portion.state is PortionState.AVAILABLE
    ]
    new = replace(spares[0], code="S-0150", place="2 / 5")
    line = replace(first_line(view), portion_code="S-0147", holding_unit_name="H1", place="2 / 3")
    unit = replace(view.holding_units[old.holding_unit_id], name="H1")
    kept = {
        key: portion
        for key, portion in view.portions.items()
        if portion not in spares[1:] and key != old.id
    }
    view = replace(
        view,
        portions=MappingProxyType({**kept, old.id: old, new.id: new}),
        ticket_lines=MappingProxyType({**view.ticket_lines, line.id: line}),
        holding_units=MappingProxyType({**view.holding_units, unit.id: unit}),
        receipts=MappingProxyType({}),
    )
    screen = Screen(shell, view)

    def words() -> set[str]:
        item = screen.item(f"item_{line.id}")
        inner = [i for i in scene.visible_items(screen.window) if item.isAncestorOf(i)]
        return {str(i.property("text")).replace("\u00a0", " ") for i in inner if i.property("text")}

    async def body() -> None:
        await screen.sign_in()
        assert {line.name, "S-0147   1/8", "H1 / 2 / 3", "A"} <= words()
        late = replace(old, expires_at=NOW - timedelta(seconds=1))
        screen.store.feed.replace_view(with_portions(screen.view, late))
        await screen.click(f"replace_{line.id}")
        await screen.until(lambda: {"S-0150   1/8", "H1 / 2 / 5  CHANGED"} <= words())

    run(body())
