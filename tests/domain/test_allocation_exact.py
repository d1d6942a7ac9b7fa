import itertools
import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.allocation.answer import Allocation
from app.domain.allocation.assign import allocate, edges_of, weigh
from app.domain.allocation.lexicographic import assign_rows
from app.domain.allocation.request import Demand, OrderLine
from app.domain.allocation.stock import (
    StockPortion,
    exclusion,
    grades_better,
    in_sell_first_window,
    not_sellable,
)
from app.domain.allocation.value import Edge, turns
from app.domain.policy import AllocationPolicy
from app.domain.portion import Grade
from benchmarks.allocation_oracle import (
    NOON,
    PRODUCTS,
    QUALITY,
    Objective,
    best_objective,
    objective,
    random_demand,
    random_line,
    random_policy,
    random_portion,
)


def _drawn(
    seed: int, most_lines: int, most_portions: int
) -> tuple[list[list[Edge]], Allocation, list[Edge | None]]:
    """The edges of a random order, its allocation, and the edges that were taken."""
    source = random.Random(seed)
    lines = [random_line(n, source) for n in range(1, 1 + source.randint(1, most_lines))]
    stock = [random_portion(n, source) for n in range(source.randint(0, most_portions))]
    policy, demand = random_policy(source), random_demand(source)
    weighing = weigh(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    rows = edges_of(lines, weighing)
    source.shuffle(stock)
    given_back = allocate(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    taken: list[Edge | None] = []
    for line, row in zip(lines, rows, strict=True):
        portion_id = given_back.portion_of(line.id)
        taken.append(next((edge for edge in row if edge.portion.id == portion_id), None))
    assert [edge.portion.id for edge in taken if edge] == [
        each.portion_id for each in given_back.choices
    ]
    return rows, given_back, taken


@pytest.mark.spec("FUL-02.1")
def test_500_orders_reach_what_an_independent_exact_solver_reaches() -> None:
    for seed in range(500):
        rows, given_back, taken = _drawn(seed, most_lines=8, most_portions=200)
        assert objective(taken) == best_objective(rows), seed
        ids = [each.portion_id for each in given_back.choices]
        assert len(set(ids)) == len(ids)
        assert len(ids) + len(given_back.unfilled) == len(rows)


def test_small_orders_reach_what_trying_everything_reaches() -> None:
    for seed in range(300):
        rows, _, taken = _drawn(seed, most_lines=3, most_portions=7)
        assert objective(taken) == _tried(rows), seed
        assert best_objective(rows) == _tried(rows), seed


def _tried(rows: list[list[Edge]]) -> Objective:
    best = objective([])
    for chosen in itertools.product(*([None, *row] for row in rows)):
        ids = [edge.portion.id for edge in chosen if edge]
        if len(set(ids)) == len(ids):
            best = max(best, objective(chosen))
    return best


@pytest.mark.spec("FUL-02.1")
def test_the_same_input_gives_the_same_choice_100_times_in_whatever_order() -> None:
    for seed in range(2):
        source = random.Random(seed)
        lines = [random_line(n, source) for n in range(1, 7)]
        stock = [random_portion(n, source) for n in range(120)]
        demand, policy = random_demand(source), random_policy(source)

        answers = set()
        for _ in range(100):
            source.shuffle(stock)
            answer = allocate(lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
            answers.add(repr(answer.choices))
        assert len(answers) == 1


@given(st.integers(0, 10**9), st.integers(1, 60))
def test_the_sorted_single_line_is_what_the_solver_would_choose(seed: int, count: int) -> None:
    source = random.Random(seed)
    line = random_line(1, source)
    stock = [random_portion(n, source) for n in range(count)]
    demand, policy = random_demand(source), random_policy(source)
    weighing = weigh([line], stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    (row,) = edges_of([line], weighing)
    answer = allocate([line], stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    if not row:
        assert answer.choices == ()
        return
    turned = sorted(row, key=lambda edge: edge.turn)
    costs = [edge.key for edge in turned]
    (column,) = assign_rows(
        [[True] * len(row)], [[[cost[layer] for cost in costs]] for layer in range(4)]
    )
    assert column is not None
    assert answer.choices[0].portion_id == turned[column].portion.id == row[0].portion.id


@given(st.integers(0, 10**9), st.sampled_from([None, *Grade]))
def test_under_the_default_weights_one_line_gets_the_plain_ranking(
    seed: int, grade: Grade | None
) -> None:
    """POS-04.2: grade, earliest end, emptiest whole, lowest number; behind what presses."""
    source = random.Random(seed)
    line = OrderLine(UUID(int=1), frozenset({PRODUCTS[1]}), grade=grade)
    stock = [
        replace(
            random_portion(n, source),
            product_id=PRODUCTS[1],
            portions_per_whole=8,
            cost_minor=120,
            base_minor=380,
        )
        for n in range(30)
    ]
    policy, demand = AllocationPolicy(), Demand({PRODUCTS[1]: source.uniform(0, 50)})
    free = [each for each in stock if exclusion(each, line, QUALITY, NOON) is None]
    sellable = [each for each in stock if not_sellable(each, QUALITY, NOON) is None]
    turn = turns(sellable, {})

    def plainly(each: StockPortion) -> tuple[bool, int, int]:
        presses = in_sell_first_window(each, policy, NOON)
        return (not presses, 0 if presses else grades_better(each, line), turn[each.id])

    answer = allocate([line], stock, policy=policy, quality=QUALITY, now=NOON, demand=demand)
    ranking = answer.choices[0].ranking if answer.choices else ()
    assert list(ranking) == [each.id for each in sorted(free, key=plainly)]


@given(st.integers(0, 10**9))
def test_equal_lines_share_the_first_portions_of_the_ranking(seed: int) -> None:
    source = random.Random(seed)
    line = random_line(1, source)
    lines = [replace(line, id=UUID(int=n)) for n in range(1, 5)]
    stock = [random_portion(n, source) for n in range(40)]
    answer = allocate(lines, stock, policy=random_policy(source), quality=QUALITY, now=NOON)
    for choice in answer.choices:
        assert {each.portion_id for each in answer.choices} == set(
            choice.ranking[: len(answer.choices)]
        )


def test_amounts_too_large_to_add_exactly_are_refused_not_rounded() -> None:
    with pytest.raises(OverflowError):
        assign_rows([[True]], [[[2**60]]])


def test_no_lines_and_no_portions_have_answers() -> None:
    assert assign_rows([], []) == []
    source = random.Random(1)
    line = random_line(1, source)
    policy = random_policy(source)
    nothing = allocate([], [], policy=policy, quality=QUALITY, now=NOON)
    assert not nothing.choices
    assert not nothing.unfilled
    two = [line, random_line(2, source)]
    answer = allocate(two, [], policy=policy, quality=QUALITY, now=NOON + timedelta(hours=1))
    assert [each.reason for each in answer.unfilled] == ["nothing_in_stock"] * 2
