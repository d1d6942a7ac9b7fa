import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.allocation.answer import Allocation
from app.domain.allocation.assign import allocate
from app.domain.allocation.request import Demand, OrderLine, known_preferences
from app.domain.allocation.stock import StockPortion
from app.domain.policy import AllocationPolicy
from app.domain.portion import Grade, PortionState
from tests.support.allocation_stock import NOON, PRODUCTS, QUALITY, slice_of, wish

POLICY = AllocationPolicy()
A, B, C = Grade.A, Grade.B, Grade.C


def _given(
    lines: list[OrderLine],
    stock: list[StockPortion],
    policy: AllocationPolicy = POLICY,
    demand: Demand | None = None,
) -> Allocation:
    return allocate(
        lines, stock, policy=policy, quality=QUALITY, now=NOON, demand=demand or Demand()
    )


def _numbers(answer: Allocation, stock: list[StockPortion]) -> list[int]:
    by_id = {each.id: each.number for each in stock}
    return [by_id[each.portion_id] for each in answer.choices]


@pytest.mark.spec("FUL-02.2")
def test_a_portion_in_the_sell_first_window_goes_ahead_if_it_meets_the_grade() -> None:
    stock = [slice_of(1, B, 10), slice_of(2, A, 60)]
    at_least_b = _given([wish(grade=B)], stock)
    assert _numbers(at_least_b, stock) == [1]
    at_least_a = _given([wish(grade=A)], stock)
    assert _numbers(at_least_a, stock) == [2]
    fresher_first = replace(POLICY, quality_weight_bp=20_000)
    assert _numbers(_given([wish(grade=B)], stock, fresher_first), stock) == [1]


def test_a_better_grade_in_the_window_goes_ahead_too_and_the_window_is_a_policy() -> None:
    stock = [slice_of(1, B, 40), slice_of(2, A, 20), slice_of(3, A, 21)]
    answer = _given([wish(grade=B)], stock)
    assert (_numbers(answer, stock), answer.choices[0].reason) == ([2], "sell_first")
    none_presses = replace(POLICY, sell_first_window=timedelta(minutes=5))
    answer = _given([wish(grade=B)], stock, none_presses)
    assert (_numbers(answer, stock), answer.choices[0].reason) == ([1], "oldest_meets_grade")


def test_of_two_pressing_portions_the_one_with_less_time_goes_first() -> None:
    stock = [slice_of(1, B, 15), slice_of(2, B, 5), slice_of(3, B, 40)]
    assert _numbers(_given([wish()], stock), stock) == [2]
    assert sorted(_numbers(_given([wish(1), wish(2)], stock), stock)) == [1, 2]


@pytest.mark.spec("FUL-02.3")
def test_preferences_count_inside_one_urgency_class_and_only_with_consent() -> None:
    corner = frozenset({"corner"})
    stock = [
        slice_of(1, B, 10),
        slice_of(2, B, 60),
        slice_of(3, B, 60, features=corner),
    ]
    prefers = known_preferences(corner, identified=True, consented=True)
    first = _given([wish(prefers=prefers)], stock)
    assert _numbers(first, stock) == [1]
    both = _given([wish(1, prefers=prefers), wish(2, prefers=prefers)], stock)
    assert sorted(_numbers(both, stock)) == [1, 3]
    second = _given([wish(prefers=prefers)], stock[1:])
    assert (_numbers(second, stock), second.choices[0].reason) == ([3], "preferred")
    for identified, consented in ((True, False), (False, True), (False, False)):
        unknown = known_preferences(corner, identified=identified, consented=consented)
        answer = _given([wish(prefers=unknown)], stock[1:])
        assert _numbers(answer, stock) == [2]
        assert answer.choices[0].parts.preference == 0


def test_a_preference_never_reaches_below_the_grade_asked_for() -> None:
    corner = frozenset({"corner"})
    stock = [slice_of(1, B, 60), slice_of(2, C, 60, features=corner)]
    strong = replace(POLICY, preference_weight_bp=10_000)
    line = wish(grade=B, accepts_lower=True, prefers=corner)
    assert _numbers(_given([line], stock, strong), stock) == [1]


def test_of_a_grade_the_earlier_end_goes_first_whatever_the_stock_expects() -> None:
    stock = [slice_of(1, B, 180), slice_of(2, B, 120), slice_of(3, A, 60)]
    for per_hour in (None, 0.0, 1.0, 5.0, 500.0):
        demand = None if per_hour is None else Demand({PRODUCTS[0]: per_hour})
        answer = _given([wish(grade=B)], stock, demand=demand)
        assert (_numbers(answer, stock), answer.choices[0].reason) == ([2], "oldest_meets_grade")
        anything = _given([wish()], stock, demand=demand)
        assert (_numbers(anything, stock), anything.choices[0].reason) == ([3], "oldest")


def test_the_next_better_grade_comes_at_the_quoted_price_and_a_lower_one_only_if_accepted() -> None:
    stock = [slice_of(1, A, 60, price_minor=440), slice_of(2, C, 40), slice_of(3, A, 70)]
    better = _given([wish(grade=B, quote_minor=400)], stock).choices[0]
    assert (better.portion_id, better.reason) == (stock[0].id, "next_better")
    assert better.charge_minor == 400
    barred = _given([wish(grade=B)], stock[1:2])
    assert [(each.reason, set(each.excluded.values())) for each in barred.unfilled] == [
        ("below_grade", {"below_grade"})
    ]
    lower = _given([wish(grade=B, quote_minor=400, accepts_lower=True)], stock[1:2]).choices[0]
    assert (lower.charge_minor, lower.parts.shortage < 0) == (320, True)


