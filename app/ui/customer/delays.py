"""Paid orders that come later than promised, as their guests read it on the display."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.ticket import Ticket, TicketState
from app.services.store_view import StoreView
from app.ui.shared import format as fmt

_t = QCoreApplication.translate
MOST_DELAYS = 3
"""As many fit below an order without making it small."""


def delays_text(view: StoreView, tills: frozenset[UUID], now: datetime) -> str:
    """The paid orders of these tills whose promise became later (FUL-E2.3)."""
    late = [
        ticket
        for ticket in view.tickets.values()
        if ticket.delayed_from is not None
        and ticket.state is TicketState.PAID
        and ticket.terminal_id in tills
    ]
    late.sort(key=lambda ticket: ticket.number)
    return "\n".join(_delay(ticket, view.settings, now) for ticket in late[:MOST_DELAYS])


def _delay(ticket: Ticket, settings: StoreSettings, now: datetime) -> str:
    if ticket.promised_at is None or ticket.delayed_from is None or ticket.promised_at <= now:
        return _t("Customer", "Order {number}: it is being made now").format(number=ticket.number)
    return _t(
        "Customer", "Order {number}: a fresh piece is on its way, ready about {new} (was {old})"
    ).format(
        number=ticket.number,
        new=fmt.clock(ticket.promised_at, settings),
        old=fmt.clock(ticket.delayed_from, settings),
    )
