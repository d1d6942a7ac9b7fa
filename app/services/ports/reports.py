"""Read-only sums for the back office."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Protocol
from uuid import UUID

from app.domain.forecast.judged import ForecastPast
from app.domain.people import Session
from app.domain.quality_metrics import QualityDay
from app.domain.revenue import Revenue


@dataclass(frozen=True, slots=True)
class HourSales:
    """Sales of one local hour."""

    hour: int
    receipts: int
    portions: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class ProductSales:
    """Sales of one product in a period."""

    product_id: UUID
    name: str
    quantity: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class DayReport:
    """One trading day (store's time zone). `waste_cost_minor` is at cost."""

    day: date
    receipts: int
    portions_sold: int
    total_minor: int
    tax_minor: int
    saved_minor: int
    portions_wasted: int
    portions_cut: int
    waste_cost_minor: int
    median_service_s: float | None
    by_hour: tuple[HourSales, ...]
    by_product: tuple[ProductSales, ...]
    portions_spoiled: int = 0
    """Of `portions_cut`: lost in the cutting itself, whenever it was written down (KPI-03)."""
    refunds: int = 0
    refunded_minor: int = 0
    """Paid back on this day; every other sum is net of it."""
    cash_minor: int = 0
    """The cash that the day's sales should have brought: taken, less what was paid back."""


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One day of history for plots."""

    day: date
    total_minor: int
    receipts: int
    portions_sold: int
    portions_wasted: int


@dataclass(frozen=True, slots=True)
class ConversionYield:
    """What the conversions of one product gave in one week (from Monday, store's time zone)."""

    product_id: UUID
    name: str
    week: date
    expected: int
    good: int


@dataclass(frozen=True, slots=True)
class PriceChange:
    """One change of a portion's price; `rules` are the versions it was worked out under."""

    at: datetime
    old_minor: int | None
    new_minor: int
    reason: str
    rules: str
    terminal: str


@dataclass(frozen=True, slots=True)
class WasteCount:
    """Portions wasted of one product, on one day, of one cause.

    What was cut off for a guest's own size is a fraction of a standard portion.
    """

    product_id: UUID
    name: str
    day: date
    cause: str
    wasted: int | Fraction


@dataclass(frozen=True, slots=True)
class CutCount:
    """Portions produced of one product on one day."""

    product_id: UUID
    name: str
    day: date
    portions: int


@dataclass(frozen=True, slots=True)
class DiscountSum:
    """What one rule took off one product's sales of one person on one day.

    `reason` is a PriceReason; `rule` the name of the hours, the offer or the reason given by
    hand, empty for rules without a name.
    """

    reason: str
    rule: str
    product: str
    person: str
    day: date
    uses: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class RefundSum:
    """What one person paid back of one product for one reason on one day."""

    reason: str
    product: str
    person: str
    day: date
    times: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class QualityMean:
    """The scores (in thousandths, 0 to 10) of the portions sold whose score is known."""

    total_milli: int
    portions: int


@dataclass(frozen=True, slots=True)
class FirstSelections:
    """Portions selected first, and how many of them passed their first verification (FUL-M.3)."""

    passed: int = 0
    verified: int = 0


class Weekly(StrEnum):
    """What is counted by week."""

    APPROVALS = "approvals"
    POINTS = "points"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True)
class WeekCount:
    """So many of one kind in the week of that Monday.

    Approvals by action, `good` of them granted; points by `earn`, `redeem`, `return`, `reverse`;
    looks at food on display by `kept`, `late` (within the grace), `overdue`.
    """

    week: date
    kind: str
    count: int
    good: int = 0


class Reports(Protocol):
    """Read-only sums for the back office."""

    async def price_history(self, portion_id: UUID) -> tuple[PriceChange, ...]:
        """Every change of one portion's price, newest first."""

    async def waste(self, first: date, last: date) -> tuple[WasteCount, ...]:
        """Portions wasted per product, day and cause (KPI-02), newest day first."""

    async def cut(self, first: date, last: date) -> tuple[CutCount, ...]:
        """Portions produced per product and day (KPI-02), newest day first."""

    async def discounts(self, first: date, last: date) -> tuple[DiscountSum, ...]:
        """What was taken off, by rule, product, person and day, as the sale lines say (BR-10.6)."""

    async def refunds(self, first: date, last: date) -> tuple[RefundSum, ...]:
        """What was paid back, by reason, product, person and day, newest day first."""

    async def revenue(self, first: date, last: date) -> Revenue:
        """What each product brought in each way, and the payments of these days (BR-11.1)."""

    async def forecast_past(self, product_id: UUID, first: date, last: date) -> ForecastPast:
        """What was expected of a product's hours, and what they sold (docs/forecast.md)."""

    async def quality(self, first: date, last: date) -> QualityMean:
        """How good the portions sold in the period were (KPI-01)."""

    async def quality_days(self, first: date, last: date) -> tuple[QualityDay, ...]:
        """Looks by day, product, station and employee (BR-13.2), the newest day first."""

    async def first_selections(self, first: date, last: date) -> FirstSelections:
        """The first selections verified in the period; what was reselected is not among them."""

    async def yields(self, first: date, last: date) -> tuple[ConversionYield, ...]:
        """Per product and week the wholes cut from `first` to `last` (KPI-03), by week and name."""

    async def day(self, day: date) -> DayReport: ...

    async def days(self, first: date, last: date) -> tuple[DayTotal, ...]: ...

    async def weeks(
        self, session: Session, subject: Weekly, since: datetime, until: datetime
    ) -> tuple[WeekCount, ...]:
        """By week and kind, oldest first; weeks with nothing are left out."""
