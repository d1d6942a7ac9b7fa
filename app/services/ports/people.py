"""Signing in and out, and who may."""

from typing import Protocol
from uuid import UUID

from app.domain.people import Role, Session


class StaffDoor(Protocol):
    """Signing in and out."""

    async def sign_in(self, staff_id: UUID, pin: str) -> Session:
        """Refused: WRONG_PIN, PIN_DELAYED, PIN_LOCKED (detail: seconds)."""

    async def sign_out(self, session: Session) -> None: ...

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
        """Take somebody on, or change what is kept of them; `pin` None leaves the PIN.

        Managers keep those who sell, serve and cook, administrators everybody.
        Refused: NOT_PERMITTED, BAD_TEXT (detail: name, name taken, pin).
        """
