"""Ports `Approvals` and `Policies` over the server-side functions."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.data.feed import LiveFeed
from app.data.io_thread import IoThread
from app.data.link import Link
from app.data.pin_caller import PinCaller
from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports import PolicyVersion
from app.services.refusal import RefusalCode, Refused

_HISTORY = """
SELECT c.section, c.version, c.document, c.before, c.note, changer.name AS changed_by,
       approver.name AS approved_by, c.at
  FROM wedge.policy_changes c
  JOIN wedge.staff_names changer ON changer.id = c.changed_by
  JOIN wedge.staff_names approver ON approver.id = c.approved_by
 WHERE c.section = %(section)s ORDER BY c.version DESC"""


class PgApprovals(PinCaller):
    """Asking, and the other person's answer."""

    def __init__(self, io: IoThread, link: Link, feed: LiveFeed) -> None:
        super().__init__(io, link)
        self._feed = feed

    async def ask(
        self,
        session: Session,
        *,
        request: UUID,
        approval_id: UUID,
        action: str,
        subject: Mapping[str, Any],
        amount_minor: int | None,
        reason: str,
    ) -> None:
        """Put the question on every screen."""
        await self._call(
            "ask_approval",
            "uuid,uuid,uuid,text,jsonb,bigint,text",
            session.id,
            request,
            approval_id,
            action,
            json.dumps(dict(subject)),
            amount_minor,
            reason,
        )

    async def approve_with_pin(
        self, session: Session, *, approval_id: UUID, staff_id: UUID, pin: str
    ) -> None:
        """Derive on the I/O side, compare in the database."""
        view = self._feed.view
        person = None if view is None else view.staff.get(staff_id)
        if person is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM, "staff")
        await self._with_pin(
            person, pin, "approve_with_pin", "uuid,uuid,uuid,bytea", session.id, approval_id,
            staff_id,
        )  # fmt: skip

    async def decide(
        self, session: Session, *, request: UUID, approval_id: UUID, granted: bool, comment: str
    ) -> None:
        """Allow or refuse at one's own screen."""
        await self._call(
            "decide_approval",
            "uuid,uuid,uuid,boolean,text",
            session.id,
            request,
            approval_id,
            granted,
            comment,
        )


class PgPolicies(Caller):
    """The rules' versions."""

    async def change(
        self,
        session: Session,
        *,
        request: UUID,
        section: str,
        document: Mapping[str, Any],
        note: str,
        approval_id: UUID,
    ) -> int:
        """Put a new version of one section in force."""
        changed = await self._call(
            "change_policy",
            "uuid,uuid,text,jsonb,text,uuid",
            session.id,
            request,
            section,
            json.dumps(dict(document)),
            note,
            approval_id,
        )
        return int(changed["version"])

    async def switch_extra(self, session: Session, *, request: UUID, on: bool) -> None:
        """Offer one more portion for less, or no longer."""
        await self._call("switch_extra", "uuid,uuid,boolean", session.id, request, on)

    async def history(self, section: str) -> tuple[PolicyVersion, ...]:
        """Its changes, newest first."""
        rows = await self._io.ask(self._link.read(_HISTORY, {"section": section}))
        return tuple(PolicyVersion(*row) for row in rows)
