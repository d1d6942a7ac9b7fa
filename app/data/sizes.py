"""Port `Sizes` over the server-side functions."""

from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session


class PgSizes(Caller):
    """A guest's own size of a portion."""

    async def ask(self, session: Session, *, request: UUID, line_id: UUID, asked_mg: int) -> int:
        """Ask for another size; returns its price."""
        types = "uuid,uuid,uuid,int"
        found = await self._call("ask_size", types, session.id, request, line_id, asked_mg)
        return int(found["price_minor"])

    async def approve(
        self, session: Session, *, request: UUID, line_id: UUID, approval_id: UUID
    ) -> None:
        """Use the approval."""
        types = "uuid,uuid,uuid,uuid"
        await self._call("approve_size", types, session.id, request, line_id, approval_id)

    async def drop(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        """Back to the standard portion."""
        await self._call("drop_size", "uuid,uuid,uuid", session.id, request, line_id)
