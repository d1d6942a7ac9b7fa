"""Ports `Guests` and `Complaints` over the server-side functions."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.rows import flat_decoder, portion
from app.data.selling import Caller, candidate_map
from app.domain.complaint import ComplaintKind
from app.domain.guests import (
    Consent,
    ConsentKind,
    FoundGuest,
    GuestRecord,
    PointsMoved,
    Purchase,
)
from app.domain.marketing import MarketingGuest
from app.domain.people import Session
from app.domain.satisfaction import Rating, RatingAbout
from app.services.guest_ports import Feedback, Given, Learned, SoldLine
from app.services.ports.selling import Candidate

_FOUND = flat_decoder(FoundGuest)
_CONSENT = flat_decoder(Consent)
_PURCHASE = flat_decoder(Purchase)
_POINTS = flat_decoder(PointsMoved)
_MARKETING = flat_decoder(MarketingGuest)


def guest_record(row: Mapping[str, Any]) -> GuestRecord:
    """The record from the database's JSON."""
    follow_up = row["follow_up_at"]
    return GuestRecord(
        id=UUID(row["id"]),
        name=row["name"],
        phone=row["phone"],
        card=row["card"],
        created_at=datetime.fromisoformat(row["created_at"]),
        follow_up_at=datetime.fromisoformat(follow_up) if follow_up else None,
        balance=row["balance"],
        owed=row["owed"],
        consents=tuple(map(_CONSENT, row["consents"])),
        purchases=tuple(map(_PURCHASE, row["purchases"])),
        points=tuple(map(_POINTS, row["points"])),
    )


def sold_line(row: Mapping[str, Any]) -> SoldLine:
    """A line of a receipt with its portion, from the database's JSON."""
    served_at = row["served_at"]
    return SoldLine(
        id=UUID(row["id"]),
        name=row["name"],
        portion_code=row["portion_code"],
        amount_minor=row["amount_minor"],
        product_id=UUID(row["product_id"]),
        served_at=datetime.fromisoformat(served_at) if served_at else None,
        portion=portion(row["portion"]) if row["portion"] else None,
    )


class PgGuests(Caller):
    """Guests, asked for one by one: they are in no terminal's picture."""

    async def find(self, session: Session, text: str) -> tuple[FoundGuest, ...]:
        """By phone, card or name."""
        found = await self._call("find_guests", "uuid,text", session.id, text)
        return tuple(map(_FOUND, found))

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
        """Keep a guest who said yes to it."""
        await self._call(
            "enrol_guest",
            "uuid,uuid,uuid,text,text,text,text[]",
            session.id,
            request,
            customer_id,
            name,
            phone,
            card,
            sorted(each.value for each in consents),
        )

    async def record(self, session: Session, customer_id: UUID) -> GuestRecord:
        """All that is kept of one guest."""
        return guest_record(await self._call("guest_record", "uuid,uuid", session.id, customer_id))

    async def put_on_ticket(
        self, session: Session, *, request: UUID, ticket_id: UUID, customer_id: UUID | None
    ) -> None:
        """Name the ticket's guest."""
        await self._call(
            "set_guest", "uuid,uuid,uuid,uuid", session.id, request, ticket_id, customer_id
        )

    async def redeem(
        self, session: Session, *, request: UUID, ticket_id: UUID, cuts: Mapping[UUID, int]
    ) -> int:
        """Pay a part with points."""
        rows = [{"line_id": str(key), "amount_minor": minor} for key, minor in cuts.items()]
        done = await self._call(
            "redeem_points",
            "uuid,uuid,uuid,jsonb",
            session.id,
            request,
            ticket_id,
            json.dumps(rows),
        )
        return int(done["used_minor"])

    async def set_consent(
        self, session: Session, *, request: UUID, customer_id: UUID, kind: ConsentKind, given: bool
    ) -> None:
        """A new yes or no."""
        await self._call(
            "set_consent",
            "uuid,uuid,uuid,text,boolean",
            session.id,
            request,
            customer_id,
            kind.value,
            given,
        )

    async def flag_follow_up(self, session: Session, *, request: UUID, customer_id: UUID) -> None:
        """Ask the guest once how it was."""
        await self._call("flag_follow_up", "uuid,uuid,uuid", session.id, request, customer_id)

    async def erase(
        self, session: Session, *, request: UUID, customer_id: UUID, approval_id: UUID
    ) -> int:
        """Erase the guest."""
        done = await self._call(
            "erase_guest", "uuid,uuid,uuid,uuid", session.id, request, customer_id, approval_id
        )
        return int(done["sales"])

    async def marketing(self, session: Session, days: int) -> tuple[MarketingGuest, ...]:
        """Whoever may be written to."""
        rows = await self._call("marketing_guests", "uuid,int", session.id, days)
        return tuple(map(_MARKETING, rows))

    async def learned(self, days: int) -> Learned:
        """What the orders of the last days teach."""
        found = await self._call("learn_orders", "int", days)
        return Learned(
            tuple(frozenset(map(UUID, order)) for order in found["orders"]),
            {UUID(key): float(n) for key, n in found["expected"].items()},
        )

    async def rate(self, *, request: UUID, ticket_id: UUID, about: RatingAbout, stars: int) -> None:
        """Stars from the display."""
        await self._call("rate", "uuid,uuid,text,int", request, ticket_id, about.value, stars)

    async def answer_invitation(self, *, request: UUID, ticket_id: UUID, yes: bool) -> None:
        """The guest's own yes or no."""
        await self._call("answer_invitation", "uuid,uuid,boolean", request, ticket_id, yes)


