"""What the till says of orders that wait too long, and what is free to give for each line."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.compensation import free_for_delay
from app.domain.ticket import Ticket, TicketLine
from app.services.recovery import delay_given
from app.services.store_view import StoreView
from app.ui.shared.format import countdown, money

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LateLine:
    """One line that is waited for; `free` is what may be given without asking anybody."""

    key: str
    name: str
    price: str
    free: str


def late_row(view: StoreView, line: TicketLine) -> LateLine:
    """The line as the sheet shows it."""
    code = f" · {line.portion_code}" if line.portion_code else ""
    return LateLine(
        str(line.id),
        f"{line.name}{code}",
        money(line.amount_minor, view.settings),
        money(free_minor(view, line), view.settings),
    )


def free_minor(view: StoreView, line: TicketLine) -> int:
    """What may still be given for the line without asking anybody."""
    return free_for_delay(line.amount_minor, delay_given(view, line.id), view.settings.recovery)


def waited_text(ticket: Ticket, now: datetime) -> str:
    """How long the order has waited since it was paid."""
    waited = countdown((now - (ticket.paid_at or ticket.opened_at)).total_seconds())
    return _t("Till", "Order {number} has waited {time}").format(number=ticket.number, time=waited)


def late_reasons() -> list[str]:
    """Why something is given; the first is usual."""
    return [_t("Till", "The guest had to wait"), _t("Till", "The order was forgotten")]
