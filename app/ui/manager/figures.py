"""The dashboard's figures against their targets, derived purely from one day's report."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.policy import StoreSettings, Targets
from app.services.ports import DayReport

_WHOLE_BP = 10_000


class Verdict(StrEnum):
    """How a figure stands against its target; NONE when it has no target or no data yet."""

    NONE = "none"
    MET = "met"
    MISSED = "missed"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Figures of one day; shares in basis points, None while nothing was cut or served."""

    total_minor: int
    saved_minor: int
    receipts: int
    portions_sold: int
    portions_cut: int
    portions_wasted: int
    waste_cost_minor: int
    waste_bp: float | None
    waste_verdict: Verdict
    yield_bp: float | None
    yield_verdict: Verdict
    service_s: float | None
    service_verdict: Verdict
    refunds: int = 0
    refunded_minor: int = 0
    cash_minor: int = 0


def derive_figures(report: DayReport, settings: StoreSettings) -> DayFigures:
    """Compare a day's counts with the store's targets (unrounded: 12.01 % is above 12 %).

    The yield is that of the cutting alone (KPI-03): what is wasted later counts as waste only.
    """
    cut, wasted, spoiled = report.portions_cut, report.portions_wasted, report.portions_spoiled
    service_s = report.median_service_s
    return DayFigures(
        total_minor=report.total_minor,
        saved_minor=report.saved_minor,
        receipts=report.receipts,
        portions_sold=report.portions_sold,
        portions_cut=cut,
        portions_wasted=wasted,
        waste_cost_minor=report.waste_cost_minor,
        waste_bp=wasted * _WHOLE_BP / cut if cut else None,
        waste_verdict=_waste_verdict(wasted, cut, settings.targets),
        yield_bp=(cut - spoiled) * _WHOLE_BP / cut if cut else None,
        yield_verdict=_yield_verdict(cut - spoiled, cut, settings.targets),
        service_s=service_s,
        service_verdict=(
            Verdict.NONE
            if service_s is None
            else (Verdict.MET if service_s <= settings.promise_s else Verdict.MISSED)
        ),
        refunds=report.refunds,
        refunded_minor=report.refunded_minor,
        cash_minor=report.cash_minor,
    )


def _waste_verdict(wasted: int, cut: int, targets: Targets) -> Verdict:
    if not cut:
        return Verdict.ALARM if wasted else Verdict.NONE
    if wasted * _WHOLE_BP > targets.waste_alarm_bp * cut:
        return Verdict.ALARM
    return Verdict.MET if wasted * _WHOLE_BP <= targets.waste_target_bp * cut else Verdict.MISSED


def _yield_verdict(good: int, expected: int, targets: Targets) -> Verdict:
    if not expected:
        return Verdict.NONE
    met = good * _WHOLE_BP >= targets.yield_target_bp * expected
    return Verdict.MET if met else Verdict.MISSED
