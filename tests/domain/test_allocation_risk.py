import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from app.domain.allocation.request import Demand
from app.domain.allocation.risk import PPM, avoided_waste_ppm, poisson_below, waste_risks
from app.domain.portion import Grade
from tests.support.allocation_stock import NOON, PRODUCTS, slice_of


@given(st.integers(0, 400), st.floats(0.0, 400.0))
def test_the_poisson_sum_agrees_with_scipy(places: int, expected: float) -> None:
    assert poisson_below(places, expected) == pytest.approx(
        float(poisson.cdf(places - 1, expected)), abs=1e-9
    )


@given(st.lists(st.floats(0.0, 60.0), max_size=40))
def test_what_a_sale_avoids_never_rises_along_the_queue(times: list[float]) -> None:
    expected = sorted(times)
    gains = avoided_waste_ppm(expected)
    assert all(0 <= gain <= PPM for gain in gains)
    for index in range(1, len(gains)):
        assert gains[index] <= gains[index - 1]
        if expected[index] == expected[index - 1]:
            assert gains[index] == gains[index - 1]


@given(st.lists(st.floats(0.0, 30.0), min_size=1, max_size=15), st.integers(0, 14))
def test_it_is_the_fall_of_the_queue_s_expected_waste(times: list[float], which: int) -> None:
    expected = sorted(times)
    taken = which % len(expected)

    def waste(queue: list[float]) -> float:
        return math.fsum(
            float(poisson.cdf(place - 1, mean)) for place, mean in enumerate(queue, start=1)
        )

    fall = waste(expected) - waste(expected[:taken] + expected[taken + 1 :])
    assert avoided_waste_ppm(expected)[taken] == pytest.approx(min(PPM, fall * PPM), abs=2)


def test_the_last_of_a_dead_hour_is_sure_waste_and_a_busy_one_none() -> None:
    assert avoided_waste_ppm([0.0, 0.0, 0.0]) == [PPM, PPM, PPM]
    assert avoided_waste_ppm([200.0, 200.0]) == [0, 0]


def test_products_and_cuts_queue_apart_and_unknown_demand_has_no_risk() -> None:
    mine = [slice_of(number, Grade.B, 30) for number in range(4)]
    other_cut = slice_of(9, Grade.B, 30, portions_per_whole=6)
    unknown = slice_of(10, Grade.B, 30, product_id=PRODUCTS[2])
    risks = waste_risks([*mine, other_cut, unknown], Demand({PRODUCTS[0]: 2.0}), NOON)
    assert unknown.id not in risks
    assert risks[other_cut.id] == round(math.exp(-1.0) * PPM)
    assert len({risks[each.id] for each in mine}) == 1
