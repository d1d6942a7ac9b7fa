"""Inspections, checks and time control."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Protocol
from uuid import UUID

from app.domain.calibration import Calibration
from app.domain.inspection import Inspection, Outcome, Prediction, Seen
from app.domain.people import Session
from app.domain.safety_limits import Disposition
from app.services.ports.selling import Candidate

NOTHING_FREE: Mapping[UUID, Sequence[Candidate]] = MappingProxyType({})


class Quality(Protocol):
    """Looking at food, and what follows from it (docs/quality.md, docs/shelf-life.md)."""

    async def record_inspection(
        self,
        session: Session,
        *,
        request: UUID,
        inspection_id: UUID,
        portion_id: UUID,
        seen: Seen,
        prediction: Prediction,
        candidates: Mapping[UUID, Sequence[Candidate]] = NOTHING_FREE,
    ) -> Outcome:
        """Write it down; the score is the portion's own at once, and what failed leaves sale.

        `candidates` are by order line. The first free one of a line's takes the place of its
        portion, price kept, when that failed or when the look found its lot below the sale floor.
        Refused: CHECKPOINT_MISSING (detail: the skipped step), BAD_TEXT (a failure without cause),
        BAD_QUANTITY, CHANGED (served, wasted or sold meanwhile).
        """

    async def extend_life(
        self, session: Session, *, request: UUID, whole_id: UUID, until_s: int, approval_id: UUID
    ) -> None:
        """Move the lot's quality limit to `until_s` (Unix seconds), once.

        The approval is for QUALITY_EXTENSION with the subject {"whole_id", "until_s"}.
        Refused: EXTENSION_REFUSED (detail: the fault's name), APPROVAL_NEEDED, APPROVAL_INVALID.
        """

    async def waste_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID], cause: str
    ) -> None:
        """Book all of them as waste, or none. Refused: CHANGED (detail: codes on an order)."""

    async def hold_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID]
    ) -> None:
        """Keep unsafe food apart until it is booked. Refused: CHANGED (detail: which is not)."""

    async def record_reading(
        self,
        *,
        request: UUID,
        holding_unit_id: UUID,
        sensor: str,
        at: datetime,
        temperature_mc: int,
    ) -> str | None:
        """A sensor's reading with its own time. Returns what was merged or put in its place by the
        name of app.domain.readings.Finding. Refused: BAD_READING (impossible, future).
        """

    async def sign_check(
        self,
        session: Session,
        *,
        request: UUID,
        check_id: UUID,
        holding_unit_id: UUID,
        temperature_mc: int,
    ) -> None:
        """A temperature taken by hand, signed by the session's person: a reading like any other,
        and the end of the alert about a missed check. Refused: BAD_READING (impossible).
        """

    async def complete_correction(
        self,
        session: Session,
        *,
        request: UUID,
        deviation_id: UUID,
        cause: str,
        action: str,
        lots: Mapping[UUID, Disposition],
    ) -> None:
        """The corrective action of a critical limit violation (docs/temperatures.md); `lots` says
        of each lot (whole) that is still blocked what becomes of it. Refused: DISPOSITION_MISSING,
        CHANGED once somebody completed it, NOT_PERMITTED to release, TEMPERATURE_VIOLATED while
        the unit of a lot to release is not proven to keep its limits.
        """

    async def decide_held_lot(
        self,
        session: Session,
        *,
        request: UUID,
        deviation_id: UUID,
        whole_id: UUID,
        disposition: Disposition,
    ) -> None:
        """Release or waste a lot that a corrective action put on hold. Refused as above."""

    async def adopt_curve(
        self,
        session: Session,
        *,
        request: UUID,
        product_id: UUID,
        holding_unit_id: UUID,
        e7: timedelta,
        approval_id: UUID | None,
    ) -> None:
        """Put the learned curve in force: a version of the product's curve like one by hand.

        `e7` is the learned time that was approved (POLICY_CHANGE, the subject of `curve_subject`).
        Refused: NOT_READY with too few inspections, CHANGED when they teach another time by now,
        APPROVAL_NEEDED, APPROVAL_INVALID.
        """

    async def reset_watch(self, session: Session, *, request: UUID, subject_id: UUID) -> None:
        """End the watch on a product or holding unit."""

    async def check_effect(
        self, session: Session, *, request: UUID, task_id: UUID, finding: str
    ) -> None:
        """Write down whether an improvement did any good."""

    async def inspections(self, since: datetime) -> tuple[Inspection, ...]:
        """Newest first; back office."""

    async def calibrations(self) -> "tuple[tuple[Calibration, float], ...]":
        """Each with ln of the Weibull scale that it began with; back office."""
