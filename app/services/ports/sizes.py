"""A guest's own size of a portion: asked, allowed by a second person, or taken back."""

from typing import Protocol
from uuid import UUID

from app.domain.people import Session


class Sizes(Protocol):
    """The till's actions on a line's size (docs/portions.md)."""

    async def ask(self, session: Session, *, request: UUID, line_id: UUID, asked_mg: int) -> int:
        """Hold what the size needs; returns the price it will have. The line waits from now on.

        Refused: BAD_QUANTITY beyond the policy's limits or without a weight, GONE where the whole
        has not enough left, BAD_PRICE for a line that is reduced already, CHANGED once allowed.
        """

    async def approve(
        self, session: Session, *, request: UUID, line_id: UUID, approval_id: UUID
    ) -> None:
        """Give the line its size and price (`size_subject` is what the approval is bound to)."""

    async def drop(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        """Take the standard portion after all, while the size still waits."""
