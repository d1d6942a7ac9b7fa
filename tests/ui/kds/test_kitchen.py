"""The kitchen's real window, driven by clicks and keys on the in-memory store."""

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

import pytest

from app.domain.ticket import KitchenState, TicketState
from app.services.ports import LinkState, LinkStatus
from app.services.refusal import StoreUnreachable
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, many, number_of


@pytest.fixture
def screen(shell: Shell) -> Screen:
    return Screen(shell, sample_view(NOW))


def test_ticket_is_shown_with_code_and_place_and_acknowledged_once(
    screen: Screen, run: Run
) -> None:
    asked: list[Any] = []
    acknowledge = screen.store.kitchen.acknowledge

    async def counting(*args: Any, **named: Any) -> None:
        asked.append(named["ticket_id"])
        await acknowledge(*args, **named)

    screen.store.kitchen.acknowledge = counting  # type: ignore[method-assign]

    async def body() -> None:
        assert screen.view.tickets[PAID].acknowledged_at is None
        await screen.sign_in()
        await screen.until(lambda: screen.view.tickets[PAID].acknowledged_at is not None)
        assert asked == [PAID]
        card = screen.board.property("cards").rows[0]
        line = screen.view.lines_of(PAID)[0]
        assert card.items[0]["code"] == line.portion_code
        assert card.items[0]["place"] == f"{line.holding_unit_name} / {line.place}"
        screen.picture("normal-1920")
        screen.window.resize(1366, 768)
        await screen.until(lambda: screen.window.contentItem().width() == 1366)
        await screen.until(lambda: len(screen.board.property("cards").rows) <= 3)
        items = [screen.item(f"item_{each.id}") for each in screen.view.lines_of(PAID)]
        bump = screen.item(f"bump_{number_of(screen.view)}")
        assert len(items) == 3
        await screen.until(
            lambda: (
                items[2].mapRectToScene(items[2].boundingRect()).bottom()
                <= bump.mapRectToScene(bump.boundingRect()).top()
            )
        )
        screen.picture("normal-1366")
        assert asked == [PAID]

    run(body())


def test_acknowledgement_is_asked_again_after_an_outage(screen: Screen, run: Run) -> None:
    original = screen.store.kitchen.acknowledge
    calls: list[Any] = []

    async def failing_once(*args: Any, **named: Any) -> None:
        calls.append(named["request"])
        if len(calls) == 1:
            raise StoreUnreachable
        await original(*args, **named)

    screen.store.kitchen.acknowledge = failing_once  # type: ignore[method-assign]

    async def body() -> None:
        await screen.sign_in()
        await screen.until(lambda: screen.view.tickets[PAID].acknowledged_at is not None)
        assert len(calls) == 2 and calls[0] == calls[1]

    run(body())


def test_verify_serve_undo_and_recall(screen: Screen, run: Run) -> None:
    async def body() -> None:
        await screen.sign_in()
        number = number_of(screen.view)
        line = screen.view.lines_of(PAID)[0]
        for wanted in (KitchenState.VERIFIED, KitchenState.QUEUED):
            await screen.click(f"item_{line.id}")
            is_so = partial(screen.line_is, line.id, wanted)
            await screen.until(is_so)
        await screen.click(f"bump_{number}")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)
        await screen.until(lambda: screen.all("undo"))
        screen.picture("served")
        await screen.click("undo")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.PAID)
        await screen.until(lambda: screen.all(f"ticket_{number}"))
        screen.key("Return")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.CLOSED)
        await screen.until(lambda: not screen.all(f"ticket_{number}"))
        screen.picture("empty")
        screen.key("R")
        await screen.until(lambda: screen.view.tickets[PAID].state is TicketState.PAID)

    run(body())


def test_lost_link_marks_the_screen_and_disables_the_keys(screen: Screen, run: Run) -> None:
    async def body() -> None:
        await screen.sign_in()
        bump = screen.item(f"bump_{number_of(screen.view)}")
        screen.store.lose_link()
        await screen.until(lambda: screen.all("lostNotice"))
        assert not bump.isEnabled()
        screen.picture("lost")
        screen.key("Return")
        screen.store.set_status(LinkStatus(LinkState.LIVE, 4.0, NOW))
        await screen.until(lambda: not screen.all("lostNotice"))
        assert bump.isEnabled()
        assert screen.view.tickets[PAID].state is TicketState.PAID

    run(body())


def test_forty_tickets_are_paged_and_counted(shell: Shell, run: Run) -> None:
    screen = Screen(shell, many(sample_view(NOW), 40))

    async def body() -> None:
        await screen.sign_in()
        shown = len(screen.board.property("cards").rows)
        assert screen.item("more").property("text") == f"+{40 - shown} more"
        assert sum(row.count for row in screen.side.property("allDay").rows) == 120
        first = screen.board.property("cards").rows[0].key
        screen.picture("many-1920")
        await screen.click("more")
        assert screen.board.property("cards").rows[0].key != first
        for bump in (i for c in screen.board.property("cards").rows for i in [c.number]):
            assert screen.item(f"bump_{bump}").height() >= 17 * 3.78 - 1
        screen.window.resize(1366, 768)
        await screen.until(lambda: screen.window.contentItem().width() == 1366)
        await screen.until(lambda: len(screen.board.property("cards").rows) <= 3)
        screen.picture("many-1366")

    run(body())


def test_a_stale_cabinet_demands_a_temperature(shell: Shell, run: Run) -> None:
    view = replace(sample_view(NOW), holding_temperatures=MappingProxyType({}))
    screen = Screen(shell, view)

    async def body() -> None:
        await screen.sign_in()
        line = screen.view.lines_of(PAID)[0]
        await screen.click(f"item_{line.id}")
        await screen.until(lambda: screen.all("looksRight"))
        for digit in "521":
            await screen.click(f"tempKey_{digit}")
        assert not screen.item("looksRight").isEnabled()
        await screen.until(lambda: screen.item("looksRight").height() >= 17 * 3.78)
        screen.picture("verify-refused")
        await screen.click("tempKey_clear")
        for digit in "9999":
            await screen.click(f"tempKey_{digit}")
        shown = screen.item("verifyMessage")
        await screen.until(lambda: "No thermometer" in str(shown.property("text")))
        assert not screen.item("looksRight").isEnabled()
        await screen.click("tempKey_clear")
        for digit in "632":
            await screen.click(f"tempKey_{digit}")
        await screen.click("looksRight")
        await screen.until(
            lambda: screen.view.ticket_lines[line.id].verified_temperature_mc == 63_200
        )

    run(body())


def test_long_and_thai_names_stay_inside(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    names = ("พิซซ่าหน้าไก่ย่างซอสเทอริยากิ" * 4, "🍕 Deluxe " + "very long name " * 30, "Pepperoni")
    lines = dict(view.ticket_lines)
    for line, name in zip(view.lines_of(PAID), names, strict=True):
        lines[line.id] = replace(line, name=name)
    screen = Screen(shell, replace(view, ticket_lines=MappingProxyType(lines)))

    async def body() -> None:
        await screen.sign_in()
        for name in screen.all("itemName"):
            assert name.property("lineCount") <= 5
            assert name.property("font").pixelSize() >= 23
        screen.picture("long")

    run(body())
