"""What the staff was taught, as the back office keeps it."""

from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.people import Session
from app.domain.training import Effect, TrainingKind


class Trainings(Protocol):
    """Records of training; they are withdrawn, never changed."""

    async def record(
        self,
        session: Session,
        *,
        request: UUID,
        training_id: UUID,
        staff_id: UUID,
        kind: TrainingKind,
        held_on: date,
        valid_until: date,
        note: str,
    ) -> None:
        """Write one down, by managers, food safety managers and administrators.

        Refused: NOT_PERMITTED (also one's own, where another could), UNKNOWN_ITEM, BAD_QUANTITY
        (detail: held_on, valid_until), BAD_TEXT.
        """

    async def withdraw(self, session: Session, *, request: UUID, training_id: UUID) -> None:
        """It was a mistake: it counts no longer. Refused: CHANGED, UNKNOWN_ITEM."""

    async def effect(self, session: Session, staff_id: UUID) -> tuple[Effect, ...]:
        """Mean scores before and after each training of a person."""
