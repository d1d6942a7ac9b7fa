"""The choice of portions: exact, fast, and what its days come to beside simpler ways."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.allocation.assign import allocate, edges_of, weigh
from app.domain.allocation.request import Demand, OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.allocation.value import Edge
from app.domain.policy import AllocationPolicy
from benchmarks.allocation_days import (
    Outcome,
    at_random,
    clairvoyant,
    fifo,
    lifo,
    live,
    made_up_day,
    ours,
)
from benchmarks.allocation_oracle import (
    NOON,
    PRODUCTS,
    QUALITY,
    best_objective,
    objective,
    random_demand,
    random_line,
    random_policy,
    random_portion,
)
from benchmarks.goal import Goal, Result, distribution, percentile

_ORDERS = 1_000
_DAYS = 300
_TIMED = 200
_AMONG = 200
_GOAL_MS = 5.0


def measure() -> Result:
    """Random orders against an independent solver, timings, and days against other ways."""
    gaps = exactness(_ORDERS)
    one_ms, eight_ms = _timings()
    days = ways_of_choosing(_DAYS)
    figures = (
        ("orders compared with an independent exact solver", float(_ORDERS), ""),
        ("orders in which ours is not the optimum", float(gaps.ours), ""),
        ("orders in which greedy by value is not", float(gaps.greedy_orders), ""),
        ("value greedy loses, mean", gaps.greedy_mean, "%"),
        ("value greedy loses, p95", gaps.greedy_p95, "%"),
        ("value oldest-first line by line loses, mean", gaps.fefo_mean, "%"),
        ("value oldest-first line by line loses, p95", gaps.fefo_p95, "%"),
        *distribution("one line among 200 portions", one_ms, "ms"),
        *distribution("eight lines among 200 portions", eight_ms, "ms"),
        *(figure for way in days for figure in way.figures()),
    )
    by_name = {way.name: way for way in days}
    own = by_name["ours"]
    goals = (
        Goal("gap to the independent exact solver", float(gaps.ours), 0.0, "orders"),
        Goal("one line among 200 portions p95", percentile(one_ms, 95), _GOAL_MS, "ms"),
        Goal("waste, ours ÷ LIFO", own.waste / by_name["LIFO"].waste, 0.8),
        Goal("waste, ours ÷ random", own.waste / by_name["random"].waste, 1.0),
        Goal("grade misses, ours ÷ FIFO", own.misses / by_name["FIFO"].misses, 0.5),
        Goal("waste, ours − clairvoyant", own.waste - by_name["clairvoyant"].waste, 5.0, "points"),
    )
    return Result("allocation", figures, goals)


@dataclass(frozen=True, slots=True)
class Gaps:
    """How often ours missed the optimum, and what greedy ways lose of its value in percent."""

    ours: int
    greedy_orders: int
    greedy_mean: float
    greedy_p95: float
    fefo_mean: float
    fefo_p95: float


def exactness(orders: int) -> Gaps:
    """Compare random orders of up to 8 lines against up to 200 portions."""
    missed, worse = 0, 0
    greedy_losses, fefo_losses = [], []
    for seed in range(orders):
        source = random.Random(seed)
        lines = [random_line(n, source) for n in range(1, 1 + source.randint(2, 8))]
        stock = [random_portion(n, source) for n in range(source.randint(1, 200))]
        policy, demand = random_policy(source), random_demand(source)
        weighing = weigh(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
        rows = edges_of(lines, weighing)
        best = best_objective(rows)
        answer = allocate(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
        missed += objective(_edges(lines, rows, answer.portion_of)) != best
        greedy = objective(_line_by_line(rows, lambda edge: edge.key))
        worse += greedy != best
        greedy_losses.append(_loss(greedy[-1], best[-1]))
        fefo = objective(_line_by_line(rows, lambda edge: (edge.turn,)))
        fefo_losses.append(_loss(fefo[-1], best[-1]))
    return Gaps(
        missed,
        worse,
        statistics.fmean(greedy_losses),
        percentile(greedy_losses, 95),
        statistics.fmean(fefo_losses),
        percentile(fefo_losses, 95),
    )


def _edges(
    lines: Sequence[OrderLine], rows: Sequence[Sequence[Edge]], portion_of: Callable[..., object]
) -> list[Edge | None]:
    return [
        next((edge for edge in row if edge.portion.id == portion_of(line.id)), None)
        for line, row in zip(lines, rows, strict=True)
    ]


def _line_by_line(
    rows: Sequence[Sequence[Edge]], key: Callable[[Edge], tuple[int, ...]]
) -> list[Edge | None]:
    taken: list[Edge | None] = []
    gone = set()
    for row in rows:
        free = [edge for edge in row if edge.portion.id not in gone]
        best = min(free, key=key, default=None)
        if best:
            gone.add(best.portion.id)
        taken.append(best)
    return taken


def _loss(reached: int, best: int) -> float:
    """Percent of the summed value; may be below 0, because value counts after urgency and grade."""
    return 100.0 * (best - reached) / best if best > 0 else 0.0


def _timings() -> tuple[list[float], list[float]]:
    """One line and eight different lines, each among 200 portions of one product."""
    one, eight = [], []
    only = frozenset(PRODUCTS[1:2])
    for seed in range(_TIMED):
        source = random.Random(seed)
        stock = [replace(random_portion(n, source), product_id=PRODUCTS[1]) for n in range(_AMONG)]
        lines = [replace(random_line(n, source), product_ids=only) for n in range(1, 9)]
        demand = random_demand(source)
        one.append(_took_ms(lines[:1], stock, demand))
        eight.append(_took_ms(lines, stock, demand))
    return one, eight


def _took_ms(lines: list[OrderLine], stock: list[StockPortion], demand: Demand) -> float:
    """The best of three: what else the machine does is not the question."""
    took_ms = []
    for _ in range(3):
        started_s = time.perf_counter()
        allocate(lines, stock, policy=AllocationPolicy(), quality=QUALITY, now=NOON, demand=demand)
        took_ms.append((time.perf_counter() - started_s) * 1e3)
    return min(took_ms)


@dataclass(frozen=True, slots=True)
class Way:
    """What many days of one way of choosing came to, in percent; quality is a score."""

    name: str
    waste: float
    misses: float
    unserved: float
    quality: float

    def figures(self) -> tuple[tuple[str, float, str], ...]:
        """Ready for `Result.figures`."""
        return (
            (f"{self.name}: waste", self.waste, "%"),
            (f"{self.name}: wishes for a grade missed", self.misses, "%"),
            (f"{self.name}: guests not served", self.unserved, "%"),
            (f"{self.name}: mean score served", self.quality, ""),
        )


def ways_of_choosing(days: int) -> list[Way]:
    """Ours, FIFO, LIFO, random and a clairvoyant on the same days."""
    outcomes: dict[str, list[Outcome]] = {}
    for seed in range(days):
        day = made_up_day(seed)
        for name, choose in (
            ("ours", ours(AllocationPolicy())),
            ("FIFO", fifo),
            ("LIFO", lifo),
            ("random", at_random(seed)),
        ):
            outcomes.setdefault(name, []).append(live(day, choose))
        outcomes.setdefault("clairvoyant", []).append(clairvoyant(day))
    return [_way(name, of_days) for name, of_days in outcomes.items()]


def _way(name: str, days: Sequence[Outcome]) -> Way:
    portions, wishes = sum(day.portions for day in days), sum(day.wishes for day in days)
    graded, sold = sum(day.graded_wishes for day in days), sum(day.sold for day in days)
    return Way(
        name,
        100.0 * (portions - sold) / portions,
        100.0 * sum(day.missed_grades for day in days) / graded,
        100.0 * (wishes - sold) / wishes,
        statistics.fmean(score for day in days for score in day.scores),
    )
