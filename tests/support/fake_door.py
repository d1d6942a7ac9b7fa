"""Signing in, in memory."""

from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Role, Session, Staff
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
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
        def work() -> None:
            staff = self._feed.known.staff
            named = name.strip()
            if not 1 <= len(named) <= 80:
                raise Refused(RefusalCode.BAD_TEXT, "name")
            if pin is None and staff_id not in staff:
                raise Refused(RefusalCode.BAD_TEXT, "pin")
            others = (each for each in staff.values() if each.active and each.id != staff_id)
            if active and named.lower() in {each.name.lower() for each in others}:
                raise Refused(RefusalCode.BAD_TEXT, "name taken")
            salt = staff[staff_id].pin_salt if staff_id in staff else bytes(16)
            person = Staff(staff_id, named, role, salt, active)
            self._feed.put((Entity.STAFF, staff_id, person))

        self._feed.run(request, work)
