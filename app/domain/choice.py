"""Which portion to take: the oldest acceptable one first (docs/allocation.md)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
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

    Safety comes first: past its limit, quarantined, held by quality, in doubt or held outside the
    critical limits is BLOCKED whatever its score.
    """
    if portion.state in _SOLD_STATES:
        return Availability.SOLD
    if not portion.quality_status.sellable:
        return Availability.BLOCKED
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


def tracking_number(code: str) -> int:
    """The number in a portion's code: "M-1182" is 1182. Codes without one count as 0."""
    digits = code.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A free portion with what decides its turn; `wedge` is its place of `wedges` in its whole."""

    id: UUID
    number: int
    whole_id: UUID
    wedge: int
    wedges: int
    sell_until: datetime


def in_turn(waiting: Iterable[Waiting], quantity: int = 1) -> list[Waiting]:
    """One product's free portions in the order in which they should go (POS-04.2).

    The one whose time ends first, then from the whole with fewest left, then the lowest number.
    For a `quantity` above 1, portions of one whole and time that lie side by side come together.
    Predicted moments are compared in whole seconds, so that float noise never decides.
    """
    portions = list(waiting)
    # Keyed by the plain number: hashing and comparing UUIDs costs most of a sort.
    wholes: dict[int, tuple[int, int]] = {}
    for each in portions:
        left, lowest = wholes.get(each.whole_id.int, (0, each.number))
        wholes[each.whole_id.int] = (left + 1, min(lowest, each.number))
    keyed = [
        (
            (each.sell_until.replace(microsecond=0), *wholes[each.whole_id.int], each.whole_id.int),
            each.number,
            each.id.int,
            each,
        )
        for each in portions
    ]
    keyed.sort(key=itemgetter(0, 1, 2))
    if quantity <= 1:
        return [each for *_, each in keyed]
    ordered: list[Waiting] = []
    for _, members in groupby(keyed, key=itemgetter(0)):
        ordered += _side_by_side([each for *_, each in members], quantity - len(ordered))
    return ordered


def _side_by_side(members: list[Waiting], wanted: int) -> list[Waiting]:
    """`members` of one whole with `wanted` neighbours first, out of the smallest gapless run.

    Longer runs stay whole for a later order. Without a long enough run the longest comes first.
    """
    if not 1 < wanted < len(members):
        return members
    runs = _runs(members)
    enough = [run for run in runs if len(run) >= wanted]
    if enough:
        best = min(enough, key=lambda run: (len(run), min(each.number for each in run)))
        first = best[:wanted]
    else:
        runs.sort(key=lambda run: (-len(run), min(each.number for each in run)))
        first = [each for run in runs for each in run][:wanted]
    taken = {each.id.int for each in first}
    return first + [each for each in members if each.id.int not in taken]


def _runs(members: Sequence[Waiting]) -> list[list[Waiting]]:
    """The gapless runs around the whole, clockwise; one that covers it starts at the lowest."""
    by_wedge = {each.wedge: each for each in members}
    count = max(*(each.wedges for each in members), 1 + max(by_wedge))
    starts = [wedge for wedge in sorted(by_wedge) if (wedge - 1) % count not in by_wedge]
    if not starts:
        starts = [min(members, key=lambda each: each.number).wedge]
    runs: list[list[Waiting]] = []
    for start in starts:
        run = [by_wedge[start]]
        while (wedge := (start + len(run)) % count) in by_wedge and wedge != start:
            run.append(by_wedge[wedge])
        runs.append(run)
    return runs
