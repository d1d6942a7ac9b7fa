"""The ladder ahead: at each age what the engine itself charges, and each step at its own second."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from app.domain.policy import PricingPolicy
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs, score_milli
from app.domain.prices.rules import GradeFactors, SellByStep
from app.domain.quality import score_at
from app.services.price_ladder import Ladder, LadderCase, case_of, price_ladder
from tests.support.sample_store import sample_id, sample_view

VIEW = sample_view(datetime(2026, 3, 6, 11, tzinfo=UTC))
QUALITY, PRICING = VIEW.settings.quality, VIEW.settings.pricing


def case() -> LadderCase:
    found = case_of(VIEW.products[sample_id("product P")])
    assert found is not None
    return found


def ladder(of: LadderCase, pricing: PricingPolicy = PRICING) -> Ladder:
    return price_ladder(of, QUALITY, pricing, VIEW.settings.food.freshness)


def test_each_step_is_the_engines_price_at_its_age_and_not_a_moment_before() -> None:
    of = case()
    found = ladder(of)
    base = of.whole_minor // of.portions
    fine_s = max(1, found.sold_until_s // 1_500)

    def priced(age_s: int) -> int:
        score = score_milli(score_at(10.0, age_s, of.quality))
        inputs = PriceInputs(1, 1, base, of.cost_minor, of.tax_rate_bp, score)
        return PriceEngine(QUALITY, PRICING).price(inputs).amount_minor

    assert [p.amount_minor for p in found.points] == [priced(p.age_s) for p in found.points]
    for before, step in zip(found.points, found.points[1:-1], strict=False):
        assert priced(step.age_s - fine_s) == before.amount_minor != step.amount_minor
    assert (found.base_minor, found.sold_until_s, found.by_limit) == (base, 9000, False)
    assert found.cap_low == Fraction(base * 7, 10) and found.cap_high == Fraction(base * 13, 10)


def test_it_ends_with_the_limit_where_that_comes_first_and_knows_the_last_minutes() -> None:
    rules = replace(
        PRICING, grade_factors=GradeFactors(), sell_by_steps=(SellByStep(1800, Fraction(3, 4)),)
    )
    found = ladder(replace(case(), limit=timedelta(hours=1)), rules)
    assert (found.sold_until_s, found.by_limit) == (3600, True)
    half = next(p for p in found.points if p.age_s >= 1798)
    before = found.points[found.points.index(half) - 1]
    assert half.age_s <= 1802 and half.amount_minor is not None
    assert half.amount_minor < (before.amount_minor or 0)


@pytest.mark.parametrize("hours", [1, 300])
def test_a_floor_above_the_cap_has_no_price(hours: int) -> None:
    dear = replace(case(), cost_minor=999_999, limit=timedelta(hours=hours))
    assert {point.amount_minor for point in ladder(dear).points} == {None}
