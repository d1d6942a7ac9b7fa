"""A hand on a window: waits for what it taps, as a person does."""

from typing import Any

from PySide6.QtCore import QMetaObject, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.ui.shared import scene


class Hand:
    """Taps and types at a screen with `window` and `until`, by objectName."""

    def __init__(self, screen: Any) -> None:
        self.screen, self.window = screen, screen.window

    def find(self, name: str) -> QQuickItem | None:
        return scene.find([self.window], name)

    def item(self, name: str) -> QQuickItem:
        self.screen.until(lambda: self.find(name) is not None, name)
        found = self.find(name)
        assert found is not None
        return found

    def tap(self, name: str) -> None:
        self.screen.until(lambda: self._ready(name), f"{name} enabled")
        self._rest(name)
        scene.click(self.item(name))

    def pick(self, name: str, key: str) -> None:
        """Choose from the list that the field `name` opens."""
        self.tap(f"{name}_key")
        self.tap(f"pick_{key}")
        self.screen.until(lambda: self.find(f"pick_{key}") is None, "list closed")

    def write(self, name: str, text: str) -> None:
        """Replace what an entry holds."""
        field = f"{name}_input"
        # Only the window that is in front gives its entries the keys.
        self.window.requestActivate()
        self.screen.until(lambda: bool(self.window.isActive()), "in front")
        self._rest(field)
        item = self.item(field)
        scene.click(item)
        self.screen.until(lambda: bool(item.hasActiveFocus()), f"{name} has the keys")
        QMetaObject.invokeMethod(item, "selectAll")
        QTest.keyClick(self.window, Qt.Key.Key_Backspace)
        scene.type_text(self.window, text)
        self.screen.until(lambda: item.property("text") == text, f"{name} = {text}")

    def sign_in(self, name: str, pin: str) -> None:
        self.tap(f"staff_{name}")
        for digit in pin:
            self.tap(f"pinKey_{digit}")
        self.tap("pinEnter")

    def approve(self, name: str, pin: str) -> None:
        """A reason is given; the other person types the PIN into the question that is open."""
        self.tap("approvalReason_0")
        self.tap("approvalAsk")
        self.tap(f"approver_{name}")
        for digit in pin:
            self.tap(f"approvalPin_{digit}")
        self.tap("approvalGrant")

    def _ready(self, name: str) -> bool:
        found = self.find(name)
        return found is not None and bool(found.isEnabled())

    def _rest(self, name: str) -> None:
        seen: list[tuple[float, float]] = []

        def still() -> bool:
            self.window.grabWindow()
            corner = self.item(name).mapToScene(QPointF(0, 0))
            seen.append((corner.x(), corner.y()))
            return len(seen) > 2 and len(set(seen[-3:])) == 1

        self.screen.until(still, f"{name} at rest")
