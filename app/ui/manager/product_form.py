"""The form that makes or changes one product."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import BaseUnit, Product
from app.domain.configuration import STANDARD_PIZZA_PORTIONS
from app.domain.ids import new_id
from app.services.refusal import RefusalCode, Refused
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.product_check import check_draft
from app.ui.manager.product_draft import (
    ProductDraft,
    draft_of,
    new_draft,
    with_quality,
    with_way,
    without_way,
)
from app.ui.manager.product_words import field_word, form_field, size_word, unit_word
from app.ui.manager.typed import Fault
from app.ui.manager.words import fault_text
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence
from app.ui.shared.words import allergen

_t = QCoreApplication.translate
ALLERGENS = (
    "celery", "crustaceans", "egg", "fish", "gluten", "lupin", "milk",
    "molluscs", "mustard", "nuts", "peanuts", "sesame", "soy", "sulphites",
)  # fmt: skip
"""The fourteen that must be declared, by their keys in the store."""
_TEXTS = frozenset(
    {"name", "price", "cost", "tax", "shelf_life_h", "min_size", "max_size", "keeps_h", "beta",
     "q10", "reference_c"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WayLine:
    """One way of cutting, as typed."""

    id: str
    name: str
    portions: str
    weight: str
    usual: bool


class ProductForm(QObject):
    """`values` is what stands in the form, `errors` what is wrong by field; `save` sends it all."""

    changed = Signal()
    choicesChanged = Signal()  # noqa: N815

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saving = Errand(desk.shell, "save product", self)
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
            self._start(new_id(), new_draft(view.products))

    def _start(self, product: UUID, draft: ProductDraft) -> None:
        if self._saving.busy:
            return
        self._chosen, self._errors = product, {}
        self._saving.dismiss()
        self._take(draft)
        self.refresh()

    @Slot(str, str)
    def write(self, field: str, value: str) -> None:
        """Take what was typed into `field`; nothing is checked before saving."""
        if field in _TEXTS:
            changes: dict[str, Any] = {field: value}
        elif field == "base_unit":
            changes = {field: BaseUnit(value)}
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

    @Slot(int)
    def removeWay(self, at: int) -> None:
        self._take(without_way(self._draft, at))

    @Slot(int)
    def makeUsual(self, at: int) -> None:
        self._take(replace(self._draft, usual=self._draft.ways[at].id))

    @Slot(int, str, str)
    def writeWay(self, at: int, field: str, value: str) -> None:
        """Take what was typed into `name`, `portions` or `weight` of a way of cutting."""
        ways = list(self._draft.ways)
        changes: dict[str, Any] = {field: value}
        ways[at] = replace(ways[at], **changes)
        self._take(replace(self._draft, ways=tuple(ways)))

    def _take(self, draft: ProductDraft) -> None:
        self._draft = draft
        self._ways.set_rows(
            [
                WayLine(str(way.id), way.name, way.portions, way.weight, way.id == draft.usual)
                for way in draft.ways
            ]
        )
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
        if product is None:
            self._saving.say("danger", *self._show(faults))
            return
        self._show({})
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

    def _values(self) -> dict[str, Any]:
        draft = self._draft
        return {name: getattr(draft, name) for name in _TEXTS} | {
            "category": str(draft.category_id or ""),
            "station": str(draft.station_id or ""),
            "base_unit": draft.base_unit.value,
            "active": draft.active,
            "portioned": draft.portioned,
            "allergens": sorted(draft.allergens or ()),
            "none": draft.allergens == frozenset(),
        }

    def _offered(self) -> dict[str, list[dict[str, str]]]:
        view = self._desk.view
        categories = sorted(view.categories.values(), key=lambda c: c.position) if view else []
        stations = sorted(view.stations.values(), key=lambda s: s.name) if view else []
        products = sorted(view.products.values(), key=lambda p: p.name) if view else []
        more = sorted((self._draft.allergens or frozenset()) - set(ALLERGENS))
        return {
            "categories": [{"key": str(c.id), "text": c.name} for c in categories],
            "stations": [{"key": "", "text": _t("Office", "No station")}]
            + [{"key": str(s.id), "text": s.name} for s in stations],
            "units": [{"key": u.value, "text": unit_word(u)} for u in BaseUnit],
            "allergens": [{"key": a, "text": allergen(a)} for a in (*ALLERGENS, *more)],
            "keepers": [
                {"key": str(p.id), "text": f"{p.name} · "
                 + text.duration(p.quality.e7.total_seconds())}
                for p in products if p.quality
            ],
            "sizes": [
                {"key": str(n), "text": size_word(size, n)}
                for size, n in STANDARD_PIZZA_PORTIONS.items()
            ],
        }  # fmt: skip

    saving = Property(QObject, lambda self: self._saving, constant=True)
    editing = Property(bool, lambda self: self._chosen is not None, notify=changed)
    values = Property(dict, _values, notify=changed)
    ways = Property(QObject, lambda self: self._ways, constant=True)
    errors = Property(dict, lambda self: self._errors, notify=changed)
    choices = Property(dict, lambda self: self._choices, notify=choicesChanged)
