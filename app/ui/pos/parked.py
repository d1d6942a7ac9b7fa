"""The orders that are put aside, in the whole shop, with what is left of their holds."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ticket import Ticket, TicketState
from app.services.store_view import StoreView
from app.ui.pos.order_props import hold_left_s
from app.ui.pos.shown import Shown
from app.ui.shared.format import countdown, money
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """One parked order. `tone` colours its hold."""

    key: str
    number: str
    summary: str
    total: str
    holdText: str  # noqa: N815
    tone: str


class ParkedModel(Shown):
    """`props.count` are parked; the list opens over the till and a tap takes one up."""

    wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: RowsModel[ParkedRow] = RowsModel(ParkedRow, "key", self)
        self._open = False
        self.show_props({"count": 0, "open": False})

    rows = Property(QObject, lambda self: self._rows, constant=True)

    @Slot()
    def open(self) -> None:
        """Show the list."""
        self._open = True
        self._show()

    @Slot()
    def close(self) -> None:
        self._open = False
        self._show()

    @Slot(str)
    def take(self, key: str) -> None:
        """Take this order up."""
        self.close()
        self.wanted.emit(key)

    def derive(self, view: StoreView, now: datetime) -> None:
        """Show the orders that are put aside now, the longest waiting first."""
        parked = sorted(
            (t for t in view.tickets.values() if t.state is TicketState.OPEN and t.parked_at),
            key=lambda ticket: (ticket.parked_at or now, ticket.number),
        )
        self._rows.set_rows([_row(view, ticket, now) for ticket in parked])
        if not parked:
            self._open = False
        self._show()

    def _show(self) -> None:
        self.show_props({"count": len(self._rows.rows), "open": self._open})


def lapsed_names(view: StoreView, ticket_id: UUID) -> list[str]:
    """The names of the order's portions that went back on sale when its hold ran out."""
    return [
        line.name
        for line in view.ticket_lines.values()
        if line.ticket_id == ticket_id and line.voided and line.lapsed
    ]


def _row(view: StoreView, ticket: Ticket, now: datetime) -> ParkedRow:
    lines = view.lines_of(ticket.id)
    lapsed = lapsed_names(view, ticket.id)
    left_s = hold_left_s(ticket, now)
    if lapsed:
        text, tone = _t("Till", "{count} went back on sale").format(count=len(lapsed)), "danger"
    elif left_s is not None and left_s <= 0 and any(line.portion_id for line in lines):
        text, tone = _t("Till", "hold ended"), "danger"
    else:
        warn_s = view.settings.allocation.hold_warning.total_seconds()
        left_s = max(left_s or 0.0, 0.0)
        text = _t("Till", "held {time}").format(time=countdown(left_s))
        tone = "warning" if left_s < warn_s else "neutral"
    total = sum(line.amount_minor for line in lines)
    return ParkedRow(
        key=str(ticket.id),
        number=_t("Till", "Order {number}").format(number=ticket.number),
        summary=", ".join([line.name for line in lines] + lapsed),
        total=money(total, view.settings),
        holdText=text,
        tone=tone,
    )
