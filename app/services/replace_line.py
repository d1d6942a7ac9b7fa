"""Give a kitchen line whose portion is past its limit another portion of the same product."""

from uuid import UUID

from app.domain.people import Session
from app.services.offers import derive_offer
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused


async def replace_line(store: Store, session: Session, *, request: UUID, line_id: UUID) -> UUID:
    """Take the best free portion for the line; returns its id. Refused: GONE when there is none.

    The candidates come in the order in which the till would sell them; the price paid stays.
    """
    view = store.feed.view
    line = view.ticket_lines.get(line_id) if view else None
    if view is None or line is None or line.product_id not in view.products:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    candidates = derive_offer(view, line.product_id, store.feed.now()).candidates
    if not candidates:
        raise Refused(RefusalCode.GONE)
    return await store.kitchen.replace_line(
        session, request=request, line_id=line_id, candidates=candidates
    )
