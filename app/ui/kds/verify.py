"""The verify sheet: a core temperature typed with wet hands, checked against the unit."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import HoldingUnit
from app.domain.ticket import TicketLine
from app.ui.kds.control_points import within_limits
from app.ui.shared.format import temperature

_t = QCoreApplication.translate
DIGITS = 4


class VerifyModel(QObject):
    """Digits are tenths of a degree: 6, 3, 2 is 63.2 °C."""

    changed = Signal()
    confirmed = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._line: TicketLine | None = None
        self._unit: HoldingUnit | None = None
        self._digits, self._minus = "", False

    def begin(self, line: TicketLine, unit: HoldingUnit | None) -> None:
        """Ask for the temperature of one line's portion."""
        self._line, self._unit, self._digits, self._minus = line, unit, "", False
        self.changed.emit()

    @Slot(str)
    def digit(self, key: str) -> None:
        if len(self._digits) < DIGITS:
            self._digits += key
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._digits = self._digits[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._digits, self._minus = "", False
        self.changed.emit()

    @Slot()
    def toggleMinus(self) -> None:
        self._minus = not self._minus
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        if self._line is not None and self._acceptable():
            self.confirmed.emit(str(self._line.id), self._mc())

    def _mc(self) -> int:
        return int(self._digits or "0") * (-100 if self._minus else 100)

    def _acceptable(self) -> bool:
        return bool(self._digits) and (self._unit is None or within_limits(self._unit, self._mc()))

    def _message(self) -> str:
        if not self._digits:
            return _t("Kitchen", "The cabinet has no good reading: take the core temperature.")
        if self._acceptable():
            return _t("Kitchen", "Within the limits.")
        return _t("Kitchen", "Outside the limits. Do not serve it; tell the manager.")

    def _title(self) -> str:
        return f"{self._line.name} · {self._line.portion_code}" if self._line else ""

    title = Property(str, _title, notify=changed)
    text = Property(
        str, lambda self: temperature(self._mc()) if self._digits else "–", notify=changed
    )
    message = Property(str, _message, notify=changed)
    acceptable = Property(bool, _acceptable, notify=changed)
    refused = Property(
        bool, lambda self: bool(self._digits) and not self._acceptable(), notify=changed
    )
