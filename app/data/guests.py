"""Port `Guests` over the server-side functions."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.decoding import flat_decoder
from app.data.selling import Caller
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
from app.domain.satisfaction import RatingAbout
from app.services.guest_ports import Learned

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
