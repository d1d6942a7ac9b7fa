"""How long a guest waits, told before payment, from the store view (docs/service-time.md)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from app.domain.catalog import Preparation, Product
from app.domain.service_time import Piece, Queue, order_seconds, whole_minutes
from app.domain.ticket import KitchenState, Ticket, TicketLine, TicketState
from app.services.store_view import StoreView


def queues(view: StoreView, now: datetime, ahead_of: Ticket | None = None) -> dict[UUID, Queue]:
    """What every station has before it now: the preparation that is left of paid lines.

    With `ahead_of`, a paid order, only what was paid before it. A queued line counts whole; one
    that was verified is in work since then.
    """
    seconds: dict[UUID, float] = dict.fromkeys(view.stations, 0.0)
    for line in view.ticket_lines.values():
        if line.station_id is None or line.off_the_list:
            continue
        ticket = view.tickets.get(line.ticket_id)
        if ticket is None or ticket.state is not TicketState.PAID:
            continue
        if ahead_of is not None and not _before(ticket, ahead_of):
            continue
        left_s = _left_s(view, line, now)
        seconds[line.station_id] = seconds.get(line.station_id, 0.0) + left_s
    return {
        key: Queue(queued_s, view.stations[key].active_staff if key in view.stations else 1)
        for key, queued_s in seconds.items()
    }


def _before(ticket: Ticket, other: Ticket) -> bool:
    if ticket.paid_at is None or other.paid_at is None:
        return ticket.paid_at is not None and ticket.id != other.id
    return ticket.paid_at < other.paid_at


def _left_s(view: StoreView, line: TicketLine, now: datetime) -> float:
    whole_s = line.quantity * preparation_s(view, line.product_id, line.preparations)
    if line.kitchen_state is KitchenState.QUEUED:
        return whole_s
    if line.kitchen_state is KitchenState.VERIFIED and line.verified_at is not None:
        return max(0.0, whole_s - (now - line.verified_at).total_seconds())
    return 0.0


def preparation_s(view: StoreView, product_id: UUID, asked: Iterable[Preparation] = ()) -> float:
    """Seconds to prepare one piece with what is asked for; 0 where no station prepares it."""
    product = view.products.get(product_id)
    if product is None or product.station_id is None:
        return 0.0
    own_s = product.preparation_s
    if own_s is None:
        own_s = round(view.settings.kitchen.preparation.total_seconds())
    return float(own_s + sum(each.seconds for each in asked))


def fetch_s(view: StoreView, portion_id: UUID | None) -> float:
    """Seconds to fetch a portion from where it is now."""
    portion = view.portions.get(portion_id) if portion_id else None
    unit = view.holding_units.get(portion.holding_unit_id) if portion else None
    return view.settings.kitchen.fetch(unit.storage).total_seconds() if unit else 0.0


def product_minutes(
    view: StoreView,
    product: Product,
    portion_id: UUID | None,
    ahead: Mapping[UUID, Queue],
    asked: Iterable[Preparation] = (),
    quantity: int = 1,
) -> int:
    """Whole minutes until so many of a product are served; 0 when nobody has to do anything."""
    own_s = preparation_s(view, product.id, asked)
    piece = Piece(product.station_id, own_s, fetch_s(view, portion_id))
    if own_s == 0 and piece.fetch_s == 0:
        return 0
    return whole_minutes(order_seconds([piece] * quantity, ahead))


def order_minutes(view: StoreView, lines: Iterable[TicketLine], ahead: Mapping[UUID, Queue]) -> int:
    """Whole minutes until an order is ready; 0 when nobody has to do anything for it."""
    pieces = [piece for line in lines for piece in _pieces(view, line)]
    if not any(each.preparation_s or each.fetch_s for each in pieces):
        return 0
    return whole_minutes(order_seconds(pieces, ahead))


def ready_minutes(view: StoreView, ticket: Ticket, now: datetime) -> int:
    """Whole minutes until an order is ready, as till and guest's display both say it.

    Of a paid order what is still to be handed over, behind what was paid before it; 0 when nobody
    has to do anything for it any more.
    """
    lines = [
        line
        for line in view.lines_of(ticket.id)
        if not line.off_the_list and line.kitchen_state is not KitchenState.SERVED
    ]
    paid = ticket if ticket.paid_at is not None else None
    return order_minutes(view, lines, queues(view, now, paid))


def _pieces(view: StoreView, line: TicketLine) -> list[Piece]:
    own_s = preparation_s(view, line.product_id, line.preparations)
    return [Piece(line.station_id, own_s, fetch_s(view, line.portion_id))] * line.quantity
