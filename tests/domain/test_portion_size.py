from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.food_policy import PortionPolicy
from app.domain.people import Role
from app.domain.portion_check import (
    Measured,
    ReviewCause,
    Standard,
    judge_portion,
    may_review,
    presentation_markdown,
)
from app.domain.portion_size import (
    SizeFault,
    angle_faults,
    pro_rata_base,
    weight_faults,
    weight_limits_mg,
)

SIZE, ANGLE = SizeFault.SIZE, SizeFault.ANGLE
POLICY = PortionPolicy()


@pytest.mark.parametrize(
    ("weight_mg", "standard_mg", "fits"),
    [
        (89_900, 100_000, False),
        (90_000, 100_000, True),
        (110_000, 100_000, True),
        (110_100, 100_000, False),
        (50_900, 60_000, False),
        (51_000, 60_000, True),
        (0, 100_000, False),
        (-5, 100_000, False),
    ],
)
def test_a_cake_portion_keeps_both_limits(weight_mg: int, standard_mg: int, fits: bool) -> None:
    assert (not weight_faults(weight_mg, standard_mg, cake=True)) == fits


@given(st.integers(1, 5_000_000), st.integers(-10, 10_000_000))
def test_the_narrower_limit_wins(standard_mg: int, weight_mg: int) -> None:
    by_share = 85 * standard_mg <= 100 * weight_mg <= 115 * standard_mg
    by_weight = abs(weight_mg - standard_mg) <= 10_000
    assert (not weight_faults(weight_mg, standard_mg, cake=True)) == (by_share and by_weight)
    assert (not weight_faults(weight_mg, standard_mg, cake=False)) == by_share


def test_a_standard_weight_is_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        weight_limits_mg(0, cake=False)


@pytest.mark.parametrize(
    ("angle_mdeg", "faults"),
    [
        (29_900, {SIZE, ANGLE}),
        (30_000, {SIZE}),
        (38_250, set()),
        (45_000, set()),
        (51_750, set()),
        (51_751, {SIZE}),
        (60_000, {SIZE}),
        (60_100, {SIZE, ANGLE}),
    ],
)
def test_an_eighth_of_a_pizza(angle_mdeg: int, faults: set[SizeFault]) -> None:
    assert angle_faults(angle_mdeg, 8) == faults
    verdict = judge_portion(
        Measured(angle_mdeg=angle_mdeg), Standard(8, None, cake=False, round_cut=True), POLICY
    )
    assert verdict.causes == {ReviewCause(fault.value) for fault in faults}


@given(st.integers(2, 16), st.integers(0, 360_000))
def test_angle_limits_are_exact_for_any_count(portions: int, angle_mdeg: int) -> None:
    exact = Fraction(360_000, portions)
    faults = angle_faults(angle_mdeg, portions)
    assert (ANGLE in faults) == (abs(angle_mdeg - exact) > 15_000)
    assert (SIZE in faults) == (
        not exact * Fraction(85, 100) <= angle_mdeg <= exact * Fraction(115, 100)
    )


def test_every_cause_is_named_at_once() -> None:
    measured = Measured(weight_mg=120_000, angle_mdeg=20_000, presentation=3.9)
    verdict = judge_portion(measured, Standard(8, 100_000, cake=True, round_cut=True), POLICY)
    assert verdict.causes == set(ReviewCause)
    assert not verdict.passed


def test_what_was_not_measured_is_not_judged() -> None:
    assert judge_portion(Measured(), Standard(8, 100_000, cake=True, round_cut=True), POLICY).passed
    pizza = Standard(8, None, cake=False)
    assert judge_portion(Measured(weight_mg=1, angle_mdeg=1), pizza, POLICY).passed


@pytest.mark.parametrize(
    ("score", "share"),
    [
        (10.0, Fraction(0)),
        (7.0, Fraction(0)),
        (6.9, Fraction(1, 10)),
        (6.5, Fraction(1, 10)),
        (6.0, Fraction(1, 10)),
        (5.9, Fraction(2, 10)),
        (5.0, Fraction(2, 10)),
        (4.5, Fraction(3, 10)),
        (4.0, Fraction(3, 10)),
        (3.9, None),
        (0.0, None),
    ],
)
def test_looks_below_the_target_lower_the_price(score: float, share: Fraction | None) -> None:
    assert presentation_markdown(score, POLICY) == share


@pytest.mark.parametrize("score", [-0.1, 10.1, float("nan"), float("inf")])
def test_a_presentation_score_is_between_0_and_10(score: float) -> None:
    with pytest.raises(ValueError, match="between"):
        presentation_markdown(score, POLICY)


def test_only_those_responsible_review() -> None:
    assert {role for role in Role if may_review(role)} == {
        Role.MANAGER,
        Role.FOOD_SAFETY_MANAGER,
        Role.ADMINISTRATOR,
    }


def test_an_approved_size_is_priced_in_proportion() -> None:
    assert pro_rata_base(500, 100_000, 150_000) == 750
    assert pro_rata_base(100, 3, 1) == Fraction(100, 3)
    for bad in ((-1, 1, 1), (1, 0, 1), (1, 1, 0)):
        with pytest.raises(ValueError, match="positive"):
            pro_rata_base(*bad)
