"""Contradictory pricing policies are refused by name; the what-if page's figures."""

from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction
from typing import Any

import pytest

from app.domain.people import Role
from app.domain.policy import PricingPolicy
from app.domain.prices.policy_check import ProductFigures, contradictions
from app.domain.prices.promotion import BundlePart, Circumstances, PromotionKind
from app.domain.prices.rules import (
    CompetitorRule,
    GradeFactors,
    Justification,
    LossApproval,
    ManualLimits,
    PaceLadder,
    PriceWindow,
    ProductMargin,
    SellByStep,
)
from app.domain.prices.schedule import Schedule
from app.domain.prices.standard import standard_pricing
from app.domain.prices.what_if import what_if
from app.services.policy_codec import from_document, to_document
from tests.domain.price_cases import CAKE, DRINK, NET, NOON, QUALITY, SLICE, STANDARD, facts, off
from tests.support.sample_data import sample_settings

GOODS = (
    ProductFigures(SLICE, "Slice", 400, 200),
    ProductFigures(DRINK, "Drink", 200, 50),
)
WHY = Justification("queues to the door", "Nok", date(2026, 11, 1), "Anan")
LINE = replace(STANDARD, grade_factors=None)


def codes(policy: PricingPolicy, *goods: ProductFigures) -> set[str]:
    return {each.code for each in contradictions(policy, QUALITY, goods)}


def test_the_standard_and_the_shipped_policies_do_not_contradict_themselves() -> None:
    assert codes(standard_pricing(), *GOODS) == set()
    assert codes(sample_settings().pricing) == set()


def _window(name: str, percent: int, **changes: Any) -> PriceWindow:
    why = changes.pop("why", WHY)
    return PriceWindow(name, name, Fraction(percent, 100), Schedule(**changes), why)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"max_change": Fraction(0)}, "max_change_range"),
        ({"min_margin": Fraction(1)}, "min_margin_range"),
        ({"rounding_minor": 0}, "rounding_range"),
        ({"uplift": Fraction(-1, 10)}, "uplift_range"),
        ({"hysteresis": timedelta(minutes=14)}, "hysteresis_too_short"),
        ({"manual": ManualLimits(cashier_share=Fraction(2, 5))}, "cashier_beyond_cap"),
        ({"manual": ManualLimits(cashiers=frozenset({Role.MANAGER}))}, "cashier_is_manager"),
        ({"competitors": CompetitorRule(Fraction(-1))}, "competitors_range"),
        ({"product_margins": (ProductMargin(SLICE, Fraction(1)),)}, "product_margin"),
        ({"product_margins": (ProductMargin(SLICE, Fraction(0)),) * 2}, "product_margin"),
        ({"markdown_at_floor": Fraction(2)}, "markdown_range"),
        ({"grade_factors": GradeFactors(b=Fraction(6, 5))}, "grades_out_of_order"),
        ({"grade_factors": GradeFactors(c=Fraction(3, 5))}, "grade_beyond_cap"),
        ({"sell_by_steps": (SellByStep(0, Fraction(1)),)}, "sell_by_range"),
        ({"sell_by_steps": (SellByStep(9, Fraction(3, 5)),)}, "sell_by_beyond_cap"),
        (
            {"sell_by_steps": (SellByStep(9, Fraction(1)), SellByStep(60, Fraction(9, 10)))},
            "sell_by_out_of_order",
        ),
        ({"sell_by_steps": (SellByStep(9, Fraction(1)),) * 2}, "sell_by_out_of_order"),
        ({"pace": PaceLadder(deepest=Fraction(2, 5))}, "pace_beyond_cap"),
        ({"pace": PaceLadder(from_ratio=Fraction(2))}, "pace_out_of_order"),
        ({"pace": PaceLadder(step=Fraction(-1, 20))}, "pace_step_range"),
        ({"windows": (_window("a", -10), _window("a", -5))}, "window_id"),
        ({"windows": (_window("a", 0),)}, "window_beyond_cap"),
        ({"windows": (_window("a", 31),)}, "window_beyond_cap"),
        ({"windows": (_window("a", -5, weekdays=frozenset()),)}, "window_never"),
        ({"windows": (_window("a", 5, why=None),)}, "peak_without_justification"),
        (
            {"windows": (_window("a", 5, why=replace(WHY, approved_by="")),)},
            "peak_without_justification",
        ),
        ({"windows": (_window("a", 5), _window("b", -5))}, "slow_and_peak_at_once"),
        ({"promotions": (off("A"), off("A"))}, "promotion_id"),
        ({"promotions": (off("A", percent=Fraction(2, 5)),)}, "promotion_beyond_cap"),
    ],
)
def test_a_contradiction_is_named(changes: dict[str, Any], code: str) -> None:
    assert code in codes(replace(STANDARD, **changes))


