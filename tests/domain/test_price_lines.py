"""What happens to a price after it is made: frozen, by hand, points, history, stored and redone."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.people import Role
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.competitors import flag_by_mean
from app.domain.prices.fallback import LastPrice, faults
from app.domain.prices.inputs import PriceInputs
from app.domain.prices.promotion import Circumstances
from app.domain.prices.reductions import (
    LineFloors,
    ManualVerdict,
    judge_manual,
    line_floors,
    with_points,
)
from app.domain.prices.rules import COMPETITOR_RULE, GradeFactors
from app.domain.pricing import after_reservation, list_price
from app.services.price_memory import PriceMemory
from tests.domain.price_cases import (
    NET,
    NOON,
    SLICE,
    STANDARD,
    WIDE,
    facts,
    flat,
    inputs,
    inputs_of,
    off,
    priced,
    steps,
)
from tests.support.sample_data import stocked_view

PORTION = UUID(int=9)
START = datetime(2026, 11, 20, 12, tzinfo=UTC)
NO_FLOORS = LineFloors(0, 0)


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_a_frozen_price_is_only_ever_lowered(amounts: list[int]) -> None:
    frozen = flat(amounts[0])
    charged = [frozen]
    for current in amounts[1:]:
        charged.append(after_reservation(charged[-1], flat(current)))
    assert all(b.amount_minor <= a.amount_minor for a, b in pairwise(charged))
    assert charged[-1].amount_minor == min(amounts)
    assert after_reservation(frozen, flat(amounts[0])) is frozen


# By hand and by points.


@pytest.mark.parametrize(
    ("off_minor", "role", "verdict"),
    [
        (20, Role.CASHIER, ManualVerdict.ALLOWED),
        (21, Role.CASHIER, ManualVerdict.MANAGER),
        (21, Role.MANAGER, ManualVerdict.MANAGER),
        (20, Role.KITCHEN, ManualVerdict.REFUSED),
        (20, Role.ADMINISTRATOR, ManualVerdict.REFUSED),
        (0, Role.CASHIER, ManualVerdict.REFUSED),
        (401, Role.MANAGER, ManualVerdict.REFUSED),
    ],
)
def test_who_may_take_how_much_off(off_minor: int, role: Role, verdict: ManualVerdict) -> None:
    assert judge_manual(flat(400), off_minor, role, NO_FLOORS, STANDARD) is verdict


def test_automatic_prices_stop_at_the_margin_and_a_manager_at_the_cost() -> None:
    given = inputs(300, 200, 7_500, tax_rate_bp=1_000)
    price = priced(STANDARD, given)
    floors = line_floors(200, STANDARD, 1_000, SLICE)
    assert (price.amount_minor, floors) == (275, LineFloors(275, 220))
    assert judge_manual(price, 55, Role.MANAGER, floors, STANDARD) is ManualVerdict.MANAGER
    assert judge_manual(price, 56, Role.MANAGER, floors, STANDARD) is ManualVerdict.REFUSED
    assert judge_manual(price, 1, Role.CASHIER, floors, STANDARD) is ManualVerdict.MANAGER


def test_a_cashiers_share_does_not_reach_beyond_the_cap() -> None:
    price = Price(290, (PriceStep(PriceReason.BASE, 400, 1), PriceStep(PriceReason.TIME, -110, 1)))
    assert judge_manual(price, 10, Role.CASHIER, NO_FLOORS, STANDARD) is ManualVerdict.ALLOWED
    assert judge_manual(price, 11, Role.CASHIER, NO_FLOORS, STANDARD) is ManualVerdict.MANAGER


@pytest.mark.spec("FUL-06.5")
def test_grade_then_promotion_then_points_and_the_last_is_cut_back() -> None:
    graded = GradeFactors(c=Fraction(3, 4))
    policy = replace(WIDE, grade_factors=graded, promotions=(off("P"),), margin_net_of_tax=False)
    price = priced(policy, inputs(400, 200, 7_500, promotions=(("P", 0),)))
    floors = line_floors(200, policy, 0, SLICE)
    charged, used = with_points(price, 50, floors, policy.version)
    assert (floors.margin_minor, used, charged.amount_minor) == (250, 20, 250)
    assert steps(charged) == [
        ("base", 400),
        ("quality", -100),
        ("promotion", -30),
        ("loyalty", -20),
    ]
    assert with_points(charged, 50, floors, 1) == (charged, 0)
    with pytest.raises(ValueError, match="nothing"):
        with_points(price, -1, floors, 1)


def test_each_reduction_is_rounded_to_the_cent_before_the_next() -> None:
    graded = GradeFactors(c=Fraction(5, 6))
    policy = replace(WIDE, grade_factors=graded, promotions=(off("P", percent=Fraction(1, 2)),))
    told = priced(policy, inputs(333, 0, 7_500, promotions=(("P", 0),)))
    assert told.amount_minor == 139, "277.5 becomes 278, its half 139; unrounded it were 138.75"


@given(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900))
def test_points_never_pass_the_floor_nor_give_more_than_they_are_worth(
    amount: int, worth: int, floor: int
) -> None:
    charged, used = with_points(flat(amount), worth, LineFloors(floor, 0), 1)
    assert charged.amount_minor == amount - used == sum(s.amount_minor for s in charged.steps)
    assert 0 <= used <= worth
    assert charged.amount_minor >= min(floor, amount)


# Stored and worked out again.

stored = st.builds(
    PriceInputs,
    pricing_version=st.just(5),
    quality_version=st.just(1),
    base_minor=st.integers(0, 100_000),
    cost_minor=st.just(0),
    tax_rate_bp=st.sampled_from([0, 700]),
    score_milli=st.none() | st.integers(0, 10_000),
    score_stale=st.just(False),
    left_s=st.none() | st.integers(-9, 9_000),
    pace_milli=st.integers(700, 1_000),
    promotions=st.sampled_from([(), (("P", 0),), (("P", 40), ("Q", 0))]),
    min_margin=st.none() | st.fractions(0, 1).filter(lambda each: each < 1),
    approved_change=st.none() | st.fractions(0, 1),
    slow_window=st.just(""),
    peak_window=st.just(""),
    markdown_bp=st.just(0),
    markdown_looks=st.just(""),
    last_call=st.just(False),
)


@given(stored)
def test_stored_inputs_give_the_same_cent_under_their_own_version(given: PriceInputs) -> None:
    five = replace(STANDARD, version=5, promotions=(off("P"),))
    sold = priced(five, given)
    text = json.dumps(given.to_map())
    again = PriceInputs.from_map(json.loads(text))
    assert again == given
    assert priced(five, again) == sold


def test_inputs_with_an_unknown_field_are_refused() -> None:
    with pytest.raises(TypeError):
        PriceInputs.from_map({**inputs(100).to_map(), "allergens": []})


def test_the_clock_enters_as_the_wall_shows_it() -> None:
    given = inputs_of(facts(left_s=60), Circumstances(NOON), 1, STANDARD)
    assert (given.left_s, given.score_milli, given.base_minor) == (60, 8_500, 400)
    with pytest.raises(ValueError, match="score"):
        inputs_of(facts(score=101.0), Circumstances(NOON), 1, STANDARD)


# Competitors, and prices that cannot be.


def test_prices_far_above_competitors_are_flagged_with_a_proposal() -> None:
    def flag(own: int, mean: Fraction, floor: int = 200) -> int | None:
        found = flag_by_mean(SLICE, own, Fraction(floor), mean, 2, COMPETITOR_RULE)
        return found.proposed_minor if found else None

    mean = Fraction(300 + 340, 2)
    assert flag(369, mean) == 368
    assert flag(368, mean) is None
    assert flag(369, mean, floor=369) == 369
    assert flag(1, Fraction(0)) is None


def test_a_price_that_cannot_be_falls_back_to_the_last_valid_one() -> None:
    """What the store has kept counts before this terminal's memory, and nothing else is sold."""
    wrong = flat(-100)
    broken = Price(300, (PriceStep(PriceReason.BASE, 299, 1),))
    portion = next(iter(stocked_view(START).portions.values()))
    kept = LastPrice(portion.id, START, flat(350).steps)
    for price, fault in ((None, "missing"), (wrong, "negative"), (broken, "sum")):
        assert faults(price) == fault
        memory = PriceMemory()
        assert memory.valid(portion, price, None) == (None, None, False)
        assert memory.products_at_fault() == {portion.product_id}
        assert memory.valid(portion, flat(400), None) == (flat(400), None, False)
        assert not memory.products_at_fault()
        assert memory.valid(portion, price, None) == (flat(400), None, True)
        assert memory.valid(portion, price, None, kept) == (flat(350), None, True)
        assert memory.last(portion.id) == flat(400)
    assert faults(flat(0)) == ""


def test_plain_products_cost_their_list_price() -> None:
    view = stocked_view(START)
    product = next(iter(view.products.values()))
    listed = list_price(product, NET)
    assert (listed.amount_minor, listed.steps[0].code) == (product.base_price_minor, "list")
