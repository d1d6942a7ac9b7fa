"""Nothing on offer moves before its instant, and hardly an instant comes for nothing."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.prices.rules import (
    GradeFactors,
    LossApproval,
    PaceLadder,
    PriceWindow,
    SellByStep,
)
from app.domain.prices.schedule import Schedule
from app.services.appraisal import Appraiser
from app.services.move_queue import MoveQueue
from app.services.offer_book import OfferBook
from app.services.offers import Offer, WedgeState, offer_of, stock_by_product
from app.services.price_moves import AFTER, PriceMoves
from app.services.store_view import StoreView
from tests.support.sample_data import sample_id, stocked_view

NOW = datetime(2026, 11, 20, 6, 47, tzinfo=UTC)
PEPPERONI = sample_id("product P")
SLOW = PriceWindow(
    "slow", "Afternoon", Fraction(-1, 10), Schedule(from_time=time(14), until_time=time(14, 40))
)
LATE = Promotion("late", "Late", PromotionKind.PERCENT, Fraction(1, 5), max_left_s=5_400)
FEW = replace(LATE, id="few", name="Few", min_stock=3)
UNTIL = datetime.fromisoformat("2026-11-20T14:05:30")
ENDING = replace(
    LATE, id="ending", max_left_s=None, approval=LossApproval("Mali", "Festival", UNTIL, 100_000)
)  # fmt: skip
STEPS = (SellByStep(1_800, Fraction(3, 4)), SellByStep(3_600, Fraction(9, 10)))
RULES: dict[str, dict[str, Any]] = {
    "a line down to the floor": {"rounding_minor": 100},
    "fine rounding": {"rounding_minor": 20},
    "grades and steps": {"grade_factors": GradeFactors(), "sell_by_steps": STEPS},
    "last call": {"last_call_factor": Fraction(17, 20), "grade_factors": GradeFactors()},
    "hours": {"windows": (SLOW,), "promotions": (ENDING,)},
    "the pace of sale": {"pace": PaceLadder(), "grade_factors": GradeFactors()},
    "stock and time left": {"promotions": (LATE, FEW), "grade_factors": GradeFactors()},
}


def under(counts_for: timedelta = timedelta(hours=5), **rules: Any) -> StoreView:
    view = stocked_view(NOW)
    pricing = replace(view.settings.pricing, **rules)
    portions = {
        key: replace(each, cut_at=each.cut_at - timedelta(minutes=4 * each.wedge))
        for key, each in view.portions.items()
    }
    quality = replace(view.settings.quality, markdown_threshold=9.5, unobserved_after=counts_for)
    food = view.settings.food
    food = replace(
        food,
        readings=replace(food.readings, silent_after=counts_for / 2),
        shelf_life=replace(food.shelf_life, manual_check_every=counts_for / 2),
    )
    settings = replace(view.settings, pricing=pricing, quality=quality, food=food)
    # Busy until three in the afternoon, quiet from then on.
    hourly = HourlyDemand(NOW - timedelta(hours=13, minutes=47), (11_000,) * 15 + (4_000,) * 33)
    demand = {PEPPERONI: ProductDemand(PEPPERONI, NOW.date(), 1, hourly, "smoothed", 60)}
    return replace(view, portions=portions, settings=settings, demand=demand)


def shown(offer: Offer) -> object:
    """What guests and cashiers see of it, without ages."""
    wedges = [
        (each.portion_id, each.grade, each.price.amount_minor if each.price else None)
        for wheel in offer.wheels
        for each in wheel.wedges
        if each.state in (WedgeState.FREE, WedgeState.RESERVED)
    ]
    price = offer.price.amount_minor if offer.price else None
    return sorted(wedges, key=str), price, offer.left, offer.grade


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_nothing_moves_before_its_instant(rules: dict[str, Any]) -> None:
    """Over four hours, with the sharpest eye: a second before each instant and at random."""
    view = under(**rules)
    appraiser, stock = Appraiser(view), stock_by_product(view)[PEPPERONI]
    moves, product = PriceMoves(appraiser), view.products[PEPPERONI]
    random, now, moved = Random(7), NOW, []
    before = shown(offer_of(product, stock, appraiser, now))
    while now < NOW + timedelta(hours=4):
        instant = moves.next_move(product, stock, now)
        assert instant > now
        until = min(instant, NOW + timedelta(hours=4))
        for share in (random.random(), random.random(), 1.0):
            at = max(now, min(now + (until - now) * share, until - 2 * AFTER))
            assert shown(offer_of(product, stock, appraiser, at)) == before, at
        after = shown(offer_of(product, stock, appraiser, until))
        moved.append(after != before)
        before, now = after, until
    assert sum(moved) >= 15
    # A reading that ceases to count, midnight, an end beyond what is sold: hardly more.
    assert len(moved) <= sum(moved) + 8, (len(moved), sum(moved))


def test_a_unit_that_falls_silent_is_an_instant() -> None:
    view = under(counts_for=timedelta(minutes=2))
    appraiser, stock = Appraiser(view), stock_by_product(view)[PEPPERONI]
    moves, product, silent = PriceMoves(appraiser), view.products[PEPPERONI], NOW
    last = appraiser.safety.proven_until(sample_id("unit Cabinet 1"))
    while (instant := moves.next_move(product, stock, silent)) <= last:
        silent = instant
    assert instant == last + AFTER
    assert (offer_of(product, stock, appraiser, last).left or 0) > 0
    offer = offer_of(product, stock, appraiser, instant)
    assert (offer.left, offer.temperature_ok) == (0, False)


def test_a_book_knows_without_looking_that_something_moved() -> None:
    view = under(windows=(SLOW,))
    book = OfferBook()
    book.refresh(view, NOW)
    assert not book.moved_by(NOW)
    assert book.moved_by(NOW + timedelta(minutes=13))


def test_a_queue_looks_once_at_what_is_due_and_looks_ahead_again() -> None:
    one, two, unsold = uuid4(), uuid4(), uuid4()
    plan: dict[UUID, list[int | None]] = {one: [1, 5], two: [3, 90], unsold: [None]}
    asked: list[UUID] = []

    def next_move(product_id: UUID, _now: datetime) -> datetime | None:
        asked.append(product_id)
        after_s = plan[product_id].pop(0) if plan[product_id] else None
        return None if after_s is None else NOW + timedelta(seconds=after_s)

    queue, looked = MoveQueue(next_move), list[UUID]()
    queue.touch([one, two, unsold])
    while queue.work(NOW, looked.append, 0.0):
        assert not looked
    assert asked == [one, two, unsold]
    for second, expected in enumerate(([], [one], [], [two], [], [one])):
        looked.clear()
        while queue.work(NOW + timedelta(seconds=second), looked.append, 1.0):
            pass
        assert looked == expected, second
    assert asked == [one, two, unsold, one, two, one]
    # What changed is looked ahead for anew; the old instant does not count any more.
    plan[two] = [200]
    queue.touch([two])
    queue.work(NOW, looked.append, 1.0)
    looked.clear()
    queue.work(NOW + timedelta(seconds=100), looked.append, 1.0)
    assert looked == []
