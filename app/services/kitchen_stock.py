"""What the whole stock asks of the kitchen at one moment: what to cut, remove, look at and waste.

Pure but for what it remembers of each portion's quality, and free of words: it is derived beside
the interface's thread when the stock is large (docs/kitchen.md).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.catalog import Product
from app.domain.cut_advice import CutOutlook, CutReason, cut_outlook, sales_per_s
from app.domain.portion import Portion, PortionState, Whole, WholeState
from app.domain.ticket import TicketState
from app.services.checks_due import ClockCheck, DueCheck, checks_due, clock_checks
from app.services.demand_now import expected_pace_per_s
from app.services.freshness import Freshness
from app.services.offers import may_be_sold
from app.services.ports import Changes
from app.services.re_inspections import re_inspections
from app.services.store_view import StoreView

_UNSOLD = (PortionState.AVAILABLE, PortionState.QUARANTINED)
CHECKS_AHEAD = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class CutCall:
    """A product to cut next and why; `whole_id` is the one to take, the first to expire."""

    whole_id: UUID
    product: Product
    wholes: int
    outlook: CutOutlook
    reason: CutReason


@dataclass(frozen=True, slots=True)
class KitchenStock:
    """Derived from `view` at `now`; everything in the order in which it is shown."""

    view: StoreView
    now: datetime
    cuts: tuple[CutCall, ...]
    removals: tuple[Portion, ...]
    checks: tuple[DueCheck, ...]
    again: tuple[DueCheck, ...]
    """Lots that a complaint wants looked at again."""
    clocks: tuple[ClockCheck, ...]
    leaving: Mapping[str, list[Portion]]

    def next_alert(self) -> datetime | None:
        """After this moment a check is more pressing than it was; None when none is to come."""
        late = self.view.settings.food.checkpoints.overdue_after
        due = [each.due_at for each in self.checks if each.due_at > self.now]
        # Overdue is what is later than that moment, so at it there is still something to come.
        due += [each.due_at + late for each in self.checks if each.due_at + late >= self.now]
        return min(due, default=None)


class StockDeriver:
    """One at a time, in the order of the views: never called by two threads at once."""

    def __init__(self) -> None:
        self._freshness: Freshness | None = None

    def follow(self, view: StoreView, changes: Changes) -> None:
        """The feed went on from the view seen last."""
        if self._freshness is not None:
            self._freshness.changed(view, changes)

    def derive(self, view: StoreView, now: datetime) -> KitchenStock:
        """Look at all of the stock."""
        if self._freshness is None:
            self._freshness = Freshness(view)
        freshness = self._freshness
        return KitchenStock(
            view,
            now,
            cut_calls(view, now, self._freshness),
            due_removals(view, now),
            tuple(checks_due(view, now, CHECKS_AHEAD, lambda each: freshness.floor_at(each, now))),
            tuple(re_inspections(view, now)),
            tuple(clock_checks(view, now)),
            leaving_lots(view, now, self._freshness),
        )


def cut_calls(view: StoreView, now: datetime, freshness: Freshness) -> tuple[CutCall, ...]:
    """Products of which a whole should be cut now, the scarcest first."""
    policy = view.settings.kitchen
    good_for_s: dict[UUID, list[float]] = {}
    for portion in view.portions.values():
        if portion.state is PortionState.AVAILABLE and freshness.is_free(portion, now):
            left_s = (freshness.sell_until(portion, now) - now).total_seconds()
            good_for_s.setdefault(portion.product_id, []).append(left_s)
    sold = _sold_since(view, now - policy.demand_window)
    found: list[tuple[float, str, CutCall]] = []
    for product_id, wholes in _wholes_to_cut(view, now).items():
        product = view.products.get(product_id)
        if product is None or not may_be_sold(view, product):
            continue
        pace_per_s = expected_pace_per_s(view, product_id, now, policy.cutting_time)
        if pace_per_s is None:
            pace_per_s = sales_per_s(sold[product_id], policy.demand_window)
        outlook = cut_outlook(
            good_for_s.get(product_id, ()),
            pace_per_s,
            policy.cutting_time,
            view.settings.few_left,
        )
        if outlook.reason is not None:
            call = CutCall(wholes[0].id, product, len(wholes), outlook, outlook.reason)
            found.append((outlook.remaining, product.name, call))
    return tuple(call for _, _, call in sorted(found, key=lambda f: (f[0], f[1])))


def _sold_since(view: StoreView, since: datetime) -> Counter[UUID]:
    """Portions sold per product since a moment, on the tickets this screen knows: what is left to
    go by before the store has counted.
    """
    sold: Counter[UUID] = Counter()
    for line in view.ticket_lines.values():
        ticket = view.tickets.get(line.ticket_id)
        if line.voided or line.portion_id is None or ticket is None:
            continue
        accepted_at = ticket.paid_at or ticket.opened_at
        if ticket.state in (TicketState.PAID, TicketState.CLOSED) and accepted_at >= since:
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


def due_removals(view: StoreView, now: datetime) -> tuple[Portion, ...]:
    """Unsold portions whose safety limit comes soon or has passed, soonest first."""
    until = {each.id: now + _notice(view, each) for each in view.products.values()}
    due = [
        portion
        for portion in view.portions.values()
        if portion.state in _UNSOLD
        and portion.product_id in until
        and portion.expires_at <= until[portion.product_id]
    ]
    return tuple(sorted(due, key=lambda each: (each.expires_at, str(each.id))))


def _notice(view: StoreView, product: Product) -> timedelta:
    share = view.settings.kitchen.removal_notice
    limit = product.after_cut_limit or timedelta(0)
    return limit * share.numerator / share.denominator


def leaving_lots(view: StoreView, now: datetime, freshness: Freshness) -> dict[str, list[Portion]]:
    """Unsold portions that are off sale by a clock or by their score, by whole; soonest first."""
    lots: dict[UUID, list[Portion]] = {}
    for portion in view.portions.values():
        if portion.state in _UNSOLD and freshness.sell_until(portion, now) <= now:
            lots.setdefault(portion.whole_id, []).append(portion)
    ordered = sorted(lots.values(), key=lambda lot: (lot[0].expires_at, lot[0].whole_id))
    return {str(lot[0].whole_id): lot for lot in ordered}
