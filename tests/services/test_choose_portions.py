from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID

import pytest

from app.domain.portion import Grade, Inspected, PortionState
from app.domain.price import PriceReason
from app.services.appraisal import Appraiser
from app.services.choose_portions import Asked, choose
from app.services.offers import derive_offer
from app.services.ports import Candidate
from app.services.store_view import StoreView
from tests.support.choosing import choose_portions
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
PEPPERONI = sample_id("product P")
MARGHERITA = sample_id("product M")


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
    (line,) = choose_portions(view, PEPPERONI, 1, NOW)
    assert [each.portion_id for each in line] == [each.portion_id for each in offer.candidates]


def _ask(view: StoreView, asked: Asked) -> list[tuple[Candidate, ...]]:
    offer = derive_offer(view, MARGHERITA, NOW)
    return choose(view, Appraiser(view), offer, asked, NOW)


def test_every_candidate_says_why_it_would_be_the_one() -> None:
    view = _with_free_wedges(1, 4, 5)
    (line,) = choose_portions(view, PEPPERONI, 1, NOW)
    assert [each.reason for each in line] == ["oldest", "oldest", "only_one"]
    assert all(each.score_milli for each in line)
    pair = choose_portions(view, PEPPERONI, 2, NOW)
    assert [line[0].reason for line in pair] == ["oldest", "oldest"]


def test_a_better_grade_than_was_shown_costs_what_was_shown() -> None:
    """POS-04.5: only A is left, B was quoted."""
    view = sample_view(NOW)
    offer = derive_offer(view, MARGHERITA, NOW)
    best = [each for each in offer.candidates if each.grade is Grade.A]
    assert best
    quote_minor = best[0].unit_price_minor - 1_000
    asked = Asked(grade=Grade.B, quote_minor=quote_minor)
    only_a = _keeping(view, {each.portion_id for each in best})
    (line,) = _ask(only_a, asked)
    assert {each.grade for each in line} == {Grade.A}
    assert {each.unit_price_minor for each in line} == {quote_minor}
    for each in line:
        assert sum(step.amount_minor for step in each.breakdown) == quote_minor
        assert each.breakdown[-1].reason is PriceReason.QUOTED
    assert line[0].reason == "next_better"


def test_a_lower_grade_than_was_shown_is_not_taken() -> None:
    view = _with_poorer_wedges(sample_view(NOW))
    grades = {each.grade for each in derive_offer(view, MARGHERITA, NOW).candidates}
    assert len(grades) > 1
    (line,) = _ask(view, Asked(grade=Grade.A))
    assert {each.grade for each in line} == {Grade.A}
    assert _ask(view, Asked(grade=Grade.A, avoids=frozenset({"milk"}))) == []


def _keeping(view: StoreView, ids: set[UUID]) -> StoreView:
    portions = {
        each.id: each
        for each in view.portions.values()
        if each.product_id != MARGHERITA or each.id in ids
    }
    return replace(view, portions=MappingProxyType(portions))


def _with_poorer_wedges(view: StoreView) -> StoreView:
    """The odd wedges of every margherita were found worse."""
    portions = {
        each.id: replace(each, inspected=Inspected(NOW, 8.2))
        if each.product_id == MARGHERITA and each.wedge % 2
        else replace(each, inspected=Inspected(NOW, 9.5))
        for each in view.portions.values()
    }
    return replace(view, portions=MappingProxyType(portions))
