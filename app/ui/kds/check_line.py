"""Verifying an item before it is prepared: what a scan and the check sheet's keys ask."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.ticket import KitchenState, TicketLine
from app.domain.verification import Checked, FailReason, VerifyOutcome
from app.services.verify_portion import line_of_code, needs_check, verify_portion
from app.ui.kds.control_points import temperature_demanded
from app.ui.kds.desk import Desk, Ready
from app.ui.kds.portion_check import PortionCheck
from app.ui.kds.wording import nothing_free_sentence

_t = QCoreApplication.translate
Then = Callable[[], None]


class CheckLine(QObject):
    """`measure` asks for a temperature of the item: it passed, and its cabinet is in doubt."""

    demandedChanged = Signal()  # noqa: N815
    measure = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._demanded = desk, False
        self._sheet = PortionCheck(self)
        self._sheet.passed.connect(self._pass)
        self._sheet.failed.connect(self._fail)

    def begin(self, ready: Ready, line: TicketLine) -> None:
        """Open the sheet for one item."""
        self._sheet.begin(ready.view, line)

    def refresh(self) -> None:
        """Look whether the shop demands a verification now."""
        view = self._desk.store.feed.view
        demanded = view is not None and view.settings.kitchen.verify_by_code
        if demanded != self._demanded:
            self._demanded = demanded
            self.demandedChanged.emit()

    @Slot(str)
    def scan(self, code: str) -> None:
        """A label was read: for the open sheet, else the order that waits for that portion."""
        ready = self._desk.ready()
        if ready is None or not code.strip():
            return
        if self._sheet.line_key:
            self._sheet.read(code)
            return
        line = line_of_code(ready.view, code)
        if line is None:
            self._desk.tell(_nobody_waits(code))
        elif needs_check(ready.view, line):
            self._sheet.begin(ready.view, line, code)
        elif line.checked_at is not None:
            self._desk.tell(_passed_already(code))

    @Slot()
    def _pass(self) -> None:
        found = self._current()
        if found is None:
            return
        ready, line = found
        portion = ready.view.portions.get(line.portion_id) if line.portion_id else None
        doubtful = temperature_demanded(ready.view, portion, ready.now)
        key = str(line.id)
        # With a cabinet in doubt only the record is kept: the thermometer opens the preparation.
        then = (lambda: self.measure.emit(key)) if doubtful else None
        self._record(ready, line, self._sheet.scanned, Checked(prepare=not doubtful), then)

    @Slot()
    def _fail(self) -> None:
        found, reason = self._current(), self._sheet.reason
        if found is not None and reason is not None:
            self._record(*found, self._sheet.scanned, Checked(reason=reason), None)

    def too_cold_or_warm(self, ready: Ready, line: TicketLine, temperature_mc: int) -> None:
        """Its temperature fails the verification, whatever was seen."""
        checked = Checked(reason=FailReason.TEMPERATURE, temperature_mc=temperature_mc)
        self._record(ready, line, line.portion_code or "", checked, None)

    def _record(
        self, ready: Ready, line: TicketLine, scanned: str, checked: Checked, then: Then | None
    ) -> None:
        verification_id = new_id()

        async def work(request: UUID) -> None:
            outcome = await verify_portion(
                self._desk.store, ready.session, request=request, line_id=line.id,
                verification_id=verification_id, scanned=scanned, checked=checked,
            )  # fmt: skip
            if not outcome.passed:
                self._desk.tell(_what_now(line, outcome))

        self._desk.start(line.id, work, then)

    def _current(self) -> tuple[Ready, TicketLine] | None:
        ready, key = self._desk.ready(), self._sheet.line_key
        line = ready.view.ticket_lines.get(UUID(key)) if ready and key else None
        if ready is None or line is None or line.kitchen_state is not KitchenState.QUEUED:
            return None
        return ready, line

    sheet = Property(QObject, lambda self: self._sheet, constant=True)
    demanded = Property(bool, lambda self: self._demanded, notify=demandedChanged)


def _what_now(line: TicketLine, outcome: VerifyOutcome) -> tuple[str, str]:
    """What came of a portion that failed."""
    if outcome.ask:
        return (
            _t("Kitchen", "{n} in a row failed: {name}").format(n=outcome.failures, name=line.name),
            _t("Kitchen", "The manager knows. The till asks: money back, a new whole, or another."),
        )
    if outcome.stand_in is None:
        return nothing_free_sentence(line.name)
    return (
        _t("Kitchen", "{code} is on hold").format(code=line.portion_code),
        _t("Kitchen", "Another portion was chosen; the order keeps its place. Scan that one."),
    )


def _nobody_waits(code: str) -> tuple[str, str]:
    return (
        _t("Kitchen", "No order waits for {code}").format(code=code.strip().upper()),
        _t("Kitchen", "Put it back and take the portion that stands on the card."),
    )


def _passed_already(code: str) -> tuple[str, str]:
    return (
        _t("Kitchen", "{code} was verified already").format(code=code.strip().upper()),
        _t("Kitchen", "It may be prepared."),
    )
