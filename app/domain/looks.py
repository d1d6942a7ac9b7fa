"""Until when the last look at a portion lasts, by what the portion itself carries."""

from datetime import datetime

from app.domain.catalog import HoldingKind
from app.domain.checkpoints import Risk, ScoreBlock, recheck_at, score_block
from app.domain.food_policy import CheckpointPolicy
from app.domain.portion import Portion


def last_look_at(portion: Portion) -> datetime:
    """The last inspection, or the cut: it was scored there."""
    look = portion.inspected
    return look.at if look is not None and look.at >= portion.cut_at else portion.cut_at


def look_due_at(
    portion: Portion,
    kind: HoldingKind,
    policy: CheckpointPolicy,
    sale_floor: float,
    *,
    watched: bool = False,
    failures: float = 0.0,
    floor_at: datetime | None = None,
) -> datetime:
    """When it must be scored again; at once while a fresh look is demanded.

    The risk is how far its last score had come from the first one towards the sale floor, or the
    share `failures` of the looks at its lot that failed, whichever is worse. `floor_at` is when its
    score is predicted to reach the floor: a look comes before that.
    """
    if portion.recheck_at is not None:
        return portion.recheck_at
    risk = Risk(decay=_decay(portion, sale_floor), failures=failures)
    return recheck_at(
        last_look_at(portion), kind, policy, risk=risk, floor_at=floor_at, watched=watched
    )


def look_lasts_until(
    portion: Portion,
    kind: HoldingKind,
    policy: CheckpointPolicy,
    sale_floor: float,
    *,
    watched: bool = False,
    failures: float = 0.0,
) -> datetime:
    """The last moment at which it may be sold for want of another look."""
    if portion.recheck_at is not None:
        return portion.recheck_at
    due_at = look_due_at(portion, kind, policy, sale_floor, watched=watched, failures=failures)
    return due_at + policy.overdue_after


def look_block(
    portion: Portion,
    kind: HoldingKind,
    now: datetime,
    policy: CheckpointPolicy,
    sale_floor: float,
    *,
    watched: bool = False,
    failures: float = 0.0,
) -> ScoreBlock | None:
    """Why it may not be sold: a fresh look is demanded, or its check is overdue (BR-04.1)."""
    if portion.recheck_at is not None:
        return ScoreBlock.NO_SCORE
    due_at = look_due_at(portion, kind, policy, sale_floor, watched=watched, failures=failures)
    return score_block(last_look_at(portion), due_at, now, policy)


def _decay(portion: Portion, sale_floor: float) -> float:
    look, room = portion.inspected, portion.initial_quality - sale_floor
    if look is None or look.at < portion.cut_at or room <= 0.0:
        return 0.0
    return (portion.initial_quality - look.score) / room
