"""The verify sheet: a core temperature typed with wet hands, checked against the unit."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.safety_limits import Judgement, SafetyLimits, judge
from app.domain.ticket import TicketLine
from app.ui.shared.format import temperature

_t = QCoreApplication.translate
DIGITS = 4


class VerifyModel(QObject):
    """Digits are tenths of a degree: 6, 3, 2 is 63.2 °C."""

    changed = Signal()
    confirmed = Signal(str, int)
    failed = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._line: TicketLine | None = None
        self._limits = SafetyLimits()
        self._digits, self._minus = "", False

    def begin(self, line: TicketLine, limits: SafetyLimits) -> None:
        """Ask for the temperature of one line's portion, held against the limits in force."""
        self._line, self._limits, self._digits, self._minus = line, limits, "", False
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

    @Slot()
    def fail(self) -> None:
        """Outside the limits: it fails, for whoever is signed in."""
        if self._line is not None and self._refused():
            self.failed.emit(str(self._line.id), self._mc())

    def _refused(self) -> bool:
        return bool(self._digits) and not self._acceptable()

    def _mc(self) -> int:
        return int(self._digits or "0") * (-100 if self._minus else 100)

    def _acceptable(self) -> bool:
        return bool(self._digits) and judge(self._mc(), self._limits) is not Judgement.VIOLATION

    def _message(self) -> str:
        if not self._digits:
            return _t("Kitchen", "The cabinet has no good reading: take the core temperature.")
        if self._acceptable():
            return _t("Kitchen", "Within the limits.")
        return _t("Kitchen", "Outside the limits. It may not be served by anybody.")

    def _title(self) -> str:
        return f"{self._line.name} · {self._line.portion_code}" if self._line else ""

    title = Property(str, _title, notify=changed)
    text = Property(
        str, lambda self: temperature(self._mc()) if self._digits else "–", notify=changed
    )
    message = Property(str, _message, notify=changed)
    acceptable = Property(bool, _acceptable, notify=changed)
    refused = Property(bool, _refused, notify=changed)
