"""Figures of a period against their targets: quality, waste and yield (KPI-01 to KPI-03)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.domain.policy import Targets
from app.services.ports import ConversionYield, CutCount, FirstSelections, QualityMean, WasteCount
from app.ui.manager.figures import Verdict

_WHOLE_BP = 10_000
_MILLI = 1_000


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` under one heading; `share_bp` is None without a whole."""

    key: str
    name: str
    part: int | Fraction
    whole: int
    verdict: Verdict

    @property
    def share_bp(self) -> float | None:
        """The share in basis points, unrounded."""
        return float(self.part * _WHOLE_BP / self.whole) if self.whole else None


def quality_verdict(found: QualityMean, targets: Targets) -> Verdict:
    """Met from the target on, unrounded (KPI-01)."""
    if not found.portions:
        return Verdict.NONE
    least = round(targets.quality_target * _MILLI) * found.portions
    return Verdict.MET if found.total_milli >= least else Verdict.ALARM


def first_share(found: FirstSelections, targets: Targets) -> Share:
    """First selections that passed their first verification; met from the target on (FUL-M.3)."""
    met = found.passed * _WHOLE_BP >= targets.first_selection_bp * found.verified
    verdict = Verdict.NONE if not found.verified else Verdict.MET if met else Verdict.ALARM
    return Share("first", "", found.passed, found.verified, verdict)


def waste_share(key: str, name: str, wasted: int | Fraction, cut: int, targets: Targets) -> Share:
    """Wasted of produced portions; met up to the limit itself (KPI-02)."""
    if not cut:
        verdict = Verdict.ALARM if wasted else Verdict.NONE
    else:
        met = wasted * _WHOLE_BP <= targets.waste_alarm_bp * cut
        verdict = Verdict.MET if met else Verdict.ALARM
    return Share(key, name, wasted, cut, verdict)


def waste_in_all(wasted: Iterable[WasteCount], cut: Iterable[CutCount], targets: Targets) -> Share:
    """The whole period."""
    return waste_share(
        "all", "", sum(w.wasted for w in wasted), sum(c.portions for c in cut), targets
    )


def waste_by_product(
    wasted: Iterable[WasteCount], cut: Iterable[CutCount], targets: Targets
) -> list[Share]:
    """One share per product, the worst first."""
    names: dict[str, str] = {}
    lost: defaultdict[str, int | Fraction] = defaultdict(int)
    made: Counter[str] = Counter()
    for each in wasted:
        names[str(each.product_id)] = each.name
        lost[str(each.product_id)] += each.wasted
    for whole in cut:
        names[str(whole.product_id)] = whole.name
        made[str(whole.product_id)] += whole.portions
    shares = [waste_share(key, names[key], lost[key], made[key], targets) for key in names]
    return sorted(shares, key=_worst)


def waste_by_day(
    wasted: Iterable[WasteCount], cut: Iterable[CutCount], targets: Targets
) -> list[Share]:
    """One share per day, the newest first."""
    lost: defaultdict[date, int | Fraction] = defaultdict(int)
    made: Counter[date] = Counter()
    for each in wasted:
        lost[each.day] += each.wasted
    for whole in cut:
        made[whole.day] += whole.portions
    days = sorted(lost.keys() | made.keys(), reverse=True)
    return [
        waste_share(day.isoformat(), day.isoformat(), lost[day], made[day], targets) for day in days
    ]


def waste_by_cause(wasted: Iterable[WasteCount], cut: Iterable[CutCount]) -> list[Share]:
    """What each cause takes of all that was produced; no cause has a target of its own."""
    lost: defaultdict[str, int | Fraction] = defaultdict(int)
    for each in wasted:
        lost[each.cause] += each.wasted
    made = sum(whole.portions for whole in cut)
    shares = [Share(cause, cause, n, made, Verdict.NONE) for cause, n in lost.items()]
    return sorted(shares, key=lambda share: (-share.part, share.name))


def yield_shares(yields: Iterable[ConversionYield], targets: Targets) -> list[Share]:
    """Good of expected portions per week and product, the newest week first (KPI-03)."""
    ordered = sorted(yields, key=lambda each: each.name.casefold())
    ordered.sort(key=lambda each: each.week, reverse=True)
    return [_yield_share(each, targets) for each in ordered]


def _yield_share(each: ConversionYield, targets: Targets) -> Share:
    met = each.good * _WHOLE_BP >= targets.yield_target_bp * each.expected
    verdict = Verdict.NONE if not each.expected else Verdict.MET if met else Verdict.ALARM
    key = f"{each.week}/{each.product_id}"
    return Share(key, each.name, each.good, each.expected, verdict)


def _worst(share: Share) -> tuple[float, str]:
    return -(share.share_bp or 0.0), share.name.casefold()
