"""The till's sell-first list: a key with the count, and a sheet to sell from (FUL-02.8)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.services.budget import Budget
from app.services.ports import StoreFeed
from app.services.sell_first import Pressing, SellFirstBook, pressing_among
from app.services.store_view import StoreView
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.pos.spread import BUDGET_S, Spread
from app.ui.shared.format import countdown, money
from app.ui.shared.list_model import RowsModel


@dataclass(frozen=True, slots=True)
class PressingRow:
    """One portion, as text; `tone` colours the time left."""

    key: str
    name: str
    detail: str
    grade: str
    price: str
    timeLeft: str  # noqa: N815
    tone: str


class SellFirstModel(Shown):
    """`props.count` portions press; the sheet is open while `props.open`."""

    picked = Signal(str, str)
    """Product and portion."""

    def __init__(self, feed: StoreFeed, shelf: OfferShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._feed, self._shelf = feed, shelf
        self._book = SellFirstBook(shelf.ends)
        self._rows: RowsModel[PressingRow] = RowsModel(PressingRow, "key", self)
        self._products: dict[str, UUID] = {}
        self._spread = Spread(self)
        self._open = False
        self._seen: frozenset[UUID] = frozenset()
        self._count = 0
        self._show()

    rows = Property(QObject, lambda self: self._rows, constant=True)

    @Slot()
    def open(self) -> None:
        """Show the list."""
        self._open = True
        self._derive()

    @Slot()
    def close(self) -> None:
        self._open = False
        self._show()

    @Slot(str)
    def take(self, key: str) -> None:
        """Put exactly this portion into the order."""
        product_id = self._products.get(key)
        self.close()
        if product_id is not None:
            self.picked.emit(str(product_id), key)

    def fold(self, view: StoreView, affected: frozenset[UUID] | None) -> None:
        """Follow the store; `affected` are the products whose offer may differ (None: all)."""
        self._book.touch(view.products if affected is None else affected)
        self._spread.soon(self._look)

    def tick(self, view: StoreView) -> None:
        """A second went by: others come into the window, and what is there has less time left."""
        self._book.touch(view.products)
        self._spread.soon(self._look)

    def _look(self) -> None:
        view = self._feed.view
        if view is None:
            return
        if self._book.work(view, self._feed.now(), Budget(BUDGET_S).spent):
            self._spread.soon(self._look)
        elif self._open or frozenset(self._book.portion_ids) != self._seen:
            self._derive()

    def _derive(self) -> None:
        view, now = self._feed.view, self._feed.now()
        if view is None:
            return
        ids = self._book.portion_ids
        self._seen = frozenset(ids)
        found = pressing_among(view, self._shelf.appraiser, ids, now)
        self._count = len(found)
        if self._open:
            self._products = {str(each.portion_id): each.product_id for each in found}
            self._rows.set_rows([_row(view, each, now) for each in found])
        self._show()

    def _show(self) -> None:
        self.show_props({"count": self._count, "open": self._open})


def _row(view: StoreView, each: Pressing, now: datetime) -> PressingRow:
    portion = view.portions[each.portion_id]
    unit = view.holding_units.get(portion.holding_unit_id)
    where = (each.code, unit.name if unit else "", portion.place or "")
    left_s = (each.sell_until - now).total_seconds()
    half_s = view.settings.allocation.sell_first_window.total_seconds() / 2
    return PressingRow(
        key=str(each.portion_id),
        name=view.products[each.product_id].name,
        detail=" · ".join(part for part in where if part),
        grade=each.grade.value,
        price=money(each.price_minor, view.settings),
        timeLeft=countdown(left_s),
        tone="danger" if left_s < half_s else "warning",
    )
