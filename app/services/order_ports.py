"""Ports of an open order: other portions for its lines, and its hold. See `ports` for the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.domain.allocation.substitute import DegradationReason
from app.domain.catalog import HoldingTemperature
from app.domain.people import Session
from app.domain.portion import Grade, Portion, Whole

if TYPE_CHECKING:
    from app.services.ports import Candidate


class Settlement(StrEnum):
    """What guest and cashier settle on for a paid line whose portion fell."""

    ACCEPT_LOWER = "accept_lower"
    REFUND = "refund"
    WAIT = "wait"


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

    async def keep_lower(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: "Candidate",
        reason: DegradationReason,
    ) -> None:
        """Not paid yet: the guest keeps the portion, found to be of a lower grade, at its price.

        Refused: CHANGED (it is what was ordered), BAD_PRICE.
        """

    async def settle(
        self,
        session: Session,
        *,
        request: UUID,
        refund_id: UUID,
        line_id: UUID,
        way: Settlement,
        reason: DegradationReason,
        note: str = "",
        candidates: "Sequence[Candidate]" = (),
    ) -> int:
        """Paid, and its portion fell: what the guest agreed to. Returns what was paid back.

        ACCEPT_LOWER takes the line's own portion at its grade, or the first free candidate; WAIT
        keeps the line for a new whole. Refused: CHANGED (nothing is wrong with it), GONE,
        BAD_PRICE (dearer), BAD_TEXT.
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

    async def lift_limit(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        product_id: UUID,
        approval_id: UUID,
    ) -> None:
        """Let the order hold more of a scarce product (POS-R2.3).

        The approval is for HOLD_LIMIT with the subject {"ticket_id", "product_id"}.
        """

    async def park(self, session: Session, *, request: UUID, ticket_id: UUID, name: str) -> None:
        """Put the order aside; its hold runs on. Refused: TICKET_EMPTY."""

    async def fetch(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Take it up again, at any till. Refused: CHANGED when somebody else did already."""


@dataclass(frozen=True, slots=True)
class PastChoice:
    """A line that got a portion: when, of what cut and grade, by which preferences."""

    at: datetime
    ticket_id: UUID
    product_id: UUID
    portions_per_whole: int
    grade: Grade | None
    prefers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PastLook:
    """The first check of a portion in the kitchen, and whether it passed."""

    portion_id: UUID
    at: datetime
    passed: bool


@dataclass(frozen=True, slots=True)
class PastChoices:
    """Some days as they were: what was chosen, and all that could have been."""

    until: datetime
    choices: tuple[PastChoice, ...]
    portions: tuple[Portion, ...]
    wholes: tuple[Whole, ...]
    temperatures: tuple[HoldingTemperature, ...]
    looks: tuple[PastLook, ...]


class Decisions(Protocol):
    """The stored choices of portions, for the back office."""

    async def past(self, first: date, last: date) -> PastChoices:
        """The days from `first` to `last` (store's time zone)."""
