"""Port `Allergens` over the server-side functions."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.selling import Caller
from app.domain.equipment import ConcernedReceipt
from app.domain.people import Session
from app.domain.ticket import Service
from app.services.ports import LotFacts, NewSurface, PortionFacts, SanitationEntry
from app.services.refusal import RefusalCode, Refused

_SANITATIONS = """
SELECT s.equipment_id, e.name AS equipment_name, s.method, s.at, s.category,
       p.name AS confirmed_by
  FROM wedge.sanitations s
  JOIN wedge.equipment e ON e.id = s.equipment_id
  JOIN wedge.staff_names p ON p.id = s.confirmed_by
 ORDER BY s.at DESC LIMIT %(limit)s"""

_LOT = """
SELECT id FROM wedge.wholes WHERE upper(code) = upper(%(code)s)
UNION ALL
SELECT whole_id FROM wedge.portions WHERE upper(code) = upper(%(code)s)"""


class PgAllergens(Caller):
    """Avoidance, cutting jobs, sanitation and incidents."""

    async def set_avoidance(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        service: Service,
        codes: Iterable[str],
        withdrawn: bool,
    ) -> None:
        """Replace the order's list."""
        await self._call(
            "set_avoidance",
            "uuid,uuid,uuid,text,text[],boolean",
            session.id,
            request,
            ticket_id,
            service.value,
            sorted(codes),
            withdrawn,
        )

    async def add_to_lot(
        self, session: Session, *, request: UUID, whole_id: UUID, codes: Iterable[str], reason: str
    ) -> None:
        """The lot contains more than its recipe says."""
        await self._call(
            "add_lot_allergens", "uuid,uuid,uuid,text[],text", session.id, request, whole_id,
            sorted(codes), reason,
        )  # fmt: skip

    async def lot_facts(self, code: str) -> LotFacts:
        """Of the whole with this code, or that of the portion."""
        found = await self._call("lot_facts", "text", code)
        stated = found["allergens"]
        return LotFacts(
            UUID(found["id"]),
            found["code"],
            found["product"],
            None if stated is None else tuple(stated),
            tuple(
                ConcernedReceipt(
                    UUID(each["receipt_id"]),
                    each["register"],
                    each["number"],
                    datetime.fromisoformat(each["issued_at"]),
                    tuple(each["portions"]),
                )
                for each in found["receipts"]
            ),
        )

    async def start_cutting(
        self,
        session: Session,
        *,
        request: UUID,
        job_id: UUID,
        whole_id: UUID,
        tool_id: UUID | None,
        surface_id: UUID | None,
    ) -> None:
        """Open a cutting job."""
        await self._call(
            "start_cutting", "uuid,uuid,uuid,uuid,uuid,uuid", session.id, request, job_id,
            whole_id, tool_id, surface_id,
        )  # fmt: skip

    async def abandon_cutting(self, session: Session, *, request: UUID, job_id: UUID) -> None:
        """Close it without a cut."""
        await self._call("abandon_cutting", "uuid,uuid,uuid", session.id, request, job_id)

    async def log_sanitation(
        self, session: Session, *, request: UUID, equipment_id: UUID, method: str
    ) -> None:
        """The signed-in person confirms that it was sanitised now."""
        await self._call(
            "log_sanitation", "uuid,uuid,uuid,text", session.id, request, equipment_id, method
        )

    async def save_surface(self, session: Session, *, request: UUID, surface: NewSurface) -> None:
        """Create or change a surface."""
        document: dict[str, Any] = {
            "id": str(surface.id),
            "code": surface.code,
            "name": surface.name,
            "kind": "surface",
            "station_id": str(surface.station_id) if surface.station_id else None,
            "active": surface.active,
            "suits": [str(each) for each in surface.suits],
        }
        await self._call(
            "save_equipment", "uuid,uuid,jsonb", session.id, request, json.dumps(document)
        )

    async def state_ingredients(
        self, session: Session, *, request: UUID, product_id: UUID, text: str
    ) -> None:
        """Put the words on the product."""
        await self._call(
            "state_ingredients", "uuid,uuid,uuid,text", session.id, request, product_id, text
        )

    async def report_incident(
        self, session: Session, *, request: UUID, incident_id: UUID, whole_id: UUID, note: str
    ) -> None:
        """Block the lot and all that shared its equipment."""
        await self._call(
            "report_incident", "uuid,uuid,uuid,uuid,text", session.id, request, incident_id,
            whole_id, note,
        )  # fmt: skip

    async def read_incident(self, session: Session, *, request: UUID, incident_id: UUID) -> None:
        """It was read at this terminal."""
        await self._call("read_incident", "uuid,uuid,uuid", session.id, request, incident_id)

    async def release_incident(
        self,
        session: Session,
        *,
        request: UUID,
        incident_id: UUID,
        outcome: str,
        approval_id: UUID,
    ) -> None:
        """Put its lots back on sale."""
        await self._call(
            "release_incident", "uuid,uuid,uuid,text,uuid", session.id, request, incident_id,
            outcome, approval_id,
        )  # fmt: skip

    async def lot_of(self, code: str) -> UUID:
        """Also of wholes and portions that are long gone; the back office alone may look."""
        rows = await self._io.ask(self._link.read(_LOT, {"code": code}))
        if not rows:
            raise Refused(RefusalCode.UNKNOWN_ITEM, "code")
        found: UUID = rows[0][0]
        return found

    async def facts(self, portion_id: UUID) -> PortionFacts:
        """Of any portion that ever was."""
        found = await self._call("portion_facts", "uuid", portion_id)
        return PortionFacts(
            found["code"],
            found["batch"],
            datetime.fromisoformat(found["cut_at"]),
            datetime.fromisoformat(found["expires_at"]),
            tuple(found["allergens"]),
            found["ingredients"],
        )

    async def sanitations(self, limit: int = 200) -> tuple[SanitationEntry, ...]:
        """The log, newest first."""
        rows = await self._io.ask(self._link.read(_SANITATIONS, {"limit": limit}))
        return tuple(
            SanitationEntry(
                equipment_id, name, method, at, None if category is None else tuple(category), by
            )
            for equipment_id, name, method, at, category, by in rows
        )  # fmt: skip
