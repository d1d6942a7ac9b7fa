"""What a product will sell from now on: its forecast, put right by how the last hour went.

docs/forecast.md says where the weight of that hour comes from and what is guaranteed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.forecast.hourly import DAY_HOURS, HOUR, HourlyDemand, ProductDemand
from app.domain.forecast_policy import ForecastPolicy

COUNTED = UUID(int=0)
"""The id of the one count in force."""


@dataclass(frozen=True, slots=True)
class Sold:
    """`portions` were sold in the `on_sale_s` seconds in which there was something to sell."""

    portions: int
    on_sale_s: float


@dataclass(frozen=True)
class SalesPace:
    """What the store sold of each portioned product from `since` to `until`; one count counts."""

    id: UUID
    since: datetime
    until: datetime
    sold: Mapping[UUID, Sold]

    @property
    def span(self) -> timedelta:
        """The time that was counted."""
        return self.until - self.since

    @property
    def stale_at(self) -> datetime:
        """From then on it says nothing any more: it would be older than what it looked at."""
        return self.until + self.span

    def says(self, now: datetime) -> bool:
        """Whether it speaks of the present."""
        return self.since < self.until and now < self.stale_at


@dataclass(frozen=True, slots=True)
class ExpectedSales:
    """A forecast of which `share` comes until `corrected_until`, and what it says afterwards."""

    hourly: HourlyDemand
    share: float = 1.0
    corrected_until: datetime | None = None

    def between(self, since: datetime, until: datetime) -> float:
        """Portions expected from `since` to `until`, never negative; from later on never more."""
        turn = min(max(since, self.corrected_until or since), max(since, until))
        return self.share * self.hourly.between(since, turn) + self.hourly.between(turn, until)


def expected_sales(
    known: ProductDemand | None, pace: SalesPace | None, policy: ForecastPolicy, now: datetime
) -> ExpectedSales | None:
    """What will be sold of a product from `now` on; None where no forecast was made for `now`.

    The rest of today comes by (sold + w) ÷ (expected in the time it was on sale + w), with
    w = `policy.pace_portions`: the mean of a Poisson rate whose prior is a gamma distribution
    around the forecast, as heavy as w portions.
    """
    if known is None or not known.hourly.knows(now):
        return None
    hourly = known.hourly
    if pace is None or not pace.says(now) or pace.since < hourly.starts_at:
        return ExpectedSales(hourly)
    sold = pace.sold.get(known.id, Sold(0, 0.0))
    there = min(1.0, sold.on_sale_s / pace.span.total_seconds())
    usual = hourly.between(pace.since, pace.until) * there
    weight = policy.pace_portions
    # Without weight and without a forecast of that hour there is nothing to compare with.
    share = (sold.portions + weight) / (usual + weight) if usual + weight > 0 else 1.0
    return ExpectedSales(hourly, share, hourly.starts_at + DAY_HOURS * HOUR)


def sales_per_s(pace: SalesPace | None, product_id: UUID, now: datetime) -> float | None:
    """The present pace alone, for a product without a forecast; None where nobody counted."""
    if pace is None or not pace.says(now):
        return None
    sold = pace.sold.get(product_id)
    return sold.portions / pace.span.total_seconds() if sold else 0.0
