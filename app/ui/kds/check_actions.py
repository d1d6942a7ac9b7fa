"""What the checks' keys ask: record a look, waste a lot, extend its life."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.approval import ApprovalAction
from app.domain.checkpoints import Due, Step
from app.domain.ids import new_id
from app.domain.inspection import InspectionKind
from app.domain.people import Role, Session
from app.services.checks_due import DueCheck
from app.services.inspect_portion import inspect_portion
from app.services.off_sale import OffSale
from app.services.refusal import RefusalCode, Refused
from app.ui.kds.checks import ChecksModel, off_by_score
from app.ui.kds.control_points import limits_in_force
from app.ui.kds.desk import Desk, Ready
from app.ui.kds.inspect import InspectModel
from app.ui.kds.unit_check import UnitModel
from app.ui.kds.wording import changed_sentence
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.corrections import Ask, CorrectionModel
from app.ui.shared.format import clock

_t = QCoreApplication.translate


class CheckActions(QObject):
    """`openInspect` asks for the inspection sheet, which speaks through `inspect`."""

    openInspect = Signal()  # noqa: N815
    openUnit = Signal()  # noqa: N815

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._approval = desk, approval
        self._lists = ChecksModel(self)
        self._sheet = InspectModel(desk, self)
        self._sheet.confirmed.connect(self._record)
        self._unit = UnitModel(self)
        self._unit.confirmed.connect(self._sign)
        self._alerted: set[tuple[UUID, datetime]] = set()
        self._correction = CorrectionModel(desk.store, self._who, self._send, self)

    def _who(self) -> Session | None:
        ready = self._desk.ready()
        return ready.session if ready is not None else None

    def _send(self, key: UUID, _what: tuple[object, ...], ask: Ask) -> None:
        self._desk.start(key, ask)

    @property
    def model(self) -> ChecksModel:
        """The lists, to keep current."""
        return self._lists

    @Slot(str)
    def look(self, key: str) -> None:
        """Open the inspection sheet for one check, or the one for a corrective action."""
        if key.startswith("correct_"):
            self._correction.open(key.removeprefix("correct_"))
            return
        ready, silent, check = self._desk.ready(), self._lists.clock(key), self._lists.due(key)
        if silent is not None:
            unit = ready.view.holding_units.get(silent.unit_id) if ready else None
            if ready is not None and unit is not None:
                limits = limits_in_force(ready.view, unit)
                can_be = ready.view.settings.food.readings
                self._unit.begin(unit.id, unit.name, limits, can_be)
                self.openUnit.emit()
            return
        if ready is None or check is None or check.portion_id not in ready.view.portions:
            return
        self._sheet.begin(check, ready.view)
        self.openInspect.emit()

    @Slot(str)
    def lookAtLine(self, line_key: str) -> None:
        """Open the inspection sheet for a portion that a guest has ordered."""
        ready = self._desk.ready()
        line = ready.view.ticket_lines.get(UUID(line_key)) if ready and line_key else None
        portion = ready.view.portions.get(line.portion_id) if (
            ready and line and line.portion_id
        ) else None  # fmt: skip
        if ready is None or portion is None:
            return
        look = DueCheck(
            portion.id, portion.whole_id, InspectionKind.HANDOVER, Step.HANDOVER, ready.now,
            Due.DUE, 1,
        )  # fmt: skip
        self._sheet.begin(look, ready.view, line_key)
        self.openInspect.emit()

    @Slot()
    def _record(self) -> None:
        ready, seen, portion_id = self._desk.ready(), self._sheet.seen(), self._sheet.portion_id()
        if ready is None or seen is None or portion_id is None:
            return
        inspection_id = new_id()

        async def look(request: UUID) -> None:
            try:
                await inspect_portion(
                    self._desk.store, ready.session, request=request,
                    inspection_id=inspection_id, portion_id=portion_id, seen=seen,
                )  # fmt: skip
            except Refused as refusal:
                if refusal.code is not RefusalCode.CHANGED:
                    raise
                portion = ready.view.portions[portion_id]
                self._desk.tell(changed_sentence(portion.code, refusal.detail))

        self._desk.start(portion_id, look)

    @Slot(str, int)
    def _sign(self, unit_key: str, temperature_mc: int) -> None:
        """A temperature taken by hand, with the name of whoever took it."""
        ready, quality = self._desk.ready(), self._desk.store.quality
        if ready is None:
            return
        unit_id, check_id = UUID(unit_key), new_id()
        self._desk.start(
            unit_id,
            lambda r: quality.sign_check(
                ready.session, request=r, check_id=check_id, holding_unit_id=unit_id,
                temperature_mc=temperature_mc,
            ),
        )  # fmt: skip

    def alert(self) -> None:
        """Tell the manager of every signed check that was missed, once."""
        self._correction.refresh()
        ready, tasks = self._desk.ready(), self._desk.store.tasks
        if ready is None:
            return
        for each in self._lists.overdue_clocks():
            missed = (each.unit_id, each.last_at)
            if missed in self._alerted:
                continue
            self._alerted.add(missed)
            subject = {"holding_unit_id": str(each.unit_id), "since": each.last_at.isoformat()}
            self._desk.start(
                each.unit_id,
                lambda r, each=each, subject=subject: tasks.open(  # type: ignore[misc]
                    ready.session, request=r, task_id=new_id(), kind="check_overdue",
                    title=each.name, subject=subject, owner=Role.MANAGER, due_s=0,
                ),
            )  # fmt: skip

    @Slot(str)
    def waste(self, key: str) -> None:
        """Book all portions of a lot as waste: each gets its record."""
        ready, lot = self._desk.ready(), self._lists.lot(key)
        if ready is None or not lot:
            return
        ids, quality = [each.id for each in lot], self._desk.store.quality
        low = off_by_score(OffSale(ready.view), lot, ready.now)
        cause = "score too low" if low else "past its limit"
        self._desk.start(
            UUID(key),
            lambda r: quality.waste_portions(
                ready.session, request=r, portion_ids=ids, cause=cause
            ),
        )

    @Slot(str)
    def other(self, key: str) -> None:
        """Score it again where only its score keeps it off sale; else ask for the extension.

        Past its limit there is neither: it is kept on hold until it is wasted (FUL-R.3).
        """
        ready, lot = self._desk.ready(), self._lists.lot(key)
        if ready is None or not lot:
            return
        if off_by_score(OffSale(ready.view), lot, ready.now):
            again = DueCheck(
                lot[0].id, lot[0].whole_id, InspectionKind.RECHECK, None, ready.now, Due.DUE,
                len(lot),
            )  # fmt: skip
            self._sheet.begin(again, ready.view)
            self.openInspect.emit()
            return
        if min(each.expires_at for each in lot) <= ready.now:
            ids, quality = [each.id for each in lot], self._desk.store.quality
            self._desk.start(
                UUID(key),
                lambda r: quality.hold_portions(ready.session, request=r, portion_ids=ids),
            )
            return
        policy = ready.view.settings.food.shelf_life
        until = int((max(each.expires_at for each in lot) + policy.max_extension).timestamp())
        self._desk.start(UUID(key), lambda r: self._extend(ready, UUID(key), until, r))

    async def _extend(self, ready: Ready, whole_id: UUID, until_s: int, request: UUID) -> None:
        whole = ready.view.wholes[whole_id]
        until = ready.now.fromtimestamp(until_s, ready.now.tzinfo)
        what = _t("Kitchen", "Keep {code} until {time}, once").format(
            code=whole.code, time=clock(until, ready.view.settings)
        )
        approval_id = await self._approval.obtain(
            ready.session,
            ApprovalAction.QUALITY_EXTENSION,
            {"whole_id": str(whole_id), "until_s": until_s},
            what=what,
            reasons=(_t("Kitchen", "Guests are waiting"), _t("Kitchen", "Nothing else is ready")),
        )
        if approval_id is not None:
            await self._desk.store.quality.extend_life(
                ready.session, request=request, whole_id=whole_id, until_s=until_s,
                approval_id=approval_id,
            )  # fmt: skip

    correction = Property(QObject, lambda self: self._correction, constant=True)
    lists = Property(QObject, lambda self: self._lists, constant=True)
    unit = Property(QObject, lambda self: self._unit, constant=True)
    inspect = Property(QObject, lambda self: self._sheet, constant=True)
