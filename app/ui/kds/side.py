"""What the kitchen should do beside the tickets: all-day counts, cut next, remove."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product
from app.domain.cut_advice import CutOutlook, CutReason, cut_outlook, sales_per_s
from app.domain.portion import Portion, PortionState, Whole, WholeState
from app.domain.task import TaskKind, TaskState
from app.domain.ticket import TicketState
from app.services.freshness import Freshness
from app.services.offers import may_be_sold
from app.services.store_view import StoreView
from app.ui.kds.work import Work, accepted_at, at_station
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


def derive_cut_advice(view: StoreView, now: datetime, freshness: Freshness) -> list[CutAdvice]:
    """What a till asked for, then products of which a whole should be cut now, scarcest first."""
    policy = view.settings.kitchen
    asked = _asked_for(view, now)
    good_for_s: dict[UUID, list[float]] = {}
    for portion in view.portions.values():
        if portion.state is PortionState.AVAILABLE and freshness.is_free(portion, now):
            left_s = (freshness.sell_until(portion, now) - now).total_seconds()
            good_for_s.setdefault(portion.product_id, []).append(left_s)
    sold = _sold_since(view, now - policy.demand_window)
    found: list[tuple[float, str, CutAdvice]] = []
    for product_id, wholes in _wholes_to_cut(view, now).items():
        product = view.products.get(product_id)
        if product is None or not may_be_sold(view, product):
            continue
        outlook = cut_outlook(
            good_for_s.get(product_id, ()),
            sales_per_s(sold[product_id], policy.demand_window),
            policy.cutting_time,
            view.settings.few_left,
        )
        if outlook.reason is not None:
            reason = _why(outlook, outlook.reason, policy.cutting_time, len(wholes))
            advice = CutAdvice(str(wholes[0].id), product.name, reason)
            found.append((outlook.remaining, product.name, advice))
    advised = [advice for _, _, advice in sorted(found, key=lambda f: (f[0], f[1]))]
    named = {advice.key for advice in asked}
    return [*asked, *(advice for advice in advised if advice.key not in named)]


def _asked_for(view: StoreView, now: datetime) -> list[CutAdvice]:
    """One row for each whole that a till asked to have cut, the oldest question first."""
    wholes = _wholes_to_cut(view, now)
    tasks = sorted(
        (
            task
            for task in view.tasks.values()
            if task.kind == TaskKind.CUT_FOR_ORDER and task.state is TaskState.OPEN
        ),
        key=lambda task: (task.opened_at, task.id),
    )
    rows = []
    for task in tasks:
        of_product = wholes.get(UUID(str(task.subject["product_id"])), [])
        if of_product:
            whole = of_product.pop(0)
            name = view.products[whole.product_id].name
            since = duration((now - task.opened_at).total_seconds())
            reason = _t("Kitchen", "a guest waits for it at the till, {time}").format(time=since)
            rows.append(CutAdvice(str(whole.id), name, reason))
    return rows


def _why(outlook: CutOutlook, reason: CutReason, ahead: timedelta, wholes: int) -> str:
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
    return left + _t("Kitchen", " · {wholes} uncut").format(wholes=wholes)


def _sold_since(view: StoreView, since: datetime) -> Counter[UUID]:
    """Portions sold per product since a moment, on the tickets this screen knows."""
    sold: Counter[UUID] = Counter()
    for line in view.ticket_lines.values():
        ticket = view.tickets.get(line.ticket_id)
        if line.off_the_list or line.portion_id is None or ticket is None:
            continue
        if ticket.state in (TicketState.PAID, TicketState.CLOSED) and accepted_at(ticket) >= since:
            sold[line.product_id] += line.quantity
    return sold


def _wholes_to_cut(view: StoreView, now: datetime) -> dict[UUID, list[Whole]]:
    """Uncut wholes that are not past their date, by product, first to expire first."""
    found: dict[UUID, list[Whole]] = {}
    for whole in view.wholes.values():
        if whole.state is WholeState.IN_STOCK and whole.expires_at > now:
            found.setdefault(whole.product_id, []).append(whole)
    for wholes in found.values():
        wholes.sort(key=lambda w: (w.expires_at, w.received_at))
    return found


def derive_removals(view: StoreView, now: datetime) -> list[Removal]:
    """Unsold portions whose safety limit comes soon or has passed, soonest first."""
    due: list[tuple[datetime, Removal]] = []
    for portion in view.portions.values():
        product = view.products.get(portion.product_id)
        if product is None or portion.state not in _UNSOLD:
            continue
        if portion.expires_at - now <= _notice(view, product):
            due.append((portion.expires_at, _removal(view, portion, product, now)))
    return [removal for _, removal in sorted(due, key=lambda d: (d[0], d[1].key))]


_UNSOLD = (PortionState.AVAILABLE, PortionState.QUARANTINED)


def _notice(view: StoreView, product: Product) -> timedelta:
    share = view.settings.kitchen.removal_notice
    limit = product.after_cut_limit or timedelta(0)
    return limit * share.numerator / share.denominator


def _removal(view: StoreView, portion: Portion, product: Product, now: datetime) -> Removal:
    overdue = portion.expires_at <= now
    said = (
        _t("Kitchen", "{code} passed its limit at {time}")
        if overdue
        else _t("Kitchen", "{code} reaches its limit at {time}")
    )
    reason = said.format(code=portion.code, time=clock(portion.expires_at, view.settings))
    return Removal(str(portion.id), product.name, reason, overdue)
