"""Who watches the clock: sensors, or signed checks by hand while they are silent (BR-05.5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.food_policy import ShelfLifePolicy


class Watch(StrEnum):
    """How the time on display is tracked now."""

    AUTOMATIC = "automatic"
    MANUAL_DUE = "manual_due"  # sensors are silent: a signed check is asked for
    MANUAL_KEPT = "manual_kept"  # sensors are silent, the last signed check still holds
    MANUAL_OVERDUE = "manual_overdue"  # a prompt was missed: the manager is alerted


@dataclass(frozen=True, slots=True)
class Tracking:
    """The state now, the next prompt for a signed check, and when missing it becomes overdue."""

    watch: Watch
    prompt_at: datetime
    overdue_at: datetime


def tracking(
    last_automatic_at: datetime,
    signed: Collection[datetime],
    now: datetime,
    policy: ShelfLifePolicy,
) -> Tracking:
    """By the last automatic record and the signed checks made since.

    Records from after `now` count for nothing, so a clock put back cannot vouch for food.
    """
    every = policy.manual_check_every
    marks = [each for each in (last_automatic_at, *signed) if each <= now]
    latest = max(marks, default=now - every)
    prompt_at, overdue_at = latest + every, latest + 2 * every
    if now >= overdue_at:
        watch = Watch.MANUAL_OVERDUE
    elif now >= prompt_at:
        watch = Watch.MANUAL_DUE
    elif timedelta(0) <= now - last_automatic_at < every:
        watch = Watch.AUTOMATIC
    else:
        watch = Watch.MANUAL_KEPT
    return Tracking(watch, prompt_at, overdue_at)
