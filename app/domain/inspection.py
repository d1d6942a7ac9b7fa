"""One look at a portion: what is written down, and the prediction it is held against."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.checkpoints import Step


class InspectionKind(StrEnum):
    """Why somebody looked."""

    CHECKPOINT = "checkpoint"  # a step of the kitchen's work; `step` says which
    RANDOM = "random"
    RECHECK = "recheck"
    HANDOVER = "handover"


class FailCause(StrEnum):
    """What can be wrong with a portion: the keys of the inspection sheet."""

    DRY_EDGE = "dry edge"
    UNEVEN_CUT = "uneven cut"
    DAMAGE = "damage"
    AGE = "age"
    TEMPERATURE = "temperature"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the inspector saw. A score under the sale floor fails by itself; `passed` False fails
    whatever the score. A failure names its causes.
    """

    kind: InspectionKind
    score: float
    step: Step | None = None
    passed: bool = True
    causes: tuple[str, ...] = ()
    note: str = ""
    temperature_mc: int | None = None
    epoch: int | None = None
    """The version that was looked at; another one is refused. None: whatever it is."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the system said of the portion just before: its live score, and its effective age since
    the cut in seconds.
    """

    score: float
    effective_age_s: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the store made of it. `stand_in` is the portion that took its place on an order."""

    passed: bool
    late: bool
    stand_in: UUID | None


@dataclass(frozen=True, slots=True)
class Inspection:
    """One that was recorded, for the back office's plots."""

    id: UUID
    at: datetime
    product_id: UUID
    holding_unit_id: UUID
    code: str
    kind: InspectionKind
    score: float
    predicted: float
    effective_age_s: float
    passed: bool
    causes: tuple[str, ...]
    by: str
