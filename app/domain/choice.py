"""Which portion to take: the oldest acceptable one first (docs/allocation.md)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.policy import QualityPolicy
from app.domain.portion import Portion, PortionState


class Availability(StrEnum):
    """What stands in the way of selling a portion that is still in the store."""

    FREE = "free"
    RESERVED = "reserved"
    BLOCKED = "blocked"
    SOLD = "sold"


_BLOCKED_STATES = (PortionState.QUARANTINED, PortionState.IN_DOUBT)
_SOLD_STATES = (PortionState.COMMITTED, PortionState.SERVED, PortionState.WASTED)


def availability(
    portion: Portion,
    score: float,
    policy: QualityPolicy,
    now: datetime,
    *,
    temperature_ok: bool,
) -> Availability:
    """Whether the portion can be sold at `now`; a reservation past its deadline counts as free.

    Safety comes first: past its limit, quarantined, in doubt or held outside the critical limits
    is BLOCKED whatever its score.
    """
    if portion.state in _SOLD_STATES:
        return Availability.SOLD
    if portion.state in _BLOCKED_STATES or now >= portion.expires_at or not temperature_ok:
        return Availability.BLOCKED
    if score < policy.sale_floor:
        return Availability.BLOCKED
    if portion.state is PortionState.RESERVED and not hold_lapsed(portion, now):
        return Availability.RESERVED
    return Availability.FREE


def hold_lapsed(portion: Portion, now: datetime) -> bool:
    """Whether a reserved portion's hold is over by the server clock."""
    return portion.reserved_until is not None and now >= portion.reserved_until


@dataclass(frozen=True, slots=True)
class Choosable:
    """A free portion with what decides its turn."""

    portion: Portion
    sell_until: datetime
    left_in_whole: int


def turn(choosable: Choosable) -> tuple[datetime, datetime, int, int, UUID]:
    """Sort key: sells out first, then cut first, then the emptiest whole, the next wedge, the id.

    Predicted moments are compared in whole seconds, so that float noise never decides.
    """
    portion = choosable.portion
    return (
        choosable.sell_until.replace(microsecond=0),
        portion.cut_at,
        choosable.left_in_whole,
        portion.wedge,
        portion.id,
    )
