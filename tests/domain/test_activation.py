from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest

from app.domain.activation import Fractional, Problem, activation_faults, base_unit_fault
from app.domain.catalog import Category, PortionConfiguration
from app.domain.completeness import missing_fields
from app.domain.configuration import (
    STANDARD_PIZZA_PORTIONS,
    OverrideFault,
    OverrideRefused,
    count_allowed,
    grant_override,
    is_portion_count,
    standard_count,
)
from app.domain.cutting_tools import CuttingTool, tool_refusal
from app.domain.food_policy import PortionPolicy
from app.domain.people import Role
from tests.support.sample_data import stocked_view

POLICY = PortionPolicy()
NOW = datetime(2026, 5, 9, 12, tzinfo=UTC)
CAKE = Category(UUID(int=1), "Cake", 0, True)
PIZZA = Category(UUID(int=3), "Pizza", 2, True)
DRINKS = Category(UUID(int=2), "Beverage", 1, False)
MANAGER = (UUID(int=7), Role.MANAGER)


def cut(count: int, number: int = 1) -> PortionConfiguration:
    return PortionConfiguration(UUID(int=number), UUID(int=9), f"1/{count}", count, None, True)


GOOD = Fractional(CAKE, "Whole", (cut(8),), 80_000, 100_000, 120_000, timedelta(hours=72))
BLANK: dict[str, Any] = {
    "category": None,
    "base_unit": None,
    "configuration": (),
    "least_size": None,
    "most_size": None,
    "shelf_life": None,
}


def without(*names: str) -> Fractional:
    fields = {
        ("configurations" if name == "configuration" else name): BLANK[name] for name in names
    }
    return replace(GOOD, **fields)


def test_a_complete_product_may_be_switched_on() -> None:
    assert activation_faults(GOOD, POLICY) == {}


@pytest.mark.parametrize("count", range(1, len(BLANK) + 1))
def test_every_missing_field_is_named_and_no_other(count: int) -> None:
    for names in combinations(BLANK, count):
        assert activation_faults(without(*names), POLICY) == dict.fromkeys(names, Problem.MISSING)


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"category": DRINKS}, {"category": Problem.NOT_APPROVED}),
        ({"base_unit": "kg"}, {"base_unit": Problem.NOT_ALLOWED}),
        ({"configurations": (cut(1),)}, {"configuration": Problem.OUT_OF_RANGE}),
        ({"configurations": (cut(8), cut(17, 2))}, {"configuration": Problem.OUT_OF_RANGE}),
        ({"shelf_life": timedelta(0)}, {"shelf_life": Problem.NOT_POSITIVE}),
        ({"shelf_life": timedelta(-1)}, {"shelf_life": Problem.NOT_POSITIVE}),
        ({"least_size": 100_001}, {"least_size": Problem.ABOVE_STANDARD}),
        ({"most_size": 99_999}, {"most_size": Problem.BELOW_STANDARD}),
        ({"least_size": 0}, {"least_size": Problem.NOT_POSITIVE}),
        ({"standard_size": -1}, {"standard_size": Problem.NOT_POSITIVE}),
        ({"standard_size": None}, {}),
        ({"standard_size": None, "least_size": 130_000}, {"least_size": Problem.ABOVE_STANDARD}),
        ({"least_size": 100_000, "most_size": 100_000}, {}),
    ],
)
def test_what_is_inconsistent_is_named(change: dict[str, Any], faults: dict[str, Problem]) -> None:
    assert activation_faults(replace(GOOD, **change), POLICY) == faults


def test_missing_and_inconsistent_fields_come_together() -> None:
    draft = replace(GOOD, category=DRINKS, base_unit="kg", shelf_life=None, most_size=None)
    assert set(activation_faults(draft, POLICY)) == {
        "category",
        "base_unit",
        "shelf_life",
        "most_size",
    }


@pytest.mark.parametrize("unit", ["each", "Each", "WHOLE", " whole "])
def test_each_and_whole_can_be_portioned(unit: str) -> None:
    assert base_unit_fault(unit, POLICY) is None


