"""How many portions a whole is cut into, and with which tool."""

from uuid import UUID

from app.domain.catalog import Category
from app.domain.configuration import (
    is_portion_count,
    standard_count,
)
from app.domain.cutting_tools import CuttingTool, tool_refusal

CAKE = Category(UUID(int=1), "Cake", 0, True)
PIZZA = Category(UUID(int=3), "Pizza", 2, True)
DRINKS = Category(UUID(int=2), "Beverage", 1, False)


def test_a_whole_makes_two_to_sixteen() -> None:
    assert [n for n in range(-3, 40) if is_portion_count(n)] == list(range(2, 17))


def test_sizes_fill_in_their_standard_count() -> None:
    assert [standard_count(size) for size in ('14"', '12"', "personal", "giant")] == [8, 6, 4, None]


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
