"""Holding units and how far their probes may be off."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import HoldingKind, HoldingUnit
from app.domain.safety_limits import Judgement, judge, limits_of
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.typed import parse_number
from app.ui.shared.format import temperature
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
MOST_MC = 5_000


@dataclass(frozen=True, slots=True)
class ProbeLine:
    """One unit: its last reading, its probe, and whether the reading proves its limit."""

    id: str
    name: str
    probe: str
    reading: str


class ProbesPage(QObject):
    """`picked` is the unit whose probe is being changed, empty for none."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: RowsModel[ProbeLine] = RowsModel(ProbeLine, parent=self)
        self._errand = Errand(desk.shell, "probe", self)
        self._picked: UUID | None = None
        self._error = ""
        desk.moved.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is not None:
            units = sorted(view.holding_units.values(), key=lambda unit: unit.name.casefold())
            self._rows.set_rows([_line(view, unit) for unit in units])
        self.changed.emit()

    @Slot(int)
    def pick(self, index: int) -> None:
        """Change the probe of the unit in that row."""
        rows = self._rows.rows
        self._picked = UUID(rows[index].id) if 0 <= index < len(rows) else None
        self._error = ""
        self.changed.emit()

    @Slot(str)
    def save(self, typed: str) -> None:
        """Keep what was typed in °C."""
        session, unit_id, number = self._desk.session(), self._picked, parse_number(typed)
        if session is None or unit_id is None:
            return
        if number is None or not 0 <= number * 1000 <= MOST_MC:
            self._error = _t("Office", "From 0 to 5 °C.")
            self.changed.emit()
            return
        mc, tools = round(number * 1000), self._desk.store.tools
        self._picked, self._error = None, ""
        self._errand.ask(
            ("probe", unit_id, mc),
            lambda request: tools.set_probe(
                session, request=request, unit_id=unit_id, uncertainty_mc=mc
            ),
            lambda _answer: (
                _t("Office", "Probe: {value}").format(value=_off(mc)),
                _t("Office", "Readings count with it from now on, on every screen."),
            ),
        )
        self.changed.emit()

    def _shown(self) -> dict[str, Any]:
        view = self._desk.view
        unit = view.holding_units.get(self._picked) if view and self._picked else None
        typed = f"{unit.probe_uncertainty_mc / 1000:g}" if unit else ""
        return {"name": unit.name if unit else "", "typed": typed, "error": self._error}

    rows = Property(QObject, lambda self: self._rows, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    shown = Property("QVariantMap", _shown, notify=changed)  # type: ignore[arg-type]


def _line(view: StoreView, unit: HoldingUnit) -> ProbeLine:
    known = view.holding_temperatures.get(unit.id)
    reading = "–"
    if known is not None and known.readings:
        mc = known.readings[-1][1]
        limits = limits_of(unit.kind, view.settings.food.jurisdiction, unit)
        judged = judge(mc, limits, unit.probe_uncertainty_mc)
        reading = f"{temperature(mc)} · {_judged(judged)}"
    kind = "" if unit.kind is not HoldingKind.AMBIENT else _t("Office", "no limit")
    return ProbeLine(str(unit.id), unit.name, _off(unit.probe_uncertainty_mc), kind or reading)


def _off(uncertainty_mc: int) -> str:
    return f"± {uncertainty_mc / 1000:g} °C"


def _judged(judged: Judgement) -> str:
    return {
        Judgement.OK: _t("Office", "● within its limit"),
        Judgement.QUALITY_ALERT: _t("Office", "◆ colder than is good for the food"),
        Judgement.UNPROVEN: _t("Office", "◆ not proven: measure again"),
        Judgement.VIOLATION: _t("Office", "▲ outside its limit"),
    }[judged]
