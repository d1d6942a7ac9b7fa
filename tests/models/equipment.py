"""What clings to a tool or cutting surface, and the sanitation that takes it off (BR-07.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.allergens import canonical, foreign
from app.domain.food_policy import AllergenPolicy


@dataclass(frozen=True, slots=True)
class Sanitation:
    """How, when and confirmed by whom equipment was sanitised."""

    equipment_id: UUID
    method: str
    at: datetime
    confirmed_by: UUID


@dataclass(frozen=True, slots=True)
class Equipment:
    """A tool or surface with its current allergen category: what it touched since it was clean.

    `category` is None when it is clean; an empty category has touched food without allergens.
    """

    id: UUID
    category: frozenset[str] | None = None
    last_used_at: datetime | None = None
    sanitised: Sanitation | None = None

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
