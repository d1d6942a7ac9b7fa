"""Finding, clicking and reading what is really on screen, by objectName."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtQml import QJSValue
from PySide6.QtQuick import QQuickItem, QQuickWindow

Item = QQuickItem


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """All visible items, in front before behind."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(child for child in item.childItems() if child.isVisible())


def find(windows: Iterable[QQuickWindow], name: str) -> QQuickItem | None:
    """The visible item of that objectName, in the last window first."""
    for window in reversed(list(windows)):
        for item in visible_items(window):
            if item.objectName() == name and item.width() > 0 and item.height() > 0:
                return item
    return None


def names(windows: Iterable[QQuickWindow]) -> list[str]:
    """Every objectName that can be seen."""
    found = {item.objectName() for window in windows for item in visible_items(window)}
    return sorted(found - {""})


def value(item: QQuickItem, name: str) -> Any:
    """A property as JSON can say it; raises `LookupError` when there is none."""
    if item.metaObject().indexOfProperty(name) < 0:
        raise LookupError(f"{item.objectName()} has no property {name}")
    got = item.property(name)
    if isinstance(got, QJSValue):
        got = got.toVariant()
    return got.name() if isinstance(got, QColor) else got


def bring_into_view(item: QQuickItem) -> None:
    """Scroll the list around `item` until its middle can be seen."""
    parent = item.parentItem()
    while parent is not None:
        if parent.metaObject().indexOfProperty("contentY") >= 0:
            for axis, length in (("Y", "height"), ("X", "width")):
                _scroll(parent, item, axis, length)
        parent = parent.parentItem()


def _scroll(view: QQuickItem, item: QQuickItem, axis: str, length: str) -> None:
    middle = item.mapToItem(view, QPointF(item.width() / 2, item.height() / 2))
    at = middle.y() if axis == "Y" else middle.x()
    size = float(view.property(length))
    if not 0 <= at <= size:
        offset = float(view.property(f"content{axis}"))
        view.setProperty(f"content{axis}", offset + at - size / 2)


def _window_of(item: QQuickItem) -> QQuickWindow:
    # Not item.window(): PySide ties the window's wrapper to the item's, and both die together.
    root = item
    while (above := root.parentItem()) is not None:
        root = above
    for window in QGuiApplication.topLevelWindows():
        if isinstance(window, QQuickWindow) and window.contentItem() == root:
            return window
    raise LookupError(f"{item.objectName()} is in no window")


def click(item: QQuickItem, x: float = 0.5, y: float = 0.5) -> None:
    """Press and release at a fraction of the item, through its window, as a finger would."""
    bring_into_view(item)
    window = _window_of(item)
    point = item.mapToScene(QPointF(item.width() * x, item.height() * y))
    screen_point = QPointF(window.mapToGlobal(point))
    for kind, held in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(
            kind,
            point,
            point,
            screen_point,
            Qt.MouseButton.LeftButton,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(window, event)


def type_text(window: QQuickWindow, text: str) -> None:
    """Send each character as a key press and release."""
    for character in text:
        _stroke(window, _key_of(character), character)


def press_key(window: QQuickWindow, key: str) -> None:
    """Press a key by Qt's name: `Return`, `Escape`, `F2`, `Left` …"""
    code = getattr(Qt.Key, f"Key_{key}", None)
    if code is None:
        raise ValueError(f"unknown key {key}")
    _stroke(window, int(code), "\r" if key in ("Return", "Enter") else "")


def _key_of(character: str) -> int:
    return ord(character.upper()) if character.isascii() else 0


def _stroke(window: QQuickWindow, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(window, event)
