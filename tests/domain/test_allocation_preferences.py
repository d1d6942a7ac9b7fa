"""What a guest's preferences may do to a choice, and what they may never do."""

import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.allocation.assign import allocate, edges_of, weigh
from app.domain.allocation.ranking import ranked
from app.domain.allocation.request import Demand, OrderLine
from app.domain.allocation.stock import StockPortion, in_sell_first_window, not_sellable, unfit
from app.domain.allocation.value import Edge
from app.domain.policy import AllocationPolicy
from app.domain.portion import Grade
from benchmarks.allocation_oracle import random_demand, random_line, random_policy, random_portion
from tests.support.allocation_stock import NOON, PRODUCTS, QUALITY, slice_of, wish

CORNER = frozenset({"corner"})
POLICY = AllocationPolicy()
SEEDS = st.integers(0, 10**9)


def _edges(
    lines: list[OrderLine], stock: list[StockPortion], policy: AllocationPolicy, demand: Demand
) -> list[Edge]:
    """The edges of an allocation's choices, by the weighing of these very lines."""
    weighing = weigh(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    answer = allocate(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    return [
        edge
        for line, row in zip(lines, edges_of(lines, weighing), strict=True)
        for edge in row
        if edge.portion.id == answer.portion_of(line.id)
    ]


def _drawn(
    seed: int, count: int
) -> tuple[list[OrderLine], list[StockPortion], AllocationPolicy, Demand]:
    """Lines of a guest who likes corners, of one or of different wishes."""
    source = random.Random(seed)
    wishes = [replace(random_line(n, source), prefers=CORNER) for n in range(1, count + 1)]
    stock = [random_portion(n, source) for n in range(source.randint(0, 40))]
    return wishes, stock, random_policy(source), random_demand(source)


def _pressing(edges: list[Edge], policy: AllocationPolicy) -> set[UUID]:
    return {each.portion.id for each in edges if in_sell_first_window(each.portion, policy, NOON)}


@settings(deadline=None)  # the first one imports the solver
@given(SEEDS, st.integers(1, 5))
def test_a_preference_breaks_no_hard_rule(seed: int, count: int) -> None:
    """As many lines filled, the same pressing portions gone, no grade further off, nothing barred.

    And what it costs in margin, quality and waste together is never more than its weight says.
    """
    liking, stock, policy, demand = _drawn(seed, count)
    plain = [replace(line, prefers=frozenset()) for line in liking]
    with_it, without = (_edges(each, stock, policy, demand) for each in (liking, plain))
    assert len(with_it) == len(without)
    assert sum(each.urgency for each in with_it) == sum(each.urgency for each in without)
    if all(line.grade is None for line in liking):
        assert _pressing(with_it, policy) == _pressing(without, policy)
    assert sum(each.grade_steps for each in with_it) == sum(each.grade_steps for each in without)
    by_line = {line.id: line for line in liking}
    given_to = allocate(liking, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    portions = {each.id: each for each in stock}
    for choice in given_to.choices:
        portion = portions[choice.portion_id]
        assert not_sellable(portion, QUALITY, NOON) is None
        assert unfit(portion, by_line[choice.line_id]) is None
    gained = sum(each.parts.preference for each in with_it)
    lost = sum(each.parts.total for each in without) - (
        sum(each.parts.total for each in with_it) - gained
    )
    assert 0 <= lost <= gained


@settings(deadline=None)
@given(SEEDS, st.integers(1, 5))
def test_while_too_few_are_left_a_preference_gives_up_nothing_at_all(seed: int, count: int) -> None:
    """Value, waste and the moments at which the chosen ones end are the same without it."""
    liking, stock, policy, _ = _drawn(seed, count)
    # One wish, several times: that is how a till asks.
    liking = [replace(liking[0], id=line.id) for line in liking]
    scarce = Demand(dict.fromkeys(PRODUCTS, 1_000.0))
    plain = [replace(line, prefers=frozenset()) for line in liking]
    with_it, without = (_edges(each, stock, policy, scarce) for each in (liking, plain))
    assert all(each.parts.preference == 0 for each in with_it)
    assert sum(e.parts.total for e in with_it) == sum(e.parts.total for e in without)
    assert sum(e.parts.waste for e in with_it) == sum(e.parts.waste for e in without)
    ends = [sorted(e.portion.sell_until for e in edges) for edges in (with_it, without)]
    assert ends[0] == ends[1]
    liked = [sum("corner" in e.portion.features for e in edges) for edges in (with_it, without)]
    assert liked[0] >= liked[1]


@settings(deadline=None)
@given(SEEDS, st.integers(2, 30), st.sampled_from([0.0, 2.0, 8.0, 30.0]))
def test_among_portions_that_end_together_a_preference_wastes_nothing(
    seed: int, count: int, per_hour: float
) -> None:
    source = random.Random(seed)
    stock = [
        slice_of(n, Grade.B, 90, features=CORNER if source.random() < 0.3 else frozenset())
        for n in range(1, count + 1)
    ]
    demand, line = Demand({PRODUCTS[0]: per_hour}), wish(prefers=CORNER)
    (liked,) = _edges([line], stock, POLICY, demand)
    (plain,) = _edges([replace(line, prefers=frozenset())], stock, POLICY, demand)
    # One millionth of the cost: the risks are rounded to that.
    assert abs(liked.parts.waste - plain.parts.waste) <= 2 * 10 * liked.portion.cost_minor
    assert ("corner" in liked.portion.features) == any(each.features for each in stock)


@pytest.mark.spec("POS-R2.3")
def test_scarce_a_preference_only_breaks_ties() -> None:
    """Forecast 12, 6 sellable: a corner only among those that end together; else the oldest."""
    stock = [
        slice_of(1, Grade.B, 60),
        slice_of(2, Grade.B, 90),
        slice_of(3, Grade.B, 90, features=CORNER),
        slice_of(4, Grade.B, 120, features=CORNER),
        slice_of(5, Grade.B, 120),
        slice_of(6, Grade.B, 120),
    ]
    line = wish(grade=Grade.B, prefers=CORNER)
    strong = replace(POLICY, preference_weight_bp=10_000)

    def first(portions: list[StockPortion], demand: Demand) -> tuple[int, str]:
        place, *_ = ranked(line, portions, policy=strong, quality=QUALITY, now=NOON, demand=demand)
        return next(each.number for each in portions if each.id == place.portion_id), place.reason

    scarce, plenty = Demand({PRODUCTS[0]: 12.0}), Demand({PRODUCTS[0]: 5.0})
    assert first(stock, scarce) == (1, "oldest_meets_grade")
    assert first(stock[1:], scarce) == (3, "preferred")
    assert first(stock, plenty) == (3, "preferred")
    pressing = [*stock, slice_of(7, Grade.B, 10)]
    assert first(pressing, plenty) == (7, "sell_first")


def test_a_weight_of_nothing_leaves_the_turn_and_its_reason() -> None:
    stock = [slice_of(1, Grade.B, 60), slice_of(2, Grade.B, 60, features=CORNER)]
    none = replace(POLICY, preference_weight_bp=0)
    line = wish(prefers=CORNER)
    answer = allocate([line], stock, policy=none, quality=QUALITY, now=NOON)
    assert (answer.choices[0].portion_id, answer.choices[0].reason) == (stock[0].id, "oldest")


def test_the_usual_grade_counts_where_none_is_asked_for_and_is_said() -> None:
    stock = [
        slice_of(1, Grade.A, 60, features=frozenset({"grade_A"})),
        slice_of(2, Grade.B, 60, features=frozenset({"grade_B"})),
    ]
    line = wish(prefers=frozenset({"grade_B"}))
    answer = allocate([line], stock, policy=POLICY, quality=QUALITY, now=NOON)
    choice = answer.choices[0]
    assert (choice.portion_id, choice.reason) == (stock[1].id, "preferred_grade")
    late = replace(POLICY, sell_first_window=timedelta(hours=2))
    answer = allocate([line], stock, policy=late, quality=QUALITY, now=NOON)
    assert answer.choices[0].reason == "sell_first"
