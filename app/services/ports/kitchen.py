"""The kitchen's actions on paid tickets."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from app.domain.allocation.substitute import DegradationReason
from app.domain.people import Session
from app.domain.verification import Checked, VerifyOutcome
from app.services.ports.selling import Candidate


class Kitchen(Protocol):
    """The kitchen's actions on paid tickets."""

    async def acknowledge(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """The screen has shown the ticket; called by the screen itself, once."""

    async def verify_line(
        self, session: Session, *, request: UUID, line_id: UUID, temperature_mc: int | None
    ) -> None:
        """One line goes into preparation. Refused: PORTION_EXPIRED (detail: codes), CHANGED,
        NOT_CHECKED (the shop demands a verification, and there is no record of one).
        """

    async def verify_portion(
        self,
        session: Session,
        *,
        request: UUID,
        verification_id: UUID,
        line_id: UUID,
        scanned: str,
        checked: Checked,
        candidates: Sequence[Candidate] = (),
    ) -> VerifyOutcome:
        """Record the verification of the portion whose label was read (docs/verification.md).

        A failed one goes on hold; the first free of `candidates` takes its place, unless too many
        failed in a row. Refused: WRONG_PORTION (detail: the reserved one's code), BAD_TEXT (a
        failure without a reason), CHANGED, and as `verify_line` when it is to be prepared.
        """

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
