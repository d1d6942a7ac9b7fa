"""What the guest sees, derived purely from the store view: never stale, never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, PriceStep
from app.domain.ticket import Ticket, TicketLine, TicketState
from app.services.offers import Offer
from app.services.store_view import StoreView
from app.ui.shared import format as fmt
from app.ui.shared import words

_t = QCoreApplication.translate
THANKS_S = 20
"""How long a paid order stays on the display before it is idle again."""


@dataclass(frozen=True, slots=True)
class GuestLine:
    """One line as the guest reads it."""

    lineId: str  # noqa: N815 (QML role)
    name: str
    grade: str
    why: str
    allergensText: str  # noqa: N815
    priceText: str  # noqa: N815
    baseText: str  # noqa: N815
    quantityText: str  # noqa: N815


@dataclass(frozen=True, slots=True)
class GuestProps:
    """The whole display. `page`: idle, order, thanks or lost."""

    page: str = "lost"
    sequence: int = 0
    storeName: str = ""  # noqa: N815
    number: str = ""
    total: str = ""
    saved: str = ""
    taxText: str = ""  # noqa: N815
    tendered: str = ""
    change: str = ""
    ready: str = ""
    lines: tuple[GuestLine, ...] = field(default=())


def tills_of(view: StoreView, terminal_id: UUID) -> frozenset[UUID]:
    """The terminals with the same register as this display (itself without a register)."""
    own = view.terminals.get(terminal_id)
    if own is None or own.register is None:
        return frozenset({terminal_id})
    return frozenset(t.id for t in view.terminals.values() if t.register == own.register)


def current_ticket(view: StoreView, terminal_id: UUID, now: datetime) -> Ticket | None:
    """The open ticket of this display's till, else the one just paid there."""
    tills = tills_of(view, terminal_id)
    mine = [t for t in view.tickets.values() if t.terminal_id in tills]
    opened = [t for t in mine if t.state is TicketState.OPEN and view.lines_of(t.id)]
    if opened:
        return max(opened, key=lambda t: t.opened_at)
    thanked = timedelta(seconds=THANKS_S)
    paid = [
        t
        for t in mine
        if t.state in (TicketState.PAID, TicketState.CLOSED)
        and t.paid_at is not None
        and now - t.paid_at < thanked
    ]
    return max(paid, key=lambda t: t.paid_at or t.opened_at, default=None)


def derive_display(view: StoreView, terminal_id: UUID, now: datetime, *, lost: bool) -> GuestProps:
    """The display at `now` (server clock); an order is never shown while the link is lost."""
    if lost:
        return GuestProps(storeName=view.settings.store_name)
    ticket = current_ticket(view, terminal_id, now)
    settings = view.settings
    if ticket is None:
        return GuestProps("idle", view.seq, settings.store_name)
    lines = view.lines_of(ticket.id)
    total_minor = sum(line.amount_minor for line in lines)
    saved_minor = sum(
        max(0, line.base_price_minor - line.unit_price_minor) * line.quantity for line in lines
    )
    paid = ticket.state is not TicketState.OPEN
    return GuestProps(
        page="thanks" if paid else "order",
        sequence=view.seq,
        storeName=settings.store_name,
        number=str(ticket.number),
        total=fmt.money(total_minor, settings),
        saved=_saved(saved_minor, settings),
        taxText=_t("Customer", "{tax} included").format(tax=settings.tax_label),
        tendered=_money(ticket.tendered_minor, settings),
        change=_money(ticket.change_minor, settings),
        ready=_ready(ticket, settings),
        lines=tuple(_line(line, settings) for line in lines),
    )


def _money(amount_minor: int | None, settings: StoreSettings) -> str:
    return "" if amount_minor is None else fmt.money(amount_minor, settings)


def _saved(saved_minor: int, settings: StoreSettings) -> str:
    if saved_minor <= 0:
        return ""
    return _t("Customer", "You save {amount}").format(amount=fmt.money(saved_minor, settings))


def _ready(ticket: Ticket, settings: StoreSettings) -> str:
    if ticket.promised_at is None:
        return ""
    return _t("Customer", "Ready about {time}").format(time=fmt.clock(ticket.promised_at, settings))


def _line(line: TicketLine, settings: StoreSettings) -> GuestLine:
    name = line.name
    if line.weight_mg is not None:
        name = f"{name}, {fmt.weight(line.weight_mg)}"
    base_minor = line.base_price_minor * line.quantity
    return GuestLine(
        lineId=str(line.id),
        name=name,
        grade=line.grade.value if line.grade else "",
        why=_why(line, settings),
        allergensText=_t("Customer", "Contains {names}").format(
            names=words.allergens(line.allergens)
        )
        if line.allergens
        else "",
        priceText=fmt.amount(line.amount_minor, settings),
        baseText=fmt.amount(base_minor, settings) if base_minor > line.amount_minor else "",
        quantityText=f"{line.quantity} ×" if line.quantity > 1 else "",
    )


def _why(line: TicketLine, settings: StoreSettings) -> str:
    """Why it costs what it costs: the grade's meaning and each step that changed the price."""
    parts = [words.grade_meaning(line.grade.value)] if line.grade else []
    parts += [_step(step, settings) for step in _telling(line.breakdown)]
    return " · ".join(part for part in parts if part)


def _telling(breakdown: tuple[PriceStep, ...]) -> list[PriceStep]:
    """The steps that moved the price; rounding is counted with the largest of them."""
    steps = [s for s in breakdown if s.reason not in (PriceReason.BASE, PriceReason.ROUNDING)]
    rounded_minor = sum(s.amount_minor for s in breakdown if s.reason is PriceReason.ROUNDING)
    if steps and rounded_minor:
        largest = max(steps, key=lambda s: abs(s.amount_minor))
        at = steps.index(largest)
        steps[at] = replace(largest, amount_minor=largest.amount_minor + rounded_minor)
    return [step for step in steps if step.amount_minor != 0]


def _step(step: PriceStep, settings: StoreSettings) -> str:
    return f"{words.price_reason(step.reason)} {fmt.change(step.amount_minor, settings)}"


def derive_wheels(
    view: StoreView, offers: Mapping[UUID, Offer], most: int = 6
) -> tuple[dict[str, Any], ...]:
    """Today's wheels for the idle screen: what there is most of, first."""
    cut = [o for o in offers.values() if o.wheels and o.left and o.price]
    cut.sort(key=lambda o: (-(o.left or 0), view.products[o.product_id].name))
    return tuple(_wheel(view, offer) for offer in cut[:most])


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
