"""What can't be meant in the weights of the choice, of suggestions and of points."""

from collections.abc import Iterator
from datetime import timedelta

from app.domain.policy import AllocationPolicy, LoyaltyPolicy, SuggestionPolicy
from app.domain.prices.promotion_check import Contradiction

_WEIGHTS = (
    "margin_weight_bp",
    "quality_weight_bp",
    "waste_weight_bp",
    "preference_weight_bp",
    "shortage_weight_bp",
)
_MOST_WEIGHT_BP = 1_000_000
"""A weight of 100; with it all amounts a shop has can still be added exactly."""

_LEAST_HOLD, _MOST_HOLD = timedelta(seconds=60), timedelta(seconds=900)


def allocation_contradictions(
    allocation: AllocationPolicy, suggestions: SuggestionPolicy, loyalty: LoyaltyPolicy
) -> Iterator[Contradiction]:
    """Each contradiction with the fields concerned; nothing when the three can be put in force."""
    for name in _WEIGHTS:
        if not 0 <= getattr(allocation, name) <= _MOST_WEIGHT_BP:
            yield Contradiction("weight_range", (name,))
    if not any(getattr(allocation, name) for name in _WEIGHTS):
        yield Contradiction("no_weight_at_all", _WEIGHTS)
    if allocation.hold is not None and not _LEAST_HOLD <= allocation.hold <= _MOST_HOLD:
        yield Contradiction("hold_range", ("hold",))
    for name in ("sell_first_window", "hold_warning", "hold_prolong", "hold_at_tender"):
        if getattr(allocation, name).total_seconds() < 0:
            yield Contradiction("must_not_be_negative", (name,))
    for policy, names in (
        (allocation, ("alternatives", "alternative_price_bp", "scarce_hold_portions")),
        (suggestions, ("most", "shrinkage", "usual_share_bp", "surplus_weight_bp")),
        (loyalty, ("points_each", "reward_minor")),
    ):
        for name in names:
            if getattr(policy, name) < 0:
                yield Contradiction("below_zero", (name,))
    if suggestions.least_lift_bp < 10_000:
        yield Contradiction("lift_below_chance", ("least_lift_bp",))
    for name in ("unit_minor", "reward_points"):
        if getattr(loyalty, name) < 1:
            yield Contradiction("at_least_one", (name,))
    if _pays_back_everything(loyalty):
        yield Contradiction(
            "rewards_exceed_payment", ("points_each", "unit_minor", "reward_points", "reward_minor")
        )


def _pays_back_everything(loyalty: LoyaltyPolicy) -> bool:
    """Whether the points for a payment are worth as much as the payment itself."""
    worth = loyalty.points_each * loyalty.reward_minor
    return loyalty.basis == "amount_paid" and worth >= loyalty.reward_points * loyalty.unit_minor
