"""A refund as the guest reads it: the money to be handed back, for what, and the points."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.receipt import Receipt, ReceiptLine
from app.domain.ticket import Ticket, TicketState
from app.services.store_view import StoreView
from app.ui.customer.guest_line import GuestLine
from app.ui.shared import format as fmt

_t = QCoreApplication.translate


def refund_to_show(
    view: StoreView, terminal_id: UUID, ticket: Ticket | None, now: datetime
) -> Receipt | None:
    """The refund just made at this display's register; never before an order being taken."""
    own = view.terminals.get(terminal_id)
    if own is None or (ticket is not None and ticket.state is TicketState.OPEN):
        return None
    made = [
        receipt
        for receipt in view.receipts.values()
        if receipt.refund_of is not None
        and receipt.register == own.register
        and now - receipt.issued_at < view.settings.guest.thanks
    ]
    newest = max(made, key=lambda receipt: receipt.issued_at, default=None)
    if newest is None or ticket is None or ticket.paid_at is None:
        return newest
    return newest if newest.issued_at > ticket.paid_at else None


def refund_lines(receipt: Receipt, settings: StoreSettings) -> tuple[GuestLine, ...]:
    """What was paid back of each line."""
    return tuple(
        _line(f"{receipt.id}/{place}", line, settings) for place, line in enumerate(receipt.lines)
    )


def points_text(receipt: Receipt) -> str:
    """What happened to the guest's points; empty when nothing did."""
    texts = []
    if receipt.points_taken:
        texts.append(_t("Customer", "{n} points taken back").format(n=receipt.points_taken))
    if receipt.points_returned:
        texts.append(_t("Customer", "{n} points given back").format(n=receipt.points_returned))
    return " · ".join(texts)


def _line(key: str, line: ReceiptLine, settings: StoreSettings) -> GuestLine:
    back_minor = line.quantity * line.unit_price_minor
    return GuestLine(
        lineId=key,
        name=line.name,
        grade="",
        why=line.portion_code or "",
        allergensText="",
        priceText="−" + fmt.amount(back_minor, settings),
        baseText="",
        cheaper=False,
        quantityText=f"{line.quantity} ×" if line.quantity > 1 else "",
    )
