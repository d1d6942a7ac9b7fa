"""Vouchers as the guest reads them: one just granted, and what they paid or got back."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.receipt import Receipt
from app.domain.ticket import Ticket, TicketState
from app.domain.voucher import Voucher
from app.services.store_view import StoreView
from app.ui.shared import format as fmt

_t = QCoreApplication.translate


def voucher_to_show(
    view: StoreView, tills: frozenset[UUID], ticket: Ticket | None, now: datetime
) -> Voucher | None:
    """The voucher just granted at this display's till; never before an order being taken."""
    if ticket is not None and ticket.state is TicketState.OPEN:
        return None
    granted = [
        each
        for each in view.vouchers.values()
        if each.terminal_id in tills and now - each.issued_at < view.settings.guest.thanks
    ]
    newest = max(granted, key=lambda each: each.issued_at, default=None)
    if newest is None or ticket is None or ticket.paid_at is None:
        return newest
    return newest if newest.issued_at > ticket.paid_at else None


def until_text(voucher: Voucher, settings: StoreSettings) -> str:
    """Until when it may be used."""
    until = fmt.date_time(voucher.expires_at, settings)
    return _t("Customer", "Valid until {date}").format(date=until)


def received_text(ticket: Ticket, settings: StoreSettings) -> str:
    """What was handed over, and what of it were vouchers; empty before the order is paid."""
    if ticket.tendered_minor is None:
        return ""
    received = fmt.money(ticket.tendered_minor, settings)
    if not ticket.voucher_minor:
        return received
    paid = fmt.money(ticket.voucher_minor, settings)
    return _t("Customer", "{amount}, {voucher} by voucher").format(amount=received, voucher=paid)


def back_text(receipt: Receipt, settings: StoreSettings) -> str:
    """What of a refund went back to vouchers; empty when nothing did."""
    back_minor = -sum(each.amount_minor for each in receipt.vouchers)
    if not back_minor:
        return ""
    return _t("Customer", "{amount} went back to your voucher").format(
        amount=fmt.money(back_minor, settings)
    )
