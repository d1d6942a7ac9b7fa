"""What the kitchen should do beside the tickets: all-day counts, cut next, remove."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product
from app.domain.completeness import missing_fields
from app.domain.portion import PortionState, Whole, WholeState
from app.services.store_view import StoreView
from app.ui.kds.cards import at_station, kitchen_lines, open_tickets
from app.ui.shared.format import clock

_t = QCoreApplication.translate
REMOVAL_SHARE = 8
"""A removal is announced in the last eighth of the after-cut limit (30 min of 4 h)."""


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


def derive_all_day(view: StoreView, now: datetime, station: str = "") -> list[AllDayRow]:
    """Counts of what is not verified or served yet, largest first."""
    counts: Counter[tuple[str, str]] = Counter()
    for ticket in open_tickets(view, now):
        for line in kitchen_lines(view, ticket.id):
            if at_station(line, station):
                counts[(str(line.product_id), line.name)] += line.quantity
    rows: dict[str, AllDayRow] = {}
    for (key, name), count in counts.items():
        known = rows.get(key)
        rows[key] = AllDayRow(key, name, count + (known.count if known else 0))
    return sorted(rows.values(), key=lambda row: (-row.count, row.name))


def derive_cut_advice(view: StoreView, now: datetime) -> list[CutAdvice]:
    """Products with few free portions and a whole to cut, fewest left first."""
    free = Counter(
        p.product_id
        for p in view.portions.values()
        if p.state is PortionState.AVAILABLE and p.expires_at > now
    )
    found: list[tuple[int, str, CutAdvice]] = []
    for product in view.products.values():
        wholes = wholes_to_cut(view, product, now)
        left = free[product.id]
        category = view.categories.get(product.category_id) if product.category_id else None
        if missing_fields(product, category):
            continue
        if product.active and wholes and left <= view.settings.few_left:
            reason = _t("Kitchen", "{left} left · {wholes} whole in stock").format(
                left=left, wholes=len(wholes)
            )
            advice = CutAdvice(str(wholes[0].id), product.name, reason)
            found.append((left, product.name, advice))
    return [advice for _, _, advice in sorted(found, key=lambda f: (f[0], f[1]))]


def wholes_to_cut(view: StoreView, product: Product, now: datetime) -> list[Whole]:
    """Uncut wholes of the product that are not past their date, first to expire first."""
    wholes = (
        whole
        for whole in view.wholes.values()
        if whole.product_id == product.id
        and whole.state is WholeState.IN_STOCK
        and whole.expires_at > now
    )
    return sorted(wholes, key=lambda w: (w.expires_at, w.received_at))


def derive_removals(view: StoreView, now: datetime) -> list[Removal]:
    """Unsold portions whose safety limit comes soon or has passed, soonest first."""
    due: list[tuple[datetime, Removal]] = []
    for portion in view.portions.values():
        product = view.products.get(portion.product_id)
        if product is None or portion.state not in (
            PortionState.AVAILABLE,
            PortionState.QUARANTINED,
        ):
            continue
        notice = (product.after_cut_limit or timedelta(hours=4)) / REMOVAL_SHARE
        if portion.expires_at - now > notice:
            continue
        time = clock(portion.expires_at, view.settings)
        overdue = portion.expires_at <= now
        said = (
            _t("Kitchen", "{code} passed its limit at {time}")
            if overdue
            else _t("Kitchen", "{code} reaches its limit at {time}")
        )
        reason = said.format(code=portion.code, time=time)
        due.append((portion.expires_at, Removal(str(portion.id), product.name, reason, overdue)))
    return [removal for _, removal in sorted(due, key=lambda d: (d[0], d[1].key))]
