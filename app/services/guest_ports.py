"""What services and screens need of the world about guests, ratings and complaints.

The rules of `app/services/ports.py` hold: calls are idempotent by `request` and raise `Refused`,
`StoreUnreachable` or `OutcomeUnknown`. Guests are not in the feed: each call asks the store.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.complaint import ComplaintKind
from app.domain.complaint_rates import BandCount
from app.domain.feedback_trend import DayCount
from app.domain.guests import ConsentKind, FoundGuest, GuestRecord
from app.domain.marketing import MarketingGuest
from app.domain.people import Session
from app.domain.portion import Portion
from app.domain.satisfaction import Rating, RatingAbout
from app.services.ports.refunds import Refunded
from app.services.ports.selling import Candidate


@dataclass(frozen=True, slots=True)
class Learned:
    """Past orders as sets of products, and what is usually still asked for from now to closing."""

    orders: tuple[frozenset[UUID], ...]
    expected: Mapping[UUID, float]


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of a receipt, as a complaint names it."""

    id: UUID
    name: str
    portion_code: str | None
    amount_minor: int
    product_id: UUID | None = None
    served_at: datetime | None = None
    portion: Portion | None = None
    """The portion as it is kept now, served or not."""


@dataclass(frozen=True, slots=True)
class Given:
    """A replacement that is on its way: its order's number, and its portion if it has one."""

    number: int
    portion_id: UUID | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """The ratings of a period, newest first, and the times its complaints took to settle."""

    ratings: tuple[Rating, ...]
    resolution_s: tuple[float, ...]
    given: int = 0
    """How often something was given to make good."""
    given_cost_minor: int = 0
    """What the replacements cost to make: booked as compensation, never as a sale."""
    given_money_minor: int = 0


class Guests(Protocol):
    """Guests at the counter, in the back office, and at the display."""

    async def find(self, session: Session, text: str) -> tuple[FoundGuest, ...]:
        """By phone, card or name; at most eight, exact ones first."""

    async def enrol(
        self,
        session: Session,
        *,
        request: UUID,
        customer_id: UUID,
        name: str,
        phone: str,
        card: str,
        consents: Collection[ConsentKind],
    ) -> None:
        """Refused: NO_CONSENT without PROFILE, KNOWN_ALREADY for a phone or card, BAD_TEXT."""

    async def record(self, session: Session, customer_id: UUID) -> GuestRecord: ...

    async def put_on_ticket(
        self, session: Session, *, request: UUID, ticket_id: UUID, customer_id: UUID | None
    ) -> None:
        """Name the guest of an open ticket, or of one just paid here. None takes the guest off.

        Refused: NO_CONSENT, TICKET_NOT_OPEN, UNKNOWN_ITEM before the ticket's first line.
        """

    async def redeem(
        self, session: Session, *, request: UUID, ticket_id: UUID, cuts: Mapping[UUID, int]
    ) -> int:
        """Take so much off each line's unit price for points; returns what it is worth together.

        In place of an earlier redemption; {} takes it back. Refused: TOO_FEW_POINTS, BAD_PRICE.
        """

    async def set_consent(
        self, session: Session, *, request: UUID, customer_id: UUID, kind: ConsentKind, given: bool
    ) -> None: ...

    async def flag_follow_up(self, session: Session, *, request: UUID, customer_id: UUID) -> None:
        """Refused: NO_CONSENT for somebody who did not join, CHANGED when it is flagged."""

    async def erase(
        self, session: Session, *, request: UUID, customer_id: UUID, approval_id: UUID
    ) -> int:
        """Erase the guest; returns how many sales became anonymous."""

    async def marketing(self, session: Session, days: int) -> tuple[MarketingGuest, ...]:
        """Guests with current marketing consent; visits count over the last `days`."""

    async def learned(self, days: int) -> Learned: ...

    async def rate(self, *, request: UUID, ticket_id: UUID, about: RatingAbout, stars: int) -> None:
        """From the display of the register that was paid at. Refused: CHANGED when rated or old."""

    async def answer_invitation(self, *, request: UUID, ticket_id: UUID, yes: bool) -> None: ...


class Complaints(Protocol):
    """Complaints from receipt lines."""

    async def lines(self, session: Session, receipt_id: UUID) -> tuple[SoldLine, ...]:
        """The lines of a receipt, however old; empty for an unknown one."""

    async def open(
        self,
        session: Session,
        *,
        request: UUID,
        complaint_id: UUID,
        line_id: UUID,
        kind: ComplaintKind,
        reason: str,
        score: float | None = None,
    ) -> None:
        """`score` is what the portion was worth when it was served; None where nobody can say."""

    async def replace(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        complaint_id: UUID,
        ticket_id: UUID,
        line_id: UUID,
        candidates: Sequence[Candidate],
        approval_id: UUID | None,
    ) -> Given:
        """Send another one at 0.00: the first of `candidates` that is still free and good enough.

        `ticket_id` and `line_id` are those of the new order. Refused: GONE, CHANGED when something
        was given already, APPROVAL_NEEDED.
        """

    async def refund(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        complaint_id: UUID,
        approval_id: UUID | None,
    ) -> Refunded:
        """Pay back all that is left of the line. Refused: CHANGED, REFUNDED_ALREADY,
        APPROVAL_NEEDED."""

    async def for_delay(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        line_id: UUID,
        amount_minor: int,
        reason: str,
        approval_id: UUID | None,
    ) -> Refunded:
        """Pay a part of a line's price back to a guest who waited too long.

        Refused: CHANGED while the wait is within the policy, REFUND_TOO_MUCH, APPROVAL_NEEDED
        (action `goodwill`, subject {line_id, kind}).
        """

    async def follow_up(
        self, session: Session, *, request: UUID, complaint_id: UUID, stars: int | None
    ) -> None:
        """How the guest feels now; None: did not want to say. Refused: CHANGED when it is known."""

    async def resolve(
        self, session: Session, *, request: UUID, complaint_id: UUID, outcome: str
    ) -> None:
        """Refused: FOLLOW_UP_MISSING, CHANGED when it is settled, BAD_TEXT."""

    async def rates(
        self, session: Session, since: datetime, until: datetime, ages_min: Sequence[int]
    ) -> tuple[BandCount, ...]:
        """Complaints about food against the portions served in a period; `ages_min` are the upper
        ends of the age bands."""

    async def feedback(self, session: Session, since: datetime, until: datetime) -> Feedback: ...

    async def days(
        self, session: Session, since: datetime, until: datetime
    ) -> tuple[DayCount, ...]:
        """What was served, complained about and rated in a period, day by day."""
