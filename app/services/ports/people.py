"""Signing in and out."""

from typing import Protocol
from uuid import UUID

from app.domain.people import Session


class StaffDoor(Protocol):
    """Signing in and out."""

    async def sign_in(self, staff_id: UUID, pin: str) -> Session:
        """Refused: WRONG_PIN, PIN_DELAYED, PIN_LOCKED (detail: seconds)."""

    async def sign_out(self, session: Session) -> None: ...
