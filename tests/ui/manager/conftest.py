"""The back office in a real window over the sample store, driven by objectName."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.domain.people import Role
from app.ui.manager.program import OfficeProgram, build
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import SAMPLE_PIN, FakeStore, sample_view

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
            async with asyncio.timeout(6):
                while not condition():  # noqa: ASYNC110 (Qt properties have no event)
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"{what}: not seen; {scene.names([self.window])}") from None

    async def item(self, name: str) -> QQuickItem:
        await self.until(lambda: scene.find([self.window], name) is not None, name)
        found = scene.find([self.window], name)
        assert found is not None
        return found

    async def tap(self, name: str) -> None:
        item = await self.item(name)
        await self.until(item.isEnabled, f"{name} enabled")
        scene.bring_into_view(item)
        scene.click(item)

    async def write(self, name: str, text: str) -> None:
        item = await self.item(f"{name}_input")
        scene.bring_into_view(item)
        scene.click(item)
        QMetaObject.invokeMethod(item, "selectAll")
        QTest.keyClick(self.window, Qt.Key.Key_Backspace)
        scene.type_text(self.window, text)
        await self.until(lambda: item.property("text") == text, f"{name} = {text}")

    async def title(self, name: str) -> str:
        return str((await self.item(name)).property("title"))

    async def sign_in(self) -> None:
        staff = self.store.feed.known.staff.values()
        name = next(person.name for person in staff if person.role is Role.MANAGER)
        await self.tap(f"staff_{name}")
        for digit in SAMPLE_PIN:
            await self.tap(f"pinKey_{digit}")
        await self.tap("pinEnter")
        await self.item("nav_stock")


@pytest.fixture
def desk(shell: Shell) -> Iterator[OfficeDriver]:
    driver = OfficeDriver(shell, FakeStore(sample_view(NOW), NOW))
    yield driver
    driver.office.stop()
