"""A till in a real window over the sample store, clicked by objectName."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.data.store import PgStore
from app.hardware.printers import Printer
from app.ui.pos.order_props import LineRow
from app.ui.pos.program import TillProgram, build
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.conftest import MakeTerminal
from tests.support.sample_store import SAMPLE_PIN, FakeStore, sample_view
from tests.support.screen import PATIENCE_S
from tests.support.seed import SmallShop

PATIENCE_MS = int(PATIENCE_S * 1_000)

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


class TillDriver:
    """Finds, clicks and counts, as a cashier would."""

    def __init__(self, shell: Shell, store: Any, program: TillProgram, qtbot: QtBot) -> None:
        self.shell, self.store, self.program, self.qtbot = shell, store, program, qtbot
        self.window = program.window
        self.taps = 0
        till = program.till
        fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
        self._testers = [
            QAbstractItemModelTester(model, fatal)
            for model in (
                till._order._lines, till._grid._tiles,
                till._ledger._tickets, till._ledger._receipts,
            )
        ]  # fmt: skip

    def px(self, mm: float) -> float:
        """A length on this screen."""
        return mm * float(self.shell.theme.property("pixelsPerMm"))

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
        self.rest(name)
        self.tap_now(name)

    def tap_now(self, name: str) -> None:
        """Tap what is at rest already, without letting anything happen before."""
        item = self.item(name)
        self.taps += 1
        scene.click(item, 0.85, 0.15) if name.startswith("tile_") else scene.click(item)

    def rest(self, name: str) -> None:
        """Wait until an item stays where it is: lists and sheets are laid out a frame later."""
        seen: list[tuple[float, float]] = []

        def still() -> bool:
            corner = self.item(name).mapToScene(QPointF(0, 0))
            seen.append((corner.x(), corner.y()))
            return len(seen) > 2 and len(set(seen[-3:])) == 1

        self.until(still, f"{name} at rest")

    def hold_down(self, name: str, x: float, y: float, until: Callable[[], bool]) -> None:
        """Press and keep pressing until `until` holds, then let go."""
        item = self.item(name)
        point = item.mapToScene(QPointF(item.width() * x, item.height() * y)).toPoint()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(self.window, left, none, point)
        try:
            self.until(until, f"{name} held down")
        finally:
            QTest.mouseRelease(self.window, left, none, point)

    def tick(self) -> None:
        """One second of the shell's clock passes, without waiting for it."""
        self.shell.clock.tick.emit()

    def text(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        try:
            self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)
        except Exception as error:
            raise AssertionError(f"{what}: not seen; {scene.names([self.window])}") from error

    def lines(self) -> tuple[LineRow, ...]:
        return tuple(self.program.till._order._lines.rows)

    def line_names(self) -> list[str]:
        return [row.name for row in self.lines()]

    def sign_in(self, name: str = "Nok", pin: str = SAMPLE_PIN) -> None:
        self.tap(f"staff_{name}")
        for digit in pin:
            self.tap(f"pinKey_{digit}")
        self.tap("pinEnter")

    def save(self, path: Path) -> None:
        self.qtbot.wait(250)
        assert self.window.grabWindow().save(str(path))


@pytest.fixture
def loop(loop: asyncio.AbstractEventLoop) -> Iterator[asyncio.AbstractEventLoop]:
    """The loop of every surface's tests, taken for running: these tests wait with qtbot."""
    asyncio.events._set_running_loop(loop)
    yield loop
    asyncio.events._set_running_loop(None)


@pytest.fixture
def errors() -> list[BaseException]:
    return []


OpenTill = Callable[..., TillDriver]


@pytest.fixture
def open_till(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, errors: list[BaseException]
) -> Iterator[OpenTill]:
    """Open tills on stores; the end of the test checks each for errors and QML warnings."""
    opened: list[TillDriver] = []

    def open_one(store: Any, printer: Printer | None = None) -> TillDriver:
        shell = Shell(windowed=True)
        shell.on_error(lambda error, _where: errors.append(error))
        program = build(shell, store, printer)
        program.window.resize(1366, 768)
        shell.show(program.window)
        opened.append(TillDriver(shell, store, program, qtbot))
        return opened[-1]

    yield open_one
    for till in opened:
        closing: Any = loop.create_task(till.shell.aclose(till.program))
        qtbot.waitUntil(closing.done, timeout=PATIENCE_MS)
        assert not errors, errors
        assert not till.shell.qml_warnings, till.shell.qml_warnings
        till.shell.deleteLater()
    opened.clear()
    gc.collect()


@pytest.fixture
def till(open_till: OpenTill) -> TillDriver:
    return open_till(FakeStore(sample_view(NOW), NOW))


@pytest.fixture
def selling(till: TillDriver) -> TillDriver:
    till.sign_in()
    till.item("tile_M")
    till.taps = 0
    return till


Connect = Callable[..., PgStore]


@pytest.fixture
def connect(loop: asyncio.AbstractEventLoop, qtbot: QtBot) -> Iterator[Connect]:
    """Open stores whose answers arrive on the Qt loop; `more` as `PgStore.open` takes it."""
    opened: list[PgStore] = []

    def open_one(url: str, **more: Any) -> PgStore:
        opened.append(PgStore.open(url, loop=loop, **more))
        return opened[-1]

    yield open_one
    for store in opened:
        closing: Any = loop.create_task(store.aclose())
        qtbot.waitUntil(closing.done, timeout=PATIENCE_MS)
        closing.result()


@pytest.fixture
def open_real(
    connect: Connect, make_terminal: MakeTerminal, small_store: SmallShop, open_till: OpenTill
) -> OpenTill:
    """Register a till by name and sign the cashier in; the cabinet has been measured."""
    measured(small_store)

    def open_one(name: str) -> TillDriver:
        till = open_till(connect(make_terminal(name)))
        till.sign_in("The cashier")
        till.until(lambda: till.text("tileLeft") == "20 left", "till")
        return till

    return open_one


def measured(store: SmallShop) -> None:
    """Somebody measured every cabinet just now."""
    store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " SELECT id, 63000 FROM wedge.holding_units"
    )
