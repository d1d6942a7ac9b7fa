"""Policies of the food rules: safety limits, portion sizes, readings, clocks and checks.

Each is a frozen value with the specification's figures as defaults; a store's own version replaces
it whole. `app.domain.food_policy_check` names contradictions before one is saved.
"""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from app.domain.catalog import HoldingKind


@dataclass(frozen=True, slots=True)
class JurisdictionPolicy:
    """Safety limits in force (docs/shelf-life.md). A store may tighten them, never relax them.

    A period outside, as some laws allow one, is granted to nobody: what is not proven is off sale.
    """

    version: int = 1
    profile: str = "specification"
    hot_min_mc: int = 60_000
    """140 °F."""
    cold_max_mc: int = 5_000
    """41 °F."""
    cold_quality_min_mc: int = 1_667
    """35 °F; colder harms the food, not the guest."""
    hot_display_limit: timedelta = timedelta(hours=4)
    cold_after_cut_limit: timedelta = timedelta(hours=72)
    allergen_view: str = "us"
    """`us` or `eu`: how allergens are named and which must be declared."""


JURISDICTIONS = {
    policy.profile: policy
    for policy in (
        JurisdictionPolicy(),
        JurisdictionPolicy(profile="fda", hot_min_mc=57_222),
        JurisdictionPolicy(
            profile="uk",
            hot_min_mc=63_000,
            cold_max_mc=8_000,
            allergen_view="eu",
        ),
    )
}
"""The shipped profiles by name. The first is the default and, for time and cold, the strictest."""

LONGEST_LIFE = max(each.cold_after_cut_limit for each in JURISDICTIONS.values())
"""No product's own limit after cutting is longer under any law; the store checks its own law's."""


@dataclass(frozen=True, slots=True)
class PortionPolicy:
    """How wholes may be cut, and how far a portion may be off its standard (docs/portions.md)."""

    version: int = 1
    min_portions: int = 2
    max_portions: int = 16
    base_units: tuple[str, ...] = ("each", "whole")
    size_standards: tuple[tuple[str, int], ...] = (('14"', 8), ('12"', 6), ("personal", 4))
    """What choosing a size fills in as the number of portions."""
    usual_counts: tuple[tuple[str, tuple[int, ...]], ...] = (
        ("Pizza", (4, 6, 8, 10, 12)),
        ("Cake", (6, 8, 10, 12, 16)),
    )
    """Cuts offered first, by category name; any allowed count can still be configured."""
    least_percent: int = 85
    most_percent: int = 115
    cake_tolerance_mg: int = 10_000
    own_least_percent: int = 25
    """The smallest piece a guest may ask for, of the standard portion (with approval) …"""
    own_most_percent: int = 300
    """… and the largest."""
    angle_tolerance_mdeg: int = 15_000
    presentation_target: float = 7.0
    presentation_unsellable_below: float = 4.0
    presentation_share_per_point: Fraction = Fraction(1, 10)
    """Taken off per full or started point below the target …"""
    presentation_max_share: Fraction = Fraction(3, 10)
    """… and never more than this."""


@dataclass(frozen=True, slots=True)
class ReadingPolicy:
    """Which temperature readings can be true at all."""

    version: int = 1
    coldest_mc: int = -60_000
    hottest_mc: int = 300_000
    clock_skew: timedelta = timedelta(minutes=2)
    """A reading may be this far ahead of the server's clock; beyond, its clock is wrong."""
    silent_after: timedelta = timedelta(minutes=15)
    """Without a reading for longer than this a unit is in backup mode: entries by hand, one every
    `ShelfLifePolicy.manual_check_every`."""
    entry_lead: timedelta = timedelta(minutes=5)
    """The next entry is asked for this long before it is due."""
    corrective_due: timedelta = timedelta(minutes=30)
    """A corrective action is completed within this time of the reading."""


@dataclass(frozen=True, slots=True)
class CalibrationPolicy:
    """How inspections correct a curve (docs/quality.md); scores in points, spread of ln alpha."""

    version: int = 1
    prior_sd: float = 0.35
    inspector_sd: float = 0.6
    variance_inflation: float = 1.15
    propose_after: int = 5
    """Inspections before a correction is proposed to the manager."""


