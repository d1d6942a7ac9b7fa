"""The tables and figures of a period, purely: shares against their targets, sums by name."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.domain.policy import Targets
from app.domain.price import PriceReason
from app.services.ports import (
    ConversionYield,
    CutCount,
    DiscountSum,
    FirstSelections,
    QualityMean,
    RefundSum,
    WasteCount,
)
from app.ui.manager import kpis
from app.ui.manager.figures import Verdict
from app.ui.manager.kpis import Share
from app.ui.shared.words import price_reason

_t = QCoreApplication.translate
TONES = {Verdict.NONE: "muted", Verdict.MET: "ok", Verdict.MISSED: "warning",
          Verdict.ALARM: "danger"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the tables are made of."""

    quality: QualityMean
    wasted: tuple[WasteCount, ...]
    cut: tuple[CutCount, ...]
    yields: tuple[ConversionYield, ...]
    discounts: tuple[DiscountSum, ...] = ()
    refunds: tuple[RefundSum, ...] = ()
    first: FirstSelections = field(default_factory=FirstSelections)


def discount_sums(discounts: Iterable[DiscountSum], table: str) -> list[tuple[str, int, int]]:
    """(name, uses, minor units) by rule, product, person or day; the dearest first."""
    by = DISCOUNTS[table]
    return _sums((by(each), each.uses, each.amount_minor) for each in discounts)


def _rule(each: DiscountSum) -> str:
    return each.rule or price_reason(PriceReason(each.reason))


DISCOUNTS: dict[str, Callable[[DiscountSum], str]] = {
    "off_rule": _rule,
    "off_product": lambda each: each.product,
    "off_person": lambda each: each.person,
    "off_day": lambda each: each.day.isoformat(),
}


def refund_sums(refunds: Iterable[RefundSum], table: str) -> list[tuple[str, int, int]]:
    """(name, times, minor units) by reason, product, person or day; the dearest first."""
    by = REFUNDS[table]
    return _sums((by(each), each.times, each.amount_minor) for each in refunds)


def _sums(parts: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    times: Counter[str] = Counter()
    amounts: Counter[str] = Counter()
    for name, count, amount_minor in parts:
        times[name] += count
        amounts[name] += amount_minor
    return sorted(
        ((name, times[name], amount) for name, amount in amounts.items()),
        key=lambda found: (-found[2], found[0]),
    )


REFUNDS: dict[str, Callable[[RefundSum], str]] = {
    "back_reason": lambda each: each.reason,
    "back_product": lambda each: each.product,
    "back_person": lambda each: each.person,
    "back_day": lambda each: each.day.isoformat(),
}


def table_of(facts: Facts, table: str, targets: Targets) -> list[Share]:
    """The shares of one table."""
    if table == "day":
        return kpis.waste_by_day(facts.wasted, facts.cut, targets)
    if table == "cause":
        return kpis.waste_by_cause(facts.wasted, facts.cut)
    if table == "yield":
        return kpis.yield_shares(facts.yields, targets)
    return kpis.waste_by_product(facts.wasted, facts.cut, targets)


def summary(facts: Facts, targets: Targets) -> list[dict[str, str]]:
    """The figures of the period: {key, label, value, note, tone}; first selections where portions
    are verified.
    """
    waste = kpis.waste_in_all(facts.wasted, facts.cut, targets)
    good, expected = sum(y.good for y in facts.yields), sum(y.expected for y in facts.yields)
    met = good * 10_000 >= targets.yield_target_bp * expected
    made = Verdict.NONE if not expected else Verdict.MET if met else Verdict.ALARM
    quality, n = facts.quality, facts.quality.portions
    found = [
        _figure("quality", _t("Office", "Mean quality"),
                f"{quality.total_milli / n / 1000:.2f}" if n else "–",
                _t("Office", "at least {t}").format(t=f"{targets.quality_target:g}"),
                kpis.quality_verdict(quality, targets)),
        _figure("waste", _t("Office", "Waste"), percent(waste.share_bp),
                _t("Office", "at most {t}").format(t=percent(targets.waste_alarm_bp)),
                waste.verdict),
        _figure("yield", _t("Office", "Conversion yield"),
                percent(good * 10_000 / expected if expected else None),
                _t("Office", "at least {t}").format(t=percent(targets.yield_target_bp)), made),
    ]  # fmt: skip
    first = kpis.first_share(facts.first, targets)
    if first.whole:
        found.append(_figure(
            "first", _t("Office", "Right at the first choice"), _never_rounded_up(first),
            _t("Office", "at least {t}, {n} checked").format(
                t=percent(targets.first_selection_bp), n=first.whole),
            first.verdict,
        ))  # fmt: skip
    return found


def _never_rounded_up(share: Share) -> str:
    """To a tenth of a percent below: 94.96 % is not 95.0 %, which would be the target."""
    return percent(share.part * 1_000 // share.whole * 10)


def _figure(key: str, label: str, value: str, note: str, verdict: Verdict) -> dict[str, str]:
    tone = TONES[verdict]
    return {"key": key, "label": label, "value": value,
            "note": f"{verdict_word(verdict)}, {note}", "tone": tone}  # fmt: skip


def verdict_word(verdict: Verdict) -> str:
    """Whether a target is met, in a word."""
    return {
        Verdict.NONE: _t("Office", "No data yet"),
        Verdict.MET: _t("Office", "Met"),
        Verdict.MISSED: _t("Office", "Missed"),
        Verdict.ALARM: _t("Office", "Missed"),
    }[verdict]


def percent(bp: float | None) -> str:
    """`5.0 %` from basis points; a dash for what is not known."""
    return "–" if bp is None else f"{bp / 100:.1f} %"
