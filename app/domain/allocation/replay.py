"""Past tickets played again with other weights (FUL-09.3)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.domain.allocation.assign import allocate
from app.domain.allocation.request import NO_FORECAST, Demand, OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.policy import AllocationPolicy, QualityPolicy

_BAND_MILLI = 500
"""Pass rates are learned per half point of score."""
_PRIOR_CHECKS = 4
"""Checks at the overall rate that every band starts with."""


@dataclass(frozen=True, slots=True)
class PastTicket:
    """A stored decision: what was asked for, when, and with which forecast."""

    at: datetime
    lines: tuple[OrderLine, ...]
    demand: Demand = NO_FORECAST


@dataclass(frozen=True, slots=True)
class PastCheck:
    """A first check that really took place: the score then, and whether the portion passed."""

    score_milli: int
    passed: bool


@dataclass(frozen=True, slots=True)
class PastDays:
    """What is replayed. `appraise` gives a portion as it would have been at a moment, unsold.

    It returns None before the portion was cut. `portions` says until when each could be sold;
    `until` ends the replay: portions that could be sold no longer by then have expired.
    """

    tickets: tuple[PastTicket, ...]
    portions: Mapping[UUID, datetime]
    appraise: Callable[[UUID, datetime], StockPortion | None]
    checks: tuple[PastCheck, ...]
    until: datetime
    lives: Mapping[UUID, tuple[datetime, datetime]] = field(default_factory=dict)
    """From when to when `appraise` may answer at all; it is asked at any time where that is not
    known. So a month costs what its days cost, and not their square."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of one policy; the pass rate in basis points, None when nothing was served."""

    policy_version: int
    served: int
    unfilled: int
    expired: int
    first_check_pass_bp: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two policies on the same days, side by side."""

    current: Replayed
    proposed: Replayed


def compare(
    days: PastDays,
    current: AllocationPolicy,
    proposed: AllocationPolicy,
    quality: QualityPolicy,
) -> Comparison:
    """Both figures beside the current ones; nothing that sells is touched."""
    return Comparison(replay(days, current, quality), replay(days, proposed, quality))


def replay(days: PastDays, policy: AllocationPolicy, quality: QualityPolicy) -> Replayed:
    """Play the tickets in their order under `policy`.

    What the policy did not take stays in stock for the next ticket, so a choice has its later
    consequences too. Whether an unseen choice would have passed its check is estimated from the
    real checks at that score.
    """
    rate = pass_rate(days.checks)
    left = set(days.portions)
    shelf = _Shelf(days)
    served, unfilled, passes = 0, 0, 0.0
    for ticket in sorted(days.tickets, key=lambda each: each.at):
        there = [days.appraise(each, ticket.at) for each in shelf.at(ticket.at, left)]
        stock = {each.id: each for each in there if each}
        answer = allocate(
            ticket.lines,
            stock.values(),
            policy=policy,
            quality=quality,
            now=ticket.at,
            demand=ticket.demand,
        )
        for choice in answer.choices:
            left.discard(choice.portion_id)
            passes += rate(stock[choice.portion_id].score_milli)
        served += len(answer.choices)
        unfilled += len(answer.unfilled)
    expired = sum(1 for each in left if days.portions[each] <= days.until)
    pass_bp = round(passes / served * 10_000) if served else None
    return Replayed(policy.version, served, unfilled, expired, pass_bp)


class _Shelf:
    """The portions that could be there, as the days go on."""

    def __init__(self, days: PastDays) -> None:
        self._lives = days.lives
        cut = [(*self._lives[each], each) for each in days.portions if each in self._lives]
        self._ahead = sorted(cut, reverse=True)
        self._here = {each for each in days.portions if each not in self._lives}

    def at(self, moment: datetime, left: Collection[UUID]) -> list[UUID]:
        """Those of `left` that are alive then, sorted: equal input is read in equal order.

        Moments must not go back.
        """
        while self._ahead and self._ahead[-1][0] <= moment:
            self._here.add(self._ahead.pop()[2])
        self._here = {
            each
            for each in self._here
            if each in left and (each not in self._lives or moment < self._lives[each][1])
        }
        return sorted(self._here)


def pass_rate(checks: Iterable[PastCheck]) -> Callable[[int], float]:
    """The share of first checks passed at a score (in thousandths), per half point.

    Bands with few checks lean on the overall share; without any check everything passes.
    """
    seen: Sequence[PastCheck] = tuple(checks)
    overall = sum(each.passed for each in seen) / len(seen) if seen else 1.0
    passed: dict[int, int] = {}
    made: dict[int, int] = {}
    for each in seen:
        band = each.score_milli // _BAND_MILLI
        passed[band] = passed.get(band, 0) + each.passed
        made[band] = made.get(band, 0) + 1

    def rate(score_milli: int) -> float:
        band = score_milli // _BAND_MILLI
        known = passed.get(band, 0) + _PRIOR_CHECKS * overall
        return known / (made.get(band, 0) + _PRIOR_CHECKS)

    return rate
