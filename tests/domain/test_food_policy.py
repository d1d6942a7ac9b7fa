from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from app.domain.food_policy import JURISDICTIONS, SPECIFIED, FoodPolicies
from app.domain.food_policy_check import food_contradictions


def changed(part: str, **fields: Any) -> FoodPolicies:
    return replace(SPECIFIED, **{part: replace(getattr(SPECIFIED, part), **fields)})


def test_what_is_shipped_contradicts_nothing() -> None:
    for policy in JURISDICTIONS.values():
        assert food_contradictions(replace(SPECIFIED, jurisdiction=policy)) == ()


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"hot_min_mc": 59_999}, {"hot_min_mc"}),
        ({"cold_max_mc": 5_001}, {"cold_max_mc"}),
        ({"hot_display_limit": 5 * HOUR}, {"hot_display_limit"}),
        ({"cold_after_cut_limit": 73 * HOUR}, {"cold_after_cut_limit"}),
        ({"hot_display_limit": 0 * HOUR}, {"hot_display_limit", "removal_lead_hot"}),
        ({"hot_display_limit": HOUR / 4}, {"hot_display_limit", "removal_lead_hot"}),
        ({"hot_min_mc": 65_000, "hot_display_limit": HOUR}, set()),
        ({"profile": "moon"}, {"profile"}),
        ({"allergen_view": "mars"}, {"allergen_view"}),
        (
            {"cold_quality_min_mc": 5_000},
            {"cold_quality_min_mc", "cold_max_mc", "hot_min_mc"},
        ),
    ],
)
def test_a_safety_limit_is_tightened_and_never_relaxed(
    fields: dict[str, Any], named: set[str]
) -> None:
    found = food_contradictions(changed("jurisdiction", **fields))
    assert {name for each in found for name in each.fields} == named


@pytest.mark.parametrize(
    ("part", "fields", "named"),
    [
        ("portions", {"min_portions": 1}, "min_portions"),
        ("portions", {"max_portions": 17}, "max_portions"),
        ("portions", {"max_portions": 7}, '14"'),
        ("portions", {"least_percent": 101}, "least_percent"),
        ("portions", {"most_percent": 99}, "most_percent"),
        ("portions", {"cake_tolerance_mg": -1}, "cake_tolerance_mg"),
        ("portions", {"base_units": ()}, "base_units"),
        ("portions", {"presentation_target": 3.0}, "presentation_target"),
        ("portions", {"presentation_max_share": Fraction(1, 20)}, "presentation_max_share"),
        ("readings", {"coldest_mc": 2_000}, "coldest_mc"),
        ("readings", {"hottest_mc": 60_000}, "hottest_mc"),
        ("readings", {"clock_skew": -HOUR}, "clock_skew"),
        ("calibration", {"prior_sd": 0.0}, "prior_sd"),
        ("calibration", {"inspector_sd": float("nan")}, "inspector_sd"),
        ("calibration", {"variance_inflation": 0.9}, "variance_inflation"),
        ("calibration", {"propose_after": 0}, "propose_after"),
        ("freshness", {"aging_from": Fraction(4, 5)}, "aging_from"),
        ("freshness", {"last_call_from": Fraction(1)}, "last_call_from"),
        ("shelf_life", {"removal_lead_cold": 72 * HOUR}, "removal_lead_cold"),
        ("shelf_life", {"max_extension": -HOUR}, "max_extension"),
        ("shelf_life", {"manual_check_every": HOUR / 3}, "manual_check_every"),
        ("checkpoints", {"interval_hot": 0 * HOUR}, "interval_hot"),
        ("checkpoints", {"overdue_after": -HOUR}, "overdue_after"),
        ("checkpoints", {"random_share": Fraction(3, 2)}, "random_share"),
        ("checkpoints", {"watched_share": Fraction(0)}, "watched_share"),
        ("checkpoints", {"under_curve_points": 0.0}, "under_curve_points"),
        ("checkpoints", {"repeat_count": 0}, "repeat_count"),
        ("checkpoints", {"degradations_a_day": -1}, "degradations_a_day"),
        ("allergens", {"incident_due": 0 * HOUR}, "incident_due"),
    ],
)
def test_a_contradiction_is_named_by_its_field(
    part: str, fields: dict[str, Any], named: str
) -> None:
    found = food_contradictions(changed(part, **fields))
    assert named in {name for each in found for name in each.fields}
    assert all(each.code for each in found)
