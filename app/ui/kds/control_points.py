"""Holding units with their last temperature, and whether a portion's must be taken by hand."""
# ruff: noqa: N815

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import HoldingKind, HoldingUnit
from app.domain.portion import Portion
from app.domain.readings import gaps
from app.domain.safety_limits import Judgement, SafetyLimits, judge, limits_of
from app.services.store_view import StoreView
from app.ui.shared.format import clock, duration, temperature

_t = QCoreApplication.translate
_GAPS_OF = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One row: tone ok, warning or danger. `silent`: the text says since when nothing is known."""

    key: str
    name: str
    temperatureText: str
    tone: str
    gapText: str = ""
    silent: bool = False


def limits_in_force(view: StoreView, unit: HoldingUnit) -> SafetyLimits:
    """The jurisdiction's limits, tightened by the unit's own."""
    return limits_of(unit.kind, view.settings.food.jurisdiction, unit)


def derive_control_points(view: StoreView, now: datetime) -> list[ControlPoint]:
    """All monitored units by name; ambient ones have no limits and are left out."""
    units = (u for u in view.holding_units.values() if u.kind is not HoldingKind.AMBIENT)
    return [_point(view, unit, now) for unit in sorted(units, key=lambda u: u.name)]


def temperature_demanded(view: StoreView, portion: Portion | None, now: datetime) -> bool:
    """True when the unit is monitored and its last reading is missing, old or out of limits."""
    unit = view.holding_units.get(portion.holding_unit_id) if portion else None
    if unit is None or unit.kind is HoldingKind.AMBIENT:
        return False
    reading = _last(view, unit, now)
    if reading is None:
        return True
    age_s, mc = reading
    return (
        age_s > view.settings.quality.unobserved_after.total_seconds()
        or not judge(mc, limits_in_force(view, unit), unit.probe_uncertainty_mc).proves_safety
    )


def _last(view: StoreView, unit: HoldingUnit, now: datetime) -> tuple[float, int] | None:
    known = view.holding_temperatures.get(unit.id)
    if known is None or not known.readings:
        return None
    at_s, mc = known.readings[-1]
    return now.timestamp() - at_s, mc


def _point(view: StoreView, unit: HoldingUnit, now: datetime) -> ControlPoint:
    reading = _last(view, unit, now)
    key, gap = str(unit.id), _gap_text(view, unit, now)
    if reading is None:
        return ControlPoint(key, unit.name, _t("Kitchen", "no reading"), "danger", "", True)
    age_s, mc = reading
    if age_s > view.settings.quality.unobserved_after.total_seconds():
        text = _t("Kitchen", "no reading for {age}").format(age=duration(age_s))
        return ControlPoint(key, unit.name, text, "danger", gap, True)
    return ControlPoint(key, unit.name, temperature(mc), _tone(view, unit, mc), gap)


def _gap_text(view: StoreView, unit: HoldingUnit, now: datetime) -> str:
    """How long nobody knew its temperature in the last hours; it counts as the worst one seen."""
    known = view.holding_temperatures.get(unit.id)
    if known is None or not known.readings:
        return ""
    since_s = max(now.timestamp() - _GAPS_OF.total_seconds(), known.readings[0][0])
    carry_s = view.settings.quality.unobserved_after.total_seconds()
    recent = [each for each in known.readings if each[0] >= since_s - carry_s]
    found = gaps(recent, since_s, now.timestamp(), carry_s)
    lost_s = sum(end - start for start, end in found)
    if lost_s < 60.0:
        return ""
    return _t("Kitchen", "no data for {time} since {since}").format(
        time=duration(lost_s), since=clock(_moment(since_s, now), view.settings)
    )


def _moment(time_s: float, now: datetime) -> datetime:
    return now + timedelta(seconds=time_s - now.timestamp())


def _tone(view: StoreView, unit: HoldingUnit, mc: int) -> str:
    limits = limits_in_force(view, unit)
    judged = judge(mc, limits, unit.probe_uncertainty_mc)
    if judged is Judgement.VIOLATION:
        return "danger"
    near_mc = view.settings.kitchen.near_limit_mc
    edges = (limits.min_mc, limits.max_mc)
    near = any(limit is not None and abs(mc - limit) < near_mc for limit in edges)
    return "warning" if near or judged is not Judgement.OK else "ok"
