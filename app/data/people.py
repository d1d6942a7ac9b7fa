"""Port `StaffDoor` over the server-side functions. A PIN is derived here and never sent."""

import asyncio
import secrets
from uuid import UUID

from app.data.feed import LiveFeed
from app.data.io_thread import IoThread
from app.data.link import Link
from app.data.pin_caller import PinCaller
from app.data.pins import BadPin, new_verifier
from app.domain.people import Role, Session
from app.services.refusal import RefusalCode, Refused


class PgStaffDoor(PinCaller):
    """Signing in and out, and who may."""

    def __init__(self, io: IoThread, link: Link, feed: LiveFeed) -> None:
        super().__init__(io, link)
        self._feed = feed

    async def sign_in(self, staff_id: UUID, pin: str) -> Session:
        """Derive on the I/O side, compare in the database."""
        view = self._feed.view
        person = None if view is None else view.staff.get(staff_id)
        if person is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM, "staff")
        found = await self._with_pin(person, pin, "sign_in", "uuid,bytea", staff_id)
        return Session(
            id=UUID(found["id"]),
            staff_id=UUID(found["staff_id"]),
            staff_name=found["staff_name"],
            role=Role(found["role"]),
            terminal_id=UUID(found["terminal_id"]),
        )

    async def sign_out(self, session: Session) -> None:
        """End the session."""
        await self._call("sign_out", "uuid", session.id)

    async def save(
        self,
        session: Session,
        *,
        request: UUID,
        staff_id: UUID,
        name: str,
        role: Role,
        active: bool,
        pin: str | None,
    ) -> None:
        """Derive a new PIN on the I/O side; only its verifier is sent."""
        salt = verifier = None
        if pin is not None:
            salt = secrets.token_bytes(16)
            try:
                verifier = await self._io.ask(asyncio.to_thread(new_verifier, pin, role, salt))
            except BadPin as error:
                raise Refused(RefusalCode.BAD_TEXT, "pin") from error
        await self._call(
            "save_staff", "uuid,uuid,uuid,text,text,boolean,bytea,bytea", session.id, request,
            staff_id, name, role.value, active, salt, verifier,
        )  # fmt: skip
