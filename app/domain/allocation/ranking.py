"""All portions a single line could have, best first, each with the reason it would be given.

A till sends this whole list: when another one has just taken the first, the next one's reason is
the one it has without those before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.allocation.answer import ChoiceReason
from app.domain.allocation.assign import edges_of, reason_among, weigh
from app.domain.allocation.request import NO_FORECAST, Demand, OrderLine
from app.domain.allocation.stock import StockPortion, time_order
from app.domain.allocation.value import Edge
from app.domain.policy import AllocationPolicy, QualityPolicy


@dataclass(frozen=True, slots=True)
class Ranked:
    """One portion of the ranking."""

    portion_id: UUID
    reason: ChoiceReason
    score_milli: int
    sell_first: bool


def ranked(
    line: OrderLine,
    portions: Iterable[StockPortion],
    *,
    policy: AllocationPolicy,
    quality: QualityPolicy,
    now: datetime,
    demand: Demand = NO_FORECAST,
) -> tuple[Ranked, ...]:
    """The ranking that `allocate` gives the line alone, with a reason at every place."""
    stock = [each for each in portions if each.product_id in line.product_ids]
    weighing = weigh([line], stock, policy=policy, quality=quality, now=now, demand=demand)
    row = edges_of([line], weighing)[0]
    return tuple(
        Ranked(edge.portion.id, reason, edge.portion.score_milli, edge.urgency > 0)
        for edge, reason in zip(row, _reasons(line, row), strict=True)
    )


def _reasons(line: OrderLine, row: list[Edge]) -> list[ChoiceReason]:
    """The reason at each place, from the end: what is before it counts as gone."""
    reasons: list[ChoiceReason] = []
    oldest: dict[int, datetime] = {}
    for place in range(len(row) - 1, -1, -1):
        edge = row[place]
        moment = time_order(edge.portion)[0]
        first = oldest[edge.grade_steps] = min(moment, oldest.get(edge.grade_steps, moment))
        plain = not edge.urgency and not edge.grade_steps and not edge.liked
        if plain and reasons:
            reasons.append(_by_turn(line, on_turn=moment == first))
        else:
            reasons.append(reason_among(line, row[place:], edge, set()))
    return reasons[::-1]


def _by_turn(line: OrderLine, *, on_turn: bool) -> ChoiceReason:
    if not on_turn:
        return ChoiceReason.WORTH_MORE
    return ChoiceReason.OLDEST_MEETS_GRADE if line.grade else ChoiceReason.OLDEST
