"""The kitchen's real window with hands for it, and stores to show in it."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.ids import new_id
from app.domain.portion import Portion
from app.domain.ticket import KitchenState, TicketLine
from app.services.store_view import StoreView
from app.ui.kds.chime import Sound
from app.ui.kds.program import KitchenProgram
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_id
from tests.support.screen import click, until

NOW = datetime(2026, 5, 9, 11, 0, tzinfo=UTC)
PAID = sample_id("ticket paid")


class Screen:
    """A signed-in kitchen window and hands for it."""

    def __init__(self, shell: Shell, view: StoreView) -> None:
        self.shell = shell
        shell.theme.setProperty("dark", True)
        shell.theme.setProperty("reducedMotion", True)
        self.store = FakeStore(view, NOW, terminal="Kitchen")
        self.sounds: list[Sound] = []
        self.program = KitchenProgram(shell, self.store, self.sounds.append)
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
        await self.until(lambda: self.all(name))
        # Lays everything out now: a click on what is still moving would miss it.
        self.window.grabWindow()
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


def first_line(view: StoreView) -> TicketLine:
    return view.lines_of(PAID)[0]


def portion_of(line: TicketLine) -> UUID:
    assert line.portion_id is not None
    return line.portion_id


def with_portions(view: StoreView, *portions: Portion) -> StoreView:
    """The view with these portions in place of those of the same ids."""
    changed = {portion.id: portion for portion in portions}
    return replace(view, portions=MappingProxyType({**view.portions, **changed}))


def with_lines(view: StoreView, *lines: TicketLine) -> StoreView:
    """The view with these lines in place of those of the same ids."""
    changed = {line.id: line for line in lines}
    return replace(view, ticket_lines=MappingProxyType({**view.ticket_lines, **changed}))
