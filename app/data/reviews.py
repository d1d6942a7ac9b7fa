"""Port `Reviews` over the server-side functions."""

from collections.abc import Sequence
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session
from app.domain.portion_check import ReviewOutcome


class PgReviews(Caller):
    """Portions that quality holds."""

    async def fail_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None:
        """Block it and hold its batch."""
        await self._call(
            "fail_portion", "uuid,uuid,uuid,text", session.id, request, portion_id, cause
        )

    async def decide(
        self,
        session: Session,
        *,
        request: UUID,
        portion_ids: Sequence[UUID],
        outcome: ReviewOutcome,
        reason: str,
        markdown_bp: int = 0,
    ) -> None:
        """Release, mark down or waste."""
        await self._call(
            "decide_review",
            "uuid,uuid,uuid[],text,int,text",
            session.id,
            request,
            list(portion_ids),
            outcome.value,
            markdown_bp,
            reason,
        )

    async def score_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, score: float
    ) -> None:
        """Give a whole its quality score."""
        await self._call(
            "score_whole", "uuid,uuid,uuid,double precision", session.id, request, whole_id, score
        )
