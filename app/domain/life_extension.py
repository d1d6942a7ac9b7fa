"""The emergency extension: of quality only, once, by a food-safety manager (BR-05.7)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.food_policy import ShelfLifePolicy
from app.domain.people import Role


class ExtensionFault(StrEnum):
    """Why a life was not extended; several can hold, the first in this order is named."""

    ROLE = "role"
    REASON_MISSING = "reason_missing"
    ALREADY_EXTENDED = "already_extended"
    TEMPERATURE_VIOLATED = "temperature_violated"
    EXPIRED = "expired"
    NOT_LATER = "not_later"
    PAST_SAFETY_LIMIT = "past_safety_limit"
    TOO_LONG = "too_long"


class ExtensionRefused(ValueError):
    """The life stays as it is; `fault` says why."""

    def __init__(self, fault: ExtensionFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Extension:
    """One granted extension, as the journal keeps it."""

    granted_by: UUID
    granted_at: datetime
    reason: str
    from_at: datetime
    to_at: datetime


@dataclass(frozen=True, slots=True)
class LotLife:
    """The two limits of one lot. Quality ends at or before safety; safety never moves.

    Raises ValueError when the quality limit lies past the safety limit.
    """

    lot_id: UUID
    quality_until: datetime
    safety_until: datetime
    temperature_violated: bool = False
    extension: Extension | None = None

    def __post_init__(self) -> None:
        if self.quality_until > self.safety_until:
            raise ValueError("a quality limit never lies past the safety limit")


def extend(
    lot: LotLife,
    to_at: datetime,
    by: tuple[UUID, Role],
    reason: str,
    now: datetime,
    policy: ShelfLifePolicy,
) -> LotLife:
    """The lot with its later quality limit and the record of who did it.

    Raises ExtensionRefused.
    """
    staff_id, role = by
    longest = min(lot.quality_until + policy.max_extension, lot.safety_until)
    checks = (
        (ExtensionFault.ROLE, role is not Role.FOOD_SAFETY_MANAGER),
        (ExtensionFault.REASON_MISSING, not reason.strip()),
        (ExtensionFault.ALREADY_EXTENDED, lot.extension is not None),
        (ExtensionFault.TEMPERATURE_VIOLATED, lot.temperature_violated),
        (ExtensionFault.EXPIRED, now >= lot.quality_until),
        (ExtensionFault.NOT_LATER, to_at <= lot.quality_until),
        (ExtensionFault.PAST_SAFETY_LIMIT, to_at > lot.safety_until),
        (ExtensionFault.TOO_LONG, to_at > longest),
    )
    for fault, holds in checks:
        if holds:
            raise ExtensionRefused(fault)
    granted = Extension(staff_id, now, reason.strip(), lot.quality_until, to_at)
    return replace(lot, quality_until=to_at, extension=granted)
