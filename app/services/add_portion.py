"""Put a portion on a ticket: the best one, or the one the cashier picked by hand."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.people import Session
from app.domain.ticket import Service
from app.services.offers import derive_offer
from app.services.ports import Reserved, Store
from app.services.refusal import RefusalCode, Refused


@dataclass(frozen=True, slots=True)
class PortionWish:
    """What was tapped. The ids are made by the terminal, so that a repeated call changes nothing.

    `portion_id` is set when one wedge was picked; then no other portion will do.
    """

    request: UUID
    ticket_id: UUID
    line_id: UUID
    service: Service
    product_id: UUID
    portion_id: UUID | None = None


async def add_portion(store: Store, session: Session, wish: PortionWish) -> Reserved:
    """Reserve the first portion of the offer's order that is still free. Refused: GONE and others.

    The whole order is sent, so that a lost race takes the next portion without asking again.
    """
    view = store.feed.view
    if view is None or wish.product_id not in view.products:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    candidates = derive_offer(view, wish.product_id, store.feed.now()).candidates
    if wish.portion_id is not None:
        candidates = tuple(each for each in candidates if each.portion_id == wish.portion_id)
    if not candidates:
        raise Refused(RefusalCode.GONE)
    return await store.selling.reserve_first(
        session,
        request=wish.request,
        ticket_id=wish.ticket_id,
        line_id=wish.line_id,
        service=wish.service,
        candidates=candidates,
    )