def test_windows_that_meet_in_no_hour_may_be_slow_and_peak() -> None:
    lunch = _window("a", 5, from_time=time(11), until_time=time(13))
    slow = _window("b", -5, from_time=time(13), until_time=time(17))
    assert codes(replace(STANDARD, windows=(lunch, slow))) == set()


def test_contradictions_between_policies_and_with_products_are_named() -> None:
    deep = replace(LINE, markdown_at_floor=Fraction(2, 5))
    assert codes(deep) == {"markdown_beyond_cap"}
    upside_down = replace(QUALITY, markdown_threshold=6.0)
    assert {e.code for e in contradictions(LINE, upside_down)} == {"threshold_below_floor"}
    dear = ProductFigures(CAKE, "Cake", 100, 120)
    (found,) = contradictions(STANDARD, QUALITY, (dear,))
    assert (found.code, found.fields) == ("floor_above_cap", ("min_margin", "max_change", "Cake"))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"percent": Fraction(0)}, "promotion_percent_range"),
        ({"kind": PromotionKind.AMOUNT}, "promotion_amount_range"),
        ({"kind": PromotionKind.N_FOR_PRICE, "amount_minor": 9, "count": 1},
         "promotion_count_range"),
        ({"kind": PromotionKind.N_FOR_PRICE, "amount_minor": 9, "count": 2, "stackable": True},
         "group_stackable"),
        ({"kind": PromotionKind.BUNDLE, "amount_minor": 9, "parts": (BundlePart(SLICE),)},
         "bundle_parts"),
        ({"kind": PromotionKind.BUNDLE, "amount_minor": 9,
          "parts": (BundlePart(SLICE, 3), BundlePart(DRINK, 0))}, "bundle_parts"),
        ({"schedule": Schedule(weekdays=frozenset({7}))}, "promotion_never"),
        ({"schedule": Schedule(first_day=date(2026, 1, 2), last_day=date(2026, 1, 1))},
         "promotion_ends_before_it_starts"),
        ({"min_stock": -1}, "promotion_condition_range"),
        ({"max_left_s": 0}, "promotion_condition_range"),
        ({"approval": LossApproval("", "x", NOON, 1)}, "approval_without_person_or_reason"),
        ({"approval": LossApproval("Anan", "x", NOON, -1)}, "approval_budget_range"),
        ({"approval": LossApproval("Anan", "x", NOON, 1, Fraction(0))}, "approval_change_range"),
        ({"approval": LossApproval("Anan", "x", NOON, 1), "stackable": True},
         "approved_stackable"),
    ],
)  # fmt: skip
def test_a_promotion_that_contradicts_itself_is_named(changes: dict[str, Any], code: str) -> None:
    assert code in codes(replace(STANDARD, promotions=(off("A", **changes),)))
    assert codes(replace(STANDARD, promotions=(replace(off("A"), name=" "),))) == {
        "promotion_without_name"
    }


