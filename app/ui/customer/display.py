"""What the guest sees, derived purely from the store view: never stale, never a guess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.allergens import conflicting
from app.domain.guest_policy import GuestPolicy
from app.domain.policy import StoreSettings
from app.domain.receipt import Receipt
from app.domain.ticket import Ticket, TicketLine, TicketState
from app.services.offers import Offer
from app.services.order_prices import changed_from_minor
from app.services.ports import LinkState
from app.services.service_time import ready_minutes
from app.services.store_view import StoreView
from app.ui.customer.delays import delays_text
from app.ui.customer.guest_line import GuestLine, guest_line, totals_texts
from app.ui.customer.refund import points_text, refund_lines, refund_to_show
from app.ui.customer.voucher import back_text, received_text, until_text, voucher_to_show
from app.ui.shared import format as fmt
from app.ui.shared import words
from app.ui.shared.figures import figures_text
from app.ui.shared.legend import legend_line

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class GuestProps:
    """The whole display. `page`: idle, order, thanks, refund, voucher, waiting (for fresh news) or
    lost."""

    page: str = "lost"
    sequence: int = 0
    storeName: str = ""  # noqa: N815
    number: str = ""
    total: str = ""
    saved: str = ""
    dearer: bool = False
    figures: str = ""
    taxText: str = ""  # noqa: N815
    countText: str = ""  # noqa: N815
    tendered: str = ""
    change: str = ""
    ready: str = ""
    hold: str = ""
    """The last part of the hold, counted down; empty before it."""
    legend: str = ""
    contains: str = ""
    """The allergens of all lines together, from the same records as theirs."""
    without: str = ""
    """What the guest asked to avoid."""
    refundFor: str = ""  # noqa: N815
    """Of a refund (`total` is what the guest gets back, `saved` what happened to the points)."""
    delays: str = ""
    """Paid orders of this register that come later than promised, one a line."""
    lines: tuple[GuestLine, ...] = field(default=())


def tills_of(view: StoreView, terminal_id: UUID) -> frozenset[UUID]:
    """The terminals with the same register as this display (itself without a register)."""
    own = view.terminals.get(terminal_id)
    if own is None or own.register is None:
        return frozenset({terminal_id})
    return frozenset(t.id for t in view.terminals.values() if t.register == own.register)


def current_ticket(view: StoreView, terminal_id: UUID, now: datetime) -> Ticket | None:
    """The open ticket of this display's till, else the one just paid or handed over there."""
    tills = tills_of(view, terminal_id)
    mine = [t for t in view.tickets.values() if t.terminal_id in tills]
    opened = [
        t
        for t in mine
        if t.state is TicketState.OPEN and t.parked_at is None and view.lines_of(t.id)
    ]
    if opened:
        return max(opened, key=lambda t: t.opened_at)
    paid = [t for t in mine if _thanked(t, view.settings.guest, now)]
    return max(paid, key=lambda t: max(t.paid_at or t.opened_at, t.served_at or t.opened_at),
               default=None)  # fmt: skip


def _thanked(ticket: Ticket, policy: GuestPolicy, now: datetime) -> bool:
    """Whether its guest is still thanked, or asked how it was now that it is handed over."""
    if ticket.paid_at is None or ticket.state not in (TicketState.PAID, TicketState.CLOSED):
        return False
    served = ticket.served_at is not None and now - ticket.served_at < policy.rating_served
    return now - ticket.paid_at < policy.thanks or (served and ticket.replaces_id is None)


def derive_display(
    view: StoreView, terminal_id: UUID, now: datetime, link: LinkState
) -> GuestProps:
    """The display at `now` (server clock).

    An open order is shown only while the link is live: what is on sale and what it costs may have
    changed. A paid one cannot change, so thanks, change and number stay until news are lost.
    """
    settings, tills = view.settings, tills_of(view, terminal_id)
    ticket = current_ticket(view, terminal_id, now)
    refund = refund_to_show(view, terminal_id, ticket, now)
    paid = ticket is not None and ticket.state is not TicketState.OPEN
    if link is not LinkState.LIVE and not ((paid or refund) and link is LinkState.STALE):
        page = "waiting" if link is LinkState.STALE else "lost"
        return GuestProps(page, view.seq, settings.store_name)
    if refund is not None:
        return _refunded(refund, view)
    if (voucher := voucher_to_show(view, tills, ticket, now)) is not None:
        return GuestProps(
            "voucher",
            view.seq,
            settings.store_name,
            number=voucher.ending,
            total=fmt.money(voucher.amount_minor, settings),
            ready=until_text(voucher, settings),
        )
    delays = delays_text(view, tills, now)
    if ticket is None:
        idle = GuestProps("idle", view.seq, settings.store_name)
        return replace(idle, legend=legend_line(settings), delays=delays)
    return _of_ticket(view, ticket, now, delays)


