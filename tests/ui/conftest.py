"""Real windows on Qt's offscreen platform, on a qasync loop; a reported fault fails the test."""

import asyncio
import gc
import os
import weakref
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QTimerEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from app.ui.shared import fonts, translate
from app.ui.shared.shell import Shell
from tests.support.screen import PATIENCE_S

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

Run = Callable[[Coroutine[Any, Any, None]], None]


class _PatientTimer(qasync._SimpleTimer):  # type: ignore[misc]
    """Lets callbacks wait while a task is at work.

    A grabbed window and a typed key handle Qt's events within the test's own step. A step of
    another task begun there is refused and lost, and closing would wait for that task for ever.
    """

    def __init__(self, event_loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        # No circle: the timer ends with its loop, not whenever garbage is collected.
        self._event_loop = weakref.ref(event_loop)

    def timerEvent(self, event: QTimerEvent) -> None:
        # A timer that was not served fires again.
        if asyncio.current_task(self._event_loop()) is None:
            super().timerEvent(event)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="module", autouse=True)
def modules_are_no_garbage() -> None:
    """A collection after each test need not look at what was imported.

    Once a file, not once a run: what a program frees at its end is looked at again after each test
    from then on, which takes ten times as long.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_collection_elsewhere() -> Iterator[None]:
    """Collect between tests, on this thread: the runner's own threads would do it in between."""
    gc.disable()
    yield
    if QGuiApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
    if QGuiApplication.instance() is not None:
        # QML knows classes by address: what stood where a new one comes to stand is forgotten.
        QQmlEngine().clearComponentCache()


@pytest.fixture
def loop(qapp: QGuiApplication) -> Iterator[asyncio.AbstractEventLoop]:
    qapp.setQuitOnLastWindowClosed(False)
    fonts.load()
    event_loop = qasync.QEventLoop(qapp)
    event_loop._timer = _PatientTimer(event_loop)
    asyncio.set_event_loop(event_loop)
    yield event_loop
    event_loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A test that changed the language must not change what the next one reads."""
    yield
    if QGuiApplication.instance() is not None:
        translate.use_language("en")


@pytest.fixture
def faults() -> list[BaseException]:
    """Exceptions reported to the shell; a test that expects some takes them out."""
    return []


@pytest.fixture
def shell(loop: asyncio.AbstractEventLoop, faults: list[BaseException]) -> Iterator[Shell]:
    made = Shell(windowed=True)
    made.on_error(lambda error, _where: faults.append(error))
    yield made
    loop.run_until_complete(made.aclose())
    # Else the old shell's objects die while the next test's engine creates its own: a crash.
    gc.collect()
    assert made.qml_warnings == []
    assert faults == []


@pytest.fixture
def run(loop: asyncio.AbstractEventLoop) -> Run:
    """Run an async test body on the Qt loop."""
    return lambda body: loop.run_until_complete(asyncio.wait_for(body, 4 * PATIENCE_S))