def test_a_bundle_saves_the_guest_something_and_earns_something() -> None:
    def found(amount_minor: int, **changes: Any) -> set[str]:
        parts = (BundlePart(SLICE), BundlePart(DRINK))
        bundle = off("B", kind=PromotionKind.BUNDLE, amount_minor=amount_minor, parts=parts)
        policy = replace(NET, promotions=(replace(bundle, **changes),))
        return codes(policy, *GOODS)

    assert found(600) == {"bundle_saves_nothing"}
    assert found(240) == found(250) == {"promotion_at_a_loss"}
    assert found(251) == found(500) == set()
    granted = LossApproval("Anan", "launch", NOON, 100)
    assert found(240, approval=granted) == set()
    assert found(500, parts=(BundlePart(SLICE), BundlePart(CAKE))) == {"bundle_unknown_product"}


def test_a_promotion_without_contribution_is_refused_unless_its_loss_is_approved() -> None:
    slices = frozenset({SLICE})
    for at_cost in (
        off("A", kind=PromotionKind.AMOUNT, amount_minor=200, products=slices),
        off("A", kind=PromotionKind.N_FOR_PRICE, count=2, amount_minor=400, products=slices),
        off("A", percent=Fraction(1, 2), products=slices),
    ):
        policy = replace(NET, max_change=Fraction(3, 5), promotions=(at_cost,))
        assert codes(policy, *GOODS) == {"promotion_at_a_loss"}
        granted = replace(at_cost, approval=LossApproval("Anan", "launch", NOON, 5_000))
        assert codes(replace(policy, promotions=(granted,)), *GOODS) == set()
    cheaper = off("A", kind=PromotionKind.AMOUNT, amount_minor=199, products=slices)
    assert codes(replace(NET, promotions=(cheaper,)), *GOODS) == set()


def test_every_rule_survives_the_settings_document() -> None:
    granted = LossApproval("Anan", "launch", NOON, 5_000, Fraction(1, 2))
    policy = replace(
        STANDARD,
        pace=PaceLadder(),
        windows=(_window("a", 5, from_time=time(11), until_time=time(13)),),
        promotions=(
            off("A", products=frozenset({SLICE}), roles=frozenset({Role.CASHIER})),
            off("B", kind=PromotionKind.BUNDLE, amount_minor=5, parts=(BundlePart(SLICE, 2),)),
            off("C", coupon="X", approval=granted),
        ),
        product_margins=(ProductMargin(SLICE, Fraction(2, 5)),),
    )
    assert from_document(PricingPolicy, to_document(policy)) == policy


# What if.


def test_what_if_shows_old_and_new_prices_margins_and_counts() -> None:
    portions = [
        facts(score=9.5),
        facts(score=8.5),
        facts(score=7.5),
        facts(CAKE, whole_minor=800, cost_minor=190, score=8.5),
    ]
    draft = replace(NET, version=2, min_margin=Fraction(1, 2))
    slices, cakes = what_if(portions, Circumstances(NOON), QUALITY, LINE, draft)
    assert (slices.product_id, slices.count, slices.changed) == (SLICE, 3, 2)
    assert slices.now.prices_minor == (400, 400, 360)
    assert slices.draft.prices_minor == (440, 400, 320)
    assert (slices.draft.lowest_minor, slices.draft.highest_minor) == (320, 440)
    assert slices.draft.margin == Fraction(1_160 - 300, 1_160)
    assert (cakes.now.prices_minor, cakes.changed, cakes.draft.without_price) == ((), 0, 1)
    assert (cakes.draft.margin, cakes.draft.lowest_minor, cakes.draft.highest_minor) == (None,) * 3
    assert slices.now.sum_minor == 1_160


def test_what_if_of_the_same_policy_changes_nothing() -> None:
    portions = [facts(score=each / 10, tax_rate_bp=700) for each in range(60, 101)]
    (effect,) = what_if(portions, Circumstances(NOON), QUALITY, STANDARD, STANDARD)
    assert (effect.changed, effect.now) == (0, effect.draft)
