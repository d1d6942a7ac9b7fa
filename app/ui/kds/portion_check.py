"""The check sheet: the label's code by scanner or by a tap, then good, or what is wrong."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.portion import PortionState
from app.domain.ticket import TicketLine
from app.domain.verification import FailReason
from app.services.replace_line import cut_of
from app.services.store_view import StoreView

_t = QCoreApplication.translate
MOST_CODES = 6
"""Labels to choose from without a scanner; the portion's own is among them."""
_NEAR = (PortionState.AVAILABLE, PortionState.COMMITTED, PortionState.RESERVED)


class PortionCheck(QObject):
    """`passed` and `failed` carry nothing: `line_key`, `scanned`, `reason` say what was found."""

    changed = Signal()
    opened = Signal()
    passed = Signal()
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.line_key = self.scanned = ""
        self.reason: FailReason | None = None
        self._code = self._title = self._place = self._message = ""
        self._asked: list[str] = []
        self._codes: list[str] = []
        self._failing = False

    def begin(self, view: StoreView, line: TicketLine, scanned: str = "") -> None:
        """Ask for one line's label; `scanned`: it was read already."""
        self.line_key, self._code = str(line.id), line.portion_code or ""
        self.scanned, self.reason, self._failing, self._message = "", None, False, ""
        ticket = view.tickets.get(line.ticket_id)
        number = ticket.number if ticket else ""
        self._title = _t("Kitchen", "Order {number}: {name}").format(number=number, name=line.name)
        self._place = " / ".join(part for part in (line.holding_unit_name, line.place) if part)
        self._asked = _ordered(view, line)
        self._codes = _labels(view, line)
        if scanned:
            self._read(scanned)
        self.changed.emit()
        self.opened.emit()

    @Slot(str)
    def read(self, code: str) -> None:
        """A label was scanned, or chosen among those shown."""
        if self.line_key:
            self._read(code)
            self.changed.emit()

    def _read(self, code: str) -> None:
        typed = code.strip().upper()
        if typed == self._code.upper():
            self.scanned, self._message = self._code, ""
            return
        self.scanned, self._failing = "", False
        self._message = _t(
            "Kitchen", "{code} is another portion. Put it back and scan {own}."
        ).format(code=typed, own=self._code)

    @Slot()
    def good(self) -> None:
        """It is the right one, looks good and is as ordered."""
        if self.scanned:
            self.reason = None
            self.passed.emit()

    @Slot()
    def notGood(self) -> None:
        """Ask what is wrong, or take that back."""
        self._failing = bool(self.scanned) and not self._failing
        self.changed.emit()

    @Slot(str)
    def fail(self, reason: str) -> None:
        """It fails for this reason."""
        if self.scanned:
            self.reason = FailReason(reason)
            self.failed.emit()

    @Slot()
    def close(self) -> None:
        """Nothing is checked any more."""
        self.line_key = self.scanned = ""
        self.changed.emit()

    def _said(self) -> str:
        if self._message:
            return self._message
        if not self.scanned:
            return _t("Kitchen", "Scan its label, or tap the code that stands on it.")
        if self._failing:
            return _t("Kitchen", "What is wrong with it? It goes on hold, another one is chosen.")
        return _t("Kitchen", "The right one. Does it look good, and is it as ordered?")

    def _reasons(self) -> list[dict[str, str]]:
        words = {
            FailReason.DRY_EDGE: _t("Kitchen", "Dry edge"),
            FailReason.UNEVEN_CUT: _t("Kitchen", "Uneven cut"),
            FailReason.DAMAGE: _t("Kitchen", "Damaged"),
            FailReason.AGE: _t("Kitchen", "Too old"),
            FailReason.TEMPERATURE: _t("Kitchen", "Temperature"),
            FailReason.WRONG_PRODUCT: _t("Kitchen", "Another product"),
            FailReason.WRONG_CUT: _t("Kitchen", "Cut otherwise"),
            FailReason.MODIFIERS: _t("Kitchen", "Wishes impossible"),
            FailReason.OTHER: _t("Kitchen", "Something else"),
        }
        return [{"key": each.value, "text": text} for each, text in words.items()]

    title = Property(str, lambda self: self._title, notify=changed)
    place = Property(str, lambda self: self._place, notify=changed)
    asked = Property(list, lambda self: self._asked, notify=changed)
    codes = Property(list, lambda self: self._codes, notify=changed)
    code = Property(str, lambda self: self.scanned, notify=changed)
    message = Property(str, _said, notify=changed)
    mismatch = Property(bool, lambda self: bool(self._message), notify=changed)
    failing = Property(bool, lambda self: self._failing, notify=changed)
    reasons = Property(list, _reasons, constant=True)


def _ordered(view: StoreView, line: TicketLine) -> list[str]:
    """What the portion is held against: product and grade, cut, wishes."""
    cut = cut_of(view, line.portion_id)
    size = f"1/{cut}" if cut else ""
    first = " ".join(part for part in (line.name, line.grade.value if line.grade else "") if part)
    wishes = [each.name for each in line.preparations]
    note = [f"“{line.note}”"] if line.note else []
    return [part for part in (first, size, *wishes, *note) if part]


def _labels(view: StoreView, line: TicketLine) -> list[str]:
    """The portion's code among its neighbours', in the order of the labels."""
    own = view.portions.get(line.portion_id) if line.portion_id else None
    if own is None:
        return [line.portion_code or ""]
    near = sorted(
        (
            each
            for each in view.portions.values()
            if each.id != own.id
            and each.holding_unit_id == own.holding_unit_id
            and each.state in _NEAR
        ),
        key=lambda each: (
            each.product_id != own.product_id,
            abs(each.wedge - own.wedge),
            each.code,
        ),
    )
    return sorted([own.code, *(each.code for each in near[: MOST_CODES - 1])])
