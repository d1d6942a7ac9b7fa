"""The sheet for a signed temperature of a unit whose sensor is silent."""

from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.food_policy import ReadingPolicy
from app.domain.safety_limits import Judgement, SafetyLimits, judge
from app.ui.kds.typed_temperature import TemperatureKeys

_t = QCoreApplication.translate


class UnitModel(TemperatureKeys):
    """Digits are tenths of a degree. `outside`: beyond the limits in force; signed all the same."""

    changed = Signal()
    confirmed = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._unit_id: UUID | None = None
        self._title, self._limits = "", SafetyLimits()
        self.typedChanged.connect(self.changed)

    def begin(self, unit_id: UUID, name: str, limits: SafetyLimits, can_be: ReadingPolicy) -> None:
        """Ask for the temperature of one unit, held against the limits in force."""
        self._unit_id, self._title, self._limits = unit_id, name, limits
        self._can_be = can_be
        self.clear()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Sign it."""
        mc = self.mc()
        if self._unit_id is not None and mc is not None and self._acceptable():
            self.confirmed.emit(str(self._unit_id), mc)

    def _outside(self) -> bool:
        mc = self.mc()
        return mc is not None and (
            self.impossible() or judge(mc, self._limits) is Judgement.VIOLATION
        )

    def _acceptable(self) -> bool:
        return self.mc() is not None and not self.impossible()

    def _message(self) -> str:
        if self.mc() is None:
            return _t(
                "Kitchen", "Its sensor is silent: measure inside it, then sign what you read."
            )
        if self.impossible():
            return _t("Kitchen", "No thermometer reads that. Type what it shows.")
        if self._outside():
            return _t("Kitchen", "Outside the limits. Measure once more, then sign what you read.")
        return _t("Kitchen", "Within the limits.")

    message = Property(str, _message, notify=changed)
    outside = Property(bool, _outside, notify=changed)
    title = Property(str, lambda self: self._title, notify=changed)
    acceptable = Property(bool, _acceptable, notify=changed)
