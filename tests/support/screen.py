"""Waiting for what is on screen, and clicking it."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF
from PySide6.QtQuick import QQuickWindow

from app.ui.shared import scene
from app.ui.shared.shell import Shell

PATIENCE_S = 45.0
"""Only a failing test waits so long, or one on a machine with a lot else to do."""


async def until(condition: Callable[[], bool], timeout_s: float = PATIENCE_S) -> None:
    """Let Qt work until `condition` holds; raises TimeoutError."""
    async with asyncio.timeout(timeout_s):
        while not condition():  # noqa: ASYNC110 (Qt offers no event for 'is on screen')
            await asyncio.sleep(0.005)


def shows(shell: Shell, name: str) -> bool:
    """Whether an item of that objectName can be seen."""
    return scene.find(shell.windows, name) is not None


async def item(shell: Shell, name: str) -> scene.Item:
    """The item once it can be seen."""
    await until(lambda: shows(shell, name))
    found = scene.find(shell.windows, name)
    assert found is not None
    return found


async def at_rest(found: scene.Item) -> None:
    """Wait until the item stays where it is: what has just appeared is laid out a frame later."""

    def place() -> tuple[float, ...]:
        corner = found.mapToScene(QPointF(0, 0))
        return corner.x(), corner.y(), found.width(), found.height()

    seen, same = place(), 0
    async with asyncio.timeout(PATIENCE_S):
        while same < 3:
            await asyncio.sleep(0.01)
            now = place()
            seen, same = now, same + 1 if now == seen else 0


def plain(text: str) -> str:
    """What is read: without the marks that keep a signed amount whole."""
    return text.replace("\u2066", "").replace("\u2069", "")


def is_closed(window: QQuickWindow, sheet: str) -> bool:
    """Whether the sheet of that objectName is closed: a popup is no item that `find` could see."""
    found = window.findChild(QObject, sheet)
    assert found is not None, f"no sheet is called {sheet}"
    return not found.property("visible")


async def click(shell: Shell, name: str) -> None:
    """Click the middle of an item as a finger would, once it can be seen and is enabled."""
    found = await item(shell, name)
    await until(found.isEnabled)
    await at_rest(found)
    scene.click(found)