def _of_ticket(view: StoreView, ticket: Ticket, now: datetime, delays: str) -> GuestProps:
    settings, lines = view.settings, view.lines_of(ticket.id)
    paid = ticket.state is not TicketState.OPEN
    pieces = sum(line.quantity for line in lines)
    saved, tax = totals_texts(lines, settings)
    was_minor = changed_from_minor(view, ticket)
    if was_minor is not None:
        was = _t("Customer", "Quoted {amount}").format(amount=fmt.money(was_minor, settings))
        saved = " · ".join(text for text in (was, saved) if text)
    return GuestProps(
        page="thanks" if paid else "order",
        sequence=view.seq,
        storeName=settings.store_name,
        number=str(ticket.number),
        total=fmt.money(sum(line.amount_minor for line in lines), settings),
        saved=saved,
        dearer=sum(line.at_base_minor - line.amount_minor for line in lines) < 0,
        figures=figures_text(lines, settings),
        taxText=tax,
        countText=_t("Customer", "{n} items").format(n=pieces) if pieces > 1 else "",
        tendered=received_text(ticket, settings),
        change=_money(ticket.change_minor, settings),
        ready=_ready(view, ticket, now),
        hold=_hold(view, ticket, now),
        legend=legend_line(settings),
        contains=_contains(lines),
        without="" if paid else _without(ticket, lines),
        delays=delays,
        lines=tuple(guest_line(line, view, now) for line in lines),
    )


def _refunded(receipt: Receipt, view: StoreView) -> GuestProps:
    """The cash that goes back; the receipt cannot change any more."""
    settings = view.settings
    tax_minor = -sum(tax for _, tax in receipt.tax_minor_by_rate_bp)
    return GuestProps(
        page="refund",
        sequence=view.seq,
        storeName=settings.store_name,
        number=str(receipt.ticket_number),
        total=fmt.money(-receipt.cash_minor, settings),
        saved="\n".join(e for e in (back_text(receipt, settings), points_text(receipt)) if e),
        taxText=_t("Customer", "includes {tax} {amount}").format(
            tax=settings.tax_label, amount=fmt.amount(tax_minor, settings)
        ),
        refundFor=_t("Customer", "Order {number}: {reason}").format(
            number=receipt.ticket_number, reason=receipt.reason
        ),
        lines=refund_lines(receipt, settings),
    )


def _contains(lines: Sequence[TicketLine]) -> str:
    """Every allergen of the order once; said also when there is none."""
    codes = frozenset(code for line in lines for code in line.allergens)
    if not codes:
        return _t("Customer", "No allergens in this order")
    return _t("Customer", "In this order: {names}").format(names=words.allergens(codes))


def _without(ticket: Ticket, lines: Sequence[TicketLine]) -> str:
    """What was left out for the guest; nothing while a line still holds some of it."""
    if not ticket.avoids or any(conflicting(line.allergens, ticket.avoids) for line in lines):
        return ""
    names = words.allergens(ticket.avoids)
    return _t("Customer", "Without {names}, as you asked").format(names=names)


def _money(amount_minor: int | None, settings: StoreSettings) -> str:
    return "" if amount_minor is None else fmt.money(amount_minor, settings)


def _hold(view: StoreView, ticket: Ticket, now: datetime) -> str:
    """What is left of the hold once the policy warns (POS-04.4)."""
    if ticket.state is not TicketState.OPEN or ticket.held_until is None:
        return ""
    if not any(line.portion_id for line in view.lines_of(ticket.id)):
        return ""
    left_s = (ticket.held_until - now).total_seconds()
    if left_s > view.settings.allocation.hold_warning.total_seconds():
        return ""
    if left_s <= 0:
        return _t("Customer", "No longer kept: please speak to the cashier")
    return _t("Customer", "Kept for you for another {time}").format(time=fmt.countdown(left_s))


def _ready(view: StoreView, ticket: Ticket, now: datetime) -> str:
    """The minutes that the till tells; the clock time only of a promise that became later."""
    if ticket.served_at is not None or ticket.state is TicketState.CLOSED:
        return _t("Customer", "Handed over. Enjoy!")
    if ticket.delayed_from is not None and ticket.promised_at is not None:
        at = fmt.clock(ticket.promised_at, view.settings)
        return _t("Customer", "Ready about {time}").format(time=at)
    minutes = ready_minutes(view, ticket, now)
    if not minutes:
        return ""
    return _t("Customer", "Ready in about {time}").format(time=fmt.duration(60 * minutes))


def derive_wheels(view: StoreView, offers: Mapping[UUID, Offer]) -> tuple[dict[str, Any], ...]:
    """Today's wheels for the idle screen: what there is most of, first."""
    cut = [o for o in offers.values() if o.wheels and o.left and o.price]
    cut.sort(key=lambda o: (-(o.left or 0), view.products[o.product_id].name))
    return tuple(_wheel(view, offer) for offer in cut[: view.settings.guest.wheels])


def _wheel(view: StoreView, offer: Offer) -> dict[str, Any]:
    wheel = offer.wheels[0]
    price = offer.price.amount_minor if offer.price else 0
    return {
        "name": view.products[offer.product_id].name,
        "price": fmt.money(price, view.settings),
        "wedges": [
            {"wedgeState": w.state.value, "grade": w.grade.value if w.grade else ""}
            for w in wheel.wedges
        ],
    }
