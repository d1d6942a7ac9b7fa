"""What every program stands on: engine, tasks, clock, notices, screens and the way out."""

import asyncio
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from app.ui.shared import refusal_text, translate
from app.ui.shared.motion import reduced_motion
from app.ui.shared.rescale import Rescale
from app.ui.shared.screens import pixels_per_mm, place
from app.ui.shared.seats import read_seat
from app.ui.shared.task_owner import TaskOwner

log = logging.getLogger(__name__)
UI = Path(__file__).resolve().parents[1]
FINISH_S = 10.0
"""How long payments may take to end after the window was closed."""


class Program(Protocol):
    """What `build` of a mode returns."""

    @property
    def window(self) -> QQuickWindow: ...

    async def aclose(self) -> None:
        """End what the program itself started; called before its tasks are cancelled."""


class QmlBroken(Exception):
    """A QML component could not be created; the text lists the errors."""


class Clock(QObject):
    """Ticks once a second on the Qt thread, for countdowns and ages.

    `began` and `ended` stand around all that is done at once for a tick: `StepTimes` measures it.
    """

    began = Signal()
    tick = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        for signal in (self.began, self.tick, self.ended):
            self._timer.timeout.connect(signal)
        self._timer.start()


class Banner(QObject):
    """What went wrong, for the notice at the top of a window: empty title means nothing."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tone, self._title, self._text = "danger", "", ""

    def show(self, title: str, text: str, tone: str = "danger") -> None:
        """Show a sentence; it stays until dismissed or replaced."""
        self._tone, self._title, self._text = tone, title, text
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        self.show("", "")

    tone = Property(str, lambda self: self._tone, notify=changed)
    title = Property(str, lambda self: self._title, notify=changed)
    text = Property(str, lambda self: self._text, notify=changed)


class Shell(QObject):
    """Owns the engine and the life of one program; lives as long as the program."""

    languageChanged = Signal()  # noqa: N815

    def __init__(self, *, windowed: bool = False, dark: bool = False, locale: str = "en") -> None:
        super().__init__()
        self.windowed = windowed
        self.engine = QQmlApplicationEngine(self)
        for folder in sorted(UI.glob("*/qml")):
            self.engine.addImportPath(str(folder))
        self.qml_warnings: list[str] = []
        self.engine.warnings.connect(self._on_warnings)
        self.tasks = TaskOwner(self.report)
        self.clock = Clock(self)
        self.banner = Banner(self)
        self.quit_wanted = asyncio.Event()
        self.language = "en"
        self._windows: list[QQuickWindow] = []
        self._components: list[QQmlComponent] = []
        self._error_listeners: list[Callable[[BaseException, str], None]] = []
        self.theme = self._theme()
        self.theme.setProperty("dark", dark)
        self.theme.setProperty("reducedMotion", reduced_motion())
        self.use_locale(locale)

    def _theme(self) -> QObject:
        with translate.paused():
            theme = self.engine.singletonInstance("Wedge.Kit", "Theme")
        if not isinstance(theme, QObject):
            raise QmlBroken("Wedge.Kit.Theme")
        return theme

    def load(self, *, module: str, type_name: str, **initial_properties: Any) -> QQuickWindow:
        """Create the window `type_name` of `module`; `show` puts it on its display.

        Raises `QmlBroken` with the QML errors.
        """
        component = QQmlComponent(self.engine, self)
        with translate.paused():
            component.loadFromModule(module, type_name)
        return self._create(component, initial_properties)

    def load_file(self, file: Path, **initial_properties: Any) -> QQuickWindow:
        """Create the window of a QML file outside the modules (galleries, tests)."""
        with translate.paused():
            component = QQmlComponent(self.engine, QUrl.fromLocalFile(str(file)), self)
        return self._create(component, initial_properties)

    def _create(self, component: QQmlComponent, properties: dict[str, Any]) -> QQuickWindow:
        # Python ties the window's wrapper to the component's, so both must live on.
        self._components.append(component)
        if component.isError():
            raise QmlBroken(_sentences(component.errors()))
        window = component.createWithInitialProperties(properties)
        if component.isError() or not isinstance(window, QQuickWindow):
            raise QmlBroken(_sentences(component.errors()) or "the root is not a Window")
        self._adopt(window)
        return window

    def _adopt(self, window: QQuickWindow) -> None:
        """Take a window into care: closing it asks to quit, and it is closed at the end."""
        QQmlEngine.setObjectOwnership(window, QQmlEngine.ObjectOwnership.CppOwnership)
        self._windows.append(window)
        window.installEventFilter(self)

    def show(self, window: QQuickWindow, *, second_screen: bool = False) -> None:
        """Show full-screen on its display, or as a plain window with `windowed`."""
        scale = place(window, windowed=self.windowed, second_screen=second_screen)
        self.theme.setProperty("pixelsPerMm", scale * pixels_per_mm(window.screen()))
        if self.windowed and read_seat(os.environ.get("WEDGE_SEAT", "")) is not None:
            Rescale(window, self.theme)

    @property
    def windows(self) -> tuple[QQuickWindow, ...]:
        return tuple(self._windows)

    def use_locale(self, locale: str) -> None:
        """Change the interface's language at once (QML texts are evaluated again).

        Called with every change of the store: the same language again costs nothing.
        """
        language = translate.choose_language(locale)
        if translate.in_use() == language and self.language == language:
            return
        translate.use_language(language)
        changed = language != self.language
        self.language = language
        if changed:
            self.engine.retranslate()
            self.languageChanged.emit()

    def on_error(self, listener: Callable[[BaseException, str], None]) -> None:
        """Also tell `listener` of every reported exception (tests fail on it)."""
        self._error_listeners.append(listener)

    def report(self, error: BaseException, where: str) -> None:
        """Log an exception and say on screen what happened; never shows a traceback."""
        log.error("in %s", where, exc_info=error)
        for listener in self._error_listeners:
            listener(error, where)
        self.banner.show(*refusal_text.sentence(error))

    @Slot()
    def quit(self) -> None:
        """Ask for the way out; `run` closes everything in order."""
        self.quit_wanted.set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched in self._windows:
            event.ignore()
            self.quit()
            return True
        return False

    async def run(self, program: Program) -> None:
        """Live until somebody asks to quit, then close in two stages."""
        await self.quit_wanted.wait()
        await self.aclose(program)

    async def aclose(self, program: Program | None = None) -> None:
        """Let payments end, cancel the rest, then take the windows away."""
        if program is not None:
            await program.aclose()
        await self.tasks.aclose(finish_s=FINISH_S)
        for window in self._windows:
            window.removeEventFilter(self)
            window.close()
            window.deleteLater()
            # A window must be gone before its engine is; a plain processEvents leaves it.
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        self._windows.clear()
        self._components.clear()
        # Left to the garbage collector, the engine could die while another one creates objects.
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)

    @Slot("QList<QQmlError>")
    def _on_warnings(self, warnings: list[QQmlError]) -> None:
        self.qml_warnings.extend(w.toString() for w in warnings)


def _sentences(errors: list[QQmlError]) -> str:
    return "\n".join(error.toString() for error in errors)


__all__ = ["Banner", "Clock", "Program", "QmlBroken", "Shell"]
