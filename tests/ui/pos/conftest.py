"""A till in a real window over the sample store, clicked by objectName."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtQuick import QQuickItem
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.pos.program import TillProgram, build
from app.ui.shared import fonts, scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import SAMPLE_PIN, FakeStore, sample_view

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


class TillDriver:
    """Finds, clicks and counts, as a cashier would."""

    def __init__(self, shell: Shell, store: FakeStore, program: TillProgram, qtbot: QtBot) -> None:
        self.shell, self.store, self.program, self.qtbot = shell, store, program, qtbot
        self.window = program.window
        self.taps = 0

    def item(self, name: str) -> QQuickItem:
        self.until(lambda: scene.find([self.window], name) is not None, name)
        found = scene.find([self.window], name)
        assert found is not None
        return found

    def shows(self, name: str) -> bool:
        return scene.find([self.window], name) is not None

    def tap(self, name: str) -> None:
        item = self.item(name)
        self.until(lambda: bool(item.isEnabled()), f"{name} enabled")
        self.taps += 1
        scene.click(item, 0.85, 0.15) if name.startswith("tile_") else scene.click(item)

    def text(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        try:
            self.qtbot.waitUntil(condition, timeout=4000)
        except Exception as error:
            raise AssertionError(f"{what}: not seen; {scene.names([self.window])}") from error

    def line_names(self) -> list[str]:
        return [row.name for row in self.program.till.order._lines.rows]

    def sign_in(self, name: str = "Nok", pin: str = SAMPLE_PIN) -> None:
        self.tap(f"staff_{name}")
        for digit in pin:
            self.tap(f"pinKey_{digit}")
        self.tap("pinEnter")

    def save(self, path: Path) -> None:
        self.qtbot.wait(250)
        assert self.window.grabWindow().save(str(path))


@pytest.fixture(scope="session")
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    fonts.load()
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    asyncio.events._set_running_loop(loop)
    yield loop
    asyncio.events._set_running_loop(None)
    asyncio.set_event_loop(None)
    loop.close()


@pytest.fixture
def errors() -> list[BaseException]:
    return []


@pytest.fixture
def till(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, errors: list[BaseException]
) -> Iterator[TillDriver]:
    store = FakeStore(sample_view(NOW), NOW)
    shell = Shell(windowed=True)
    shell.on_error(lambda error, _where: errors.append(error))
    program = build(shell, store)
    program.window.resize(1366, 768)
    shell.show(program.window)
    driver = TillDriver(shell, store, program, qtbot)
    yield driver
    closing: Any = loop.create_task(shell.aclose(program))
    qtbot.waitUntil(closing.done, timeout=5000)
    assert not errors, errors
    assert not shell.qml_warnings, shell.qml_warnings
    shell.deleteLater()


@pytest.fixture
def selling(till: TillDriver) -> TillDriver:
    till.sign_in()
    till.item("tile_M")
    till.taps = 0
    return till
