"""The verify sheet: a core temperature typed with wet hands, checked against the unit."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.food_policy import ReadingPolicy
from app.domain.safety_limits import Judgement, SafetyLimits, judge
from app.domain.ticket import TicketLine
from app.ui.kds.typed_temperature import TemperatureKeys

_t = QCoreApplication.translate


class VerifyModel(TemperatureKeys):
    """`acceptable` within the limits in force, `refused` outside of them."""

    changed = Signal()
    confirmed = Signal(str, int)
    failed = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._line: TicketLine | None = None
        self._limits = SafetyLimits()
        self.typedChanged.connect(self.changed)

    def begin(self, line: TicketLine, limits: SafetyLimits, can_be: ReadingPolicy) -> None:
        """Ask for the temperature of one line's portion, held against the limits in force."""
        self._line, self._limits, self._can_be = line, limits, can_be
        self.clear()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        mc = self.mc()
        if self._line is not None and mc is not None and self._acceptable():
            self.confirmed.emit(str(self._line.id), mc)

    @Slot()
    def fail(self) -> None:
        """Outside the limits: it fails, for whoever is signed in."""
        mc = self.mc()
        if self._line is not None and mc is not None and self._refused():
            self.failed.emit(str(self._line.id), mc)

    def _refused(self) -> bool:
        mc = self.mc()
        return mc is not None and not self.impossible() and not self._acceptable()

    def _acceptable(self) -> bool:
        mc = self.mc()
        return (
            mc is not None
            and not self.impossible()
            and judge(mc, self._limits) is not Judgement.VIOLATION
        )

    def _message(self) -> str:
        if self.mc() is None:
            return _t("Kitchen", "The cabinet has no good reading: take the core temperature.")
        if self.impossible():
            return _t("Kitchen", "No thermometer reads that. Type what it shows.")
        if self._acceptable():
            return _t("Kitchen", "Within the limits.")
        return _t("Kitchen", "Outside the limits. It may not be served by anybody.")

    def _title(self) -> str:
        return f"{self._line.name} · {self._line.portion_code}" if self._line else ""

    title = Property(str, _title, notify=changed)
    message = Property(str, _message, notify=changed)
    acceptable = Property(bool, _acceptable, notify=changed)
    refused = Property(bool, _refused, notify=changed)
