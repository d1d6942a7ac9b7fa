"""The menu: every product with what it lacks, and the form that makes or changes one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.services.offers import incomplete_products
from app.ui.manager.desk import Desk
from app.ui.manager.product_form import ProductForm
from app.ui.manager.product_ladder import ProductLadder
from app.ui.manager.sorted_rows import SortedRows
from app.ui.manager.words import missing_word
from app.ui.shared import format as text
from app.ui.shared.approval_dialog import ApprovalDialog

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MenuLine:
    """One product in the menu's list; `missing` names what keeps it off the till."""

    id: str
    name: str
    category: str
    price: str
    missing: str
    status: str
    price_minor: int


LINES_BY: dict[str, Callable[[MenuLine], Any]] = {
    "name": lambda line: line.name.casefold(),
    "category": lambda line: (line.category.casefold(), line.name.casefold()),
    "price": lambda line: line.price_minor,
    "status": lambda line: (not line.missing, line.status, line.name.casefold()),
}
"""What the columns are sorted by."""


class MenuPage(QObject):
    """Incomplete products come first. `edit` opens one in the form, `search` narrows the list."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines = SortedRows(MenuLine, LINES_BY, parent=self)
        self._form = ProductForm(desk, approval, self)
        self._ladder = ProductLadder(desk, self._form, self)
        self._words: list[str] = []
        desk.moved.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the menu as it is now; the form in hand is left alone."""
        lines = [line for line in self._derive() if self._wanted(line)]
        lines.sort(key=lambda line: (not line.missing, line.name.casefold(), line.id))
        self._lines.set_rows(lines)
        self._form.refresh()
        self.changed.emit()

    def _derive(self) -> list[MenuLine]:
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return []
        lacking = incomplete_products(view)
        lines = []
        for product in view.products.values():
            category = view.categories.get(product.category_id) if product.category_id else None
            missing = ", ".join(missing_word(field) for field in lacking.get(product.id, ()))
            status = _t("Office", "On sale") if product.active else _t("Office", "Switched off")
            incomplete = missing and product.active
            lines.append(
                MenuLine(
                    id=str(product.id),
                    name=product.name,
                    category=category.name if category else "–",
                    price=text.money(product.base_price_minor, settings),
                    missing=missing,
                    status=f"▲ {missing}" if incomplete else status,
                    price_minor=product.base_price_minor,
                )
            )
        return lines

    def _wanted(self, line: MenuLine) -> bool:
        haystack = f"{line.name}\n{line.category}\n{line.status}".casefold()
        return all(word in haystack for word in self._words)

    @Slot(str)
    def search(self, words: str) -> None:
        self._words = words.casefold().split()
        self.refresh()

    @Slot(int)
    def edit(self, row: int) -> None:
        """Fill the form with the product in a row of the list."""
        view, rows = self._desk.view, self._lines.rows
        if view is not None and 0 <= row < len(rows):
            self._form.open(view.products[UUID(rows[row].id)])
            self.changed.emit()

    def _selected_row(self) -> int:
        chosen = self._form.product
        return next((at for at, line in enumerate(self._lines.rows) if line.id == chosen), -1)

    selectedRow = Property(int, _selected_row, notify=changed)  # noqa: N815
    lines = Property(QObject, lambda self: self._lines, constant=True)
    form = Property(QObject, lambda self: self._form, constant=True)
    ladder = Property(QObject, lambda self: self._ladder, constant=True)
