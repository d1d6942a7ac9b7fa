"""The pace ladder: what too much stock takes off, for lots that leave sale at different times."""

import math
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.prices.pace import Lot, Steps, Surplus, pace_milli
from app.domain.prices.rules import PaceLadder

LADDER = PaceLadder()
SMOOTH = replace(LADDER, step=Fraction(0))
ladders = st.builds(
    PaceLadder,
    deepest=st.fractions(Fraction(1, 100), Fraction(3, 10), max_denominator=100),
    from_ratio=st.fractions(0, 2, max_denominator=10),
    full_ratio=st.fractions(Fraction(21, 10), 4, max_denominator=10),
    step=st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(1, 10), Fraction(3, 100)]),
)
lots = st.lists(
    st.builds(Lot, st.integers(1, 10_000), st.integers(1, 30), st.floats(0.0, 100.0)), max_size=8
)


@pytest.mark.parametrize(
    ("ratio", "smooth", "stepped"),
    [(0.0, 1_000, 1_000), (1.0, 1_000, 1_000), (1.05, 985, 1_000), (1.1, 970, 950),
     (1.5, 850, 850), (1.95, 715, 700), (2.0, 700, 700), (math.inf, 700, 700)],
)  # fmt: skip
def test_the_factor_by_the_formula_and_in_steps(ratio: float, smooth: int, stepped: int) -> None:
    assert pace_milli(SMOOTH, ratio) == smooth
    assert pace_milli(LADDER, ratio) == stepped
    assert pace_milli(None, ratio) == 1_000


@given(ladders, st.floats(0, 6), st.floats(0, 6))
def test_more_stock_is_never_dearer_and_the_bounds_hold(
    ladder: PaceLadder, one: float, other: float
) -> None:
    few, more = sorted((one, other))
    high, low = pace_milli(ladder, few), pace_milli(ladder, more)
    assert 1_000 * (1 - ladder.deepest) <= low <= high <= 1_000
    if few <= ladder.from_ratio:
        assert high == 1_000
    if more >= ladder.full_ratio:
        assert low == math.ceil(1_000 * (1 - ladder.deepest))


@given(ladders, st.floats(0, 6))
def test_the_next_line_is_where_the_factor_next_falls(ladder: PaceLadder, ratio: float) -> None:
    line, now = Steps(ladder).next_ratio(ratio), pace_milli(ladder, ratio)
    if line is None:
        assert pace_milli(ladder, math.inf) == now
        return
    assert line >= ratio - 1e-6
    assert pace_milli(ladder, line + 1e-6) < now
    assert pace_milli(ladder, line - 1e-6) == now or line - 1e-6 < ratio


def test_what_leaves_sale_first_is_sold_first_and_a_later_surplus_makes_room_now() -> None:
    """2 until 1 h with 4 expected; 20 more until 4 h with 11 expected in all: all too many."""
    plenty = Surplus([Lot(14_400, 20, 11.0), Lot(3_600, 2, 4.0)])
    assert plenty.own == (0.5, 2.0)
    assert plenty.ratio(3_600) == plenty.ratio(14_400) == 2.0
    # A surplus of the next hour alone takes nothing off what lasts longer.
    soon = Surplus([Lot(3_600, 8, 4.0), Lot(14_400, 4, 12.0)])
    assert (soon.ratio(3_600), soon.ratio(14_400)) == (2.0, 1.0)
    # Nothing leaves sale that late: nothing has to go. One that was held counts as its lot.
    assert soon.ratio(20_000) == 0.0
    assert soon.ratio(3_000) == 2.0
    assert Surplus([Lot(60, 1, 0.0)]).ratio(60) == math.inf
    assert Surplus([]).ratio(60) == 0.0


@given(lots, st.integers(0, 12_000), st.integers(0, 12_000))
def test_what_lasts_longer_is_never_the_cheaper_one(stock: list[Lot], a: int, b: int) -> None:
    surplus = Surplus(stock)
    soon, late = sorted((a, b))
    assert surplus.ratio(soon) >= surplus.ratio(late)


@given(lots, st.integers(0, 7), st.integers(1, 20))
def test_more_of_a_lot_never_makes_any_dearer(stock: list[Lot], index: int, more: int) -> None:
    if index >= len(stock):
        return
    grown = list(stock)
    grown[index] = replace(grown[index], portions=grown[index].portions + more)
    before, after = Surplus(stock), Surplus(grown)
    for lot in stock:
        assert after.ratio(lot.left_s) >= before.ratio(lot.left_s)
