from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.allocation.policy_check import allocation_contradictions
from app.domain.policy import AllocationPolicy, EarnBasis, LoyaltyPolicy, SuggestionPolicy

A, S, L = AllocationPolicy(), SuggestionPolicy(), LoyaltyPolicy()


def _codes(allocation: Any = A, suggestions: Any = S, loyalty: Any = L) -> list[str]:
    return [each.code for each in allocation_contradictions(allocation, suggestions, loyalty)]


def test_the_defaults_can_be_put_in_force() -> None:
    assert _codes() == []


@pytest.mark.parametrize(
    ("allocation", "code"),
    [
        (replace(A, waste_weight_bp=-1), "weight_range"),
        (replace(A, margin_weight_bp=10**9), "weight_range"),
        (AllocationPolicy(2, 0, 0, 0, 0, 0), "no_weight_at_all"),
        (replace(A, sell_first_window=timedelta(minutes=-1)), "must_not_be_negative"),
        (replace(A, alternatives=-1), "below_zero"),
        (replace(A, scarce_hold_portions=-1), "below_zero"),
    ],
)
def test_weights_that_cannot_be_meant_are_named(allocation: AllocationPolicy, code: str) -> None:
    assert _codes(allocation) == [code]


def test_suggestions_and_points_are_checked_too() -> None:
    assert _codes(suggestions=replace(S, most=-1)) == ["below_zero"]
    assert _codes(suggestions=replace(S, least_lift_bp=9_999)) == ["lift_below_chance"]
    assert _codes(loyalty=replace(L, unit_minor=0)) == ["at_least_one", "rewards_exceed_payment"]
    assert _codes(loyalty=replace(L, reward_points=5)) == ["rewards_exceed_payment"]
    assert _codes(loyalty=replace(L, reward_points=6)) == []
    assert _codes(loyalty=replace(L, reward_points=5, basis=EarnBasis.PORTIONS)) == []
