"""The form that makes or changes one product."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.approval import ApprovalAction
from app.domain.catalog import BaseUnit, CurveShape, Product
from app.domain.configuration import standard_count
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import NewProduct
from app.services.product_curve import needs_approval
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.product_check import check_draft
from app.ui.manager.product_choices import offered
from app.ui.manager.product_curves import ProductCurves
from app.ui.manager.product_draft import (
    ProductDraft,
    draft_of,
    new_draft,
    priced_by_whole,
    with_quality,
    with_size,
    with_way,
    without_way,
)
from app.ui.manager.product_values import TEXTS, WayLine, form_values, way_lines
from app.ui.manager.product_ways import count_to_approve
from app.ui.manager.product_words import field_word, form_field
from app.ui.manager.typed import Fault
from app.ui.manager.words import fault_text
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate


class ProductForm(QObject):
    """`values` is what stands in the form, `errors` what is wrong by field; `save` sends it all."""

    changed = Signal()
    choicesChanged = Signal()  # noqa: N815
    opened = Signal()
    """What stands in the form is what the store has: nothing typed would be lost."""

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._approval = desk, approval
        self._approvals: dict[tuple[UUID, int], UUID] = {}
        self._saving = Errand(desk.shell, "save product", self)
        self._curves = ProductCurves(desk, approval, self)
        self._saving.finished.connect(self._saved)
        self._ways = RowsModel(WayLine, parent=self)
        self._chosen: UUID | None = None
        self._draft = ProductDraft()
        self._errors: dict[str, str] = {}
        self._choices: dict[str, list[dict[str, str]]] = {}
        self.refresh()

    @property
    def product(self) -> str:
        """The id of the product in the form; empty when there is none."""
        return str(self._chosen or "")

    @property
    def draft(self) -> ProductDraft:
        """What stands in the form now, checked or not."""
        return self._draft

    def refresh(self) -> None:
        """Offer what the store has now; what stands in the form is left alone."""
        new = self._offered()
        if new != self._choices:
            self._choices = new
            self.choicesChanged.emit()

    def open(self, product: Product) -> None:
        """Fill the form with a product of the store."""
        settings = self._desk.settings
        if settings is not None:
            self._start(product.id, draft_of(product, settings.currency))

    @Slot()
    def create(self) -> None:
        """Start a new product."""
        view = self._desk.view
        if view is not None:
            self._start(new_id(), new_draft(view.products, view.settings.tax_rate_bp))

    def _start(self, product: UUID, draft: ProductDraft) -> None:
        if self._saving.busy:
            return
        self._chosen, self._errors, self._approvals = product, {}, {}
        self._saving.dismiss()
        self._curves.read(product)
        self._take(draft)
        self.refresh()
        self.opened.emit()

    @Slot()
    def close(self) -> None:
        """Leave the form; what was typed is dropped."""
        if not self._saving.busy:
            self._chosen, self._errors, self._approvals = None, {}, {}
            self._saving.dismiss()
            self.changed.emit()

    @Slot(str, str)
    def write(self, field: str, value: str) -> None:
        """Take what was typed into `field`; nothing is checked before saving."""
        if field in TEXTS:
            changes: dict[str, Any] = {field: value}
            if field == "price":
                changes["whole"] = ""
        elif field == "base_unit":
            changes = {field: BaseUnit(value)}
        elif field == "shape":
            changes = {field: CurveShape(value)}
        else:
            changes = {f"{field}_id": UUID(value) if value else None}
        self._take(replace(self._draft, **changes))

    @Slot(str, bool)
    def switch(self, field: str, value: bool) -> None:
        """`active` or `portioned`, on or off."""
        changes: dict[str, Any] = {field: value}
        self._take(replace(self._draft, **changes))

    @Slot(str)
    def toggle(self, allergen: str) -> None:
        """Add or take away an allergen; `none` states that there are none."""
        chosen = self._draft.allergens or frozenset()
        new = frozenset() if allergen == "none" else chosen ^ {allergen}
        self._take(replace(self._draft, allergens=new if new or allergen == "none" else None))

    @Slot(str)
    def keepLike(self, product: str) -> None:
        """Take over how another product keeps."""
        view = self._desk.view
        found = view.products.get(UUID(product)) if view else None
        if found is not None and found.quality is not None:
            self._take(with_quality(self._draft, found.quality))

    @Slot(str)
    def addWay(self, portions: str) -> None:
        self._take(with_way(self._draft, portions))

    @Slot(str)
    def addSize(self, size: str) -> None:
        """A standard size with its number of portions."""
        settings = self._desk.settings
        count = standard_count(size, settings.food.portions) if settings else None
        if count is not None:
            self._take(with_size(self._draft, size, count))

    @Slot(int)
    def askForCount(self, at: int) -> None:
        """Ask another person for a count outside the limits; then save at once."""
        way, session = self._draft.ways[at], self._desk.session()
        count = count_to_approve(way.portions)
        if session is not None and count is not None:
            work = self._ask_for(session, way.id, count)
            self._desk.shell.tasks.start(work, name="portion limits")

    async def _ask_for(self, session: Session, way: UUID, count: int) -> None:
        granted = await self._approval.obtain(
            session,
            ApprovalAction.PORTION_LIMITS,
            {"configuration_id": str(way), "portions": count},
            what=_t("Office", "{n} portions from one {name}").format(
                n=count, name=self._draft.name
            ),
            reasons=[_t("Office", "Sheet cake"), _t("Office", "Party size")],
        )
        if granted is not None:
            self._approvals[way, count] = granted
            self.save()

    @Slot(int)
    def removeWay(self, at: int) -> None:
        self._take(without_way(self._draft, at))

    @Slot(int)
    def makeUsual(self, at: int) -> None:
        self._take(replace(self._draft, usual=self._draft.ways[at].id))

    @Slot(int, str, str)
    def writeWay(self, at: int, field: str, value: str) -> None:
        """Take what was typed: `name`, `portions`, `weight` or `per_row` of a way of cutting."""
        ways = list(self._draft.ways)
        changes: dict[str, Any] = {field: value}
        ways[at] = replace(ways[at], **changes)
        self._take(replace(self._draft, ways=tuple(ways)))

    def _take(self, draft: ProductDraft) -> None:
        settings = self._desk.settings
        self._draft = draft = priced_by_whole(draft, settings.currency) if settings else draft
        self._ways.set_rows(way_lines(draft))
        self.changed.emit()

    @Slot(str)
    def bringBack(self, version: str) -> None:
        """Fill in the curve that held before that version; saving asks for approval."""
        self._take(self._curves.before(version, self._draft))

    @Slot()
    def _saved(self) -> None:
        if self._chosen is not None:
            self._curves.read(self._chosen)
        self.opened.emit()

    @Slot()
    def save(self) -> None:
        """Check every field; send the product when nothing is wrong."""
        view, session = self._desk.view, self._desk.session()
        if view is None or session is None or self._chosen is None:
            return
        product, faults = check_draft(
            self._draft,
            self._chosen,
            view.categories,
            view.settings.currency,
            self._approvals,
            view.cutting_tools.values(),
        )
        if product is None:
            self._saving.say("danger", *self._show(faults))
            return
        self._show({})
        product = self._curves.exact(product, self._draft, view)
        if needs_approval(product, view):
            work = self._approve_and_send(session, product, view)
            self._desk.shell.tasks.start(work, name="approve curve")
        else:
            self._send(session, product)

    async def _approve_and_send(
        self, session: Session, product: NewProduct, view: StoreView
    ) -> None:
        approved = await self._curves.approved(session, product, view)
        if approved is not None:
            self._send(session, approved)

    def _send(self, session: Session, product: NewProduct) -> None:
        catalogue = self._desk.store.catalogue
        self._saving.ask(
            product,
            lambda request: catalogue.save_product(session, request=request, product=product),
            lambda _: (_t("Office", "Saved"), product.name),
            self._refused,
        )

    def _refused(self, error: Refused) -> tuple[str, str]:
        if error.code is RefusalCode.CHANGED and error.detail == "kind":
            return (
                _t("Office", "There is still stock of it"),
                _t("Office", "Nothing was changed. Sell or waste it first, or make a new product."),
            )
        fields = [form_field(name) for name in error.detail.split(",") if name]
        if None in fields or not fields:
            return sentence(error)
        return self._show({field: Fault.REFUSED for field in fields if field})

    def _show(self, faults: Mapping[str, Fault]) -> tuple[str, str]:
        self._errors = {field: fault_text(field, fault) for field, fault in faults.items()}
        self.changed.emit()
        named = ", ".join(field_word(field) for field in faults)
        return (
            _t("Office", "Not saved: {n} to correct").format(n=len(faults)),
            _t("Office", "Nothing was changed. Look at: {fields}.").format(fields=named),
        )

    def _offered(self) -> dict[str, list[dict[str, str]]]:
        return offered(self._desk.view, self._draft.allergens or frozenset())

    saving = Property(QObject, lambda self: self._saving, constant=True)
    curves = Property(QObject, lambda self: self._curves.rows, constant=True)
    editing = Property(bool, lambda self: self._chosen is not None, notify=changed)
    values = Property(dict, lambda self: form_values(self._draft), notify=changed)
    ways = Property(QObject, lambda self: self._ways, constant=True)
    errors = Property(dict, lambda self: self._errors, notify=changed)
    choices = Property(dict, lambda self: self._choices, notify=choicesChanged)
