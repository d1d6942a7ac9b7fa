"""Ports `Kitchen` and `Stock` over the server-side functions."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.selling import Caller, candidate_map
from app.domain.allocation.substitute import DegradationReason
from app.domain.catalog import Storage
from app.domain.people import Session
from app.domain.verification import Checked, VerifyOutcome
from app.services.ports import Candidate, Measures


class PgKitchen(Caller):
    """The kitchen's actions on paid tickets."""

    async def acknowledge(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """The screen has shown the ticket."""
        await self._call("acknowledge", "uuid,uuid,uuid", session.id, request, ticket_id)

    async def verify_line(
        self, session: Session, *, request: UUID, line_id: UUID, temperature_mc: int | None
    ) -> None:
        """Mark one line as verified."""
        await self._call(
            "verify_line", "uuid,uuid,uuid,int", session.id, request, line_id, temperature_mc
        )

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
        """Record the verification of the portion whose label was read."""
        found = await self._call(
            "verify_portion", "uuid,uuid,uuid,uuid,text,jsonb,jsonb", session.id, request,
            verification_id, line_id, scanned, json.dumps(checked_map(checked)),
            json.dumps([candidate_map(each) for each in candidates]),
        )  # fmt: skip
        stand_in = found["stand_in"]
        return VerifyOutcome(
            found["passed"], UUID(stand_in) if stand_in else None, found["failures"], found["ask"]
        )

    async def staff_station(
        self, session: Session, *, request: UUID, station_id: UUID, active: int
    ) -> None:
        """How many work at a station now."""
        await self._call(
            "staff_station", "uuid,uuid,uuid,int", session.id, request, station_id, active
        )

    async def unverify_line(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        """Take the verification back."""
        await self._call("unverify_line", "uuid,uuid,uuid", session.id, request, line_id)

    async def serve_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Hand over all lines."""
        await self._call("serve_ticket", "uuid,uuid,uuid", session.id, request, ticket_id)

    async def recall_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Bring a served ticket back."""
        await self._call("recall_ticket", "uuid,uuid,uuid", session.id, request, ticket_id)

    async def replace_line(
        self, session: Session, *, request: UUID, line_id: UUID, candidates: Sequence[Candidate]
    ) -> UUID:
        """Swap a portion that may not be handed over for the first free candidate."""
        found = await self._call(
            "replace_line",
            "uuid,uuid,uuid,jsonb",
            session.id,
            request,
            line_id,
            json.dumps([candidate_map(each) for each in candidates]),
        )
        return UUID(found["portion_id"])

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
        """Another portion by hand."""
        told = {"skips_sell_first": skips_sell_first, "former_score_milli": former_score_milli}
        await self._call(
            "swap_paid_line",
            "uuid,uuid,uuid,jsonb,jsonb,text,text,uuid",
            session.id,
            request,
            line_id,
            json.dumps({**candidate_map(candidate), **told}),
            json.dumps([candidate_map(each) for each in ranking]),
            reason,
            note,
            approval_id,
        )

    async def explain_replacement(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        reason: DegradationReason,
        note: str,
    ) -> None:
        """Say why a portion was replaced."""
        await self._call(
            "explain_replacement",
            "uuid,uuid,uuid,text,text",
            session.id,
            request,
            line_id,
            reason.value,
            note,
        )


class PgStock(Caller):
    """Stock actions of kitchen and back office."""

    async def receive_wholes(
        self,
        session: Session,
        *,
        request: UUID,
        product_id: UUID,
        quantity: int,
        expires_at: datetime,
    ) -> tuple[UUID, ...]:
        """Take wholes into stock."""
        made = await self._call(
            "receive_wholes",
            "uuid,uuid,uuid,int,timestamptz",
            session.id,
            request,
            product_id,
            quantity,
            expires_at,
        )
        return tuple(UUID(each) for each in made["ids"])

    async def cut_whole(
        self,
        session: Session,
        *,
        request: UUID,
        whole_id: UUID,
        configuration_id: UUID,
        portions: int,
        holding_unit_id: UUID,
        shelf: str,
        presentation: float | None,
        weights_mg: Sequence[int | None] | None = None,
        measured: Measures | None = None,
    ) -> tuple[UUID, ...]:
        """Cut into portions; returns their ids."""
        made = await self._call(
            "cut_whole",
            "uuid,uuid,uuid,uuid,int,uuid,text,double precision,int[],jsonb",
            session.id,
            request,
            whole_id,
            configuration_id,
            portions,
            holding_unit_id,
            shelf,
            presentation,
            None if weights_mg is None else list(weights_mg),
            json.dumps(measures_map(measured or Measures())),
        )
        return tuple(UUID(each) for each in made["ids"])

    async def waste_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None:
        """Throw a portion away."""
        await self._call(
            "waste_portion", "uuid,uuid,uuid,text", session.id, request, portion_id, cause
        )

    async def waste_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, cause: str
    ) -> None:
        """Throw an uncut whole away."""
        await self._call("waste_whole", "uuid,uuid,uuid,text", session.id, request, whole_id, cause)

    async def set_storage(
        self, session: Session, *, request: UUID, holding_unit_id: UUID, storage: Storage
    ) -> None:
        """How far a unit is from the counter."""
        await self._call(
            "set_storage", "uuid,uuid,uuid,text", session.id, request, holding_unit_id,
            storage.value,
        )  # fmt: skip

    async def record_temperature(
        self, *, request: UUID, holding_unit_id: UUID, temperature_mc: int
    ) -> None:
        """Report a reading."""
        await self._call(
            "record_temperature", "uuid,uuid,int", request, holding_unit_id, temperature_mc
        )


def checked_map(checked: Checked) -> dict[str, Any]:
    """What the inspector says, as `wedge.verify_portion` reads it."""
    return {
        "looks_good": checked.looks_good,
        "configuration": checked.configuration_matches,
        "modifiers": checked.modifiers_match,
        "reason": checked.reason.value if checked.reason else None,
        "note": checked.note,
        "temperature_mc": checked.temperature_mc,
        "prepare": checked.prepare,
    }


def measures_map(measured: Measures) -> dict[str, Any]:
    """What was measured, as `wedge.cut_whole` reads it; what was not is left out."""
    found = {
        "tool_id": measured.tool_id and str(measured.tool_id),
        "surface_id": measured.surface_id and str(measured.surface_id),
        "angles_mdeg": measured.angles_mdeg and list(measured.angles_mdeg),
        "presentations": measured.presentations and list(measured.presentations),
        "prepared_at": measured.prepared_at and measured.prepared_at.isoformat(),
    }
    return {name: value for name, value in found.items() if value is not None}
