"""What stands beside and below the cards, as list models."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

from app.services.kitchen_stock import KitchenStock
from app.services.store_view import StoreView
from app.ui.kds.control_points import ControlPoint, derive_control_points
from app.ui.kds.side import (
    AllDayRow,
    CutAdvice,
    Removal,
    cut_advice,
    derive_all_day,
    removals,
)
from app.ui.kds.work import Work
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


class SideModel(QObject):
    """All-day counts, control points, what to cut and what to remove."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all_day: RowsModel[AllDayRow] = RowsModel(AllDayRow, "key", self)
        self._points: RowsModel[ControlPoint] = RowsModel(ControlPoint, "key", self)
        self._advice: RowsModel[CutAdvice] = RowsModel(CutAdvice, "key", self)
        self._removals: RowsModel[Removal] = RowsModel(Removal, "key", self)

    def show(self, view: StoreView, work: Sequence[Work], now: datetime, station: str) -> None:
        """Derive what follows from the orders and units; the models emit only what differs."""
        self._all_day.set_rows(derive_all_day(work, station))
        self._points.set_rows(derive_control_points(view, now))
        self.changed.emit()

    def show_stock(self, stock: KitchenStock) -> None:
        """Show what the stock asks for."""
        self._advice.set_rows(cut_advice(stock))
        self._removals.set_rows(removals(stock))
        self.changed.emit()

    def portions_wanted(self) -> int:
        """How many portions the open tickets still need."""
        return sum(row.count for row in self._all_day.rows)

    def _text(self) -> str:
        return _t("Kitchen", "Cut {cut} · Remove {remove}").format(
            cut=len(self._advice.rows), remove=len(self._removals.rows)
        )

    allDay = Property(QObject, lambda self: self._all_day, constant=True)  # noqa: N815
    points = Property(QObject, lambda self: self._points, constant=True)
    advice = Property(QObject, lambda self: self._advice, constant=True)
    removals = Property(QObject, lambda self: self._removals, constant=True)
    text = Property(str, _text, notify=changed)
