"""Port `Trainings` over the server-side functions."""

from datetime import date
from typing import Any
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session
from app.domain.training import Effect, TrainingKind


class PgTrainings(Caller):
    """Records of training."""

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
        """Write one down."""
        await self._call(
            "record_training", "uuid,uuid,uuid,uuid,text,date,date,text", session.id, request,
            training_id, staff_id, kind.value, held_on, valid_until, note,
        )  # fmt: skip

    async def withdraw(self, session: Session, *, request: UUID, training_id: UUID) -> None:
        """It counts no longer."""
        await self._call("withdraw_training", "uuid,uuid,uuid", session.id, request, training_id)

    async def effect(self, session: Session, staff_id: UUID) -> tuple[Effect, ...]:
        """Mean scores before and after each training."""
        found = await self._call("training_effect", "uuid,uuid", session.id, staff_id)
        return tuple(_effect(each) for each in found)


def _effect(row: dict[str, Any]) -> Effect:
    before, after = int(row["before"]), int(row["after"])
    return Effect(
        UUID(row["training_id"]),
        int(row["days"]),
        row["before_milli"] / before / 1000 if before else None,
        before,
        row["after_milli"] / after / 1000 if after else None,
        after,
    )
