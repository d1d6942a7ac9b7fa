"""Paid orders with a line that may not be handed over as it was sold, until it is settled."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.ticket import Ticket, TicketLine, TicketState
from app.services.line_trouble import trouble_of_line
from app.services.store_view import StoreView

_t = QCoreApplication.translate


def lines_to_settle(view: StoreView, ticket: Ticket, now: datetime) -> list[TicketLine]:
    """The lines of a paid order whose portion failed and that nobody settled yet."""
    if ticket.state is not TicketState.PAID:
        return []
    return [
        line
        for line in view.lines_of(ticket.id)
        if line.served_at is None
        and line.taken_back_at is None
        and line.waits_since is None
        and trouble_of_line(view, line, now) is not None
    ]


def trouble_text(lines: list[TicketLine]) -> str:
    """Which of them; empty when there is nothing to settle."""
    if not lines:
        return ""
    names = ", ".join(
        " ".join(part for part in (line.name, line.portion_code) if part) for line in lines
    )
    return _t("Till", "Cannot be handed over: {names}").format(names=names)
