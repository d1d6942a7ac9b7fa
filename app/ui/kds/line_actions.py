"""What a tap on one item asks: verify it, take that back, or replace its portion."""

from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.inspection import FailCause, InspectionKind, Seen
from app.domain.safety_limits import SafetyLimits
from app.domain.ticket import KitchenState, TicketLine
from app.services.inspect_portion import inspect_portion, predict
from app.services.line_trouble import is_unexplained, trouble_of_line
from app.services.refusal import RefusalCode, Refused
from app.services.replace_line import replace_line
from app.services.verify_portion import needs_check
from app.ui.kds.check_line import CheckLine
from app.ui.kds.control_points import limits_in_force, temperature_demanded
from app.ui.kds.desk import Desk, Ready
from app.ui.kds.verify import VerifyModel
from app.ui.kds.why import WhyModel
from app.ui.kds.wording import nothing_free_sentence, trouble_sentence


class LineActions(QObject):
    """`openVerify` asks for the thermometer's sheet, `openWhy` for the reason of a replacement;
    `seen` names voided lines taken note of."""

    openVerify = Signal()  # noqa: N815
    openWhy = Signal()  # noqa: N815
    seen = Signal(list)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet = VerifyModel(self)
        self._sheet.confirmed.connect(self._measured)
        self._sheet.failed.connect(self._too_cold_or_warm)
        self._check = CheckLine(desk, self)
        self._check.measure.connect(self._measure)
        self._why = WhyModel(self)
        self._why.confirmed.connect(self._explain)

    @Slot(str)
    def tap(self, line_key: str) -> None:
        """Verify the item, or take that back; a doubtful cabinet leads to the thermometer."""
        ready, line = self._line(line_key)
        if ready is None or line is None:
            return
        kitchen = self._desk.store.kitchen
        portion = ready.view.portions.get(line.portion_id) if line.portion_id else None
        if line.off_the_list:
            self.seen.emit([line.id])
        elif (trouble := trouble_of_line(ready.view, line, ready.now)) is not None:
            self._desk.tell(trouble_sentence(trouble))
        elif is_unexplained(line):
            self.explain(line_key)
        elif line.kitchen_state is KitchenState.VERIFIED:
            self._desk.start(
                line.id,
                lambda r: kitchen.unverify_line(ready.session, request=r, line_id=line.id),
            )
        elif needs_check(ready.view, line):
            self._check.begin(ready, line)
        elif temperature_demanded(ready.view, portion, ready.now):
            self._measure(line_key)
        else:
            self._verify(ready, line.id, None)

    @Slot(str)
    def _measure(self, line_key: str) -> None:
        """Open the thermometer's sheet for the item."""
        ready, line = self._line(line_key)
        if ready is None or line is None:
            return
        portion = ready.view.portions.get(line.portion_id) if line.portion_id else None
        unit = ready.view.holding_units[portion.holding_unit_id] if portion else None
        limits = limits_in_force(ready.view, unit) if unit else SafetyLimits()
        self._sheet.begin(line, limits, ready.view.settings.food.readings)
        self.openVerify.emit()

    @Slot(str)
    def replace(self, line_key: str) -> None:
        """Give the item another portion when its own may not be handed over."""
        ready, line = self._line(line_key)
        if ready is None or line is None:
            return
        if trouble_of_line(ready.view, line, ready.now) is not None:
            self._desk.start(line.id, lambda r: self._swap(ready, line, r))
        elif is_unexplained(line):
            self.explain(line_key)

    @Slot(str)
    def explain(self, line_key: str) -> None:
        """Ask why the item's portion was replaced."""
        ready, line = self._line(line_key)
        if ready is not None and line is not None and is_unexplained(line):
            self._why.begin(line)
            self.openWhy.emit()

    @Slot()
    def _explain(self) -> None:
        ready, line = self._line(self._why.line_key)
        reason, note = self._why.reason, self._why.note
        if ready is None or line is None or reason is None:
            return
        kitchen = self._desk.store.kitchen
        self._desk.start(
            line.id,
            lambda r: kitchen.explain_replacement(
                ready.session, request=r, line_id=line.id, reason=reason, note=note
            ),
        )

    async def _swap(self, ready: Ready, line: TicketLine, request: UUID) -> None:
        try:
            await replace_line(self._desk.store, ready.session, request=request, line_id=line.id)
        except Refused as refusal:
            if refusal.code is not RefusalCode.GONE:
                raise
            self._desk.tell(nothing_free_sentence(line.name))

    @Slot(str, int)
    def _measured(self, line_key: str, temperature_mc: int) -> None:
        ready = self._desk.ready()
        if ready is not None:
            self._verify(ready, UUID(line_key), temperature_mc)

    @Slot(str, int)
    def _too_cold_or_warm(self, line_key: str, temperature_mc: int) -> None:
        """Record the failure: the portion leaves the order, another one takes its place."""
        ready, line = self._line(line_key)
        portion = ready.view.portions.get(line.portion_id) if ready and line and (
            line.portion_id
        ) else None  # fmt: skip
        if ready is None or line is None or portion is None:
            return
        if ready.view.settings.kitchen.verify_by_code:
            self._check.too_cold_or_warm(ready, line, temperature_mc)
            return
        seen = Seen(
            kind=InspectionKind.RECHECK,
            score=predict(ready.view, portion, ready.now).score,
            passed=False,
            causes=(FailCause.TEMPERATURE.value,),
            temperature_mc=temperature_mc,
        )
        inspection_id, portion_id = new_id(), portion.id
        self._desk.start(
            line.id,
            lambda r: inspect_portion(
                self._desk.store, ready.session, request=r, inspection_id=inspection_id,
                portion_id=portion_id, seen=seen,
            ),
        )  # fmt: skip

    def refresh(self) -> None:
        """Look at the store's rules again."""
        self._check.refresh()

    def _verify(self, ready: Ready, line_id: UUID, temperature_mc: int | None) -> None:
        kitchen = self._desk.store.kitchen
        self._desk.start(
            line_id,
            lambda r: kitchen.verify_line(
                ready.session, request=r, line_id=line_id, temperature_mc=temperature_mc
            ),
        )

    def _line(self, line_key: str) -> tuple[Ready | None, TicketLine | None]:
        ready = self._desk.ready()
        if ready is None or not line_key:
            return None, None
        return ready, ready.view.ticket_lines.get(UUID(line_key))

    verify = Property(QObject, lambda self: self._sheet, constant=True)
    check = Property(QObject, lambda self: self._check, constant=True)
    why = Property(QObject, lambda self: self._why, constant=True)
