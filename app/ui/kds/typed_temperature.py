"""A temperature typed with wet hands, in tenths of a degree: 6, 3, 2 is 63.2 °C."""
# ruff: noqa: N815

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.food_policy import ReadingPolicy
from app.ui.shared.format import temperature

DIGITS = 4


class TemperatureKeys(QObject):
    """The number keys of a sheet; nothing typed is no temperature."""

    typedChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits, self._minus = "", False
        self._can_be = ReadingPolicy()

    @Slot(str)
    def digit(self, key: str) -> None:
        """Append one digit."""
        if len(self._digits) < DIGITS:
            self._digits += key
            self.typedChanged.emit()

    @Slot()
    def toggleMinus(self) -> None:
        """Below zero, or not after all."""
        self._minus = not self._minus
        self.typedChanged.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1]
        self.typedChanged.emit()

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._digits, self._minus = "", False
        self.typedChanged.emit()

    def mc(self) -> int | None:
        """In milli-°C; None while nothing is typed."""
        return int(self._digits) * (-100 if self._minus else 100) if self._digits else None

    def impossible(self) -> bool:
        """Whether no thermometer reads what is typed: a slip of the finger."""
        mc = self.mc()
        return mc is not None and not self._can_be.coldest_mc <= mc <= self._can_be.hottest_mc

    def _text(self) -> str:
        mc = self.mc()
        return "–" if mc is None else temperature(mc)

    temperatureText = Property(str, _text, notify=typedChanged)
