"""What a guest likes, from the store's portions into the candidates of a tap."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from app.domain.allocation.assign import allocate
from app.domain.allocation.request import OrderLine
from app.domain.ids import new_id
from app.domain.portion import Grade, Portion, PortionState
from app.services.appraisal import Appraiser
from app.services.choose_portions import Asked, choose
from app.services.offers import derive_offer
from app.services.order_stock import stock_for_order
from app.services.ports import Candidate
from app.services.store_view import StoreView
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
CAKE = sample_id("product C")
CORNER = frozenset({"corner"})
CORNERS = (0, 3, 8, 11)


def freed(portion: Portion) -> Portion:
    return replace(portion, state=PortionState.AVAILABLE, reserved_until=None, ticket_id=None)


def sheet(per_row: int | None = 4) -> StoreView:
    """The sample store; its chocolate cakes lay three rows of four, all of them are free."""
    view = sample_view(NOW)
    return replace(
        view,
        wholes=MappingProxyType({k: replace(w, per_row=per_row) for k, w in view.wholes.items()}),
        portions=MappingProxyType({k: freed(p) for k, p in view.portions.items()}),
    )


def first(view: StoreView, prefers: frozenset[str], grade: Grade | None = None) -> Candidate:
    offer = derive_offer(view, CAKE, NOW)
    asked = Asked(grade=grade, quote_minor=offer.candidates[0].unit_price_minor, prefers=prefers)
    return choose(view, Appraiser(view), offer, asked, NOW)[0][0]


def wedge(view: StoreView, candidate: Candidate) -> int:
    return view.portions[candidate.portion_id].wedge


def test_a_tap_takes_the_place_the_guest_likes_and_says_so() -> None:
    view = sheet()
    middle = first(view, frozenset({"middle"}))
    assert (wedge(view, middle) in (5, 6), middle.reason) == (True, "preferred")
    assert middle.prefers == ("middle",)
    plain = first(view, frozenset())
    assert (plain.reason, plain.prefers) == ("oldest", ())
    assert middle.unit_price_minor <= plain.unit_price_minor
    round_one = sheet(None)
    assert first(round_one, frozenset({"middle"})).portion_id == plain.portion_id


def test_a_grade_that_is_asked_for_leaves_only_the_place() -> None:
    view = sheet()
    grade = first(view, frozenset()).grade
    found = first(view, CORNER | {"grade_C"}, grade)
    assert (found.prefers, found.grade) == (("corner",), grade)
    assert wedge(view, found) in CORNERS


@pytest.mark.spec("FUL-02.3")
def test_the_same_answer_wherever_it_is_worked_out_again() -> None:
    """Another terminal reads its portions in another order; a replay has what was stored."""
    view, source = sheet(), random.Random(1)
    told = first(view, frozenset({"middle"}))
    for _ in range(10):
        rows = list(view.portions.items())
        source.shuffle(rows)
        other = replace(view, portions=MappingProxyType(dict(rows)))
        assert first(other, frozenset({"middle"})) == told
        stock = stock_for_order(other, Appraiser(other), NOW, {CAKE})
        line = OrderLine(new_id(), frozenset({CAKE}), 12, prefers=frozenset(told.prefers))
        policy, quality = view.settings.allocation, view.settings.quality
        answer = allocate([line], stock, policy=policy, quality=quality, now=NOW)
        assert answer.portion_of(line.id) == told.portion_id
