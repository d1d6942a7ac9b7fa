"""Book a portion as waste, with its cause."""

from uuid import UUID

from app.domain.people import Session
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused

LONGEST_CAUSE = 140


async def record_waste(
    store: Store, session: Session, *, request: UUID, portion_id: UUID, cause: str
) -> None:
    """Waste one portion. Refused: BAD_TEXT (cause empty or too long), CHANGED (sold)."""
    cause = cause.strip()
    if not 1 <= len(cause) <= LONGEST_CAUSE:
        raise Refused(RefusalCode.BAD_TEXT)
    await store.stock.waste_portion(session, request=request, portion_id=portion_id, cause=cause)
