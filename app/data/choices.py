"""Ports `Choices` and `Holds` over the server-side functions."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.data.selling import Caller, candidate_map
from app.domain.allocation.substitute import DegradationReason
from app.domain.people import Session
from app.services.order_ports import Settlement
from app.services.ports import Candidate


class PgChoices(Caller):
    """Another portion for a line of an open order."""

    async def swap(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: Candidate,
        reason: str,
        note: str = "",
        skips_sell_first: bool = False,
        former_score_milli: int | None = None,
        approval_id: UUID | None = None,
    ) -> None:
        """Take it by hand, or as an upgrade."""
        taken = {
            **candidate_map(candidate),
            "skips_sell_first": skips_sell_first,
            "former_score_milli": former_score_milli,
        }
        await self._call(
            "swap_line",
            "uuid,uuid,uuid,jsonb,text,text,uuid",
            session.id,
            request,
            line_id,
            json.dumps(taken),
            reason,
            note,
            approval_id,
        )

    async def substitute(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidates: Sequence[Candidate],
        reason: DegradationReason,
        note: str = "",
        accepts_lower: bool = False,
        former_score_milli: int | None = None,
    ) -> UUID:
        """Replace a portion that can't be served."""
        offered = [
            {**candidate_map(each), "former_score_milli": former_score_milli} for each in candidates
        ]
        found = await self._call(
            "substitute_line",
            "uuid,uuid,uuid,jsonb,text,text,boolean",
            session.id,
            request,
            line_id,
            json.dumps(offered),
            reason.value,
            note,
            accepts_lower,
        )
        return UUID(found["portion_id"])

    async def keep_lower(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        candidate: Candidate,
        reason: DegradationReason,
    ) -> None:
        """Keep the held portion at its lower grade."""
        await self._call(
            "keep_lower",
            "uuid,uuid,uuid,jsonb,text",
            session.id,
            request,
            line_id,
            json.dumps(candidate_map(candidate)),
            reason.value,
        )

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
        candidates: Sequence[Candidate] = (),
    ) -> int:
        """Settle a paid line whose portion fell."""
        found = await self._call(
            "settle_line",
            "uuid,uuid,uuid,text,jsonb,text,text,uuid",
            session.id,
            request,
            line_id,
            way.value,
            json.dumps([candidate_map(each) for each in candidates]),
            reason.value,
            note,
            refund_id,
        )
        return int(found["refunded_minor"])

    async def decline_upgrade(
        self, session: Session, *, request: UUID, line_id: UUID, candidate: Candidate
    ) -> None:
        """Write the guest's no down."""
        await self._call(
            "decline_upgrade",
            "uuid,uuid,uuid,jsonb",
            session.id,
            request,
            line_id,
            json.dumps(candidate_map(candidate)),
        )


class PgHolds(Caller):
    """The hold of an order, and orders put aside."""

    async def prolong(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        """Once."""
        return await self._prolonged(session, request, ticket_id, "once")

    async def at_tender(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        """At least what paying needs."""
        return await self._prolonged(session, request, ticket_id, "tender")

    async def lift_limit(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        product_id: UUID,
        approval_id: UUID,
    ) -> None:
        """Let the order hold more of a product."""
        await self._call(
            "lift_hold_limit",
            "uuid,uuid,uuid,uuid,uuid",
            session.id,
            request,
            ticket_id,
            product_id,
            approval_id,
        )

    async def park(self, session: Session, *, request: UUID, ticket_id: UUID, name: str) -> None:
        """Put the order aside."""
        await self._call("park_ticket", "uuid,uuid,uuid,text", session.id, request, ticket_id, name)

    async def fetch(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Take it up again."""
        await self._call("fetch_ticket", "uuid,uuid,uuid", session.id, request, ticket_id)

    async def _prolonged(
        self, session: Session, request: UUID, ticket_id: UUID, why: str
    ) -> datetime:
        found = await self._call(
            "prolong_hold", "uuid,uuid,uuid,text", session.id, request, ticket_id, why
        )
        return datetime.fromisoformat(found["held_until"])
