"""Take cash for a ticket at the counter."""

from uuid import UUID

from app.domain.people import Session
from app.domain.ticket import TicketState
from app.services.ports import Paid, Store
from app.services.refusal import RefusalCode, Refused


async def pay_cash(
    store: Store, session: Session, *, request: UUID, ticket_id: UUID, tendered_minor: int
) -> Paid:
    """Pay the total that this terminal shows; the store refuses when its own total differs.

    Refused before anything is sent: TICKET_NOT_OPEN, TICKET_EMPTY, TENDERED_TOO_LITTLE.
    """
    view = store.feed.view
    ticket = view.tickets.get(ticket_id) if view else None
    if view is None or ticket is None or ticket.state is TicketState.VOIDED:
        raise Refused(RefusalCode.TICKET_NOT_OPEN)
    lines = view.lines_of(ticket_id)
    if not lines:
        raise Refused(RefusalCode.TICKET_EMPTY)
    total_minor = sum(line.amount_minor for line in lines)
    if tendered_minor < total_minor:
        raise Refused(RefusalCode.TENDERED_TOO_LITTLE)
    return await store.selling.pay_cash(
        session,
        request=request,
        ticket_id=ticket_id,
        expected_total_minor=total_minor,
        tendered_minor=tendered_minor,
    )