@dataclass(frozen=True, slots=True)
class FreshnessPolicy:
    """Shares of shelf life at which the freshness state changes."""

    version: int = 1
    aging_from: Fraction = Fraction(1, 2)
    last_call_from: Fraction = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class ShelfLifePolicy:
    """Removal from sale before the limit, the one extension, and watching the clock by hand."""

    version: int = 1
    removal_lead_hot: timedelta = timedelta(minutes=15)
    removal_lead_cold: timedelta = timedelta(hours=2)
    removal_lead_ambient: timedelta = timedelta(minutes=15)
    max_extension: timedelta = timedelta(minutes=30)
    manual_check_every: timedelta = timedelta(minutes=15)

    def removal_lead(self, kind: HoldingKind) -> timedelta:
        """How long before its limit a portion in such a unit leaves sale."""
        return {
            HoldingKind.HOT: self.removal_lead_hot,
            HoldingKind.COLD: self.removal_lead_cold,
            HoldingKind.AMBIENT: self.removal_lead_ambient,
        }[kind]


@dataclass(frozen=True, slots=True)
class CheckpointPolicy:
    """When food is looked at, and what a bad look sets off (docs/quality.md)."""

    version: int = 1
    interval_hot: timedelta = timedelta(minutes=60)
    interval_cold: timedelta = timedelta(hours=24)
    interval_ambient: timedelta = timedelta(hours=4)
    overdue_after: timedelta = timedelta(minutes=15)
    step_due: timedelta = timedelta(minutes=10)
    """A checkpoint of a kitchen step is due this long after the step before it."""
    random_share: Fraction = Fraction(1, 10)
    """Share of portions inspected at a moment chosen by chance."""
    riskiest_interval_share: Fraction = Fraction(1, 2)
    """At the highest risk the interval shrinks to this share."""
    under_curve_points: float = 1.0
    repeat_count: int = 3
    repeat_window: timedelta = timedelta(days=7)
    complaint_deadline: timedelta = timedelta(hours=2)
    degradations_a_day: int = 3
    """More in-order degradations of a product than this put it under watch for the day."""
    late_failures_a_day: int = 2
    """So many late failures of a product or unit put it under watch for the day."""
    watched_share: Fraction = Fraction(1, 2)
    """Under watch, intervals and hold times shrink to this share."""
    failure_due: timedelta = timedelta(hours=2)
    """An investigation or a significant waste has to be looked into within this time."""
    improvement_due: timedelta = timedelta(days=7)
    waste_portions: int = 10
    """Waste of so many portions at once is significant …"""
    waste_cost_minor: int = 2_500
    """… and so is waste that cost as much."""
    training_required: bool = True
    """Only who has valid training signs checks, once the shop keeps records of that kind."""
    training_warning: timedelta = timedelta(days=30)
    """So long before its end a training is announced as ending."""
    training_valid: timedelta = timedelta(days=365)
    """How long a new record counts, unless another day is typed."""
    training_effect: timedelta = timedelta(days=30)
    """Scores of so long before and after a training are compared, in whole days."""
    score_target: float = 8.0
    """The mean score that looks give, at least (BR-13.2)."""
    fail_target: Fraction = Fraction(1, 20)
    """Looks that fail, of all, at most."""
    on_time_target: Fraction = Fraction(19, 20)
    """Checks made before they are overdue, of those due at a moment, at least."""

    def interval(self, kind: HoldingKind) -> timedelta:
        """The longest time between two looks at food in such a unit."""
        return {
            HoldingKind.HOT: self.interval_hot,
            HoldingKind.COLD: self.interval_cold,
            HoldingKind.AMBIENT: self.interval_ambient,
        }[kind]


@dataclass(frozen=True, slots=True)
class AllergenPolicy:
    """Between two categories of allergens on one tool; after an incident (docs/allergens.md)."""

    version: int = 1
    sanitise_between_any: bool = True
    """True: any change of category needs sanitising, as the specification says. False: only one
    that would bring an allergen to food that does not declare it."""
    incident_due: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class FoodPolicies:
    """All of them together, as one settings field."""

    jurisdiction: JurisdictionPolicy = JurisdictionPolicy()
    portions: PortionPolicy = PortionPolicy()
    readings: ReadingPolicy = ReadingPolicy()
    calibration: CalibrationPolicy = CalibrationPolicy()
    freshness: FreshnessPolicy = FreshnessPolicy()
    shelf_life: ShelfLifePolicy = ShelfLifePolicy()
    checkpoints: CheckpointPolicy = CheckpointPolicy()
    allergens: AllergenPolicy = AllergenPolicy()


SPECIFIED = FoodPolicies()
"""The specification's figures throughout."""
