"""The cut sheet: how many, with which tool, into which unit, how good, what was measured."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.equipment import EquipmentKind
from app.services.cut_check import standard_of, suitable_tools
from app.services.ports import Measures
from app.services.store_view import StoreView
from app.ui.kds.measures import MeasuresModel, Measuring, angles_of, looks_of, weights_of

SHELVES = ("1", "2", "3", "4")
SCORES = {"10": 10.0, "9": 9.0, "8": 8.0, "later": None}
"""The quality score that the portions begin with; without one they wait for it, unsellable."""


@dataclass(frozen=True, slots=True)
class CutPlan:
    """Everything `cut_whole` needs."""

    whole_id: UUID
    configuration_id: UUID
    portions: int
    holding_unit_id: UUID
    shelf: str
    presentation: float | None
    weights_mg: tuple[int | None, ...] | None
    measured: Measures


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
        self._tools: list[dict[str, str]] = []
        self._tools_known = False
        self._surfaces: list[dict[str, str]] = []
        self._measures = MeasuresModel(self)
        self._measuring: dict[str, Measuring] = {}
        self._chosen = {"configuration": "", "unit": "", "shelf": "1", "look": "10", "tool": "",
                        "surface": ""}  # fmt: skip

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
        self._tools = [
            {"key": str(tool.id), "text": tool.name} for tool in suitable_tools(view, product)
        ]
        self._surfaces = surfaces_for(view, product.category_id)
        self._chosen["surface"] = self._surfaces[0]["key"] if self._surfaces else ""
        self._tools_known = any(tool.active for tool in view.cutting_tools.values())
        self._chosen["tool"] = self._tools[0]["key"] if self._tools else ""
        category = view.categories.get(product.category_id) if product.category_id else None
        self._measuring = {
            str(c.id): Measuring(
                standard_of(product, c, category), view.settings.food.portions, product.checklist
            )
            for c in product.configurations
        }
        self._measures.begin(self._measuring[self._chosen["configuration"]])
        self._chosen["unit"] = str(used.holding_unit_id if used else units[0].id)
        self.changed.emit()
        return True

    @Slot(str, str)
    def choose(self, what: str, key: str) -> None:
        if what in self._chosen:
            self._chosen[what] = key
            if what == "configuration":
                self._measures.begin(self._measuring[key])
            self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        self.confirmed.emit()

    def plan(self) -> CutPlan | None:
        """What was chosen, or None before `begin`."""
        if self._whole_id is None:
            return None
        configuration = self._chosen["configuration"]
        measured = self._measures.measured()
        tool, surface = self._chosen["tool"], self._chosen["surface"]
        return CutPlan(
            self._whole_id,
            UUID(configuration),
            self._counts[configuration],
            UUID(self._chosen["unit"]),
            self._chosen["shelf"],
            SCORES[self._chosen["look"]],
            weights_of(measured),
            Measures(
                tool_id=UUID(tool) if tool else None,
                surface_id=UUID(surface) if surface else None,
                angles_mdeg=angles_of(measured),
                presentations=looks_of(measured),
            ),
        )

    def _ready(self) -> bool:
        return bool(self._chosen["tool"]) or not self._tools_known

    title = Property(str, lambda self: self._title, notify=changed)
    configurations = Property(list, lambda self: self._configurations, notify=changed)
    units = Property(list, lambda self: self._units, notify=changed)
    configuration = Property(str, lambda self: self._chosen["configuration"], notify=changed)
    unit = Property(str, lambda self: self._chosen["unit"], notify=changed)
    shelf = Property(str, lambda self: self._chosen["shelf"], notify=changed)
    tools = Property(list, lambda self: self._tools, notify=changed)
    surfaces = Property(list, lambda self: self._surfaces, notify=changed)
    surface = Property(str, lambda self: self._chosen["surface"], notify=changed)
    tool = Property(str, lambda self: self._chosen["tool"], notify=changed)
    ready = Property(bool, _ready, notify=changed)
    measures = Property(QObject, lambda self: self._measures, constant=True)
    look = Property(str, lambda self: self._chosen["look"], notify=changed)


def surfaces_for(view: StoreView, category_id: UUID | None) -> list[dict[str, str]]:
    """The surfaces that such food may lie on, as keys; the usual one first."""
    fitting = [
        each
        for each in view.equipment.values()
        if each.kind is EquipmentKind.SURFACE and each.fits(category_id)
    ]
    fitting.sort(key=lambda each: (not each.suits, each.code))
    return [{"key": str(each.id), "text": each.name} for each in fitting]
