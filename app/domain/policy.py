"""Versioned policies: thresholds are data, loaded at start, never constants in code."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from app.domain.approval import ApprovalPolicy
from app.domain.food_policy import SPECIFIED, FoodPolicies
from app.domain.forecast_policy import ForecastPolicy
from app.domain.guest_policy import GuestPolicy
from app.domain.kitchen_policy import KitchenPolicy
from app.domain.prices.promotion import Promotion
from app.domain.prices.rules import (
    COMPETITOR_RULE,
    MANUAL_LIMITS,
    CompetitorRule,
    GradeFactors,
    ManualLimits,
    PaceLadder,
    PriceWindow,
    ProductMargin,
    SellByStep,
)
from app.domain.recovery_policy import RecoveryPolicy
from app.domain.refund import RefundPolicy
from app.domain.revenue_policy import RevenuePolicy


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
    """What moves a price, and how far (docs/pricing.md).

    Every rule after `rounding_minor` is off by default; `prices.standard` has the specification's.
    """

    version: int
    max_change: Fraction
    """±30 % of base as Fraction(3, 10)."""
    min_margin: Fraction
    """Margin floor: price ≥ cost / (1 − min_margin)."""
    markdown_at_floor: Fraction
    """Reduction for a portion right at the sale floor; grows linearly below the threshold."""
    rounding_minor: int
    """Prices are rounded half up to this many minor units (100 = whole baht)."""
    margin_net_of_tax: bool = False
    """Whether the least margin is kept on the price without the tax in it."""
    uplift: Fraction = Fraction(0)
    """Added to a portion's share of the whole price."""
    grade_factors: GradeFactors | None = None
    """One factor per grade, in place of the line from markdown threshold to sale floor."""
    sell_by_steps: tuple[SellByStep, ...] = ()
    last_call_factor: Fraction = Fraction(1)
    """While a portion is in last call, the end of its own shelf life (BR-04.5)."""
    pace: PaceLadder | None = None
    windows: tuple[PriceWindow, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    manual: ManualLimits = MANUAL_LIMITS
    product_margins: tuple[ProductMargin, ...] = ()
    competitors: CompetitorRule = COMPETITOR_RULE
    hysteresis: timedelta = timedelta(minutes=15)
    """A price that changed does not rise again within this time; it may always fall."""
    correction_due: timedelta = timedelta(minutes=30)
    """How soon somebody has to look at a price that could not be worked out."""

    def least_margin(self, product_id: UUID) -> Fraction:
        """The least margin of a product: its own, where it has one."""
        own = (m.min_margin for m in self.product_margins if m.product_id == product_id)
        return next(own, self.min_margin)


@dataclass(frozen=True, slots=True)
class Targets:
    """What the back office compares its figures with, in basis points (600 = 6 %)."""

    waste_target_bp: int = 600
    waste_alarm_bp: int = 1200
    yield_target_bp: int = 9500
    quality_target: float = 8.0
    """The mean score of what is sold, at least (KPI-01)."""
    satisfaction_centi: int = 480
    """Ratings in hundredths of a star."""
    product_rating_centi: int = 420
    first_selection_bp: int = 9500
    """Portions selected first that pass their first verification, at least (FUL-M.3)."""
    complaint_amber: timedelta = timedelta(seconds=90)
    complaint_red: timedelta = timedelta(seconds=120)
    """Until then a complaint is to be settled; the mean's target too."""
    news_within: timedelta = timedelta(seconds=30)
    """Every screen shows a change of the store within this time (FUL-R.1)."""


@dataclass(frozen=True, slots=True)
class AllocationPolicy:
    """What a choice of portions is worth (docs/allocation.md). Weights in basis points.

    10,000 is a weight of 1. Margin and waste weigh money; quality, preference and shortage weigh
    a share of the line's price.
    """

    version: int = 1
    margin_weight_bp: int = 10_000
    quality_weight_bp: int = 0
    """What the way from the sale floor to 10 is worth to a guest. 0: the grade asked for says it
    all, and the oldest portion of that grade goes first."""
    waste_weight_bp: int = 10_000
    preference_weight_bp: int = 500
    shortage_weight_bp: int = 5_000
    """Taken off for each grade below the one asked for, where the guest accepts that at all."""
    sell_first_window: timedelta = timedelta(minutes=20)
    alternatives: int = 3
    alternative_price_bp: int = 1_500
    """Another product of the category is an alternative up to this far from the price, ±."""
    scarce_hold_portions: int = 2
    """New holds of a product per order while demand exceeds what can be sold."""
    hold: timedelta | None = None
    """How long portions are kept for an order; None: the store's `hold_s`."""
    hold_warning: timedelta = timedelta(seconds=60)
    hold_prolong: timedelta = timedelta(seconds=120)
    """What a cashier may add to the hold of an order, once."""
    hold_at_tender: timedelta = timedelta(seconds=120)
    """Opening the payment leaves at least this much of the hold."""


@dataclass(frozen=True, slots=True)
class SuggestionPolicy:
    """How many suggestions are made, and how much evidence one needs (docs/allocation.md)."""

    version: int = 1
    most: int = 3
    shrinkage: int = 10
    """Orders added to both sides of a lift, so that a few coincidences prove nothing."""
    least_lift_bp: int = 11_000
    usual_share_bp: int = 5_000
    """A product bought in at least this share of a guest's visits is one of the usual ones."""
    surplus_weight_bp: int = 5_000
    """How much a product of which far too many are left moves up."""
    extra: bool = True
    """Whether one more of what is ordered is offered for less when it has to go (FUL-03.6)."""
    extra_discount: Fraction = Fraction(1, 5)


class EarnBasis(StrEnum):
    """What points are counted on."""

    AMOUNT_PAID = "amount_paid"
    PORTIONS = "portions"


@dataclass(frozen=True, slots=True)
class LoyaltyPolicy:
    """Points: 1 for each full unit paid (or each portion); 100 points are worth 5.00."""

    version: int = 1
    basis: EarnBasis = EarnBasis.AMOUNT_PAID
    points_each: int = 1
    unit_minor: int = 100
    reward_points: int = 100
    reward_minor: int = 500


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
    allocation: AllocationPolicy = AllocationPolicy()
    suggestions: SuggestionPolicy = SuggestionPolicy()
    loyalty: LoyaltyPolicy = LoyaltyPolicy()
    food: FoodPolicies = SPECIFIED
    approvals: ApprovalPolicy = field(default_factory=ApprovalPolicy)
    kitchen: KitchenPolicy = field(default_factory=KitchenPolicy)
    guest: GuestPolicy = field(default_factory=GuestPolicy)
    forecast: ForecastPolicy = field(default_factory=ForecastPolicy)
    refunds: RefundPolicy = field(default_factory=RefundPolicy)
    recovery: RecoveryPolicy = field(default_factory=RecoveryPolicy)
    revenue: RevenuePolicy = field(default_factory=RevenuePolicy)
    tax_rate_bp: int | None = None
    """What a new product is taxed with, in basis points; each product keeps its own rate."""

    @property
    def hold(self) -> timedelta:
        """How long portions are kept for an order that nobody touches."""
        return self.allocation.hold or timedelta(seconds=self.hold_s)

    @property
    def price_rules(self) -> str:
        """The versions that prices are worked out under, as the store compares them."""
        return f"{self.pricing.version}/{self.quality.version}"
