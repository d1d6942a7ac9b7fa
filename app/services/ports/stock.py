"""Stock actions of kitchen and back office, and what is held for review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.catalog import Storage
from app.domain.people import Session
from app.domain.portion_check import ReviewOutcome


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured at a cut beside the weights; a list has one entry per portion.

    None in a list was not measured; `prepared_at` None is the moment of receiving.
    """

    tool_id: UUID | None = None
    surface_id: UUID | None = None
    angles_mdeg: tuple[int | None, ...] | None = None
    presentations: tuple[float | None, ...] | None = None
    prepared_at: datetime | None = None


class Stock(Protocol):
    """Stock actions of kitchen and back office."""

    async def receive_wholes(
        self,
        session: Session,
        *,
        request: UUID,
        product_id: UUID,
        quantity: int,
        expires_at: datetime,
    ) -> tuple[UUID, ...]: ...

    async def cut_whole(
        self,
        session: Session,
        *,
        request: UUID,
        whole_id: UUID,
        configuration_id: UUID,
        portions: int,
        holding_unit_id: UUID,
        shelf: str,
        presentation: float | None,
        weights_mg: Sequence[int | None] | None = None,
        measured: Measures | None = None,
    ) -> tuple[UUID, ...]:
        """Cut into portions; returns their ids. What is off its standard waits for review.

        `presentation` is the quality score the portions begin with; without one they are not sold
        until `Reviews.score_whole`. Refused: ALREADY_CUT, BAD_PORTION_COUNT, WRONG_TOOL.
        """

    async def waste_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None: ...

    async def waste_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, cause: str
    ) -> None: ...

    async def set_storage(
        self, session: Session, *, request: UUID, holding_unit_id: UUID, storage: Storage
    ) -> None:
        """How far a unit is from the counter."""

    async def record_temperature(
        self, *, request: UUID, holding_unit_id: UUID, temperature_mc: int
    ) -> None: ...


class Reviews(Protocol):
    """Portions that quality holds (docs/portions.md)."""

    async def fail_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None:
        """It failed its check: blocked for good, and its whole batch waits for a reviewer."""

    async def decide(
        self,
        session: Session,
        *,
        request: UUID,
        portion_ids: Sequence[UUID],
        outcome: ReviewOutcome,
        reason: str,
        markdown_bp: int = 0,
    ) -> None:
        """Release, mark down or waste held portions: all of these or none.

        Refused: NOT_PERMITTED (role; looks too poor to be sold), CHANGED (detail: codes that are
        not held, or not to be decided like this), BAD_TEXT without a reason, BAD_PRICE.
        """

    async def score_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, score: float
    ) -> None:
        """Give a whole that was cut without a quality score its score."""
