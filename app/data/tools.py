"""Port `Tools` over the server-side functions."""

import json
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports import NewTool


class PgTools(Caller):
    """Cutting tools, and the probes of holding units."""

    async def set_probe(
        self, session: Session, *, request: UUID, unit_id: UUID, uncertainty_mc: int
    ) -> None:
        """How far a unit's probe may be off."""
        types = "uuid,uuid,uuid,int"
        await self._call("set_probe", types, session.id, request, unit_id, uncertainty_mc)

    async def save(self, session: Session, *, request: UUID, tool: NewTool) -> None:
        """Create or change a tool."""
        document = {
            "id": str(tool.id),
            "code": tool.code,
            "name": tool.name,
            "suits": [str(each) for each in tool.suits],
            "active": tool.active,
        }
        await self._call("save_tool", "uuid,uuid,jsonb", session.id, request, json.dumps(document))
