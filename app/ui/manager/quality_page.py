"""The quality page: what is open, what inspections taught, and how well the curves predict."""
# ruff: noqa: N815

import math
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.calibration import Calibration, proposal
from app.domain.catalog import QualityModel
from app.domain.inspection import Inspection
from app.domain.people import Role
from app.domain.quality import e7_from_characteristic_age
from app.domain.task import TaskState
from app.services.ports import Weekly
from app.services.refusal import Refused, StoreUnreachable
from app.services.store_view import StoreView
from app.ui.manager.curve_adoption import CurveAdoption
from app.ui.manager.desk import Desk
from app.ui.manager.quality_items import QualityItems
from app.ui.manager.week_plot import WeekPlot
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import duration
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate
HISTORY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CurveRow:
    """What inspections taught of one product in one unit."""

    key: str
    name: str
    unit: str
    prior: str
    learned: str
    looks: str
    mayAdopt: bool
    chosen: bool


class QualityPage(QObject):
    """Loads when it is shown and after each change; choosing a curve narrows the plot to it."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._items = QualityItems(desk, self)
        self._weeks = WeekPlot(desk, Weekly.CHECKS, self)
        self._curves = RowsModel(CurveRow, "key", self)
        self._adoption = CurveAdoption(desk, approval, self)
        self._errand = self._adoption.errand
        self._errand.finished.connect(self.refresh)
        self._shown = self._asking = self._again = False
        self._learned: tuple[tuple[Calibration, float], ...] = ()
        self._looks: tuple[Inspection, ...] = ()
        self._chosen = ""
        self._points: list[dict[str, object]] = []
        self._problem = ""
        desk.moved.connect(self._moved)

    def show(self, shown: bool) -> None:
        """Ask the store only while the page is on screen."""
        self._shown = shown
        self._moved()

    @Slot()
    def _moved(self) -> None:
        self._items.refresh()
        if self._shown:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Load curves and inspections; a wish that comes meanwhile is fulfilled afterwards."""
        if self._desk.view is None or self._desk.session() is None:
            return
        if self._asking:
            self._again = True
            return
        started = self._desk.shell.tasks.start(self._load(), name="quality page")
        self._asking = started is not None

    async def _load(self) -> None:
        quality = self._desk.store.quality
        try:
            self._learned = await quality.calibrations()
            self._looks = await quality.inspections(self._desk.now - HISTORY)
            self._problem = ""
        except (StoreUnreachable, Refused) as error:
            self._problem = " ".join(sentence(error))
        finally:
            self._asking = False
            self._derive()
            if self._again:
                self._again = False
                self.refresh()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Plot the inspections of one curve, or of all again."""
        self._chosen = "" if key == self._chosen else key
        self._derive()

    @Slot(str)
    def adopt(self, key: str) -> None:
        """Put a learned curve in force, with another person's yes."""
        view = self._desk.view
        for state, _ in self._learned:
            if key == f"{state.product_id}/{state.holding_unit_id}" and view is not None:
                model = view.products[state.product_id].quality
                if model is not None:
                    learned = _learned(state, model)
                    self._adoption.adopt(
                        state.product_id, state.holding_unit_id, learned, state.inspections
                    )

    def _derive(self) -> None:
        view = self._desk.view
        if view is None:
            return
        rows = [self._row(state, prior, view) for state, prior in self._learned]
        self._curves.set_rows([row for row in rows if row is not None])
        self._points = [
            {"x": each.predicted, "y": each.score, "passed": each.passed}
            for each in self._looks
            if self._chosen in ("", f"{each.product_id}/{each.holding_unit_id}")
        ]
        self.changed.emit()

    def _row(self, state: Calibration, prior: float, view: StoreView) -> CurveRow | None:
        product = view.products.get(state.product_id)
        unit = view.holding_units.get(state.holding_unit_id)
        if product is None or product.quality is None:
            return None
        model, policy = product.quality, view.settings.food.calibration
        first = e7_from_characteristic_age(math.exp(prior), model.beta, model.shape)
        learned = _learned(state, model)
        spread = round((math.exp(math.sqrt(state.variance)) - 1.0) * 100)
        key = f"{state.product_id}/{state.holding_unit_id}"
        wanted = proposal(product.quality, state, policy)
        apart_s = abs((learned - product.quality.e7).total_seconds())
        return CurveRow(
            key,
            product.name,
            unit.name if unit else "",
            _life(first.total_seconds()),
            f"{_life(learned.total_seconds())} ± {spread} %",
            str(state.inspections),
            (wanted is not None or _in_review(state, view)) and apart_s >= 30.0 and self._manages(),
            key == self._chosen,
        )

    def _manages(self) -> bool:
        """A learned curve moves prices: food safety reads it, a manager puts it in force."""
        session = self._desk.session()
        return session is not None and session.role in (Role.MANAGER, Role.ADMINISTRATOR)

    def _summary(self) -> str:
        shown = [(float(str(p["x"])), float(str(p["y"]))) for p in self._points]
        if not shown:
            return _t("Office", "No inspections in the last 30 days")
        miss = sum(abs(seen - said) for said, seen in shown) / len(shown)
        bias = sum(seen - said for said, seen in shown) / len(shown)
        said = (
            _t("Office", "{n} looks · off by {miss} points · seen {bias} better than predicted")
            if bias >= 0
            else _t("Office", "{n} looks · off by {miss} points · seen {bias} worse than predicted")
        )
        return said.format(n=len(shown), miss=f"{miss:.2f}", bias=f"{abs(bias):.2f}")

    weeks = Property(QObject, lambda self: self._weeks, constant=True)
    items = Property(QObject, lambda self: self._items, constant=True)
    curves = Property(QObject, lambda self: self._curves, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    points = Property(list, lambda self: self._points, notify=changed)
    summary = Property(str, _summary, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)


def _learned(state: Calibration, model: QualityModel) -> timedelta:
    return e7_from_characteristic_age(math.exp(state.theta), model.beta, model.shape)


def _life(s: float) -> str:
    """A curve's time: days are counted in hours, or one learned day would look like two."""
    hours = round(s / 3600)
    return _t("Format", "{n} h").format(n=hours) if 24 <= hours < 240 else duration(s)


def _in_review(state: Calibration, view: StoreView) -> bool:
    """Whether late failures have lowered it: then it is reviewed however few looks there were."""
    about = {"product_id": str(state.product_id), "holding_unit_id": str(state.holding_unit_id)}
    return any(
        task.kind == "curve_review" and task.state is TaskState.OPEN and task.subject == about
        for task in view.tasks.values()
    )
