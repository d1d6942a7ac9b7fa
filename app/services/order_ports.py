"""Ports of an open order: other portions for its lines, and its hold. See `ports` for the rules."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.domain.allocation.substitute import DegradationReason
from app.domain.people import Session

if TYPE_CHECKING:
    from app.services.ports import Candidate


class Choices(Protocol):
    """Another portion for a line; the same product and cut, and never dearer by itself."""

    async def swap(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: "Candidate",
        reason: str,
        note: str = "",
        skips_sell_first: bool = False,
        former_score_milli: int | None = None,
        approval_id: UUID | None = None,
    ) -> None:
        """Take `candidate` by hand; `reason` is a SwapReason, or "upgrade" for an accepted one.

        The approval is for SKIP_SELL_FIRST with the subject {"line_id", "portion_id"}.
        Refused: GONE, BAD_PRICE (dearer, and no upgrade), BAD_TEXT (no reason), CHANGED,
        APPROVAL_NEEDED.
        """

    async def substitute(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidates: "Sequence[Candidate]",
        reason: DegradationReason,
        note: str = "",
        accepts_lower: bool = False,
        former_score_milli: int | None = None,
    ) -> UUID:
        """Replace a portion that can't be served by the first candidate still free; its id.

        The old one is blocked; the hold runs on. Refused: GONE, BAD_PRICE.
        """

    async def decline_upgrade(
        self, session: Session, *, request: UUID, line_id: UUID, candidate: "Candidate"
    ) -> None:
        """The guest does not want the better grade; it is not offered for this line again."""


class Holds(Protocol):
    """How long an order's portions are kept, and orders that are put aside."""

    async def prolong(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        """Once, by the policy's time; the new deadline. Refused: CHANGED, HOLD_EXPIRED."""

    async def at_tender(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        """Paying begins: at least the policy's time is left. Refused: HOLD_EXPIRED."""

    async def park(self, session: Session, *, request: UUID, ticket_id: UUID, name: str) -> None:
        """Put the order aside; its hold runs on. Refused: TICKET_EMPTY."""

    async def fetch(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Take it up again, at any till. Refused: CHANGED when somebody else did already."""
