"""An assignment solver of another kind than the program's, and made-up orders to compare them.

Successive shortest augmenting paths in Python's unbounded integers: no scipy, no floats, no
shortening of the candidates, all objectives packed into one number.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.allocation.request import Demand, OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.allocation.value import Edge
from app.domain.policy import AllocationPolicy, QualityPolicy
from app.domain.portion import Grade, PortionState

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
_DIGIT = 2**80
"""Larger than any sum of one objective, so that a packed number compares like the tuple."""

Objective = tuple[int, int, int, int]
"""Lines filled, urgency, minus grade steps, value: more is better, the first counts most."""


def objective(edges: Sequence[Edge | None]) -> Objective:
    """What an assignment reaches."""
    there = [edge for edge in edges if edge]
    return (
        len(there),
        sum(edge.urgency for edge in there),
        -sum(edge.grade_steps for edge in there),
        sum(edge.parts.total for edge in there),
    )


def best_objective(rows: Sequence[Sequence[Edge]]) -> Objective:
    """The best that any assignment reaches, found independently of the program's solver."""
    ids = sorted({edge.portion.id for row in rows for edge in row})
    column_of = {portion_id: column for column, portion_id in enumerate(ids)}
    costs = []
    for number in range(len(rows)):
        row: list[int] = [0] * len(ids) + [0] * len(rows)  # one empty seat per line
        for column in range(len(ids)):
            row[column] = _DIGIT**4  # not allowed: worse than staying empty
        for edge in rows[number]:
            row[column_of[edge.portion.id]] = -_packed(objective([edge]))
        costs.append(row)
    seats = _augment(costs)
    chosen: list[Edge | None] = []
    for number, seat in enumerate(seats):
        by_id = {edge.portion.id: edge for edge in rows[number]}
        chosen.append(by_id[ids[seat]] if seat < len(ids) else None)
    return objective(chosen)


def _packed(reached: Objective) -> int:
    number = 0
    for part in reached:
        number = number * _DIGIT + part
    return number


def _augment(costs: list[list[int]]) -> list[int]:
    """The cheapest seat of each row, by shortest augmenting paths with potentials."""
    rows, seats = len(costs), len(costs[0])
    row_price, seat_price = [0] * (rows + 1), [0] * (seats + 1)
    sits = [0] * (seats + 1)
    for row in range(1, rows + 1):
        sits[0], seat = row, 0
        nearest: list[int | None] = [None] * (seats + 1)
        came_from, done = [0] * (seats + 1), [False] * (seats + 1)
        while sits[seat]:
            done[seat] = True
            current, step, following = sits[seat], None, 0
            line = costs[current - 1]
            for other in range(1, seats + 1):
                if done[other]:
                    continue
                reduced = line[other - 1] - row_price[current] - seat_price[other]
                known = nearest[other]
                if known is None or reduced < known:
                    nearest[other], came_from[other], known = reduced, seat, reduced
                if step is None or known < step:
                    step, following = known, other
            assert step is not None
            for other in range(seats + 1):
                if done[other]:
                    row_price[sits[other]] += step
                    seat_price[other] -= step
                elif (known := nearest[other]) is not None:
                    nearest[other] = known - step
            seat = following
        while seat:
            sits[seat] = sits[came_from[seat]]
            seat = came_from[seat]
    seat_of = {row: seat - 1 for seat, row in enumerate(sits) if seat and row}
    return [seat_of[row] for row in range(1, rows + 1)]


PRODUCTS = tuple(UUID(int=number) for number in range(1, 5))
ALLERGENS = ("milk", "wheat", "tree_nuts", "egg")


def random_portion(number: int, source: random.Random) -> StockPortion:
    """A portion of one of four products: any grade, time, cut, state and allergens."""
    product = source.randrange(len(PRODUCTS))
    score_milli = source.choice((6_800, 7_000, 7_400, 7_999, 8_000, 8_700, 9_000, 9_600))
    grade = (
        Grade.A
        if score_milli >= 9_000
        else Grade.B
        if score_milli >= 8_000
        else Grade.C
        if score_milli >= 7_000
        else None
    )
    ends = NOON + timedelta(minutes=source.choice((-1, 5, 12, 20, 21, 45, 45, 90, 180)))
    base_minor = 300 + 40 * product
    return StockPortion(
        id=UUID(int=1_000 + number),
        number=number,
        product_id=PRODUCTS[product],
        portions_per_whole=source.choice((8, 8, 8, 6)),
        whole_id=UUID(int=500_000 + number // 8),
        wedge=number % 8,
        state=PortionState.QUARANTINED if source.random() < 0.03 else PortionState.AVAILABLE,
        held=source.random() < 0.05,
        temperature_ok=source.random() > 0.03,
        score_milli=score_milli,
        grade=grade,
        base_minor=base_minor,
        price_minor=base_minor if score_milli >= 8_000 else base_minor * score_milli // 9_000,
        cost_minor=100 + 17 * product,
        sell_until=ends,
        safe_until=ends + timedelta(minutes=source.choice((0, 30))),
        allergens=frozenset(source.sample(ALLERGENS, source.randrange(3))),
        features=frozenset({"corner"} if number % 4 == 0 else ()),
    )


def random_line(number: int, source: random.Random) -> OrderLine:
    """A line for one product or several, with or without grade, quote, avoidance, preference."""
    return OrderLine(
        id=UUID(int=900_000 + number),
        product_ids=frozenset(source.sample(PRODUCTS, source.choice((1, 1, 1, 2, 4)))),
        portions_per_whole=source.choice((None, None, 8, 6)),
        grade=source.choice((None, Grade.A, Grade.B, Grade.C)),
        accepts_lower=source.random() < 0.3,
        quote_minor=source.choice((None, 280, 340, 420)),
        avoids=frozenset(source.sample(ALLERGENS, source.choice((0, 0, 0, 1)))),
        prefers=frozenset({"corner"} if source.random() < 0.3 else ()),
    )


def random_policy(source: random.Random) -> AllocationPolicy:
    """The default weights, or any others."""
    if source.random() < 0.5:
        return AllocationPolicy()
    return replace(
        AllocationPolicy(),
        version=2,
        margin_weight_bp=source.randrange(20_000),
        quality_weight_bp=source.randrange(10_000),
        waste_weight_bp=source.randrange(20_000),
        preference_weight_bp=source.randrange(2_000),
        shortage_weight_bp=source.randrange(10_000),
    )


def random_demand(source: random.Random) -> Demand:
    """A forecast for some of the products."""
    return Demand({each: source.choice((0.0, 3.0, 12.0, 60.0)) for each in PRODUCTS[1:]})
