"""Port `Complaints` over the server-side functions."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.decoding import flat_decoder
from app.data.rows import portion
from app.data.selling import Caller, candidate_map
from app.domain.complaint import ComplaintKind
from app.domain.complaint_rates import BandCount
from app.domain.feedback_trend import DayCount
from app.domain.people import Session
from app.domain.satisfaction import Rating, RatingAbout
from app.services.guest_ports import Feedback, Given, SoldLine
from app.services.ports.refunds import Refunded
from app.services.ports.selling import Candidate

_BAND = flat_decoder(BandCount)
_DAY = flat_decoder(DayCount)
_REFUNDED = flat_decoder(Refunded)


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

    async def refund(
        self,
        session: Session,
        *,
        request: UUID,
        compensation_id: UUID,
        complaint_id: UUID,
        approval_id: UUID | None,
    ) -> Refunded:
        """Pay back what is left of the line."""
        done = await self._call(
            "give_refund",
            "uuid,uuid,uuid,uuid,uuid",
            session.id,
            request,
            compensation_id,
            complaint_id,
            approval_id,
        )
        answer: Refunded = _REFUNDED(done)
        return answer

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
        """Pay a part of a line's price back."""
        done = await self._call(
            "compensate_delay",
            "uuid,uuid,uuid,uuid,bigint,text,uuid",
            session.id,
            request,
            compensation_id,
            line_id,
            amount_minor,
            reason,
            approval_id,
        )
        answer: Refunded = _REFUNDED(done)
        return answer

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

    async def rates(
        self, session: Session, since: datetime, until: datetime, ages_min: Sequence[int]
    ) -> tuple[BandCount, ...]:
        """Complaints against what was served."""
        rows = await self._call(
            "complaint_rates",
            "uuid,timestamptz,timestamptz,int[]",
            session.id,
            since,
            until,
            [60 * minutes for minutes in sorted(ages_min)],
        )
        return tuple(map(_BAND, rows))

    async def days(
        self, session: Session, since: datetime, until: datetime
    ) -> tuple[DayCount, ...]:
        """Served, complained about and rated, day by day."""
        rows = await self._call(
            "feedback_days", "uuid,timestamptz,timestamptz", session.id, since, until
        )
        return tuple(map(_DAY, rows))

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
        given = found["given"]
        return Feedback(
            ratings,
            tuple(float(each) for each in found["resolution_s"]),
            given["count"],
            given["cost_minor"],
            given["money_minor"],
        )
