"""When food must be looked at: at the kitchen's steps, again by risk, and some of it by chance."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from uuid import UUID

from app.domain.catalog import HoldingKind
from app.domain.food_policy import CheckpointPolicy

_SEED_RANGE = 1 << 64


class Step(StrEnum):
    """The mandatory checkpoints of a cut lot, in their order."""

    AFTER_CUT = "after_cut"
    ON_DISPLAY = "on_display"
    HANDOVER = "handover"


class Due(StrEnum):
    """How pressing a check is."""

    SCHEDULED = "scheduled"
    DUE = "due"
    OVERDUE = "overdue"


class ScoreBlock(StrEnum):
    """Why a portion is not sellable for want of a look at it."""

    NO_SCORE = "no_score"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Risk:
    """What makes an early look worth while; each from 0 (none) to 1, values outside are cut off.

    `decay`: share of the way from the first score down to the sale floor; `doubt`: spread of the
    calibrated curve as a share of the prior's; `failures`: share of recent looks that failed.
    """

    decay: float = 0.0
    doubt: float = 0.0
    failures: float = 0.0

    @property
    def level(self) -> float:
        """The worst of the three."""
        return min(1.0, max(0.0, self.decay, self.doubt, self.failures))


def due_state(due_at: datetime, now: datetime, policy: CheckpointPolicy) -> Due:
    """Due from its moment on; overdue once `overdue_after` has gone by and a moment more."""
    if now < due_at:
        return Due.SCHEDULED
    return Due.DUE if now <= due_at + policy.overdue_after else Due.OVERDUE


def recheck_at(
    last_scored_at: datetime,
    kind: HoldingKind,
    policy: CheckpointPolicy,
    *,
    risk: Risk = Risk(),
    floor_at: datetime | None = None,
    watched: bool = False,
) -> datetime:
    """When food in such a unit must be scored again.

    The interval shrinks with risk down to its riskiest share, and again under watch; it never
    reaches past the moment at which the score is predicted to come to the sale floor.
    """
    share = 1.0 - risk.level * (1.0 - float(policy.riskiest_interval_share))
    if watched:
        share *= float(policy.watched_share)
    due_at = last_scored_at + policy.interval(kind) * share
    if floor_at is not None and last_scored_at < floor_at < due_at:
        return floor_at
    return due_at


def score_block(
    last_scored_at: datetime | None,
    due_at: datetime | None,
    now: datetime,
    policy: CheckpointPolicy,
) -> ScoreBlock | None:
    """Why the portion may not be sold: never scored, or its check is overdue (BR-04.1)."""
    if last_scored_at is None or due_at is None:
        return ScoreBlock.NO_SCORE
    overdue = due_state(due_at, now, policy) is Due.OVERDUE
    return ScoreBlock.OVERDUE if overdue else None


def random_check_at(
    portion_id: UUID, start: datetime, end: datetime, policy: CheckpointPolicy
) -> datetime | None:
    """A moment between `start` and `end` for an inspection by chance; None if it drew none.

    Every terminal draws the same: the lot is drawn from the portion's id alone. Without these,
    only food that somebody doubts would be inspected, and the curve would learn from that alone.
    """
    seed = blake2b(portion_id.bytes, digest_size=16, person=b"wedge inspection").digest()
    drawn = int.from_bytes(seed[:8])
    if end <= start or drawn * policy.random_share.denominator >= (
        policy.random_share.numerator * _SEED_RANGE
    ):
        return None
    return start + (end - start) * (int.from_bytes(seed[8:]) / _SEED_RANGE)
