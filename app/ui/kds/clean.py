"""The sanitising sheet: every tool and surface, what clings to it, and the confirmation."""
# ruff: noqa: N815

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.equipment import EquipmentKind, EquipmentRecord
from app.services.store_view import StoreView
from app.ui.kds.desk import Desk
from app.ui.shared import words
from app.ui.shared.format import clock
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CleanRow:
    """`tone` is ok for clean, danger after an incident, warning for what carries allergens."""

    key: str
    name: str
    kindText: str
    carries: str
    last: str
    tone: str
    dirty: bool


class CleanModel(QObject):
    """`count` is how many carry something; `method` is the chosen way of sanitising."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: RowsModel[CleanRow] = RowsModel(CleanRow, "key", self)
        self._method = "hot"
        self._count = 0

    def show(self, view: StoreView) -> None:
        """Follow the store: what carries something comes first."""
        items = [each for each in view.equipment.values() if each.active]
        items.sort(key=lambda e: (e.category is None, e.kind.value != "tool", e.name))
        self._rows.set_rows([_row(view, each) for each in items])
        count = sum(each.category is not None for each in items)
        if count != self._count:
            self._count = count
            self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose the method that the next confirmations state."""
        if key != self._method and key in methods():
            self._method = key
            self.changed.emit()

    @Slot(str)
    def confirm(self, key: str) -> None:
        """The signed-in person confirms that it was sanitised just now."""
        ready = self._desk.ready()
        if ready is None:
            return
        equipment_id, method = UUID(key), methods()[self._method]
        allergens = self._desk.store.allergens
        self._desk.start(
            equipment_id,
            lambda r: allergens.log_sanitation(
                ready.session, request=r, equipment_id=equipment_id, method=method
            ),
        )

    def _choices(self) -> list[dict[str, str]]:
        return [{"key": key, "text": text} for key, text in methods().items()]

    rows = Property(QObject, lambda self: self._rows, constant=True)
    count = Property(int, lambda self: self._count, notify=changed)
    method = Property(str, lambda self: self._method, notify=changed)
    choices = Property(list, _choices, notify=changed)


def methods() -> dict[str, str]:
    """The ways of sanitising; what is stored is the text."""
    return {
        "hot": _t("Kitchen", "Hot water, 82 °C"),
        "machine": _t("Kitchen", "Dishwasher"),
        "chemical": _t("Kitchen", "Sanitiser"),
    }


def _row(view: StoreView, item: EquipmentRecord) -> CleanRow:
    who = view.staff.get(item.sanitised_by) if item.sanitised_by else None
    last = _t("Kitchen", "never sanitised")
    if item.sanitised_at is not None:
        last = _t("Kitchen", "{time} · {method} · {name}").format(
            time=clock(item.sanitised_at, view.settings),
            method=item.sanitised_method,
            name=who.name if who else "",
        )
    tool = item.kind is EquipmentKind.TOOL
    unknown = item.category is not None and "unstated" in item.category
    return CleanRow(
        key=str(item.id),
        name=item.name,
        kindText=_t("Kitchen", "tool") if tool else _t("Kitchen", "surface"),
        carries=carries(item.category),
        last=last,
        tone="danger" if unknown else "ok" if item.category is None else "warning",
        dirty=item.category is not None,
    )


def carries(category: tuple[str, ...] | None) -> str:
    """What clings to a tool or surface, with a sign."""
    if category is None:
        return _t("Kitchen", "● clean")
    if "unstated" in category:
        return _t("Kitchen", "▲ incident: sanitise before use")
    if not category:
        return _t("Kitchen", "◆ used, no allergens")
    return _t("Kitchen", "◆ carries {what}").format(what=words.allergens(category))
