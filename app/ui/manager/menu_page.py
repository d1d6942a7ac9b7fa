"""The menu: every product with what it lacks, and the form that edits one."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.services.offers import incomplete_products
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.product_draft import ProductDraft, check_draft, draft_of
from app.ui.manager.words import fault_text, missing_word
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.words import allergen

_t = QCoreApplication.translate
ALLERGENS = (
    "celery", "crustaceans", "egg", "fish", "gluten", "lupin", "milk",
    "molluscs", "mustard", "nuts", "peanuts", "sesame", "soy", "sulphites",
)  # fmt: skip
"""The fourteen that must be declared, by their keys in the store."""


@dataclass(frozen=True, slots=True)
class MenuLine:
    """One product in the menu's list; `missing` names what keeps it off the till."""

    id: str
    name: str
    category: str
    price: str
    missing: str
    status: str


class MenuPage(QObject):
    """Incomplete products come first. `edit` fills the form, `save` checks and sends all of it."""

    changed = Signal()
    choicesChanged = Signal()  # noqa: N815

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines = RowsModel(MenuLine, parent=self)
        self._saving = Errand(desk.shell, "save product", self)
        self._chosen: UUID | None = None
        self._draft = ProductDraft()
        self._errors: dict[str, str] = {}
        self._choices: dict[str, list[dict[str, str]]] = {}
        self._choose()
        desk.moved.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the menu as it is now; the form in hand is left alone."""
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return
        lacking = incomplete_products(view)
        lines = []
        for product in view.products.values():
            category = view.categories.get(product.category_id) if product.category_id else None
            missing = ", ".join(missing_word(field) for field in lacking.get(product.id, ()))
            status = _t("Office", "On sale") if product.active else _t("Office", "Switched off")
            lines.append(
                MenuLine(
                    id=str(product.id),
                    name=product.name,
                    category=category.name if category else "–",
                    price=text.money(product.base_price_minor, settings),
                    missing=missing,
                    status=_t("Office", "Incomplete") if missing else status,
                )
            )
        lines.sort(key=lambda line: (not line.missing, line.name.casefold()))
        self._lines.set_rows(lines)
        self._choose()
        self.changed.emit()

    @Slot(int)
    def edit(self, row: int) -> None:
        """Fill the form with the product in a row of the list."""
        view, rows = self._desk.view, self._lines.rows
        if view is None or not 0 <= row < len(rows):
            return
        self._chosen = UUID(rows[row].id)
        self._draft = draft_of(view.products[self._chosen], view.settings.currency)
        self._errors = {}
        self._saving.dismiss()
        self._choose()
        self.changed.emit()

    @Slot(str, str)
    def write(self, field: str, value: str) -> None:
        """Take what was typed into `field`; nothing is checked before saving."""
        if field == "category":
            self._draft = replace(self._draft, category_id=UUID(value) if value else None)
        else:
            changes: dict[str, Any] = {field: value}
            self._draft = replace(self._draft, **changes)
        self.changed.emit()

    @Slot(str)
    def toggle(self, allergen: str) -> None:
        """Add or take away an allergen; `none` states that there are none."""
        chosen = self._draft.allergens or frozenset()
        new = frozenset() if allergen == "none" else chosen ^ {allergen}
        self._draft = replace(self._draft, allergens=new if new or allergen == "none" else None)
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Check every field; send the product when nothing is wrong."""
        view, session = self._desk.view, self._desk.session()
        if view is None or session is None or self._chosen is None:
            return
        product, faults = check_draft(
            self._draft, self._chosen, view.categories, view.settings.currency
        )
        self._errors = {field: fault_text(field, fault) for field, fault in faults.items()}
        self.changed.emit()
        if product is None:
            return
        catalogue = self._desk.store.catalogue
        self._saving.ask(
            product,
            lambda _request: catalogue.save_product(session, product),
            lambda _: (_t("Office", "Saved"), product.name),
        )

    def _form(self) -> dict[str, Any]:
        draft = self._draft
        return {
            "name": draft.name, "category": str(draft.category_id or ""), "price": draft.price,
            "cost": draft.cost, "tax": draft.tax, "shelf_life_h": draft.shelf_life_h,
            "portions": draft.portions, "portioned": draft.portioned,
            "allergens": sorted(draft.allergens or ()), "none": draft.allergens == frozenset(),
        }  # fmt: skip

    def _choose(self) -> None:
        view = self._desk.view
        found = sorted(view.categories.values(), key=lambda c: c.position) if view else []
        stated = view.products[self._chosen].allergens if view and self._chosen else None
        more = sorted((stated or frozenset()) - set(ALLERGENS))
        new = {
            "categories": [{"key": str(c.id), "text": c.name} for c in found],
            "allergens": [{"key": a, "text": allergen(a)} for a in (*ALLERGENS, *more)],
        }
        if new != self._choices:
            self._choices = new
            self.choicesChanged.emit()

    lines = Property(QObject, lambda self: self._lines, constant=True)
    saving = Property(QObject, lambda self: self._saving, constant=True)
    editing = Property(bool, lambda self: self._chosen is not None, notify=changed)
    form = Property(dict, _form, notify=changed)
    errors = Property(dict, lambda self: self._errors, notify=changed)
    categories = Property(list, lambda self: self._choices["categories"], notify=choicesChanged)
    allergens = Property(list, lambda self: self._choices["allergens"], notify=choicesChanged)
