"""Food policies that contradict themselves or relax a safety limit, each named by its fields."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from app.domain.allergens import View
from app.domain.food_policy import (
    JURISDICTIONS,
    SPECIFIED,
    CalibrationPolicy,
    CheckpointPolicy,
    FoodPolicies,
    JurisdictionPolicy,
    PortionPolicy,
    ReadingPolicy,
    ShelfLifePolicy,
)
from app.domain.prices.promotion_check import Contradiction

_NONE = timedelta(0)
_FINEST_PROMISE = timedelta(minutes=15)
"""Time on display is known to at most this error (BR-05.5)."""


def food_contradictions(food: FoodPolicies) -> tuple[Contradiction, ...]:
    """Everything that speaks against these policies; empty when they may be put in force."""
    return (
        *_jurisdiction(food.jurisdiction),
        *_portions(food.portions),
        *_readings(food.readings, food.jurisdiction),
        *_calibration(food.calibration),
        *_freshness(food),
        *_shelf_life(food.shelf_life, food.jurisdiction),
        *_checkpoints(food.checkpoints),
        *_positive(food.allergens, "incident_due"),
    )


def _jurisdiction(policy: JurisdictionPolicy) -> Iterator[Contradiction]:
    base = JURISDICTIONS.get(policy.profile)
    if base is None:
        yield Contradiction("unknown_profile", ("profile",))
        base = SPECIFIED.jurisdiction
    if policy.hot_min_mc < base.hot_min_mc:
        yield Contradiction("safety_limit_relaxed", ("hot_min_mc",))
    for name in (
        "cold_max_mc",
        "hot_display_limit",
        "cold_after_cut_limit",
    ):
        if getattr(policy, name) > getattr(base, name):
            yield Contradiction("safety_limit_relaxed", (name,))
    yield from _positive(policy, "hot_display_limit", "cold_after_cut_limit")
    if not policy.cold_quality_min_mc < policy.cold_max_mc < policy.hot_min_mc:
        fields = ("cold_quality_min_mc", "cold_max_mc", "hot_min_mc")
        yield Contradiction("limits_out_of_order", fields)
    if policy.allergen_view not in set(View):
        yield Contradiction("unknown_view", ("allergen_view",))


def _portions(policy: PortionPolicy) -> Iterator[Contradiction]:
    widest = SPECIFIED.portions
    if not widest.min_portions <= policy.min_portions <= policy.max_portions <= widest.max_portions:
        yield Contradiction("portion_limits", ("min_portions", "max_portions"))
    for size, count in (*policy.size_standards, *_usual(policy)):
        if not policy.min_portions <= count <= policy.max_portions:
            yield Contradiction("count_out_of_range", (size, "min_portions", "max_portions"))
    if not 0 < policy.least_percent <= 100 <= policy.most_percent:
        yield Contradiction("limits_out_of_order", ("least_percent", "most_percent"))
    if not policy.base_units:
        yield Contradiction("nothing_allowed", ("base_units",))
    yield from _not_negative(policy, "cake_tolerance_mg", "angle_tolerance_mdeg")
    if not 0 <= policy.presentation_unsellable_below <= policy.presentation_target <= 10:
        fields = ("presentation_unsellable_below", "presentation_target")
        yield Contradiction("limits_out_of_order", fields)
    if not 0 <= policy.presentation_share_per_point <= policy.presentation_max_share <= 1:
        fields = ("presentation_share_per_point", "presentation_max_share")
        yield Contradiction("limits_out_of_order", fields)


def _usual(policy: PortionPolicy) -> Iterator[tuple[str, int]]:
    return ((name, count) for name, counts in policy.usual_counts for count in counts)


def _readings(policy: ReadingPolicy, limits: JurisdictionPolicy) -> Iterator[Contradiction]:
    yield from _not_negative(policy, "clock_skew", "entry_lead")
    yield from _positive(policy, "silent_after", "corrective_due")
    if not policy.coldest_mc < limits.cold_quality_min_mc:
        yield Contradiction("limits_out_of_order", ("coldest_mc", "cold_quality_min_mc"))
    if not limits.hot_min_mc < policy.hottest_mc:
        yield Contradiction("limits_out_of_order", ("hot_min_mc", "hottest_mc"))


def _calibration(policy: CalibrationPolicy) -> Iterator[Contradiction]:
    for name in ("prior_sd", "inspector_sd"):
        if not 0 < getattr(policy, name) < 10:
            yield Contradiction("must_be_positive", (name,))
    if not 1 <= policy.variance_inflation < 10:
        yield Contradiction("out_of_range", ("variance_inflation",))
    if policy.propose_after < 1:
        yield Contradiction("must_be_positive", ("propose_after",))


def _freshness(food: FoodPolicies) -> Iterator[Contradiction]:
    if not 0 < food.freshness.aging_from < food.freshness.last_call_from < 1:
        yield Contradiction("limits_out_of_order", ("aging_from", "last_call_from"))


def _shelf_life(policy: ShelfLifePolicy, limits: JurisdictionPolicy) -> Iterator[Contradiction]:
    yield from _not_negative(
        policy, "removal_lead_hot", "removal_lead_cold", "removal_lead_ambient", "max_extension"
    )
    for lead, life in (
        ("removal_lead_hot", "hot_display_limit"),
        ("removal_lead_cold", "cold_after_cut_limit"),
    ):
        if getattr(policy, lead) >= getattr(limits, life):
            yield Contradiction("lead_longer_than_life", (lead, life))
    if not _NONE < policy.manual_check_every <= _FINEST_PROMISE:
        yield Contradiction("out_of_range", ("manual_check_every",))


def _checkpoints(policy: CheckpointPolicy) -> Iterator[Contradiction]:
    yield from _positive(
        policy,
        "interval_hot",
        "interval_cold",
        "interval_ambient",
        "step_due",
        "repeat_window",
        "complaint_deadline",
        "training_valid",
        "training_effect",
    )
    yield from _not_negative(policy, "overdue_after", "training_warning")
    if not 0 <= policy.random_share <= 1:
        yield Contradiction("out_of_range", ("random_share",))
    for name in ("fail_target", "on_time_target"):
        if not 0 <= getattr(policy, name) <= 1:
            yield Contradiction("out_of_range", (name,))
    if not 0 <= policy.score_target <= 10:
        yield Contradiction("out_of_range", ("score_target",))
    for name in ("riskiest_interval_share", "watched_share"):
        if not 0 < getattr(policy, name) <= 1:
            yield Contradiction("out_of_range", (name,))
    if not 0 < policy.under_curve_points <= 10:
        yield Contradiction("out_of_range", ("under_curve_points",))
    for name in ("repeat_count", "late_failures_a_day"):
        if getattr(policy, name) < 1:
            yield Contradiction("must_be_positive", (name,))
    if policy.degradations_a_day < 0:
        yield Contradiction("must_not_be_negative", ("degradations_a_day",))


def _positive(policy: Any, *names: str) -> Iterator[Contradiction]:
    for name in names:
        if getattr(policy, name) <= _NONE:
            yield Contradiction("must_be_positive", (name,))


def _not_negative(policy: Any, *names: str) -> Iterator[Contradiction]:
    for name in names:
        value = getattr(policy, name)
        if value < (_NONE if isinstance(value, timedelta) else 0):
            yield Contradiction("must_not_be_negative", (name,))
