"""What the staff was taught, and until when it counts (docs/training.md). Days are the store's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.checkpoints import Step


class TrainingKind(StrEnum):
    """What is taught."""

    QUALITY = "quality"
    PORTIONING = "portioning"
    FOOD_HANDLING = "food_handling"
    ALLERGENS = "allergens"


class Standing(StrEnum):
    """How one kind of training of one person stands on a day."""

    NONE = "none"
    VALID = "valid"
    ENDING = "ending"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Training:
    """One record. It counts from `held_on` to `valid_until`, both included, unless withdrawn."""

    id: UUID
    staff_id: UUID
    kind: TrainingKind
    held_on: date
    valid_until: date
    note: str
    recorded_by: UUID
    recorded_at: datetime
    withdrawn_by: UUID | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Mean scores of so many whole days before and after a training, the day itself left out.

    `before` and `after` are how many looks the means are of; a mean of none is None.
    """

    training_id: UUID
    days: int
    before_mean: float | None
    before: int
    after_mean: float | None
    after: int


def kinds_to_sign(step: Step | None) -> tuple[TrainingKind, ...]:
    """What signs a look: quality training, and for the check after a cut portioning too."""
    if step is Step.AFTER_CUT:
        return (TrainingKind.QUALITY, TrainingKind.PORTIONING)
    return (TrainingKind.QUALITY,)


def trained_until(
    trainings: Iterable[Training], staff_id: UUID, kind: TrainingKind, today: date
) -> date | None:
    """The last day on which it counts, as known `today`; None: it was never held."""
    return max(
        (
            each.valid_until
            for each in trainings
            if each.staff_id == staff_id
            and each.kind is kind
            and each.held_on <= today
            and each.withdrawn_at is None
        ),
        default=None,
    )


def standing(until: date | None, today: date, warning: timedelta) -> Standing:
    """Ending while fewer days than `warning` are left, the last one among them."""
    if until is None:
        return Standing.NONE
    if until < today:
        return Standing.LAPSED
    return Standing.ENDING if until - today <= warning else Standing.VALID


def binding_kinds(
    trainings: Iterable[Training], kinds: Iterable[TrainingKind], *, required: bool
) -> tuple[TrainingKind, ...]:
    """Of `kinds` those that bind: the policy asks for them, and the shop keeps such records."""
    if not required:
        return ()
    kept = {each.kind for each in trainings if each.withdrawn_at is None}
    return tuple(kind for kind in kinds if kind in kept)
