"""Swaps, substitutes, alternatives and scarce stock."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.allocation.alternatives import Wanted, alternatives
from app.domain.allocation.stock import StockPortion
from app.domain.allocation.substitute import (
    AskGuest,
    DegradationReason,
    Degraded,
    Substitution,
    Way,
    substitute,
)
from app.domain.policy import AllocationPolicy
from app.domain.portion import Grade
from tests.support.allocation_stock import NOON, PRODUCTS, QUALITY, slice_of, wish

POLICY = AllocationPolicy()
A, B, C = Grade.A, Grade.B, Grade.C


def _replaced(
    stock: list[StockPortion], wholes_uncut: int = 0, price_minor: int = 400
) -> Substitution | AskGuest:
    degraded = Degraded(
        wish(),
        slice_of(99, B, 60, score_milli=6_800),
        B,
        price_minor,
        DegradationReason.TEMPERATURE,
    )
    return substitute(
        degraded,
        stock,
        categories={},
        wholes_uncut=wholes_uncut,
        policy=POLICY,
        quality=QUALITY,
        now=NOON,
    )


def test_a_better_portion_takes_the_place_and_costs_no_more() -> None:
    found = _replaced([slice_of(1, A, 60, price_minor=440), slice_of(2, C, 30)])
    assert isinstance(found, Substitution)
    assert (found.old_number, found.new_number) == (99, 1)
    assert (found.charged_minor, found.variance_minor, found.refund_minor) == (400, 40, 0)
    assert (found.old_score_milli, found.new_score_milli) == (6_800, 9_500)
    assert found.reason is DegradationReason.TEMPERATURE


def test_the_same_grade_comes_before_a_better_one() -> None:
    found = _replaced([slice_of(1, A, 60), slice_of(2, B, 90)])
    assert isinstance(found, Substitution)
    assert found.new_number == 2


def test_without_an_equal_portion_the_guest_decides() -> None:
    asked = _replaced([slice_of(2, C, 60)], wholes_uncut=1)
    assert isinstance(asked, AskGuest)
    assert asked.ways == (Way.ACCEPT_LOWER, Way.WAIT_FOR_WHOLE, Way.REFUND)
    assert asked.lower is not None
    assert (asked.lower.charged_minor, asked.lower.refund_minor) == (320, 80)
    nothing = _replaced([])
    assert isinstance(nothing, AskGuest)
    assert (nothing.ways, nothing.lower) == ((Way.REFUND,), None)


@given(
    st.lists(st.tuples(st.sampled_from([A, B, C]), st.integers(200, 700)), max_size=8),
    st.integers(0, 600),
)
def test_a_substitute_is_never_dearer_nor_by_itself_worse(
    drawn: list[tuple[Grade, int]], price_minor: int
) -> None:
    stock = [
        slice_of(number, grade, 60, price_minor=price)
        for number, (grade, price) in enumerate(drawn, start=1)
    ]
    found = _replaced(stock, price_minor=price_minor)
    if isinstance(found, Substitution):
        grade = next(each.grade for each in stock if each.id == found.new_id)
        assert grade in (A, B)
        assert (found.charged_minor, found.refund_minor) == (price_minor, 0)
    else:
        assert all(grade is C for grade, _ in drawn)
        if found.lower:
            assert found.lower.charged_minor <= price_minor
            assert found.lower.charged_minor + found.lower.refund_minor == price_minor


def test_another_reason_needs_a_sentence() -> None:
    with pytest.raises(ValueError, match="sentence"):
        Degraded(wish(), slice_of(1, B, 60), B, 400, DegradationReason.OTHER, " ")
    with pytest.raises(ValueError, match="negative"):
        Degraded(wish(), slice_of(1, B, 60), B, -1, DegradationReason.AGE)


def _listed(stock: list[StockPortion], avoids: frozenset[str] = frozenset()) -> list[int]:
    category, other = UUID(int=80), UUID(int=81)
    found = alternatives(
        Wanted(PRODUCTS[0], B, 8, 400, avoids),
        stock,
        {PRODUCTS[0]: category, PRODUCTS[1]: category, PRODUCTS[2]: category, PRODUCTS[3]: other},
        policy=POLICY,
        quality=QUALITY,
        now=NOON,
    )
    return [each.portion.number for each in found]


def test_alternatives_are_the_other_grade_the_other_size_and_the_category_near_in_price() -> None:
    stock = [
        slice_of(1, C, 60),
        slice_of(2, B, 60, product_id=PRODUCTS[1], price_minor=450),
        slice_of(3, B, 60, product_id=PRODUCTS[2], price_minor=480),
        slice_of(4, B, 60, product_id=PRODUCTS[3], price_minor=400),
    ]
    assert _listed(stock) == [1, 2]
    assert _listed([*stock, slice_of(5, B, 60, portions_per_whole=6)]) == [1, 5, 2]
    assert _listed([*stock, slice_of(6, C, 50)]) == [6, 2]
    assert _listed([slice_of(7, B, 60, product_id=PRODUCTS[1], price_minor=340)]) == [7]
    assert _listed([slice_of(8, B, 60, product_id=PRODUCTS[1], price_minor=339)]) == []


def test_alternatives_are_sellable_avoid_allergens_and_are_three_at_most() -> None:
    assert _listed([slice_of(1, C, 60, held=True), slice_of(2, A, 0)]) == []
    assert _listed([slice_of(1, C, 60)], frozenset({"milk"})) == []
    assert _listed([slice_of(1, C, 60, allergens=None)], frozenset({"milk"})) == []
    many = [slice_of(number, B, 60, portions_per_whole=number) for number in (4, 5, 6, 7)]
    assert _listed(many) == [7, 6, 5]
