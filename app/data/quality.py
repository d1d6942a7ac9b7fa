"""Port `Quality` over the server-side functions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.data.selling import Caller, candidate_map
from app.domain.calibration import Calibration
from app.domain.inspection import Inspection, InspectionKind, Outcome, Prediction, Seen
from app.domain.people import Session
from app.domain.safety_limits import Disposition
from app.services.ports import Candidate
from app.services.ports.quality import NOTHING_FREE

_INSPECTIONS = """
SELECT i.id, i.at, i.product_id, i.holding_unit_id, p.code, i.kind, i.score, i.predicted,
       i.effective_age_s, i.passed, i.causes, s.name AS by
  FROM wedge.inspections i
  JOIN wedge.portions p ON p.id = i.portion_id
  JOIN wedge.staff_names s ON s.id = i.staff_id
 WHERE i.at >= %(since)s ORDER BY i.at DESC LIMIT 5000"""

_CALIBRATIONS = """
SELECT product_id, holding_unit_id, prior_theta, theta, variance, inspections
  FROM wedge.calibrations ORDER BY inspections DESC, product_id, holding_unit_id"""


class PgQuality(Caller):
    """Inspections, extensions, waste of many, readings, watches and curves."""

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
        """Write one look down."""
        found = await self._call(
            "record_inspection",
            "uuid,uuid,uuid,uuid,jsonb,jsonb,jsonb",
            session.id,
            request,
            inspection_id,
            portion_id,
            json.dumps(seen_map(seen)),
            json.dumps(prediction_map(prediction)),
            json.dumps(
                {str(line): [candidate_map(c) for c in each] for line, each in candidates.items()}
            ),
        )
        stand_in = found["stand_in"]
        return Outcome(found["passed"], found["late"], UUID(stand_in) if stand_in else None)

    async def extend_life(
        self, session: Session, *, request: UUID, whole_id: UUID, until_s: int, approval_id: UUID
    ) -> None:
        """Move a lot's quality limit, once."""
        await self._call(
            "extend_life",
            "uuid,uuid,uuid,bigint,uuid",
            session.id,
            request,
            whole_id,
            until_s,
            approval_id,
        )

    async def waste_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID], cause: str
    ) -> None:
        """Throw several portions away at once."""
        await self._call(
            "waste_portions",
            "uuid,uuid,uuid[],text",
            session.id,
            request,
            list(portion_ids),
            cause,
        )

    async def hold_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID]
    ) -> None:
        """Keep unsafe portions apart."""
        ids = list(portion_ids)
        await self._call("hold_portions", "uuid,uuid,uuid[]", session.id, request, ids)

    async def record_reading(
        self,
        *,
        request: UUID,
        holding_unit_id: UUID,
        sensor: str,
        at: datetime,
        temperature_mc: int,
    ) -> str | None:
        """Report a reading with the sensor's own time."""
        found = await self._call(
            "record_reading",
            "uuid,uuid,text,timestamptz,int",
            request,
            holding_unit_id,
            sensor,
            at,
            temperature_mc,
        )
        finding: str | None = found["finding"]
        return finding

    async def sign_check(
        self,
        session: Session,
        *,
        request: UUID,
        check_id: UUID,
        holding_unit_id: UUID,
        temperature_mc: int,
    ) -> None:
        """Sign a temperature taken by hand."""
        await self._call(
            "sign_check", "uuid,uuid,uuid,uuid,int", session.id, request, check_id,
            holding_unit_id, temperature_mc,
        )  # fmt: skip

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
        """Complete the corrective action of a deviation."""
        await self._call(
            "complete_correction", "uuid,uuid,uuid,text,text,jsonb", session.id, request,
            deviation_id, cause, action,
            json.dumps({str(lot): each.value for lot, each in lots.items()}),
        )  # fmt: skip

    async def decide_held_lot(
        self,
        session: Session,
        *,
        request: UUID,
        deviation_id: UUID,
        whole_id: UUID,
        disposition: Disposition,
    ) -> None:
        """Release or waste a lot on hold."""
        await self._call(
            "decide_held_lot", "uuid,uuid,uuid,uuid,text", session.id, request, deviation_id,
            whole_id, disposition.value,
        )  # fmt: skip

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
        """Put a learned curve in force."""
        await self._call(
            "adopt_curve", "uuid,uuid,uuid,uuid,double precision,uuid", session.id, request,
            product_id, holding_unit_id, e7.total_seconds(), approval_id,
        )  # fmt: skip

    async def reset_watch(self, session: Session, *, request: UUID, subject_id: UUID) -> None:
        """End a watch."""
        await self._call("reset_watch", "uuid,uuid,uuid", session.id, request, subject_id)

    async def check_effect(
        self, session: Session, *, request: UUID, task_id: UUID, finding: str
    ) -> None:
        """Write down whether an improvement helped."""
        await self._call(
            "check_effect", "uuid,uuid,uuid,text", session.id, request, task_id, finding
        )

    async def inspections(self, since: datetime) -> tuple[Inspection, ...]:
        """Newest first."""
        rows = await self._io.ask(self._link.read(_INSPECTIONS, {"since": since}))
        return tuple(_inspection(row) for row in rows)

    async def calibrations(self) -> tuple[tuple[Calibration, float], ...]:
        """Each with its prior."""
        rows = await self._io.ask(self._link.read(_CALIBRATIONS, {}))
        return tuple(
            (
                Calibration(product_id, unit_id, theta, variance, inspections),
                prior_theta,
            )
            for product_id, unit_id, prior_theta, theta, variance, inspections in rows
        )


def seen_map(seen: Seen) -> dict[str, Any]:
    """`seen` as the database function reads it."""
    return {
        "kind": seen.kind.value,
        "step": seen.step.value if seen.step else None,
        "score": seen.score,
        "passed": seen.passed,
        "causes": list(seen.causes),
        "note": seen.note,
        "temperature_mc": seen.temperature_mc,
        "epoch": seen.epoch,
    }


def prediction_map(prediction: Prediction) -> dict[str, float]:
    """`prediction` as the database function reads it."""
    return {"score": prediction.score, "effective_age_s": prediction.effective_age_s}


def _inspection(row: tuple[Any, ...]) -> Inspection:
    found = Inspection(*row)
    return replace(found, kind=InspectionKind(found.kind), causes=tuple(found.causes))
