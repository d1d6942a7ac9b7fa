"""The stock page's sell-first list: what leaves sale soon, and what is lost with it (FUL-02.8)."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.services.sell_first import Pressing, pressing_of
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PressingLine:
    """One portion, as text; `tone` colours the time left."""

    id: str
    product: str
    code: str
    unit: str
    grade: str
    time_left: str
    tone: str
    price: str
    lost: str


class SellFirstList(QObject):
    """The least time left first; time runs on while it is shown."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = RowsModel(PressingLine, parent=self)
        self._summary = ""
        self._shown = False
        desk.moved.connect(self._moved)
        desk.shell.clock.tick.connect(self._moved)

    def show(self, shown: bool) -> None:
        """Follow the store and the clock only while the list is on screen."""
        self._shown = shown
        self._moved()

    @Slot()
    def _moved(self) -> None:
        view, settings = self._desk.view, self._desk.settings
        if not self._shown or view is None or settings is None:
            return
        now = self._desk.now
        found = pressing_of(view, self._desk.offers().values(), now)
        self._rows.set_rows([_line(view, each, now) for each in found])
        cost = text.money(sum(each.cost_minor for each in found), settings)
        minutes = text.duration(settings.allocation.sell_first_window.total_seconds())
        summary = (
            _t("Office", "{n} portions leave sale within {time}: {cost} at cost").format(
                n=len(found), time=minutes, cost=cost
            )
            if found
            else _t("Office", "Nothing leaves sale within {time}").format(time=minutes)
        )
        if summary != self._summary:
            self._summary = summary
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    summary = Property(str, lambda self: self._summary, notify=changed)


def _line(view: StoreView, each: Pressing, now: datetime) -> PressingLine:
    portion = view.portions[each.portion_id]
    unit = view.holding_units.get(portion.holding_unit_id)
    place = " · ".join(part for part in (unit.name if unit else "", portion.place or "") if part)
    left_s = (each.sell_until - now).total_seconds()
    half_s = view.settings.allocation.sell_first_window.total_seconds() / 2
    return PressingLine(
        id=str(each.portion_id),
        product=view.products[each.product_id].name,
        code=each.code,
        unit=place,
        grade=each.grade.value,
        time_left=text.countdown(left_s),
        tone="danger" if left_s < half_s else "warning",
        price=text.money(each.price_minor, view.settings),
        lost=text.money(each.cost_minor, view.settings),
    )
