"""What a store's pricing policy does to the prices on its tiles."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from app.domain.policy import PricingPolicy
from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.prices.rules import GradeFactors, PriceWindow, SellByStep
from app.domain.prices.schedule import Schedule
from app.services.offer_book import OfferBook
from app.services.offers import Offer, derive_offer
from app.services.price_moves import AFTER
from app.services.store_view import StoreView
from tests.support.sample_data import sample_id, stocked_view

NOW = datetime(2026, 11, 20, 6, 59, tzinfo=UTC)
"""A minute to two in the afternoon in Bangkok."""
PEPPERONI = sample_id("product P")


def offer(
    view: StoreView, now: datetime = NOW, product_id: UUID = PEPPERONI, **rules: object
) -> Offer:
    pricing: PricingPolicy = replace(view.settings.pricing, **rules)  # type: ignore[arg-type]
    changed = replace(view, settings=replace(view.settings, pricing=pricing))
    return derive_offer(changed, product_id, now)


def _told(given: Offer) -> list[tuple[str, int]]:
    assert given.price is not None
    return [(step.code, step.amount_minor) for step in given.price.steps]


@pytest.fixture
def view() -> StoreView:
    return stocked_view(NOW)


def test_slow_hours_begin_by_the_stores_own_clock(view: StoreView) -> None:
    hours = Schedule(from_time=time(14), until_time=time(17))
    slow = PriceWindow("slow", "Afternoon", Fraction(-1, 10), hours)
    assert _told(offer(view, windows=(slow,))) == [("share", 9_900)]
    later = offer(view, NOW + timedelta(minutes=1), windows=(slow,))
    assert _told(later) == [("share", 9_900), ("slow_hours", -990), ("rounding", -10)]


def test_grades_and_the_time_to_sell_by_move_the_price(view: StoreView) -> None:
    steps = (SellByStep(24 * 3_600, Fraction(9, 10)),)
    told = offer(view, grade_factors=GradeFactors(), sell_by_steps=steps, rounding_minor=1)
    assert _told(told) == [("share", 9_900), ("grade", 990), ("sell_by", -1_089)]
    assert {each.breakdown for each in told.candidates} == {told.price.steps if told.price else ()}


def test_a_promotion_by_stock_starts_and_stops_by_itself(view: StoreView) -> None:
    here = sum(each.product_id == PEPPERONI for each in view.portions.values())
    free = offer(view).left
    assert free is not None and free <= here
    ten = Promotion("T", "Ten", PromotionKind.PERCENT, Fraction(1, 10), min_stock=free)
    assert _told(offer(view, promotions=(ten,)))[1] == ("promotion.percent", -990)
    more = replace(ten, min_stock=free + 1)
    assert _told(offer(view, promotions=(more,))) == [("share", 9_900)]


def test_a_floor_above_the_cap_takes_the_portions_off_the_till(view: StoreView) -> None:
    assert offer(view, min_margin=Fraction(9, 10)).left == 0


def test_a_kept_offer_is_derived_again_when_the_clock_moves_its_price(view: StoreView) -> None:
    hours = Schedule(from_time=time(14), until_time=time(17))
    slow = PriceWindow("slow", "Afternoon", Fraction(-1, 10), hours)
    first = derive_offer(view, PEPPERONI, NOW)
    assert first.sell_until is not None
    within_s = int((first.sell_until - NOW).total_seconds()) - 30
    late = SellByStep(within_s, Fraction(9, 10))
    for rules, begins in (
        ({"windows": (slow,)}, NOW + timedelta(minutes=1)),
        ({"sell_by_steps": (late,)}, first.sell_until - timedelta(seconds=within_s) + AFTER),
    ):
        pricing = replace(view.settings.pricing, **rules)
        changed = replace(view, settings=replace(view.settings, pricing=pricing))
        book = OfferBook(max_age=timedelta(days=1))
        book.refresh(changed, NOW)
        assert PEPPERONI not in book.refresh(changed, begins - 2 * AFTER)
        assert PEPPERONI in book.refresh(changed, begins)
        price = book.offers[PEPPERONI].price
        assert price is not None and price.amount_minor == 8_900
