"""Who watches the clock: sensors, or signed checks by hand while they are silent (BR-05.5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.food_policy import ReadingPolicy, ShelfLifePolicy


class Watch(StrEnum):
    """How the time on display is tracked now."""

    AUTOMATIC = "automatic"
    MANUAL_DUE = "manual_due"  # sensors are silent: a signed check is asked for
    MANUAL_KEPT = "manual_kept"  # sensors are silent, the last signed check still holds
    MANUAL_OVERDUE = "manual_overdue"  # a prompt was missed: the manager is alerted


@dataclass(frozen=True, slots=True)
class Tracking:
    """The state now, when a signed check is asked for, and until when it must have been made."""

    watch: Watch
    prompt_at: datetime
    overdue_at: datetime


def tracking(
    last_automatic_at: datetime | None,
    signed: Collection[datetime],
    now: datetime,
    policy: ShelfLifePolicy,
    readings: ReadingPolicy,
) -> Tracking:
    """By the last automatic record and the signed checks (docs/temperatures.md).

    Records from further after `now` than a clock may be ahead count for nothing, so a clock put
    back cannot vouch for food.
    """
    latest = now + readings.clock_skew
    by_hand = max((each for each in signed if each <= latest), default=None)
    sensor = last_automatic_at if last_automatic_at and last_automatic_at <= latest else None
    if sensor is None and by_hand is None:
        sensor = now - readings.silent_after - timedelta(microseconds=1)
    every = policy.manual_check_every
    silent_at = sensor + readings.silent_after if sensor is not None else None
    ends = [each + every for each in (silent_at, by_hand) if each is not None]
    prompts = [
        silent_at if silent_at is not None else now,
        *([by_hand + every - readings.entry_lead] if by_hand is not None else []),
    ]
    overdue_at, prompt_at = max(ends), max(prompts)
    if silent_at is not None and now <= silent_at:
        watch = Watch.AUTOMATIC
    elif now > overdue_at:
        watch = Watch.MANUAL_OVERDUE
    elif now > prompt_at:
        watch = Watch.MANUAL_DUE
    else:
        watch = Watch.MANUAL_KEPT
    return Tracking(watch, prompt_at, overdue_at)
