"""How likely portions stay unsold, and how much of that selling one of them now avoids.

Portions of one product and cut wait in a queue, least time left first. The one at place k with
expected demand Λ in its remaining time stays unsold with P(Poisson(Λ) < k). Selling one portion
moves all behind it up by one, so what it avoids is

    P(unsold at its own place) + Σ over those behind of P(Poisson(Λ) = place − 1),

the fall of the expected waste of the whole queue. Written as a sum of differences it is a suffix
sum of non-negative terms: it never rises along the queue, and is equal for equal times.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.allocation.request import Demand
from app.domain.allocation.stock import StockPortion, time_order

PPM = 1_000_000
_NEGLIGIBLE = 1e-12


def poisson_below(places: int, expected: float) -> float:
    """P(Poisson(expected) < places), to about 1e-11; summed on the thinner side of the mode."""
    if places <= 0:
        return 0.0
    if expected <= 0.0:
        return 1.0
    last = places - 1
    if last < expected:
        return min(1.0, _sum_down(last, expected))
    return max(0.0, 1.0 - _sum_up(places, expected))


def _sum_down(count: int, expected: float) -> float:
    term, total = _probability(count, expected), 0.0
    while count >= 0 and (total == 0.0 or term > total * _NEGLIGIBLE):
        total += term
        term *= count / expected
        count -= 1
        if term == 0.0:
            break
    return total


def _sum_up(count: int, expected: float) -> float:
    term, total = _probability(count, expected), 0.0
    while term > _NEGLIGIBLE:
        total += term
        count += 1
        term *= expected / count
    return total


def _probability(count: int, expected: float) -> float:
    return math.exp(count * math.log(expected) - expected - math.lgamma(count + 1))


def avoided_waste_ppm(expected: Sequence[float]) -> list[int]:
    """The waste that selling each portion avoids, in millionths of a portion, 0 to 1,000,000.

    `expected` is the demand in each portion's remaining time, in queue order (never falling).
    """
    gains = [0] * len(expected)
    behind = 0.0
    for index in range(len(expected) - 1, -1, -1):
        place = index + 1
        following = expected[index + 1] if place < len(expected) else math.inf
        if following > expected[index]:
            later = 0.0 if math.isinf(following) else poisson_below(place, following)
            behind += max(0.0, poisson_below(place, expected[index]) - later)
        gains[index] = min(PPM, round(behind * PPM))
    return gains


def waste_risks(free: Iterable[StockPortion], demand: Demand, now: datetime) -> Mapping[UUID, int]:
    """The avoided waste of each free portion, by id, in millionths; 0 without a forecast."""
    queues: dict[tuple[UUID, int], list[StockPortion]] = {}
    for portion in free:
        if demand.knows(portion.product_id):
            queues.setdefault((portion.product_id, portion.portions_per_whole), []).append(portion)
    risks: dict[UUID, int] = {}
    for (product_id, _), queue in queues.items():
        queue.sort(key=time_order)
        ends = [portion.sell_until.replace(microsecond=0) for portion in queue]
        expected = demand.until(product_id, now, ends)
        risks.update(zip((each.id for each in queue), avoided_waste_ppm(expected), strict=True))
    return risks
