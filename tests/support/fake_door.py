"""Signing in, in memory."""

from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.refusal import RefusalCode, Refused
from tests.support.fake_feed import FakeFeed

SAMPLE_PIN = "1234"


class FakeDoor:
    """Implements ports.StaffDoor: everybody's PIN is 1234."""

    def __init__(self, feed: FakeFeed, terminal_id: UUID) -> None:
        self._feed = feed
        self._terminal_id = terminal_id

    async def sign_in(self, staff_id: UUID, pin: str) -> Session:
        def work() -> Session:
            staff = self._feed.known.staff.get(staff_id)
            if staff is None or not staff.active or pin != SAMPLE_PIN:
                raise Refused(RefusalCode.WRONG_PIN)
            return Session(new_id(), staff.id, staff.name, staff.role, self._terminal_id)

        return self._feed.run(None, work)

    async def sign_out(self, session: Session) -> None:
        self._feed.run(None, lambda: None)
