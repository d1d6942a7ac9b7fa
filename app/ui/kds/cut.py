"""The cut sheet: how many, with which tool, into which unit, how good, what was measured."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.equipment import EquipmentKind, EquipmentRecord, OpenCut
from app.services.cut_check import standard_of, suitable_tools
from app.services.ports import Measures
from app.services.store_view import StoreView
from app.ui.kds.clean import carries
from app.ui.kds.cut_job import open_job, scanned
from app.ui.kds.measures import MeasuresModel, Measuring, angles_of, looks_of, weights_of
from app.ui.shared.format import clock

_t = QCoreApplication.translate
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
    started = Signal()
    abandoned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._title = self._training = ""
        self._whole_id: UUID | None = None
        self._counts: dict[str, int] = {}
        self._configurations: list[dict[str, str]] = []
        self._units: list[dict[str, str]] = []
        self._tools: list[dict[str, str]] = []
        self._tools_known = False
        self._surfaces: list[dict[str, str]] = []
        self._view: StoreView | None = None
        self._equipment: tuple[tuple[str, str], ...] = ()
        self._job: OpenCut | None = None
        self._scanned = ""
        self._measures = MeasuresModel(self)
        self._measuring: dict[str, Measuring] = {}
        self._chosen = {"configuration": "", "unit": "", "shelf": "1", "look": "10", "tool": "",
                        "surface": ""}  # fmt: skip

    def begin(self, view: StoreView, whole_id: UUID, training: str = "") -> bool:
        """Fill the sheet for a whole; False when it is gone or has no way to be cut."""
        whole = view.wholes.get(whole_id)
        product = view.products.get(whole.product_id) if whole else None
        if whole is None or product is None or not product.configurations or not view.holding_units:
            return False
        self._training = training
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
        self._scanned, self._job = "", None
        self.follow(view)
        self.changed.emit()
        return True

    def follow(self, view: StoreView) -> None:
        """Show how clean tool and surface are now, and the whole's open job."""
        self._view = view
        job = open_job(view, self._whole_id)
        equipment = self._states(view)
        if job == self._job and equipment == self._equipment:
            return
        if job is not None and job != self._job:
            self._chosen["tool"] = str(job.tool_id or "")
            self._chosen["surface"] = str(job.surface_id or "")
            equipment = self._states(view)
        self._job, self._equipment = job, equipment
        self.changed.emit()

    @Slot(str)
    def scan(self, code: str) -> None:
        """Take the tool or surface with this code; one that does not suit starts nothing."""
        view, whole_id = self._view, self._whole_id
        if view is None or whole_id is None or not code.strip() or self._job is not None:
            return
        found = scanned(view, view.products[view.wholes[whole_id].product_id], code)
        self._scanned = found.refusal
        if found.kind is not None:
            self._chosen[found.kind.value] = str(found.id or "")
        self._equipment = self._states(view)
        self.changed.emit()

    def _states(self, view: StoreView) -> tuple[tuple[str, str], ...]:
        """(name, what it carries) of what was chosen."""
        return tuple((each.name, carries(each.category)) for each in self._in_use(view))

    def _in_use(self, view: StoreView) -> list[EquipmentRecord]:
        keys = (self._chosen["tool"], self._chosen["surface"])
        known = (view.equipment.get(UUID(key)) for key in keys if key)
        return [each for each in known if each is not None]

    @Slot()
    def start(self) -> None:
        """Begin the job: others at the station see it."""
        self.started.emit()

    @Slot()
    def abandon(self) -> None:
        """Give the job up; nothing was cut."""
        self.abandoned.emit()

    @property
    def job(self) -> OpenCut | None:
        """The job that is open for the whole."""
        return self._job

    @Slot(str, str)
    def choose(self, what: str, key: str) -> None:
        if what in self._chosen:
            self._chosen[what] = key
            if what in ("tool", "surface") and self._view is not None:
                self._scanned, self._equipment = "", self._states(self._view)
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

    def _job_text(self) -> str:
        if self._job is None or self._view is None:
            return ""
        who = self._view.staff.get(self._job.started_by)
        at = clock(self._job.started_at, self._view.settings)
        return _t("Kitchen", "▶ started {time} · {name}").format(
            time=at, name=who.name if who else ""
        )

    def _states_text(self) -> str:
        return "   ".join(f"{name}: {state}" for name, state in self._equipment)

    def _states_tone(self) -> str:
        """danger while something chosen awaits its sanitising after an incident; else empty."""
        chosen = self._in_use(self._view) if self._view is not None else []
        return "danger" if any("unstated" in (each.category or ()) for each in chosen) else ""

    def _ready(self) -> bool:
        return bool(self._chosen["tool"]) or not self._tools_known

    title = Property(str, lambda self: self._title, notify=changed)
    training = Property(str, lambda self: self._training, notify=changed)
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
    jobText = Property(str, _job_text, notify=changed)  # noqa: N815
    equipmentText = Property(str, _states_text, notify=changed)  # noqa: N815
    equipmentTone = Property(str, _states_tone, notify=changed)  # noqa: N815
    scanned = Property(str, lambda self: self._scanned, notify=changed)
    toolsKnown = Property(bool, lambda self: self._tools_known, notify=changed)  # noqa: N815
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
