"""The sheet for a signed temperature of a unit whose sensor is silent."""

from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.ui.kds.typed_temperature import TypedTemperature


class UnitModel(QObject):
    """Digits are tenths of a degree."""

    changed = Signal()
    confirmed = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._unit_id: UUID | None = None
        self._title = ""
        self._typed = TypedTemperature()

    def begin(self, unit_id: UUID, name: str) -> None:
        """Ask for the temperature of one unit."""
        self._unit_id, self._title = unit_id, name
        self._typed.clear()
        self.changed.emit()

    @Slot(str)
    def digit(self, key: str) -> None:
        self._typed.digit(key)
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed.erase()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed.clear()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Sign it."""
        mc = self._typed.mc()
        if self._unit_id is not None and mc is not None:
            self.confirmed.emit(str(self._unit_id), mc)

    title = Property(str, lambda self: self._title, notify=changed)
    text = Property(str, lambda self: self._typed.text(), notify=changed)
    acceptable = Property(bool, lambda self: self._typed.mc() is not None, notify=changed)
