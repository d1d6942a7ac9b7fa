"""After an allergen incident: which lots to block and whose receipts to find (BR-07.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.allergen_state import Sanitation, Use
from app.domain.food_policy import AllergenPolicy


@dataclass(frozen=True, slots=True)
class SoldLot:
    """A receipt and one lot that it contains."""

    receipt_id: UUID
    lot_id: UUID
    sold_at: datetime


@dataclass(frozen=True, slots=True)
class Incident:
    """What a report sets off at once."""

    lot_id: UUID
    reported_at: datetime
    blocked: frozenset[UUID]
    receipts: tuple[UUID, ...]
    """Oldest sale first, each once."""
    task_due_at: datetime


def report_incident(
    lot_id: UUID,
    uses: Sequence[Use],
    sanitations: Sequence[Sanitation],
    sold: Iterable[SoldLot],
    now: datetime,
    policy: AllergenPolicy,
) -> Incident:
    """Block the lot and every lot that shared a tool or surface with it between sanitations.

    Lots cut before it count as well as those after: nobody knows yet which one brought the
    allergen. A sanitation at the very moment of a cut separates nothing.
    """
    blocked = {lot_id}
    for own in uses:
        if own.lot_id == lot_id:
            blocked.update(
                other.lot_id
                for other in uses
                if other.equipment_id == own.equipment_id
                and not _separated(own, other, sanitations)
            )
    concerned = sorted(
        (each for each in sold if each.lot_id in blocked),
        key=lambda each: (each.sold_at, each.receipt_id),
    )
    receipts = tuple(dict.fromkeys(each.receipt_id for each in concerned))
    return Incident(lot_id, now, frozenset(blocked), receipts, now + policy.incident_due)


def _separated(one: Use, other: Use, sanitations: Iterable[Sanitation]) -> bool:
    first, last = sorted((one.at, other.at))
    return any(
        each.equipment_id == one.equipment_id and first < each.at < last for each in sanitations
    )
