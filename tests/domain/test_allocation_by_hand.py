"""Alternatives to what cannot be had, and scarce stock."""

from uuid import UUID

from app.domain.allocation.alternatives import Wanted, alternatives
from app.domain.allocation.stock import StockPortion
from app.domain.policy import AllocationPolicy
from app.domain.portion import Grade
from tests.support.allocation_stock import NOON, PRODUCTS, QUALITY, slice_of

POLICY = AllocationPolicy()
A, B, C = Grade.A, Grade.B, Grade.C


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
