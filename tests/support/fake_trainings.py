"""FakeStore's part for records of training."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.people import Session
from app.domain.training import Effect, Training, TrainingKind
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeTrainings:
    """Implements ports.Trainings."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.effects: tuple[Effect, ...] = ()

    async def record(
        self, session: Session, *, request: UUID, training_id: UUID, staff_id: UUID,
        kind: TrainingKind, held_on: date, valid_until: date, note: str,
    ) -> None:  # fmt: skip
        def work() -> None:
            if staff_id == session.staff_id:
                raise Refused(RefusalCode.NOT_PERMITTED, "another person has to record this")
            row = Training(
                training_id, staff_id, kind, held_on, valid_until, note, session.staff_id,
                self._feed.now(),
            )  # fmt: skip
            self._feed.put((Entity.TRAINING, training_id, row))

        self._feed.run(request, work)

    async def withdraw(self, session: Session, *, request: UUID, training_id: UUID) -> None:
        def work() -> None:
            row = self._feed.known.trainings[training_id]
            gone = replace(row, withdrawn_by=session.staff_id, withdrawn_at=self._feed.now())
            self._feed.put((Entity.TRAINING, training_id, gone))

        self._feed.run(request, work)

    async def effect(self, session: Session, staff_id: UUID) -> tuple[Effect, ...]:
        return self._feed.run(None, lambda: self.effects)
