"""The ticket cards, derived purely from the kitchen's work and the server's time."""
# ruff: noqa: N815  (field names are QML role names)

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.ticket import KitchenState, Ticket, TicketLine
from app.services.store_view import StoreView
from app.ui.kds.item import derive_item
from app.ui.kds.wording import age_text, service_text, urgency_text
from app.ui.kds.work import Work, accepted_at, at_station, goes_first
from app.ui.shared import words
from app.ui.shared.format import clock

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Card:
    """One ticket; `items` is a list of maps, `itemsKey` changes only when one of them does."""

    key: str
    number: str
    ageText: str
    serviceText: str
    promiseText: str
    remadeText: str
    urgencyKey: str
    urgencyText: str
    items: list[dict[str, Any]]
    itemsKey: str
    allergens: str
    keyText: str
    canServe: bool
    acknowledged: bool


def derive_cards(
    view: StoreView,
    work: Iterable[Work],
    now: datetime,
    station: str = "",
    changed: frozenset[UUID] = frozenset(),
) -> list[Card]:
    """All cards for `station` ("" is every one), in the order of `work`."""
    cards = (_card(view, each, now, station, changed) for each in work)
    return [card for card in cards if card.items]


def _card(
    view: StoreView, work: Work, now: datetime, station: str, changed: frozenset[UUID]
) -> Card:
    ticket, lines = work.ticket, work.lines
    shown = [line for line in lines if at_station(line, station)]
    voided = [line for line in work.voided if at_station(line, station)]
    marked = changed | work.remade
    items = [derive_item(view, line, now, line.id in marked) for line in shown]
    struck = [derive_item(view, line, now, False) for line in voided]
    return Card(
        key=str(ticket.id),
        number=str(ticket.number),
        ageText=age_text((now - accepted_at(ticket)).total_seconds()),
        serviceText=service_text(ticket.service),
        promiseText=_promise_text(view, ticket, now),
        remadeText=_t("Kitchen", "remake: first") if goes_first(work) else "",
        urgencyKey=work.urgency.value,
        urgencyText=urgency_text(work.urgency),
        items=[*struck, *items],
        itemsKey=repr([*struck, *items]),
        allergens=_allergen_text(shown),
        keyText=_t("Kitchen", "Voided: seen") if struck else _key_text(items, lines, shown),
        canServe=bool(struck)
        or (_can_press(lines, shown) and not any(item["blocked"] for item in items)),
        acknowledged=ticket.acknowledged_at is not None,
    )


def _can_press(lines: Iterable[TicketLine], shown: list[TicketLine]) -> bool:
    waiting_here = any(line.kitchen_state is KitchenState.QUEUED for line in shown)
    return waiting_here or all(line.kitchen_state is KitchenState.VERIFIED for line in lines)


def _key_text(
    items: list[dict[str, Any]], lines: tuple[TicketLine, ...], shown: list[TicketLine]
) -> str:
    if any(item["blocked"] for item in items):
        return _t("Kitchen", "Replace first")
    if any(item["unexplained"] for item in items):
        return _t("Kitchen", "Say why first")
    if not _can_press(lines, shown):
        return _t("Kitchen", "Waiting for other station")
    if any(item["unchecked"] for item in items):
        return _t("Kitchen", "Check the next one")
    if any(item["demandsTemperature"] and not item["verified"] for item in items):
        return _t("Kitchen", "Take temperature")
    hidden = [line for line in lines if line not in shown]
    if any(line.kitchen_state is KitchenState.QUEUED for line in hidden):
        return _t("Kitchen", "Verify all")
    if all(item["verified"] for item in items):
        return _t("Kitchen", "Serve")
    return _t("Kitchen", "Verify all & serve")


def _allergen_text(lines: Iterable[TicketLine]) -> str:
    names = {name for line in lines for name in line.allergens}
    return ", ".join(sorted(words.allergen(name).upper() for name in names))


def _promise_text(view: StoreView, ticket: Ticket, now: datetime) -> str:
    if ticket.promised_at is None:
        return ""
    if now >= ticket.promised_at:
        return _t("Kitchen", "promise passed")
    return _t("Kitchen", "ready by {time}").format(time=clock(ticket.promised_at, view.settings))
