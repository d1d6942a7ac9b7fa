"""Paid orders that come later than promised, as their guests read it on the display."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.ticket import Ticket, TicketState
from app.services.store_view import StoreView
from app.ui.shared import format as fmt

_t = QCoreApplication.translate
MOST_LINES = 3
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
    made = [ticket for ticket in late if not _is_ahead(ticket, now)]
    ahead = [ticket for ticket in late if _is_ahead(ticket, now)]
    lines = [_made(made)] if made else []
    # Nobody's number is left out: what has no line of its own shares the last one.
    alone = MOST_LINES - len(lines)
    if len(ahead) > alone:
        alone -= 1
    lines.extend(_ahead(ticket, view.settings) for ticket in ahead[:alone])
    if ahead[alone:]:
        text = _t("Customer", "Orders {numbers}: fresh pieces are on their way")
        lines.append(text.format(numbers=_numbers(ahead[alone:])))
    return "\n".join(lines)


def _is_ahead(ticket: Ticket, now: datetime) -> bool:
    return ticket.promised_at is not None and ticket.promised_at > now


def _made(tickets: Sequence[Ticket]) -> str:
    if len(tickets) == 1:
        text = _t("Customer", "Order {number}: it is being made now")
        return text.format(number=tickets[0].number)
    text = _t("Customer", "Orders {numbers}: they are being made now")
    return text.format(numbers=_numbers(tickets))


def _ahead(ticket: Ticket, settings: StoreSettings) -> str:
    assert ticket.promised_at is not None and ticket.delayed_from is not None
    return _t(
        "Customer", "Order {number}: a fresh piece is on its way, ready about {new} (was {old})"
    ).format(
        number=ticket.number,
        new=fmt.clock(ticket.promised_at, settings),
        old=fmt.clock(ticket.delayed_from, settings),
    )


def _numbers(tickets: Sequence[Ticket]) -> str:
    return ", ".join(str(ticket.number) for ticket in tickets)
