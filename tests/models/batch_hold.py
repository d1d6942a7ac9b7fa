"""One portion fails, its whole batch waits: the evaluation hold and its reviewer (BR-03.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from app.domain.people import Role
from app.domain.portion import QualityStatus
from app.domain.portion_check import ReviewOutcome, may_review

__all__ = ["Batch", "NotAReviewer", "QualityStatus"]


class NotAReviewer(ValueError):
    """The person may not decide about held portions."""


_AFTER = {
    ReviewOutcome.RELEASED: QualityStatus.GOOD,
    ReviewOutcome.MARKED_DOWN: QualityStatus.MARKED_DOWN,
    ReviewOutcome.WASTED: QualityStatus.WASTED,
}


@dataclass(frozen=True, slots=True)
class Batch:
    """The portions of one whole with their quality status."""

    statuses: Mapping[UUID, QualityStatus]

    @classmethod
    def of(cls, portion_ids: Iterable[UUID]) -> "Batch":
        """A batch of good portions."""
        return cls(MappingProxyType(dict.fromkeys(portion_ids, QualityStatus.GOOD)))

    @property
    def sellable(self) -> frozenset[UUID]:
        """The portions that quality lets go on sale."""
        return frozenset(each for each, status in self.statuses.items() if status.sellable)

    def fail(self, portion_id: UUID) -> "Batch":
        """The portion fails its check; all that were sellable are held.

        Raises KeyError for a portion of another batch.
        """
        if portion_id not in self.statuses:
            raise KeyError(portion_id)
        after = {
            each: QualityStatus.HELD if status.sellable else status
            for each, status in self.statuses.items()
        }
        if after[portion_id] is not QualityStatus.WASTED:
            after[portion_id] = QualityStatus.FAILED
        return Batch(MappingProxyType(after))

    def decide(self, outcomes: Mapping[UUID, ReviewOutcome], role: Role) -> "Batch":
        """A reviewer decides about held portions, some or all of them; nothing else changes.

        A failed portion can only be wasted, one in review is decided like a held one. Raises
        NotAReviewer, and ValueError for a decision that the portion's status does not allow; then
        nothing is decided.
        """
        if not may_review(role):
            raise NotAReviewer(role.value)
        after = dict(self.statuses)
        for portion_id, outcome in outcomes.items():
            status = after.get(portion_id)
            wasting = status is QualityStatus.FAILED and outcome is ReviewOutcome.WASTED
            if status not in (QualityStatus.HELD, QualityStatus.REVIEW) and not wasting:
                raise ValueError(f"{portion_id} is not held for review")
            after[portion_id] = _AFTER[outcome]
        return Batch(MappingProxyType(after))
