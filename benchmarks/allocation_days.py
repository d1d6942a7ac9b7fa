"""Made-up days of one pizza counter, sold by different ways of choosing.

Wholes are cut on a plan that does not look at sales, so that every way of choosing has the same
portions and the same guests. Some guests want grade B or A and leave when they are given less.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.allocation.assign import allocate
from app.domain.allocation.request import Demand, OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.catalog import QualityModel
from app.domain.policy import AllocationPolicy, QualityPolicy
from app.domain.portion import Grade, PortionState
from app.domain.quality import grade_of, score_at

OPENS = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
_MINUTES = 600
_PORTIONS_PER_MIN = 0.2
_PER_WHOLE = 8
_OVERSUPPLY = 1.05
_MODEL = QualityModel(timedelta(minutes=90), 1.3, 1.0, 60_000)
_SAFE_MIN = 240
_PRODUCT = UUID(int=1)
_QUALITY = QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15))
_WISHES = (None, None, None, None, None, None, Grade.B, Grade.B, Grade.B, Grade.A)
_SIZES = (1, 1, 1, 2, 2, 3)
_DEMAND = Demand({_PRODUCT: 60 * _PORTIONS_PER_MIN})
_MEETS = {None: (Grade.A, Grade.B, Grade.C), Grade.B: (Grade.A, Grade.B), Grade.A: (Grade.A,)}
_FLOOR_MIN = _MODEL.e7 / timedelta(minutes=1)
"""A portion of 10 has fallen to 7, the sale floor, at E7."""


@dataclass(frozen=True, slots=True)
class Day:
    """When wholes are cut (minutes after opening) and who comes when with which wishes."""

    cuts_min: tuple[float, ...]
    orders: tuple[tuple[float, tuple[Grade | None, ...]], ...]


@dataclass(slots=True)
class Outcome:
    """What a day came to."""

    portions: int
    wishes: int
    graded_wishes: int
    sold: int = 0
    missed_grades: int = 0
    scores: list[float] = field(default_factory=list)


Chooser = Callable[[float, tuple[Grade | None, ...], list[int], Day], list[int | None]]
"""Minute, wishes, the portions on sale (oldest first), the day → a portion or None per wish."""


def made_up_day(seed: int) -> Day:
    """A day with Poisson arrivals."""
    source = random.Random(seed)
    gap_min = _PER_WHOLE / (_PORTIONS_PER_MIN * _OVERSUPPLY)
    cuts = tuple(gap_min * number for number in range(int(_MINUTES / gap_min)))
    orders: list[tuple[float, tuple[Grade | None, ...]]] = []
    minute = 0.0
    per_order = sum(_SIZES) / len(_SIZES)
    while True:
        minute += source.expovariate(_PORTIONS_PER_MIN / per_order)
        if minute >= _MINUTES:
            return Day(cuts, tuple(orders))
        size = source.choice(_SIZES)
        orders.append((minute, tuple(source.choice(_WISHES) for _ in range(size))))


def score_of_portion(day: Day, portion: int, minute: float) -> float:
    """The score of the day's n-th portion at a minute."""
    return score_at(10.0, (minute - day.cuts_min[portion // _PER_WHOLE]) * 60, _MODEL)


def on_sale(day: Day, sold: set[int], minute: float) -> list[int]:
    """The unsold portions that may be sold at a minute, oldest first."""
    return [
        portion
        for whole, cut_min in enumerate(day.cuts_min)
        if cut_min <= minute < cut_min + min(_FLOOR_MIN, _SAFE_MIN)
        for portion in range(whole * _PER_WHOLE, (whole + 1) * _PER_WHOLE)
        if portion not in sold
    ]


def live(day: Day, choose: Chooser) -> Outcome:
    """Sell a day with a way of choosing."""
    outcome = _empty(day)
    sold: set[int] = set()
    for minute, wishes in day.orders:
        there = on_sale(day, sold, minute)
        for wish, portion in zip(wishes, choose(minute, wishes, there, day), strict=True):
            _count(outcome, day, minute, wish, portion)
            if portion is not None and _pleases(day, minute, wish, portion):
                sold.add(portion)
    return outcome


def clairvoyant(day: Day) -> Outcome:
    """The day with all guests known beforehand: most guests served, then most quality."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    wishes = [(minute, wish) for minute, order in day.orders for wish in order]
    total = len(day.cuts_min) * _PER_WHOLE
    gain = np.zeros((len(wishes), total))
    for row, (minute, wish) in enumerate(wishes):
        for portion in on_sale(day, set(), minute):
            if _pleases(day, minute, wish, portion):
                gain[row, portion] = 1_000.0 + score_of_portion(day, portion, minute)
    outcome = _empty(day)
    chosen = dict(zip(*linear_sum_assignment(gain, maximize=True), strict=True))
    for row, (minute, wish) in enumerate(wishes):
        column = chosen.get(row)
        served = column is not None and gain[row, column] > 0
        _count(outcome, day, minute, wish, int(column) if column is not None and served else None)
    return outcome


def ours(policy: AllocationPolicy) -> Chooser:
    """The program's own choice."""

    def choose(
        minute: float, wishes: tuple[Grade | None, ...], there: list[int], day: Day
    ) -> list[int | None]:
        lines = [
            OrderLine(UUID(int=number), frozenset({_PRODUCT}), grade=wish)
            for number, wish in enumerate(wishes)
        ]
        answer = allocate(
            lines,
            [stock_portion(day, portion, minute) for portion in there],
            policy=policy,
            quality=_QUALITY,
            now=OPENS + timedelta(minutes=minute),
            demand=_DEMAND,
        )
        taken = (answer.portion_of(line.id) for line in lines)
        return [None if each is None else each.int - 1 for each in taken]

    return choose


def fifo(
    minute: float, wishes: tuple[Grade | None, ...], there: list[int], day: Day
) -> list[int | None]:
    """The oldest, whatever was asked for."""
    return _first(there, len(wishes))


def lifo(
    minute: float, wishes: tuple[Grade | None, ...], there: list[int], day: Day
) -> list[int | None]:
    """The freshest, whatever was asked for."""
    return _first(there[::-1], len(wishes))


def at_random(seed: int) -> Chooser:
    """Any."""
    source = random.Random(seed)

    def choose(
        minute: float, wishes: tuple[Grade | None, ...], there: list[int], day: Day
    ) -> list[int | None]:
        return _first(source.sample(there, min(len(there), len(wishes))), len(wishes))

    return choose


def stock_portion(day: Day, portion: int, minute: float) -> StockPortion:
    """The day's n-th portion as the choice sees it; its id is n + 1."""
    score = score_of_portion(day, portion, minute)
    cut_at = OPENS + timedelta(minutes=day.cuts_min[portion // _PER_WHOLE])
    return StockPortion(
        id=UUID(int=portion + 1),
        number=portion,
        product_id=_PRODUCT,
        portions_per_whole=_PER_WHOLE,
        whole_id=UUID(int=10_000 + portion // _PER_WHOLE),
        wedge=portion % _PER_WHOLE,
        state=PortionState.AVAILABLE,
        held=False,
        temperature_ok=True,
        score_milli=math.ceil(score * 1_000),
        grade=grade_of(score, _QUALITY),
        base_minor=8_900,
        price_minor=8_900 if score >= _QUALITY.markdown_threshold else 7_500,
        cost_minor=3_100,
        sell_until=cut_at + timedelta(minutes=min(_FLOOR_MIN, _SAFE_MIN)),
        safe_until=cut_at + timedelta(minutes=_SAFE_MIN),
        allergens=frozenset({"milk", "wheat"}),
    )


def _first(portions: Sequence[int], count: int) -> list[int | None]:
    return [*portions[:count], *(None,) * (count - len(portions))]


def _pleases(day: Day, minute: float, wish: Grade | None, portion: int) -> bool:
    return grade_of(score_of_portion(day, portion, minute), _QUALITY) in _MEETS[wish]


def _empty(day: Day) -> Outcome:
    wishes = [wish for _, order in day.orders for wish in order]
    graded = sum(wish is not None for wish in wishes)
    return Outcome(len(day.cuts_min) * _PER_WHOLE, len(wishes), graded)


def _count(
    outcome: Outcome, day: Day, minute: float, wish: Grade | None, portion: int | None
) -> None:
    if portion is not None and _pleases(day, minute, wish, portion):
        outcome.sold += 1
        outcome.scores.append(score_of_portion(day, portion, minute))
    elif wish is not None:
        outcome.missed_grades += 1
