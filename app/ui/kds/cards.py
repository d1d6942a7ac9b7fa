"""The ticket cards, derived purely from the store view and the server's time."""
# ruff: noqa: N815  (field names are QML role names)

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.portion import Portion
from app.domain.ticket import KitchenState, Ticket, TicketLine, TicketState
from app.domain.urgency import queue_key, urgency_of
from app.services.store_view import StoreView
from app.ui.kds.control_points import temperature_demanded
from app.ui.kds.wording import age_text, service_text, urgency_text
from app.ui.shared.format import clock, duration, temperature, weight

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Card:
    """One ticket; `items` is a list of maps, `itemsKey` changes only when one of them does."""

    key: str
    number: str
    ageText: str
    serviceText: str
    promiseText: str
    urgencyKey: str
    urgencyText: str
    items: list[dict[str, Any]]
    itemsKey: str
    allergens: str
    keyText: str
    canServe: bool
    acknowledged: bool


def open_tickets(view: StoreView, now: datetime) -> list[Ticket]:
    """Paid tickets with something for the kitchen that is not handed over, most urgent first."""
    tickets = [
        ticket
        for ticket in view.tickets.values()
        if ticket.state is TicketState.PAID and any(kitchen_lines(view, ticket.id))
    ]
    return sorted(tickets, key=lambda t: queue_key(t, now, safety_limit(view, t.id)))


def accepted_at(ticket: Ticket) -> datetime:
    """When the kitchen's clock for this ticket began."""
    return ticket.paid_at or ticket.opened_at


def kitchen_lines(view: StoreView, ticket_id: UUID) -> list[TicketLine]:
    """The lines some station works on and that are not served yet."""
    return [
        line
        for line in view.lines_of(ticket_id)
        if line.kitchen_state in (KitchenState.QUEUED, KitchenState.VERIFIED)
    ]


def safety_limit(view: StoreView, ticket_id: UUID) -> datetime | None:
    """The first safety limit among the portions still to be handed over."""
    ids = (line.portion_id for line in kitchen_lines(view, ticket_id))
    limits = [view.portions[i].expires_at for i in ids if i is not None and i in view.portions]
    return min(limits, default=None)


def served_tickets(view: StoreView) -> list[Ticket]:
    """Tickets that can be recalled, last served first."""
    served = [
        (ticket.served_at, ticket)
        for ticket in view.tickets.values()
        if ticket.served_at is not None and ticket.state is TicketState.CLOSED
    ]
    return [ticket for _, ticket in sorted(served, key=lambda pair: pair[0], reverse=True)]


def median_service_s(view: StoreView) -> float | None:
    """Median seconds from acceptance to hand-over of the tickets still known."""
    times = [
        (ticket.served_at - accepted_at(ticket)).total_seconds()
        for ticket in served_tickets(view)
        if ticket.served_at is not None
    ]
    return median(times) if times else None


def derive_cards(
    view: StoreView, now: datetime, station: str = "", changed: frozenset[UUID] = frozenset()
) -> list[Card]:
    """All cards for `station` ("" is every one); a line without a station shows everywhere."""
    cards = (_card(view, ticket, now, station, changed) for ticket in open_tickets(view, now))
    return [card for card in cards if card.items]


def _card(
    view: StoreView, ticket: Ticket, now: datetime, station: str, changed: frozenset[UUID]
) -> Card:
    lines = kitchen_lines(view, ticket.id)
    shown = [line for line in lines if at_station(line, station)]
    items = [_item(view, line, now, line.id in changed) for line in shown]
    level = urgency_of(ticket, now, safety_limit(view, ticket.id))
    return Card(
        key=str(ticket.id),
        number=str(ticket.number),
        ageText=age_text((now - accepted_at(ticket)).total_seconds()),
        serviceText=service_text(ticket.service),
        promiseText=_promise_text(view, ticket, now),
        urgencyKey=level.value,
        urgencyText=urgency_text(level),
        items=items,
        itemsKey=repr(items),
        allergens=_allergen_text(shown),
        keyText=_key_text(items, len(lines) - len(shown), lines, shown),
        canServe=_can_press(lines, shown) and not any(item["expired"] for item in items),
        acknowledged=ticket.acknowledged_at is not None,
    )


def at_station(line: TicketLine, station: str) -> bool:
    """Whether the chosen station shows the line."""
    return not station or line.station_id is None or str(line.station_id) == station


def _can_press(lines: list[TicketLine], shown: list[TicketLine]) -> bool:
    waiting_here = any(line.kitchen_state is KitchenState.QUEUED for line in shown)
    return waiting_here or all(line.kitchen_state is KitchenState.VERIFIED for line in lines)


def _key_text(
    items: list[dict[str, Any]],
    elsewhere: int,
    lines: list[TicketLine],
    shown: list[TicketLine],
) -> str:
    if any(item["expired"] for item in items):
        return _t("Kitchen", "Replace first")
    if not _can_press(lines, shown):
        return _t("Kitchen", "Waiting for other station")
    if any(item["demandsTemperature"] and not item["verified"] for item in items):
        return _t("Kitchen", "Take temperature")
    if all(item["verified"] for item in items):
        return _t("Kitchen", "Serve")
    hidden = [line for line in lines if line not in shown]
    if elsewhere and any(line.kitchen_state is KitchenState.QUEUED for line in hidden):
        return _t("Kitchen", "Verify all")
    return _t("Kitchen", "Verify all & serve")


def _item(view: StoreView, line: TicketLine, now: datetime, changed: bool) -> dict[str, Any]:
    verified = line.kitchen_state is KitchenState.VERIFIED
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    return {
        "key": str(line.id),
        "name": line.name if line.quantity == 1 else f"{line.quantity} × {line.name}",
        "grade": line.grade.value if line.grade else "",
        "code": line.portion_code or "",
        "place": _place(line),
        "weight": weight(line.weight_mg) if line.weight_mg else "",
        "verified": verified,
        "demandsTemperature": temperature_demanded(view, portion, now),
        "note": _note(line, portion, now, verified),
        "changed": changed,
        "expired": is_past_limit(portion, now),
    }


def is_past_limit(portion: Portion | None, now: datetime) -> bool:
    """Whether the portion may neither be verified nor handed over any more."""
    return portion is not None and portion.expires_at <= now


def _place(line: TicketLine) -> str:
    parts = (line.holding_unit_name, line.place)
    return " / ".join(part for part in parts if part)


def _note(line: TicketLine, portion: Portion | None, now: datetime, verified: bool) -> str:
    if is_past_limit(portion, now):
        return _t("Kitchen", "past its limit: do not serve")
    if verified:
        if line.verified_temperature_mc is None:
            return _t("Kitchen", "✓ verified")
        taken = temperature(line.verified_temperature_mc)
        return _t("Kitchen", "✓ verified {taken}").format(taken=taken)
    if line.station_id is None:
        return _t("Kitchen", "no station")
    if portion is not None:
        left_s = (portion.expires_at - now).total_seconds()
        if left_s <= 1800:
            return _t("Kitchen", "use in {left}").format(left=duration(left_s))
    return ""


def _allergen_text(lines: Iterable[TicketLine]) -> str:
    names = sorted({name for line in lines for name in line.allergens})
    return ", ".join(name.upper() for name in names)


def _promise_text(view: StoreView, ticket: Ticket, now: datetime) -> str:
    if ticket.promised_at is None:
        return ""
    if now >= ticket.promised_at:
        return _t("Kitchen", "promise passed")
    return _t("Kitchen", "ready by {time}").format(time=clock(ticket.promised_at, view.settings))
