"""What the store expects to sell from now on, from its forecast and the last hour's count."""

from datetime import datetime, timedelta
from uuid import UUID

from app.domain.forecast.corrected import (
    COUNTED,
    ExpectedSales,
    SalesPace,
    expected_sales,
    sales_per_s,
)
from app.services.store_view import Entity, StoreView

_BY_BUDGET = frozenset({Entity.PROMOTION_LOSS})
_BY_PACE = _BY_BUDGET | {Entity.DEMAND, Entity.SALES_PACE}


def pace_in_force(view: StoreView) -> SalesPace | None:
    """The last count of sales; None before the first."""
    return view.sales_paces.get(COUNTED)


def expected_from(view: StoreView, product_id: UUID, now: datetime) -> ExpectedSales | None:
    """What will be sold of the product; None where no forecast was made for `now`."""
    return expected_sales(
        view.demand.get(product_id), pace_in_force(view), view.settings.forecast, now
    )


def moved_by_numbers(view: StoreView) -> frozenset[Entity]:
    """What moves prices of any product without its stock or the rules changing."""
    return _BY_PACE if view.settings.pricing.pace is not None else _BY_BUDGET


def count_due(view: StoreView, now: datetime) -> bool:
    """Whether the last hour's sales should be counted again."""
    pace = pace_in_force(view)
    return pace is None or now - pace.until >= view.settings.forecast.pace_every


def expected_pace_per_s(
    view: StoreView, product_id: UUID, now: datetime, ahead: timedelta
) -> float | None:
    """Portions a second within `ahead`: as forecast, else as the last hour went, else None."""
    expected = expected_from(view, product_id, now)
    if expected is not None and ahead > timedelta(0):
        return expected.between(now, now + ahead) / ahead.total_seconds()
    return sales_per_s(pace_in_force(view), product_id, now)
