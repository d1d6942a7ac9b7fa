"""The back office in a real window over the sample store, driven by objectName."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.domain.people import Role, Session
from app.services.refusal import StoreUnreachable
from app.services.store_view import StoreView
from app.ui.manager.program import OfficeProgram, build
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import SAMPLE_PIN, FakeStore, sample_view
from tests.support.screen import PATIENCE_S, at_rest

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


class OfficeDriver:
    """Finds, clicks and types, as a manager would."""

    def __init__(self, shell: Shell, store: FakeStore) -> None:
        self.shell, self.store = shell, store
        self.program: OfficeProgram = build(shell, store)
        self.office = self.program.office
        self.window = self.program.window
        fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
        office = self.office
        self._testers = [
            QAbstractItemModelTester(model, fatal)
            for model in (
                office._dashboard._tiles, office._stock._products, office._stock._portions,
                office._menu._lines, office._places._terminals,
            )
        ]  # fmt: skip

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not condition():  # noqa: ASYNC110 (Qt properties have no event)
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"{what}: not seen; {scene.names([self.window])}") from None

    async def item(self, name: str) -> QQuickItem:
        await self.until(lambda: scene.find([self.window], name) is not None, name)
        found = scene.find([self.window], name)
        assert found is not None
        return found

    def settle(self) -> None:
        """Let the layouts take their places: they do so only when a picture is due."""
        self.window.grabWindow()

    async def tap(self, name: str) -> None:
        item = await self.item(name)
        await self.until(item.isEnabled, f"{name} enabled")
        self.settle()
        await at_rest(item)
        scene.click(item)

    async def pick(self, name: str, key: str) -> None:
        """Choose from the list that the field `name` opens."""
        await self.tap(f"{name}_key")
        field = await self.item(name)
        await self.until(lambda: bool(field.property("opened")), f"{name} opened")
        await self.tap(f"pick_{key}")
        await self.until(lambda: scene.find([self.window], f"pick_{key}") is None, "list closed")

    async def write(self, name: str, text: str) -> None:
        item = await self.item(f"{name}_input")
        self.settle()
        scene.click(item)
        QMetaObject.invokeMethod(item, "selectAll")
        QTest.keyClick(self.window, Qt.Key.Key_Backspace)
        scene.type_text(self.window, text)
        await self.until(lambda: item.property("text") == text, f"{name} = {text}")

    async def title(self, name: str) -> str:
        return str((await self.item(name)).property("title"))

    @property
    def known(self) -> StoreView:
        """What the store holds now."""
        return self.store.feed.known

    @property
    def session(self) -> Session:
        """Who is signed in."""
        found = self.office._sign_in.session
        assert found is not None
        return found

    def watch_cuts(self, patch: pytest.MonkeyPatch, *faults: Exception) -> list[UUID]:
        """Note each cut's request id; a fault of the link comes instead of the first answers.

        After `OutcomeUnknown` the cut was done, and asking again by its id finds the answer.
        """
        requests: list[UUID] = []
        answers: dict[UUID, tuple[UUID, ...]] = {}
        waiting = list(faults)
        cut = self.store.stock.cut_whole

        async def watched(session: Session, *, request: UUID, **given: Any) -> tuple[UUID, ...]:
            requests.append(request)
            fault = waiting.pop(0) if waiting else None
            if isinstance(fault, StoreUnreachable):
                raise fault
            if request not in answers:
                answers[request] = await cut(session, request=request, **given)
            if fault is not None:
                raise fault
            return answers[request]

        patch.setattr(self.store.stock, "cut_whole", watched)
        return requests

    async def sign_in(self) -> None:
        staff = self.store.feed.known.staff.values()
        name = next(person.name for person in staff if person.role is Role.MANAGER)
        await self.tap(f"staff_{name}")
        for digit in SAMPLE_PIN:
            await self.tap(f"pinKey_{digit}")
        await self.tap("pinEnter")
        await self.item("nav_stock")


@pytest.fixture(autouse=True)
def offers_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is: what a page shows is there when it opens."""
    monkeypatch.setattr("app.ui.manager.desk._AT_ONCE_S", 60.0)


@pytest.fixture
def desk(shell: Shell) -> Iterator[OfficeDriver]:
    driver = OfficeDriver(shell, FakeStore(sample_view(NOW), NOW))
    yield driver
    driver.office.stop()
