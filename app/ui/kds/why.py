"""The sheet that asks why a portion was replaced."""
# ruff: noqa: N815

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.allocation.substitute import DegradationReason
from app.domain.ticket import TicketLine

_t = QCoreApplication.translate


class WhyModel(QObject):
    """`confirmed` carries nothing: `line_key`, `reason` and `note` say what was chosen."""

    changed = Signal()
    confirmed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.line_key = ""
        self.reason: DegradationReason | None = None
        self.note = ""
        self._title = ""

    def begin(self, line: TicketLine) -> None:
        """Ask about one line."""
        self.line_key, self.reason, self.note = str(line.id), None, ""
        self._title = _t("Kitchen", "{new} stands in for {old}: why?").format(
            new=line.portion_code or "", old=line.former_code or ""
        )
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """A reason; the last one needs words before it can be confirmed."""
        self.reason = DegradationReason(key)
        self.changed.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """The words."""
        self.note = text.strip()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Say it, unless words are missing."""
        if self._ready():
            self.confirmed.emit()

    def _ready(self) -> bool:
        if self.reason is None:
            return False
        return self.reason is not DegradationReason.OTHER or bool(self.note)

    def _rows(self) -> list[dict[str, str]]:
        words = {
            DegradationReason.AGE: _t("Kitchen", "Too old"),
            DegradationReason.TEMPERATURE: _t("Kitchen", "Temperature"),
            DegradationReason.DAMAGE: _t("Kitchen", "Damaged"),
            DegradationReason.OTHER: _t("Kitchen", "Something else"),
        }
        return [{"key": each.value, "text": text} for each, text in words.items()]

    title = Property(str, lambda self: self._title, notify=changed)
    reasons = Property(list, _rows, constant=True)
    chosen = Property(str, lambda self: self.reason.value if self.reason else "", notify=changed)
    needsWords = Property(bool, lambda self: self.reason is DegradationReason.OTHER, notify=changed)
    ready = Property(bool, _ready, notify=changed)
