"""The kitchen's actions on paid tickets."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from app.domain.allocation.substitute import DegradationReason
from app.domain.people import Session
from app.services.ports.selling import Candidate


class Kitchen(Protocol):
    """The kitchen's actions on paid tickets."""

    async def acknowledge(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """The screen has shown the ticket; called by the screen itself, once."""

    async def verify_line(
        self, session: Session, *, request: UUID, line_id: UUID, temperature_mc: int | None
    ) -> None:
        """Mark one line as verified. Refused: PORTION_EXPIRED (detail: codes), CHANGED."""

    async def unverify_line(self, session: Session, *, request: UUID, line_id: UUID) -> None: ...

    async def serve_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Serve all verified lines. Refused: NOT_READY, PORTION_EXPIRED, CHECKPOINT_MISSING (a lot
        owes a step, or a portion must be seen first), BELOW_ORDER (of a lower grade than was sold),
        REASON_MISSING (replaced, and nobody said why); details: codes.
        """

    async def recall_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Bring a served ticket back (undo and recall); its portions are committed again."""

    async def staff_station(
        self, session: Session, *, request: UUID, station_id: UUID, active: int
    ) -> None:
        """How many work at a station now (1 to 50); the estimated times follow."""

    async def swap_line(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: Candidate,
        ranking: Sequence[Candidate],
        reason: str,
        note: str = "",
        skips_sell_first: bool = False,
        former_score_milli: int | None = None,
        approval_id: UUID | None = None,
    ) -> None:
        """Another portion for a paid line, by hand; price and receipt stay.

        `ranking` is what the choice would have taken, best first. The approval is for
        SKIP_SELL_FIRST with the subject {"line_id", "portion_id"}. Refused: GONE, CHANGED (handed
        over already), NOT_PERMITTED (a lower grade), BAD_TEXT (no reason), APPROVAL_NEEDED.
        """

    async def replace_line(
        self, session: Session, *, request: UUID, line_id: UUID, candidates: Sequence[Candidate]
    ) -> UUID:
        """Swap a portion that may not be handed over for the first free candidate; returns its id.

        It is past its limit (then it is waste), blocked, or of a lower grade than was sold (then it
        goes back on sale). The price stays. Refused: GONE, CHANGED (nothing is wrong with it).
        """

    async def explain_replacement(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        reason: DegradationReason,
        note: str,
    ) -> None:
        """Say why a portion was replaced. Refused: BAD_TEXT (OTHER in silence), CHANGED."""
