"""What clings to a tool or cutting surface, and the sanitation that takes it off (BR-07.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allergens import canonical, foreign
from app.domain.food_policy import AllergenPolicy


class SanitationFault(StrEnum):
    """Why a sanitation record does not count."""

    METHOD_MISSING = "method_missing"
    BEFORE_LAST_USE = "before_last_use"
    IN_FUTURE = "in_future"


class SanitationRefused(ValueError):
    """The record was not accepted; `fault` says why."""

    def __init__(self, fault: SanitationFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Sanitation:
    """How, when and confirmed by whom equipment was sanitised."""

    equipment_id: UUID
    method: str
    at: datetime
    confirmed_by: UUID


@dataclass(frozen=True, slots=True)
class Use:
    """Equipment touched a lot that contains these allergens."""

    equipment_id: UUID
    lot_id: UUID
    allergens: frozenset[str]
    at: datetime


@dataclass(frozen=True, slots=True)
class Equipment:
    """A tool or surface with its current allergen category: what it touched since it was clean.

    `category` is None when it is clean; an empty category has touched food without allergens.
    """

    id: UUID
    category: frozenset[str] | None = None
    last_used_at: datetime | None = None
    sanitised: Sanitation | None = None

    def used(self, use: Use) -> "Equipment":
        """After a job: its allergens add to the category."""
        codes = frozenset(canonical(code) for code in use.allergens)
        latest = use.at if self.last_used_at is None else max(self.last_used_at, use.at)
        return Equipment(self.id, (self.category or frozenset()) | codes, latest, self.sanitised)

    def sanitise(self, record: Sanitation, now: datetime) -> "Equipment":
        """Clean again. Raises SanitationRefused without a method, or for a time that cannot be."""
        if not record.method.strip():
            raise SanitationRefused(SanitationFault.METHOD_MISSING)
        if record.at > now:
            raise SanitationRefused(SanitationFault.IN_FUTURE)
        if self.last_used_at is not None and record.at <= self.last_used_at:
            raise SanitationRefused(SanitationFault.BEFORE_LAST_USE)
        return Equipment(self.id, None, self.last_used_at, record)

    def residues(self, job: Iterable[str]) -> frozenset[str]:
        """What clings to it that the job's food does not declare."""
        return foreign(self.category or (), job)

    def needs_sanitation(self, job: Iterable[str], policy: AllergenPolicy) -> bool:
        """Whether a job with these allergens must wait for a sanitation record."""
        if self.category is None:
            return False
        wanted = frozenset(canonical(code) for code in job)
        if policy.sanitise_between_any:
            return self.category != wanted
        return bool(self.residues(wanted))


def equipment_at(
    equipment_id: UUID, uses: Iterable[Use], records: Iterable[Sanitation], now: datetime
) -> Equipment:
    """The state from the log up to `now`, in whatever order its entries come.

    A sanitation at the very moment of a use does not count as after it.
    """
    state = Equipment(equipment_id)
    events: list[tuple[datetime, int, Use | Sanitation]] = [
        (each.at, 1, each) for each in uses if each.equipment_id == equipment_id
    ]
    events += [(each.at, 0, each) for each in records if each.equipment_id == equipment_id]
    for at, _, event in sorted(events, key=lambda each: each[:2]):
        if at > now:
            break
        if isinstance(event, Use):
            state = state.used(event)
        elif event.method.strip():
            state = state.sanitise(event, now)
    return state
