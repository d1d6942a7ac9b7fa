"""The order panel, derived purely from the store view and what is still on its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.ticket import Ticket, TicketLine, TicketState
from app.services.service_time import order_minutes, queues
from app.services.store_view import StoreView
from app.ui.pos.keeper import NOTHING, LineNote
from app.ui.pos.line_rows import LineRow, line_row, pending_row
from app.ui.pos.pending import Pending
from app.ui.shared.figures import figures_text
from app.ui.shared.format import countdown, duration, money

__all__ = ["LineRow", "OrderProps", "derive_order", "hold_left_s", "included_tax_minor"]

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OrderProps:
    """The panel's texts and switches. `hold_tone` is neutral, warning or danger."""

    rows: tuple[LineRow, ...]
    number_text: str
    hold_text: str
    hold_tone: str
    expired: bool
    figures_text: str
    saved_text: str
    added_text: str
    tax_text: str
    tax_label: str
    ready_text: str
    total_text: str
    total_minor: int
    can_pay: bool
    empty: bool
    can_park: bool = False
    prolong_text: str = ""
    """The key that prolongs the hold, while it may be."""
    lapsed_text: str = ""
    """What went back on sale when the hold ran out."""


def derive_order(
    view: StoreView,
    ticket_id: UUID,
    pendings: Sequence[Pending],
    removing: frozenset[UUID],
    wanted: Mapping[UUID, int],
    now: datetime,
    notes: Mapping[UUID, LineNote] = MappingProxyType({}),
    lapsed: Sequence[TicketLine] = (),
) -> OrderProps:
    """Return the order panel of the ticket that is being composed; it may not exist yet."""
    settings = view.settings
    ticket = view.tickets.get(ticket_id)
    lines = view.lines_of(ticket_id)
    known = {line.id for line in lines}
    waiting = [p for p in pendings if p.line_id not in known]
    rows = [
        line_row(line, removing, wanted, settings, notes.get(line.id, NOTHING)) for line in lines
    ]
    rows += [pending_row(pending) for pending in waiting]
    kept = [line for line in lines if line.id not in removing]
    total = sum(line.amount_minor for line in kept)
    left_s = hold_left_s(ticket, now)
    held = any(line.portion_id for line in kept)
    expired = bool(lapsed) or (held and left_s is not None and left_s <= 0)
    changing = any(wanted.get(line.id, line.quantity) != line.quantity for line in kept)
    troubled = any(notes.get(line.id, NOTHING).unfit for line in kept)
    waits = any(line.size_waits for line in kept)
    settled = not waiting and len(kept) == len(lines) and not changing and not troubled
    return OrderProps(
        rows=tuple(rows),
        number_text=_number_text(ticket),
        hold_text=_hold_text(left_s) if kept else "",
        hold_tone=_hold_tone(left_s, settings),
        expired=expired,
        figures_text=figures_text(kept, settings),
        saved_text=_difference(kept, settings, saved=True),
        added_text=_difference(kept, settings, saved=False),
        tax_text=money(included_tax_minor(kept), settings),
        tax_label=_tax_label(kept, settings),
        ready_text=_ready_text(view, kept, now),
        total_text=money(total, settings),
        total_minor=total,
        can_pay=bool(kept) and settled and not expired and not waits,
        empty=not rows and not lapsed,
        can_park=bool(kept) and not waiting and len(kept) == len(lines),
        prolong_text=_prolong_text(ticket, left_s, settings) if held and not expired else "",
        lapsed_text=_lapsed_text(lapsed),
    )


def hold_left_s(ticket: Ticket | None, now: datetime) -> float | None:
    """Return the seconds left of an open ticket's hold; None when nothing is held."""
    if ticket is None or ticket.state is not TicketState.OPEN or ticket.held_until is None:
        return None
    return (ticket.held_until - now).total_seconds()


def included_tax_minor(lines: Sequence[TicketLine]) -> int:
    """Return the tax contained in `lines`, rounded half up once per rate."""
    gross: dict[int, int] = {}
    for line in lines:
        gross[line.tax_rate_bp] = gross.get(line.tax_rate_bp, 0) + line.amount_minor
    return sum(_included(minor, rate_bp) for rate_bp, minor in gross.items())


def _included(amount_minor: int, rate_bp: int) -> int:
    whole = 10_000 + rate_bp
    return (2 * amount_minor * rate_bp + whole) // (2 * whole)


def _number_text(ticket: Ticket | None) -> str:
    if ticket is None:
        return _t("Till", "New order")
    return _t("Till", "Order {number}").format(number=ticket.number)


def _prolong_text(ticket: Ticket | None, left_s: float | None, settings: StoreSettings) -> str:
    rules = settings.allocation
    if ticket is None or left_s is None or ticket.hold_prolonged:
        return ""
    if not 0 < left_s <= rules.hold_warning.total_seconds():
        return ""
    return _t("Till", "+ {time}").format(time=countdown(rules.hold_prolong.total_seconds()))


def _lapsed_text(lapsed: Sequence[TicketLine]) -> str:
    if not lapsed:
        return ""
    names = ", ".join(line.name for line in lapsed)
    return _t("Till", "{names}: back on sale for everybody. Nothing was paid.").format(names=names)


def _hold_text(left_s: float | None) -> str:
    if left_s is None:
        return ""
    if left_s <= 0:
        return _t("Till", "hold ended")
    return _t("Till", "held {time}").format(time=countdown(left_s))


def _hold_tone(left_s: float | None, settings: StoreSettings) -> str:
    if left_s is None:
        return "neutral"
    if left_s <= 0:
        return "danger"
    warn_s = settings.allocation.hold_warning.total_seconds()
    return "warning" if left_s < warn_s else "neutral"


def _difference(lines: Sequence[TicketLine], settings: StoreSettings, *, saved: bool) -> str:
    difference = sum(line.at_base_minor - line.amount_minor for line in lines)
    shown = difference if saved else -difference
    return money(shown, settings) if shown > 0 else ""


def _ready_text(view: StoreView, lines: Sequence[TicketLine], now: datetime) -> str:
    minutes = order_minutes(view, lines, queues(view, now)) if lines else 0
    return duration(60 * minutes) if minutes else ""


def _tax_label(lines: Sequence[TicketLine], settings: StoreSettings) -> str:
    rates: Mapping[int, None] = dict.fromkeys(line.tax_rate_bp for line in lines)
    if len(rates) != 1:
        return _t("Till", "{tax} included").format(tax=settings.tax_label)
    percent = f"{next(iter(rates)) / 100:g}"
    return _t("Till", "{tax} {percent} % included").format(tax=settings.tax_label, percent=percent)