@pytest.mark.parametrize("unit", ["slice", "kg", "wholes", "each whole"])
def test_no_other_unit_can(unit: str) -> None:
    assert base_unit_fault(unit, POLICY) is Problem.NOT_ALLOWED


def test_a_whole_makes_two_to_sixteen() -> None:
    assert [n for n in range(-3, 40) if is_portion_count(n)] == list(range(2, 17))


def test_sizes_fill_in_their_standard_count() -> None:
    assert STANDARD_PIZZA_PORTIONS == {'14"': 8, '12"': 6, "personal": 4}
    assert [standard_count(size) for size in ('14"', '12"', "personal", "giant")] == [8, 6, 4, None]


@pytest.mark.parametrize("role", Role)
def test_only_managers_override_the_count(role: Role) -> None:
    sheet = cut(24)
    if role in (Role.MANAGER, Role.ADMINISTRATOR):
        override = grant_override(sheet, " party cake ", (UUID(int=7), role), NOW)
        assert (override.portions, override.reason) == (24, "party cake")
        assert count_allowed(sheet, [override])
        return
    with pytest.raises(OverrideRefused) as refused:
        grant_override(sheet, "party cake", (UUID(int=7), role), NOW)
    assert refused.value.fault is OverrideFault.ROLE


@pytest.mark.parametrize(
    ("count", "reason", "fault"),
    [
        (24, "  ", OverrideFault.REASON_MISSING),
        (8, "why not", OverrideFault.NOT_NEEDED),
        (0, "nothing", OverrideFault.NO_PORTIONS),
        (-2, "nothing", OverrideFault.NO_PORTIONS),
    ],
)
def test_an_override_has_a_reason_and_a_need(count: int, reason: str, fault: OverrideFault) -> None:
    with pytest.raises(OverrideRefused) as refused:
        grant_override(cut(count), reason, MANAGER, NOW)
    assert refused.value.fault is fault


def test_an_override_serves_one_configuration_and_one_count() -> None:
    override = grant_override(cut(24, 1), "party", MANAGER, NOW)
    assert not count_allowed(cut(24, 2), [override])
    assert not count_allowed(cut(25, 1), [override])
    assert not count_allowed(cut(24, 1))
    assert activation_faults(replace(GOOD, configurations=(cut(24),)), POLICY, [override]) == {}


def test_an_override_does_not_help_a_category() -> None:
    override = grant_override(cut(24), "party", MANAGER, NOW)
    draft = replace(GOOD, category=DRINKS, configurations=(cut(24),))
    assert activation_faults(draft, POLICY, [override]) == {"category": Problem.NOT_APPROVED}


def test_the_till_knows_an_overridden_cut() -> None:
    view = stocked_view(NOW)
    product = next(each for each in view.products.values() if each.name == "Chocolate cake")
    category = view.categories[product.category_id] if product.category_id else None
    sheet = replace(product.configurations[0], portions_per_whole=24)
    product = replace(product, configurations=(sheet,))
    assert missing_fields(product, category) == ("configuration",)
    override = grant_override(sheet, "party", MANAGER, NOW)
    assert missing_fields(product, category, [override]) == ()


WHEEL = CuttingTool(UUID(int=1), "K1", "Pizza wheel", frozenset({PIZZA.id}))
KNIFE = CuttingTool(UUID(int=2), "K2", "Cake knife", frozenset({CAKE.id}))
OLD = CuttingTool(UUID(int=3), "K0", "Old knife", frozenset({CAKE.id}), active=False)


def test_an_unsuitable_tool_does_not_start_the_job() -> None:
    tools = [WHEEL, KNIFE, OLD]
    assert tool_refusal(KNIFE, CAKE.id, tools) is None
    for wrong in (WHEEL, OLD, None):
        refusal = tool_refusal(wrong, CAKE.id, tools)
        assert refusal is not None
        assert refusal.suitable == (KNIFE,)
