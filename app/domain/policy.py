"""Versioned policies: thresholds are data, loaded at start, never constants in code."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from app.domain.food_policy import SPECIFIED, FoodPolicies


@dataclass(frozen=True, slots=True)
class QualityPolicy:
    """Score thresholds on the scale 0–10. Grades: A ≥ a, B ≥ b, C ≥ c."""

    version: int
    grade_a: float
    grade_b: float
    grade_c: float
    markdown_threshold: float
    sale_floor: float
    unobserved_after: timedelta
    """A temperature reading is carried forward this long, then the worst rate counts."""


@dataclass(frozen=True, slots=True)
class PricingPolicy:
    """How far and by how much quality may move a price (BR-04)."""

    version: int
    max_change: Fraction
    """±30 % of base as Fraction(3, 10)."""
    min_margin: Fraction
    """Margin floor: price ≥ cost / (1 − min_margin)."""
    markdown_at_floor: Fraction
    """Reduction for a portion right at the sale floor; grows linearly below the threshold."""
    rounding_minor: int
    """Prices are rounded half up to this many minor units (100 = whole baht)."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What the back office compares its figures with, in basis points (600 = 6 %)."""

    waste_target_bp: int = 600
    waste_alarm_bp: int = 1200
    yield_target_bp: int = 9500


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The store's own facts. `hold_s` is the length of a reservation in seconds."""

    store_name: str
    address: str
    tax_id: str
    currency: str
    locale: str
    time_zone: str
    tax_label: str
    hold_s: int
    promise_s: int
    """Promised time to serve after payment, in seconds."""
    few_left: int
    cash_notes_minor: tuple[int, ...]
    """Local notes, ascending, for the quick cash keys."""
    quality: QualityPolicy
    pricing: PricingPolicy
    targets: Targets = Targets()
    food: FoodPolicies = SPECIFIED
