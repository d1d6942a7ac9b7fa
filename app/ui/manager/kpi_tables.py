"""The tables and figures of a period, purely: shares against their targets, sums by name."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings, Targets
from app.domain.price import PriceReason
from app.services.ports import (
    ConversionYield,
    CutCount,
    DiscountSum,
    QualityMean,
    RefundSum,
    WasteCount,
)
from app.ui.manager import kpis
from app.ui.manager.figures import Verdict
from app.ui.manager.kpis import Share
from app.ui.manager.stock_draft import WasteCause
from app.ui.manager.words import cause_word
from app.ui.shared import format as text
from app.ui.shared.words import price_reason

_t = QCoreApplication.translate
_TONES = {Verdict.NONE: "muted", Verdict.MET: "ok", Verdict.MISSED: "warning",
          Verdict.ALARM: "danger"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KpiLine:
    """One line of a table."""

    id: str
    name: str
    counts: str
    share: str
    status: str
    tone: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the tables are made of."""

    quality: QualityMean
    wasted: tuple[WasteCount, ...]
    cut: tuple[CutCount, ...]
    yields: tuple[ConversionYield, ...]
    discounts: tuple[DiscountSum, ...] = ()
    refunds: tuple[RefundSum, ...] = ()


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


def off_line(name: str, uses: int, amount_minor: int, settings: StoreSettings) -> KpiLine:
    """A sum by name: how often, and how much."""
    counts = _t("Office", "{n} times").format(n=uses)
    return KpiLine(name, name, counts, text.amount(amount_minor, settings), "", "muted")


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
    """The three figures of the period: {key, label, value, note, tone}."""
    waste = kpis.waste_in_all(facts.wasted, facts.cut, targets)
    good, expected = sum(y.good for y in facts.yields), sum(y.expected for y in facts.yields)
    met = good * 10_000 >= targets.yield_target_bp * expected
    made = Verdict.NONE if not expected else Verdict.MET if met else Verdict.ALARM
    quality, n = facts.quality, facts.quality.portions
    return [
        _figure("quality", _t("Office", "Mean quality"),
                f"{quality.total_milli / n / 1000:.2f}" if n else "–",
                _t("Office", "at least {t}").format(t=f"{targets.quality_target:g}"),
                kpis.quality_verdict(quality, targets)),
        _figure("waste", _t("Office", "Waste"), _percent(waste.share_bp),
                _t("Office", "at most {t}").format(t=_percent(targets.waste_alarm_bp)),
                waste.verdict),
        _figure("yield", _t("Office", "Conversion yield"),
                _percent(good * 10_000 / expected if expected else None),
                _t("Office", "at least {t}").format(t=_percent(targets.yield_target_bp)), made),
    ]  # fmt: skip


def _figure(key: str, label: str, value: str, note: str, verdict: Verdict) -> dict[str, str]:
    tone = _TONES[verdict]
    return {"key": key, "label": label, "value": value,
            "note": f"{_word(verdict)}, {note}", "tone": tone}  # fmt: skip


def tables() -> list[dict[str, str]]:
    """The keys of the tables, in the order of the chips."""
    return [
        {"key": "product", "text": _t("Office", "Waste by product")},
        {"key": "day", "text": _t("Office", "by day")},
        {"key": "cause", "text": _t("Office", "by cause")},
        {"key": "yield", "text": _t("Office", "Yield by week")},
        {"key": "off_rule", "text": _t("Office", "Discounts by rule")},
        {"key": "off_product", "text": _t("Office", "by product")},
        {"key": "off_person", "text": _t("Office", "by person")},
        {"key": "off_day", "text": _t("Office", "by day")},
        {"key": "back_reason", "text": _t("Office", "Refunds by reason")},
        {"key": "back_product", "text": _t("Office", "by product")},
        {"key": "back_person", "text": _t("Office", "by person")},
        {"key": "back_day", "text": _t("Office", "by day")},
    ]


def share_line(share: Share) -> KpiLine:
    """A share of portions, with whether its target is met."""
    known = share.name in set(WasteCause)
    week = share.key.partition("/")[0] if "/" in share.key else ""
    name = cause_word(WasteCause(share.name)) if known else share.name
    if name in _BY_ITSELF:
        name = _by_itself(name)
    return KpiLine(
        id=share.key,
        name=f"{week} · {name}" if week else name,
        counts=_t("Office", "{part} of {whole}").format(part=_count(share.part), whole=share.whole),
        share=_percent(share.share_bp),
        status="" if share.verdict is Verdict.NONE else _word(share.verdict),
        tone=_TONES[share.verdict],
    )


_BY_ITSELF = ("returned", "offcut")
"""Causes that nobody picks from a list: the store writes them down."""


def _by_itself(cause: str) -> str:
    if cause == "offcut":
        return _t("Office", "Cut off for a guest's size")
    return _t("Office", "Came back")


def _count(portions: int | Fraction) -> str:
    """Whole portions as they are; what holds parts of some to a tenth."""
    return str(portions) if portions == int(portions) else f"{float(portions):.1f}"


def _word(verdict: Verdict) -> str:
    return {
        Verdict.NONE: _t("Office", "No data yet"),
        Verdict.MET: _t("Office", "Met"),
        Verdict.MISSED: _t("Office", "Missed"),
        Verdict.ALARM: _t("Office", "Missed"),
    }[verdict]


def _percent(bp: float | None) -> str:
    return "–" if bp is None else f"{bp / 100:.1f} %"
