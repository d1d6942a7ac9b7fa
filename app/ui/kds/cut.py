"""The cut sheet: how many portions, into which unit, on which shelf, how it looks."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.services.store_view import StoreView

SHELVES = ("1", "2", "3", "4")
LOOKS = {"10": 10.0, "9": 9.0, "8": 8.0}


@dataclass(frozen=True, slots=True)
class CutPlan:
    """Everything `cut_whole` needs."""

    whole_id: UUID
    configuration_id: UUID
    portions: int
    holding_unit_id: UUID
    shelf: str
    presentation: float


class CutModel(QObject):
    """Starts with the default configuration and where this product's portions already are."""

    changed = Signal()
    confirmed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._title = ""
        self._whole_id: UUID | None = None
        self._counts: dict[str, int] = {}
        self._configurations: list[dict[str, str]] = []
        self._units: list[dict[str, str]] = []
        self._chosen = {"configuration": "", "unit": "", "shelf": "1", "look": "10"}

    def begin(self, view: StoreView, whole_id: UUID) -> bool:
        """Fill the sheet for a whole; False when it is gone or has no way to be cut."""
        whole = view.wholes.get(whole_id)
        product = view.products.get(whole.product_id) if whole else None
        if whole is None or product is None or not product.configurations or not view.holding_units:
            return False
        self._whole_id, self._title = whole_id, f"{product.name} · {whole.code}"
        self._counts = {str(c.id): c.portions_per_whole for c in product.configurations}
        self._configurations = [
            {"key": str(c.id), "text": f"{c.portions_per_whole} · {c.name}"}
            for c in product.configurations
        ]
        units = sorted(view.holding_units.values(), key=lambda u: u.name)
        self._units = [{"key": str(u.id), "text": u.name} for u in units]
        default = next((c for c in product.configurations if c.is_default), None)
        used = next((p for p in view.portions.values() if p.product_id == product.id), None)
        self._chosen["configuration"] = str((default or product.configurations[0]).id)
        self._chosen["unit"] = str(used.holding_unit_id if used else units[0].id)
        self.changed.emit()
        return True

    @Slot(str, str)
    def choose(self, what: str, key: str) -> None:
        if what in self._chosen:
            self._chosen[what] = key
            self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        self.confirmed.emit()

    def plan(self) -> CutPlan | None:
        """What was chosen, or None before `begin`."""
        if self._whole_id is None:
            return None
        configuration = self._chosen["configuration"]
        return CutPlan(
            self._whole_id,
            UUID(configuration),
            self._counts[configuration],
            UUID(self._chosen["unit"]),
            self._chosen["shelf"],
            LOOKS[self._chosen["look"]],
        )

    title = Property(str, lambda self: self._title, notify=changed)
    configurations = Property(list, lambda self: self._configurations, notify=changed)
    units = Property(list, lambda self: self._units, notify=changed)
    configuration = Property(str, lambda self: self._chosen["configuration"], notify=changed)
    unit = Property(str, lambda self: self._chosen["unit"], notify=changed)
    shelf = Property(str, lambda self: self._chosen["shelf"], notify=changed)
    look = Property(str, lambda self: self._chosen["look"], notify=changed)
