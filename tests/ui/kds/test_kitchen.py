"""The kitchen's real window, driven by clicks and keys on the in-memory store."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.ids import new_id
from app.domain.ticket import KitchenState, TicketState
from app.services.ports import LinkState, LinkStatus
from app.services.refusal import StoreUnreachable
from app.services.store_view import StoreView
from app.ui.kds.program import KitchenProgram
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.support.screen import click, until
from tests.ui.conftest import Run

NOW = datetime(2026, 5, 9, 11, 0, tzinfo=UTC)
PAID = sample_id("ticket paid")


class Screen:
    """A signed-in kitchen window and hands for it."""

    def __init__(self, shell: Shell, view: StoreView) -> None:
        self.shell = shell
        shell.theme.setProperty("dark", True)
        shell.theme.setProperty("reducedMotion", True)
        self.store = FakeStore(view, NOW, terminal="Kitchen")
        self.program = KitchenProgram(shell, self.store)
        self.window = self.program.window
        self.vm = self.program.model
        self.board, self.side = self.vm.property("board"), self.vm.property("side")
        models = [self.board.property("cards")]
        models += [self.side.property(n) for n in ("allDay", "points", "advice", "removals")]
        for model in models:
            QAbstractItemModelTester(
                model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
            )

    @property
    def view(self) -> StoreView:
        return self.store.feed.known

    def all(self, name: str) -> list[QQuickItem]:
        """Every visible item of that name."""
        items = scene.visible_items(self.window)
        return [item for item in items if item.objectName() == name]

    def item(self, name: str) -> QQuickItem:
        found = self.all(name)
        assert found, f"no {name} on screen"
        return found[0]

    async def click(self, name: str) -> None:
        await click(self.shell, name)

    def key(self, name: str) -> None:
        scene.press_key(self.window, name)

    async def until(self, fact: Callable[[], Any]) -> None:
        await until(lambda: bool(fact()))

    def line_is(self, line_id: UUID, wanted: KitchenState) -> bool:
        return self.view.ticket_lines[line_id].kitchen_state is wanted

    async def sign_in(self) -> None:
        await self.until(lambda: self.all("staff_Ploy"))
        await self.click("staff_Ploy")
        await self.until(lambda: self.all("pinKey_1"))
        for digit in "1234":
            await self.click(f"pinKey_{digit}")
        await self.click("pinEnter")
        await self.until(lambda: self.vm.property("signIn").property("inside"))

    def picture(self, name: str) -> None:
        folder = os.environ.get("WEDGE_PICTURES")
        if folder:
            self.window.grabWindow().save(str(Path(folder) / f"kitchen-{name}.png"))


def many(view: StoreView, count: int) -> StoreView:
    """The paid ticket `count` times, each accepted ten seconds after the one before."""
    tickets, lines = dict(view.tickets), dict(view.ticket_lines)
    first, own = tickets[PAID], view.lines_of(PAID)
    for index in range(1, count):
        key, later = new_id(), timedelta(seconds=10 * index)
        assert first.paid_at is not None and first.promised_at is not None
        tickets[key] = replace(
            first,
            id=key,
            number=first.number + 500 + index,
            paid_at=first.paid_at + later,
            promised_at=first.promised_at + later,
        )
        for line in own:
            copy = replace(line, id=new_id(), ticket_id=key, portion_id=None)
            lines[copy.id] = copy
    return replace(view, tickets=MappingProxyType(tickets), ticket_lines=MappingProxyType(lines))


def number_of(view: StoreView) -> int:
    return view.tickets[PAID].number


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
            assert name.height() <= 3 * 24 * 1.4
            assert name.property("font").pixelSize() >= 23
        screen.picture("long")

    run(body())
