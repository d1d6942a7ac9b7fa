"""Allergens in the back office: what each product holds, clean tools, incidents and their end."""

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.allergens import View
from app.domain.approval import ApprovalAction
from app.domain.equipment import IncidentRecord, IncidentState
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import SanitationEntry
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.manager.allergen_rows import (
    COLUMNS,
    EquipmentLine,
    IncidentLine,
    LogLine,
    MatrixLine,
    column_codes,
    equipment_lines,
    incident_line,
    log_line,
    matrix_lines,
)
from app.ui.manager.desk import Desk
from app.ui.manager.equipment_editor import EquipmentEditor
from app.ui.manager.errand import Errand
from app.ui.manager.lot_allergens import LotAllergens
from app.ui.manager.probes_page import ProbesPage
from app.ui.shared import words
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate


class AllergensPage(QObject):
    """`section` is one of the chips' keys; `view` is us or eu (first: the shop's)."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._approval = desk, approval
        self._section, self._chosen_view = "products", ""
        self._matrix: RowsModel[MatrixLine] = RowsModel(MatrixLine, parent=self)
        self._equipment: RowsModel[EquipmentLine] = RowsModel(EquipmentLine, parent=self)
        self._log: RowsModel[LogLine] = RowsModel(LogLine, parent=self)
        self._incidents: RowsModel[IncidentLine] = RowsModel(IncidentLine, parent=self)
        self._errand = Errand(desk.shell, "allergens", self)
        self._editor = EquipmentEditor(desk, self._errand, self)
        self._lot = LotAllergens(desk, self._errand, self)
        self._probes = ProbesPage(desk, self)
        self._sanitised: dict[UUID, datetime | None] = {}
        self._entries: tuple[SanitationEntry, ...] = ()
        self._waiting = 0
        self._picked: UUID | None = None
        self._typed: str | None = None
        desk.moved.connect(self.refresh)
        desk.shell.languageChanged.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now; the log is read when something was sanitised."""
        view = self._desk.view
        if view is None:
            return
        self._matrix.set_rows(matrix_lines(view, self._view(view)))
        self._equipment.set_rows(equipment_lines(view))
        known = sorted(view.allergen_incidents.values(), key=_order)
        now = self._desk.now
        self._incidents.set_rows([incident_line(each, view, now) for each in known])
        self._waiting = sum(each.state is IncidentState.OPEN for each in known)
        self._log.set_rows([log_line(n, each, view) for n, each in enumerate(self._entries)])
        sanitised = {each.id: each.sanitised_at for each in view.equipment.values()}
        if sanitised != self._sanitised and self._desk.session() is not None:
            self._sanitised = sanitised
            self._desk.shell.tasks.start(self._read_log(), name="sanitation log")
        self.changed.emit()

    @Slot(str)
    def choose(self, section: str) -> None:
        """Show one of the parts."""
        self._section = section
        self.changed.emit()

    @Slot(str)
    def look(self, view: str) -> None:
        """Name allergens as the US or the EU list does."""
        self._chosen_view = view
        self.refresh()

    @Slot(str)
    def pick(self, key: str) -> None:
        """Show what a product is made of, to change it; the empty key shows none."""
        self._picked, self._typed = UUID(key) if key else None, None
        self.changed.emit()

    @Slot(str)
    def typeIngredients(self, words: str) -> None:
        """What is being written outlives the news that come in meanwhile."""
        self._typed = words
        self.changed.emit()

    @Slot()
    def saveIngredients(self) -> None:
        """Keep the words; lots that are in the shop keep theirs."""
        session, product_id, words = self._desk.session(), self._picked, self._ingredients()
        if session is None or product_id is None:
            return
        allergens = self._desk.store.allergens
        self._errand.ask(
            ("ingredients", product_id, words),
            lambda request: allergens.state_ingredients(
                session, request=request, product_id=product_id, text=words
            ),
            lambda _answer: (
                _t("Office", "Ingredients kept"),
                _t("Office", "They hold for lots that come in from now on."),
            ),
        )

    def _ingredients(self) -> str:
        return self._picked_text("ingredients") if self._typed is None else self._typed

    @Slot(int)
    def editRow(self, index: int) -> None:
        """Open the form for the tool or surface in that row."""
        if 0 <= index < len(self._equipment.rows):
            self._editor.edit(self._equipment.rows[index].id)

    def _picked_text(self, what: str) -> str:
        view = self._desk.view
        product = view.products.get(self._picked) if view and self._picked else None
        return str(getattr(product, what) or "") if product else ""

    @Slot(str, str)
    def report(self, code: str, note: str) -> None:
        """Report an incident on the lot of a portion or whole, by its code."""
        session, allergens = self._desk.session(), self._desk.store.allergens
        if session is None:
            return
        incident_id = new_id()

        async def act(request: UUID) -> None:
            whole_id = await allergens.lot_of(code.strip())
            await allergens.report_incident(
                session, request=request, incident_id=incident_id, whole_id=whole_id, note=note
            )

        self._errand.ask(
            ("report", code, note),
            act,
            lambda _answer: (
                _t("Office", "Blocked"),
                _t("Office", "The lot and all that shared its tools are off sale everywhere."),
            ),
            _denied,
        )

    @Slot(str)
    def release(self, key: str) -> None:
        """Ask the food safety manager, then put the lots back on sale."""
        session = self._desk.session()
        if session is not None:
            task = self._release(session, UUID(key))
            self._desk.shell.tasks.start(task, name="release incident")

    async def _release(self, session: Session, incident_id: UUID) -> None:
        view = self._desk.view
        incident = view.allergen_incidents.get(incident_id) if view else None
        if view is None or incident is None:
            return
        approval = await self._approval.obtain(
            session,
            ApprovalAction.ALLERGEN_RELEASE,
            {"incident": str(incident_id)},
            what=incident_line(incident, view, self._desk.now).title,
            reasons=[
                _t("Office", "False alarm: nothing was found"),
                _t("Office", "Checked, the rest is safe"),
            ],
        )
        if approval is None:
            return
        known = self._desk.view.approvals.get(approval) if self._desk.view else None
        allergens = self._desk.store.allergens
        outcome = known.reason if known else _t("Office", "Released")
        self._errand.ask(
            ("release", incident_id),
            lambda request: allergens.release_incident(
                session,
                request=request,
                incident_id=incident_id,
                outcome=outcome,
                approval_id=approval,
            ),
            lambda _answer: (_t("Office", "Released"), _t("Office", "Its lots are on sale again.")),
        )

    async def _read_log(self) -> None:
        try:
            self._entries = await self._desk.store.allergens.sanitations()
        except Exception as error:
            if not is_expected(error):
                raise
            self._errand.say("warning", *sentence(error))
        self.refresh()

    def _view(self, view: StoreView) -> View:
        return View(self._chosen_view or view.settings.food.jurisdiction.allergen_view)

    def _columns(self) -> list[dict[str, Any]]:
        view = self._desk.view
        codes = column_codes(self._view(view)) if view else ()
        columns: list[dict[str, Any]] = [
            {"key": "name", "title": _t("Office", "Product"), "weight": 3.2, "sortable": False}
        ]
        columns += [
            {"key": COLUMNS[n], "title": words.allergen(code), "weight": 1.25, "sortable": False}
            for n, code in enumerate(codes)
        ]
        title = _t("Office", "Also stated")
        return [*columns, {"key": "others", "title": title, "weight": 2, "sortable": False}]

    def _shown_view(self) -> str:
        view = self._desk.view
        return self._view(view).value if view else "us"

    pickedName = Property(str, lambda self: self._picked_text("name"), notify=changed)  # noqa: N815
    ingredients = Property(str, _ingredients, notify=changed)
    section = Property(str, lambda self: self._section, notify=changed)
    view = Property(str, _shown_view, notify=changed)
    columns = Property("QVariantList", _columns, notify=changed)  # type: ignore[arg-type]
    matrix = Property(QObject, lambda self: self._matrix, constant=True)
    lot = Property(QObject, lambda self: self._lot, constant=True)
    probes = Property(QObject, lambda self: self._probes, constant=True)
    editor = Property(QObject, lambda self: self._editor, constant=True)
    equipment = Property(QObject, lambda self: self._equipment, constant=True)
    log = Property(QObject, lambda self: self._log, constant=True)
    incidents = Property(QObject, lambda self: self._incidents, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    waiting = Property(int, lambda self: self._waiting, notify=changed)


def _order(each: IncidentRecord) -> tuple[bool, float]:
    return each.state is IncidentState.RELEASED, -each.reported_at.timestamp()


def _denied(refusal: Refused) -> tuple[str, str]:
    if refusal.code is RefusalCode.UNKNOWN_ITEM:
        return (
            _t("Office", "No such code"),
            _t("Office", "Nothing was blocked. Type the code on the portion or whole."),
        )
    if refusal.code is RefusalCode.BAD_TEXT:
        return (
            _t("Office", "What happened?"),
            _t("Office", "Nothing was blocked. Write a few words about it."),
        )
    return sentence(refusal)
