from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from app.domain.portion import PortionState
from app.services.choose_portions import choose_portions
from app.services.offers import derive_offer
from app.services.store_view import StoreView
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
PEPPERONI = sample_id("product P")


def _with_free_wedges(*wedges: int) -> StoreView:
    """The sample store with only these wedges of its one pepperoni left."""
    view = sample_view(NOW)
    portions = {
        each.id: replace(each, state=PortionState.AVAILABLE, reserved_until=None, ticket_id=None)
        for each in view.portions.values()
        if each.product_id != PEPPERONI or each.wedge in wedges
    }
    return replace(view, portions=MappingProxyType(portions))


def _wedges(view: StoreView, quantity: int) -> list[list[int]]:
    by_id = view.portions
    lines = choose_portions(view, PEPPERONI, quantity, NOW)
    return [[by_id[each.portion_id].wedge for each in line] for line in lines]


def test_two_come_from_side_by_side_and_one_is_the_lowest() -> None:
    view = _with_free_wedges(1, 4, 5, 7)
    assert _wedges(view, 1) == [[1, 4, 5, 7]]
    assert _wedges(view, 2) == [[4, 1, 7], [5, 1, 7]]


def test_more_than_there_are_gives_what_there_is() -> None:
    assert _wedges(_with_free_wedges(2, 3), 3) == [[2], [3]]
    assert _wedges(_with_free_wedges(), 1) == _wedges(_with_free_wedges(), 2) == []
    with pytest.raises(ValueError, match="at least one"):
        choose_portions(sample_view(NOW), PEPPERONI, 0, NOW)


def test_one_is_what_the_tile_shows() -> None:
    view = sample_view(NOW)
    offer = derive_offer(view, PEPPERONI, NOW)
    assert choose_portions(view, PEPPERONI, 1, NOW) == [offer.candidates]
