"""Port `Tasks` over the server-side functions."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Role, Session


class PgTasks(Caller):
    """Opening tasks and saying what came of them."""

    async def open(
        self,
        session: Session | None,
        *,
        request: UUID,
        task_id: UUID,
        kind: str,
        title: str,
        subject: Mapping[str, Any],
        owner: Role,
        due_s: int | None,
    ) -> UUID:
        """The open task of this kind and subject, opened now if there was none."""
        opened = await self._call(
            "open_task",
            "uuid,uuid,uuid,text,text,jsonb,text,int",
            None if session is None else session.id,
            request,
            task_id,
            kind,
            title,
            json.dumps(dict(subject)),
            owner.value,
            due_s,
        )
        return UUID(opened["id"])

    async def close(self, session: Session, *, request: UUID, task_id: UUID, outcome: str) -> None:
        """Say what came of it."""
        await self._call("close_task", "uuid,uuid,uuid,text", session.id, request, task_id, outcome)
