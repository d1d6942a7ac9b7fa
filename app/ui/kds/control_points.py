"""Holding units with their last temperature, and whether a portion's must be taken by hand."""
# ruff: noqa: N815

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import HoldingKind, HoldingUnit
from app.domain.portion import Portion
from app.services.store_view import StoreView
from app.ui.shared.format import duration, temperature

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One row: tone ok, warning or danger."""

    key: str
    name: str
    temperatureText: str
    tone: str


def within_limits(unit: HoldingUnit, temperature_mc: int) -> bool:
    """Whether the unit's critical limits hold."""
    low, high = unit.min_temperature_mc, unit.max_temperature_mc
    return (low is None or temperature_mc >= low) and (high is None or temperature_mc <= high)


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
    return age_s > view.settings.quality.unobserved_after.total_seconds() or not within_limits(
        unit, mc
    )


def _last(view: StoreView, unit: HoldingUnit, now: datetime) -> tuple[float, int] | None:
    known = view.holding_temperatures.get(unit.id)
    if known is None or not known.readings:
        return None
    at_s, mc = known.readings[-1]
    return now.timestamp() - at_s, mc


def _point(view: StoreView, unit: HoldingUnit, now: datetime) -> ControlPoint:
    reading = _last(view, unit, now)
    if reading is None:
        return ControlPoint(str(unit.id), unit.name, _t("Kitchen", "no reading"), "danger")
    age_s, mc = reading
    if age_s > view.settings.quality.unobserved_after.total_seconds():
        text = _t("Kitchen", "no reading for {age}").format(age=duration(age_s))
        return ControlPoint(str(unit.id), unit.name, text, "danger")
    return ControlPoint(
        str(unit.id),
        unit.name,
        temperature(mc),
        _tone(unit, mc, view.settings.kitchen.near_limit_mc),
    )


def _tone(unit: HoldingUnit, mc: int, near_mc: int) -> str:
    if not within_limits(unit, mc):
        return "danger"
    limits = (unit.min_temperature_mc, unit.max_temperature_mc)
    near = any(limit is not None and abs(mc - limit) < near_mc for limit in limits)
    return "warning" if near else "ok"
