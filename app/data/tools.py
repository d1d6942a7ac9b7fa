"""Port `Tools` over the server-side functions."""

import json
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports import NewTool


class PgTools(Caller):
    """Cutting tools."""

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