@pytest.mark.spec("FUL-02.1")
def test_p2_is_taken_before_an_otherwise_equal_p3() -> None:
    stock = [slice_of(3, B, 60), slice_of(2, B, 60)]
    assert _numbers(_given([wish(grade=B)], stock), stock) == [2]
    assert _numbers(_given([wish(1, grade=B), wish(2, grade=B)], stock), stock) == [2, 3]


@pytest.mark.parametrize(
    ("changes", "excluded", "missing"),
    [
        ({"state": PortionState.COMMITTED}, "sold", "not_sellable"),
        ({"state": PortionState.QUARANTINED}, "unsafe", "not_sellable"),
        ({"state": PortionState.IN_DOUBT}, "unsafe", "not_sellable"),
        ({"temperature_ok": False}, "unsafe", "not_sellable"),
        ({"safe_until": NOON}, "expired", "not_sellable"),
        ({"sell_until": NOON}, "below_floor", "not_sellable"),
        ({"score_milli": 6_999}, "below_floor", "not_sellable"),
        ({"grade": None}, "below_floor", "not_sellable"),
        ({"allergens": frozenset({"tree_nuts"})}, "allergen", "allergen"),
        ({"allergens": None}, "allergen", "allergen"),
        ({"held": True}, "reserved", "reserved"),
        ({"portions_per_whole": 6}, "other_cut", "other_cut"),
        ({"grade": C, "score_milli": 7_500}, "below_grade", "below_grade"),
    ],
)
def test_what_rules_a_portion_out_is_never_outweighed(
    changes: dict[str, object], excluded: str, missing: str
) -> None:
    line = wish(grade=B, portions_per_whole=8, avoids=frozenset({"tree_nuts"}))
    barred = replace(slice_of(1, B, 10), **changes)  # type: ignore[arg-type]
    heavy = AllocationPolicy(2, 10**6, 10**6, 10**6, 10**6, 0)
    answer = _given([line], [barred], heavy)
    assert answer.choices == ()
    assert [(each.reason, *each.excluded.values()) for each in answer.unfilled] == [
        (missing, excluded)
    ]
    assert len(_given([line], [barred, slice_of(2, B, 90)], heavy).choices) == 1


def test_lines_that_find_nothing_say_why() -> None:
    one = [slice_of(1, B, 60)]
    answer = _given([wish(1), wish(2)], one)
    assert len(answer.choices) == 1
    assert [each.reason for each in answer.unfilled] == ["taken_by_this_order"]
    nothing = _given([wish(product_ids=frozenset({UUID(int=7)}))], one)
    assert [each.reason for each in nothing.unfilled] == ["nothing_in_stock"]
    with pytest.raises(ValueError, match="twice"):
        _given([wish(1), wish(1)], one)


def test_the_order_as_a_whole_comes_before_its_lines() -> None:
    stock = [slice_of(1, A, 60), slice_of(2, C, 90)]
    answer = _given([wish(1), wish(2, grade=A)], stock)
    assert _numbers(answer, stock) == [2, 1]
    assert answer.choices[0].reason == "whole_order"


def test_more_quality_weight_makes_fresher_ones_go_where_no_waste_threatens() -> None:
    stock = [slice_of(1, B, 100), slice_of(2, B, 160, score_milli=8_900)]
    fresher = replace(POLICY, version=2, quality_weight_bp=2_000)
    busy, quiet = Demand({PRODUCTS[0]: 30.0}), Demand({PRODUCTS[0]: 0.5})
    answer = _given([wish(grade=B)], stock, fresher, busy)
    assert (_numbers(answer, stock), answer.choices[0].reason) == ([2], "worth_more")
    assert answer.policy_version == 2
    assert _numbers(_given([wish(grade=B)], stock, fresher, quiet), stock) == [1]


def test_for_several_the_neighbours_of_one_whole_come_together() -> None:
    stock = [slice_of(number, B, 60, wedge=number) for number in (0, 2, 4, 5, 6)]
    assert _numbers(_given([wish()], stock), stock) == [0]
    assert _numbers(_given([wish(1), wish(2)], stock), stock) == [4, 5]


@pytest.mark.spec("FUL-A.1")
def test_a_cold_start_ranks_50_portions_at_once_and_a_rerun_gives_the_same() -> None:
    stock = [slice_of(number, (A, B, C)[number % 3], 30 + number) for number in range(50)]
    started_s = time.perf_counter()
    answer = _given([wish()], stock)
    took_s = time.perf_counter() - started_s
    choice = answer.choices[0]
    assert len(choice.ranking) == 50
    assert answer.policy_version == POLICY.version
    assert choice.parts.total == choice.parts.margin == (400 - 150) * 1_000
    assert _given([wish()], list(reversed(stock))) == answer
    assert took_s < 0.1


def test_one_line_is_chosen_without_loading_numpy_or_scipy() -> None:
    script = (
        "import sys\n"
        "from app.domain.policy import AllocationPolicy\n"
        "from app.domain.allocation.assign import allocate\n"
        "from tests.support.allocation_stock import NOON, QUALITY, slice_of, wish\n"
        "from app.domain.portion import Grade\n"
        "stock = [slice_of(n, Grade.B, 60) for n in range(9)]\n"
        "rules = dict(policy=AllocationPolicy(), quality=QUALITY, now=NOON)\n"
        "allocate([wish()], stock, **rules)\n"
        "assert not {'numpy', 'scipy'} & set(sys.modules), 'loaded too early'\n"
        "allocate([wish(1), wish(2)], stock, **rules)\n"
        "assert 'scipy.optimize' in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
