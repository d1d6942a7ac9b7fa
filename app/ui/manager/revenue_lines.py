"""What wholes bring, in words: a line per product, and the figures that meet the payments."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from babel.numbers import get_currency_name
from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.revenue import Earned, Revenue, Sides, Way
from app.ui.shared import format as text

_t = QCoreApplication.translate
_NONE = "–"
_HUNDREDTHS = 100
_SHAPES = {"ok": "● ", "danger": "▲ ", "muted": ""}


@dataclass(frozen=True, slots=True)
class RevenueLine:
    """One product: per whole, sold whole and by the portion; `order` is what columns sort by."""

    id: str
    name: str
    wholes: str
    wholeRevenue: str  # noqa: N815 (QML role)
    wholeCost: str  # noqa: N815
    wholeMargin: str  # noqa: N815
    cut: str
    cutRevenue: str  # noqa: N815
    cutCost: str  # noqa: N815
    cutMargin: str  # noqa: N815
    ratio: str
    tone: str
    order: tuple[float, ...]


def _by(at: int) -> Callable[[RevenueLine], Any]:
    return lambda line: line.order[at]


LINES_BY: dict[str, Callable[[RevenueLine], Any]] = {
    "name": lambda line: line.name.casefold(),
    **{
        key: _by(at)
        for at, key in enumerate(
            ("wholes", "wholeRevenue", "wholeCost", "wholeMargin",
             "cut", "cutRevenue", "cutCost", "cutMargin", "ratio")
        )
    },
}  # fmt: skip


def columns() -> list[dict[str, object]]:
    """The table's columns: the product, four of each way, and how the two compare."""
    titles = (
        _t("Office", "Wholes"),
        _t("Office", "Revenue"),
        _t("Office", "Cost"),
        _t("Office", "Margin"),
    )
    keys = list(LINES_BY)[1:9]
    numbers = [
        {"key": key, "title": titles[at % 4], "weight": 1.0, "align": "right"}
        for at, key in enumerate(keys)
    ]
    return [
        {"key": "name", "title": _t("Office", "Product"), "weight": 2.1},
        *numbers,
        {"key": "ratio", "title": _t("Office", "Ratio"), "weight": 0.9, "align": "right",
         "toneKey": "tone"},
    ]  # fmt: skip


def revenue_line(sides: Sides, settings: StoreSettings) -> RevenueLine:
    """One product's line; a dash where nothing was sold that way."""
    whole, cut = _figures(sides.whole), _figures(sides.portions)
    ratio, tone = sides.ratio, ratio_tone(sides.ratio, settings)
    wholes, whole_revenue, whole_cost, whole_margin = _shown(whole, settings)
    pieces, cut_revenue, cut_cost, cut_margin = _shown(cut, settings)
    return RevenueLine(
        id=str(sides.product_id),
        name=sides.name,
        wholes=wholes,
        wholeRevenue=whole_revenue,
        wholeCost=whole_cost,
        wholeMargin=whole_margin,
        cut=pieces,
        cutRevenue=cut_revenue,
        cutCost=cut_cost,
        cutMargin=cut_margin,
        ratio=_SHAPES[tone] + ratio_text(ratio),
        tone=tone,
        order=tuple(
            float("-inf") if each is None else float(each) for each in (*whole, *cut, ratio)
        ),
    )


def ratio_text(ratio: Fraction | None) -> str:
    """`1.11`; cut off, not rounded, so that what misses 1 never reads 1.00."""
    if ratio is None:
        return _NONE
    return f"{floor(ratio * _HUNDREDTHS) / _HUNDREDTHS:.2f}"


def ratio_tone(ratio: Fraction | None, settings: StoreSettings) -> str:
    """Green from the manager's least ratio on, red below it (KPI-06)."""
    if ratio is None:
        return "muted"
    return "ok" if ratio >= settings.revenue.least_ratio else "danger"


def reconciliation(found: Revenue, settings: StoreSettings) -> list[dict[str, str]]:
    """The report's sums beside those of the payments, and what lies between them."""

    def figure(key: str, label: str, minor: int, tone: str = "plain") -> dict[str, str]:
        return {"key": key, "label": label, "value": text.amount(minor, settings), "tone": tone}

    gross = {way: sum(e.gross_minor for e in found.earned if e.way is way) for way in Way}
    back = sum(each.back_minor for each in found.earned)
    tenders = {
        "cash": _t("Office", "Cash, net"),
        "voucher": _t("Office", "Vouchers, net"),
    }
    apart = found.difference_minor
    return [
        figure("whole", _t("Office", "Sold whole"), gross[Way.WHOLE]),
        figure("portions", _t("Office", "By the portion"), gross[Way.PORTIONS]),
        figure("plain", _t("Office", "Other products"), gross[Way.PLAIN]),
        figure("back", _t("Office", "Paid back"), 0) | {"value": text.change(-back, settings)},
        figure("total", _t("Office", "Revenue"), found.total_minor, "strong"),
        *(
            figure(each.tender, tenders.get(each.tender, each.tender),
                   each.paid_minor - each.back_minor)
            for each in found.ledger
        ),
        figure("ledger", _t("Office", "Payments"), found.ledger_minor, "strong"),
        figure("apart", _t("Office", "Difference"), apart, "danger" if apart else "ok"),
    ]  # fmt: skip


def notes(found: Revenue, settings: StoreSettings) -> str:
    """What the table does not say: the currency, tax, wholes thrown away uncut, and as of when."""
    said = _t("Office", "All amounts in {currency}.").format(
        currency=get_currency_name(settings.currency, 2, locale=text.locale_of(settings))
    )
    said += " " + _t("Office", "Tax in it {tax}.").format(
        tax=text.amount(found.receipts_tax_minor, settings)
    )
    if found.uncut:
        said += " " + _t("Office", "Thrown away uncut: {n}, cost {cost}.").format(
            n=found.uncut, cost=text.amount(found.uncut_minor, settings)
        )
    at = text.clock(found.at, settings)
    return said + " " + _t("Office", "As of {time}.").format(time=at)


def _figures(earned: Earned | None) -> tuple[Fraction | int | None, ...]:
    """(wholes, revenue, cost, margin), the last three per whole."""
    if earned is None or earned.wholes <= 0:
        return (None,) * 4
    amounts = (earned.revenue_minor, earned.spent_minor, earned.margin_minor)
    return (earned.wholes, *map(earned.per_whole, amounts))


def _shown(figures: tuple[Fraction | int | None, ...], settings: StoreSettings) -> list[str]:
    wholes, *minor = figures
    counted = _NONE if wholes is None else f"{float(wholes):.2f}".rstrip("0").rstrip(".")
    return [
        counted,
        *(_NONE if each is None else text.amount(int(each), settings) for each in minor),
    ]
