"""Take wholes into stock."""

from datetime import datetime
from uuid import UUID

from app.domain.people import Session
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused


async def receive_wholes(
    store: Store,
    session: Session,
    *,
    request: UUID,
    product_id: UUID,
    quantity: int,
    expires_at: datetime,
) -> tuple[UUID, ...]:
    """Receive `quantity` wholes; returns their ids. Refused: UNKNOWN_ITEM, PORTION_EXPIRED."""
    view = store.feed.view
    if view is None or product_id not in view.products:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    if expires_at <= store.feed.now():
        raise Refused(RefusalCode.PORTION_EXPIRED)
    return await store.stock.receive_wholes(
        session, request=request, product_id=product_id, quantity=quantity, expires_at=expires_at
    )
