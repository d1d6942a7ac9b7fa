"""What the kitchen should do beside the tickets: all-day counts, cut next, remove."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product
from app.domain.cut_advice import CutReason
from app.domain.portion import Portion
from app.services.kitchen_stock import CutCall, KitchenStock
from app.services.store_view import StoreView
from app.ui.kds.work import Work, at_station
from app.ui.shared.format import clock, duration

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AllDayRow:
    """How many of one product all open tickets still need."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CutAdvice:
    """A product to cut next and why; `key` is the whole to take, the first to expire."""

    key: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A portion close to or past its safety limit."""

    key: str
    name: str
    reason: str
    overdue: bool


def derive_all_day(work: Iterable[Work], station: str = "") -> list[AllDayRow]:
    """Counts of what is not served yet, largest first."""
    rows: dict[str, AllDayRow] = {}
    for each in work:
        for line in each.lines:
            if at_station(line, station):
                key = str(line.product_id)
                known = rows.get(key)
                rows[key] = AllDayRow(key, line.name, line.quantity + (known.count if known else 0))
    return sorted(rows.values(), key=lambda row: (-row.count, row.name))


def cut_advice(stock: KitchenStock) -> list[CutAdvice]:
    """What to cut next, in words."""
    ahead = stock.view.settings.kitchen.cutting_time
    return [
        CutAdvice(str(call.whole_id), call.product.name, _why(call, ahead)) for call in stock.cuts
    ]


def _why(call: CutCall, ahead: timedelta) -> str:
    outlook, reason = call.outlook, call.reason
    within = duration(ahead.total_seconds())
    left = _t("Kitchen", "{left} left").format(left=outlook.left)
    if reason is CutReason.SELLING:
        left += _t("Kitchen", " · about {n} sell in {time}").format(
            n=max(1, round(outlook.expected)), time=within
        )
    elif reason is CutReason.PERISHING:
        left += _t("Kitchen", " · {n} lose their quality in {time}").format(
            n=outlook.perishing, time=within
        )
    return left + _t("Kitchen", " · {wholes} uncut").format(wholes=call.wholes)


def removals(stock: KitchenStock) -> list[Removal]:
    """What to remove, in words."""
    view, now = stock.view, stock.now
    return [_removal(view, each, view.products[each.product_id], now) for each in stock.removals]


def _removal(view: StoreView, portion: Portion, product: Product, now: datetime) -> Removal:
    overdue = portion.expires_at <= now
    said = (
        _t("Kitchen", "{code} passed its limit at {time}")
        if overdue
        else _t("Kitchen", "{code} reaches its limit at {time}")
    )
    reason = said.format(code=portion.code, time=clock(portion.expires_at, view.settings))
    return Removal(str(portion.id), product.name, reason, overdue)
