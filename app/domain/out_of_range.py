"""How long food was out of its temperature: summed over all its readings, gaps included.

Between two readings the temperature runs straight. A reading is carried for `carry`; what lies
beyond was not observed and counts as outside, for nobody can say that it was not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from app.domain.exposure import unix_s
from app.domain.safety_limits import SafetyLimits

_Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outside:
    """The stretches out of range, as (from, to) in Unix seconds, apart and ascending."""

    stretches: tuple[_Stretch, ...]

    @property
    def total(self) -> timedelta:
        return timedelta(seconds=sum(end - start for start, end in self.stretches))

    def within(self, allowed: timedelta) -> bool:
        """Whether it stayed inside, or left once and for no longer than allowed."""
        return not self.stretches or (len(self.stretches) == 1 and self.total <= allowed)


def time_outside(
    readings: Sequence[tuple[float, int]],
    limits: SafetyLimits,
    start: datetime,
    end: datetime,
    carry: timedelta,
) -> Outside:
    """The time from `start` to `end` out of the safety limits; readings ascend in time."""
    if limits.min_mc is None and limits.max_mc is None:
        return Outside(())
    first, last = unix_s(start), unix_s(end)
    joined: list[_Stretch] = []
    for begin, finish in _outside(readings, limits, last, carry.total_seconds(), first):
        low, high = max(begin, first), min(finish, last)
        if low >= high:
            continue
        if joined and low <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(high, joined[-1][1])
        else:
            joined.append((low, high))
    return Outside(tuple(joined))


def _outside(
    readings: Sequence[tuple[float, int]],
    limits: SafetyLimits,
    end: float,
    carry_s: float,
    start: float,
) -> Iterator[_Stretch]:
    if not readings:
        yield start, end
        return
    yield start, readings[0][0]
    for index, (time, value) in enumerate(readings):
        following = readings[index + 1] if index + 1 < len(readings) else None
        until = end if following is None else following[0]
        if following is not None and until - time <= carry_s:
            yield from _on_line((time, value), following, limits)
            continue
        carried = min(until, time + carry_s)
        if _is_out(value, limits):
            yield time, carried
        yield carried, until


def _on_line(
    one: tuple[float, int], other: tuple[float, int], limits: SafetyLimits
) -> Iterator[_Stretch]:
    """The parts of a straight line between two readings that lie outside."""
    (begin, low), (finish, high) = one, other
    cuts = {begin, finish}
    for limit in (limits.min_mc, limits.max_mc):
        if limit is not None and low != high and min(low, high) < limit < max(low, high):
            cuts.add(begin + (finish - begin) * (limit - low) / (high - low))
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        share = ((left + right) / 2 - begin) / (finish - begin)
        if _is_out(low + (high - low) * share, limits):
            yield left, right


def _is_out(value: float, limits: SafetyLimits) -> bool:
    return (limits.min_mc is not None and value < limits.min_mc) or (
        limits.max_mc is not None and value > limits.max_mc
    )
