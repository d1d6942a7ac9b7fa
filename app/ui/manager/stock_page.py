"""The stock page: products with their counts, and the table of portions."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import StoreSettings
from app.domain.portion import Grade, PortionState
from app.ui.manager.desk import Desk
from app.ui.manager.portion_table import PortionTable
from app.ui.manager.sell_first_list import SellFirstList
from app.ui.manager.sorted_rows import SortedRows
from app.ui.manager.stock_rows import (
    Column,
    PortionFilter,
    ProductStock,
    derive_portion_rows,
    derive_product_stock,
)
from app.ui.manager.words import state_word
from app.ui.shared import format as text

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One product's stock, as text."""

    id: str
    name: str
    available: str
    reserved: str
    committed: str
    aside: str
    grades: str
    wholes: str
    expiry: str
    expiry_s: float


def derive_line(stock: ProductStock, settings: StoreSettings) -> ProductLine:
    """The counts of one product as the table shows them."""
    count = stock.by_state
    aside = count.get(PortionState.QUARANTINED, 0) + count.get(PortionState.IN_DOUBT, 0)
    grades = "  ".join(f"{g.value} {stock.by_grade.get(g, 0)}" for g in Grade)
    return ProductLine(
        id=str(stock.product_id),
        name=stock.name,
        available=str(count.get(PortionState.AVAILABLE, 0) - stock.held),
        reserved=str(count.get(PortionState.RESERVED, 0)),
        committed=str(count.get(PortionState.COMMITTED, 0)),
        aside=str(aside + stock.held),
        grades=grades,
        wholes=str(stock.wholes),
        expiry=text.date_time(stock.first_expiry, settings) if stock.first_expiry else "–",
        expiry_s=stock.first_expiry.timestamp() if stock.first_expiry else math.inf,
    )


PRODUCTS_BY: dict[str, Callable[[ProductLine], Any]] = {
    "name": lambda line: line.name.casefold(),
    "available": lambda line: int(line.available),
    "reserved": lambda line: int(line.reserved),
    "committed": lambda line: int(line.committed),
    "aside": lambda line: int(line.aside),
    "wholes": lambda line: int(line.wholes),
    "expiry": lambda line: line.expiry_s,
}
"""What the columns of the products are sorted by."""


class StockPage(QObject):
    """Live stock; `search`, `filterState` and `sort` rearrange the table of portions."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._products = SortedRows(ProductLine, PRODUCTS_BY, parent=self)
        self._portions = PortionTable(self)
        self._text, self._state = "", ""
        self._key, self._descending = Column.SELL_UNTIL, False
        self._shown, self._part = False, "all"
        self._sell_first = SellFirstList(desk, self)
        desk.moved.connect(self._moved)

    def show(self, shown: bool) -> None:
        """Follow the store only while the page is on screen: the table may be very long."""
        self._shown = shown
        self._moved()
        self._sell_first.show(shown and self._part == "first")

    @Slot(str)
    def open(self, part: str) -> None:
        """`all` shows the stock, `first` what has to be sold first."""
        self._part = part
        self._sell_first.show(self._shown and part == "first")
        self.changed.emit()

    @Slot()
    def _moved(self) -> None:
        if self._shown:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view, settings = self._desk.view, self._desk.settings
        if view is None or settings is None:
            return
        offers = self._desk.offers()
        stock = derive_product_stock(view, offers)
        self._products.set_rows([derive_line(each, settings) for each in stock])
        self._portions.show(derive_portion_rows(view, offers), settings, self._desk.now)
        self.changed.emit()

    @Slot(str)
    def search(self, words: str) -> None:
        self._text = words
        self._want()

    @Slot(str)
    def filterState(self, state: str) -> None:
        """Show one state only; an empty text shows all."""
        self._state = state
        self._want()

    @Slot(str, bool)
    def sort(self, key: str, descending: bool) -> None:
        self._key, self._descending = Column(key), descending
        self._portions.sort_by(self._key, descending=descending)
        self.changed.emit()

    @Slot(int)
    def select(self, row: int) -> None:
        """Keep this row of the portions selected while they are sorted, filtered and change."""
        self._portions.select(row)
        self.changed.emit()

    @Slot(int, result=str)
    def codeAt(self, row: int) -> str:
        """The code of the portion in a row of the table, empty when there is none."""
        found = self._portions.row(row)
        return found.code if found else ""

    def _want(self) -> None:
        states = frozenset({PortionState(self._state)}) if self._state else frozenset()
        self._portions.want(PortionFilter(self._text, states))
        self.changed.emit()

    def _states(self) -> list[dict[str, Any]]:
        shown = [s for s in PortionState if s not in (PortionState.SERVED, PortionState.WASTED)]
        every = [{"key": "", "text": _t("Office", "All")}]
        return every + [{"key": s.value, "text": state_word(s)} for s in shown]

    part = Property(str, lambda self: self._part, notify=changed)
    parts = Property(list, lambda self: _parts(), notify=changed)
    sellFirst = Property(QObject, lambda self: self._sell_first, constant=True)  # noqa: N815
    products = Property(QObject, lambda self: self._products, constant=True)
    portions = Property(QObject, lambda self: self._portions, constant=True)
    states = Property(list, _states, notify=changed)
    stateKey = Property(str, lambda self: self._state, notify=changed)  # noqa: N815
    sortKey = Property(str, lambda self: self._key.value, notify=changed)  # noqa: N815
    sortDescending = Property(bool, lambda self: self._descending, notify=changed)  # noqa: N815
    selectedRow = Property(  # noqa: N815
        int, lambda self: self._portions.selected_row, notify=changed
    )
    shown = Property(int, lambda self: self._portions.rowCount(), notify=changed)


def _parts() -> list[dict[str, str]]:
    return [
        {"key": "all", "text": _t("Office", "Everything")},
        {"key": "first", "text": _t("Office", "Sell first")},
    ]