class PgComplaints(Caller):
    """Complaints and what guests say."""

    async def lines(self, session: Session, receipt_id: UUID) -> tuple[SoldLine, ...]:
        """The lines of a receipt."""
        found = await self._call("sold_lines", "uuid,uuid", session.id, receipt_id)
        return tuple(sold_line(row) for row in found)

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
        """Open one from a receipt line."""
        await self._call(
            "open_complaint",
            "uuid,uuid,uuid,uuid,text,text,double precision",
            session.id,
            request,
            complaint_id,
            line_id,
            kind.value,
            reason,
            score,
        )

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
        """Send another one at 0.00."""
        done = await self._call(
            "give_replacement",
            "uuid,uuid,uuid,uuid,uuid,uuid,jsonb,uuid",
            session.id,
            request,
            compensation_id,
            complaint_id,
            ticket_id,
            line_id,
            json.dumps([candidate_map(each) for each in candidates]),
            approval_id,
        )
        portion = done["portion_id"]
        return Given(int(done["number"]), UUID(portion) if portion else None)

    async def follow_up(
        self, session: Session, *, request: UUID, complaint_id: UUID, stars: int | None
    ) -> None:
        """How the guest feels now."""
        await self._call(
            "follow_up", "uuid,uuid,uuid,int", session.id, request, complaint_id, stars
        )

    async def resolve(
        self, session: Session, *, request: UUID, complaint_id: UUID, outcome: str
    ) -> None:
        """Say what came of it."""
        await self._call(
            "resolve_complaint", "uuid,uuid,uuid,text", session.id, request, complaint_id, outcome
        )

    async def feedback(self, session: Session, since: datetime, until: datetime) -> Feedback:
        """Ratings and resolution times of a period."""
        found = await self._call(
            "satisfaction", "uuid,timestamptz,timestamptz", session.id, since, until
        )
        ratings = tuple(
            Rating(
                row["ticket"],
                RatingAbout(row["about"]),
                row["stars"],
                datetime.fromisoformat(row["at"]),
                tuple(row["portion_codes"]),
            )
            for row in found["ratings"]
        )
        return Feedback(ratings, tuple(float(each) for each in found["resolution_s"]))
