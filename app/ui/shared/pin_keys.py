"""A PIN that is being typed on large keys."""
# ruff: noqa: N815

from PySide6.QtCore import Property, QObject, Signal, Slot

PIN_DIGITS = 8


class PinKeys(QObject):
    """For a model that asks for a PIN; QML sees only how many digits there are."""

    pinChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pin = ""

    @Slot(str)
    def digit(self, key: str) -> None:
        """Append one digit, unless nothing may be typed now."""
        if self.may_type() and len(self._pin) < PIN_DIGITS:
            self._pin += key
            self.typed()
            self.pinChanged.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]
        self.pinChanged.emit()

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._pin = ""
        self.pinChanged.emit()

    def may_type(self) -> bool:
        """Whether a digit counts now."""
        raise NotImplementedError

    def typed(self) -> None:
        """A digit was typed: what was said of the PIN before is over."""
        raise NotImplementedError

    def take_pin(self) -> str:
        """The PIN, which then stands nowhere any more."""
        pin = self._pin
        self.clear()
        return pin

    pinLength = Property(int, lambda self: len(self._pin), notify=pinChanged)
