"""The store's forecast in the choice of portions: what threatens to stay unsold goes first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest

from app.domain.allocation.request import NO_FORECAST, Demand
from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.services.choose_portions import expected_demand
from app.services.store_view import StoreView
from tests.support.choosing import choose_portions
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
SLICE = sample_id("product M")


def store(per_hour: float | None, quality_weight_bp: int = 1_000) -> StoreView:
    """The sample store under other weights, expecting so many of the product in any hour."""
    view = sample_view(NOW)
    weights = replace(view.settings.allocation, quality_weight_bp=quality_weight_bp)
    demand = {}
    if per_hour is not None:
        hourly = HourlyDemand(NOW - timedelta(hours=5), (round(per_hour * 1_000),) * 48)
        demand[SLICE] = ProductDemand(SLICE, date(2026, 5, 9), 1, hourly, "smoothed", 60)
    return replace(
        view,
        settings=replace(view.settings, allocation=weights),
        demand=MappingProxyType(demand),
    )


def first(view: StoreView) -> float:
    """How long ago the portion that goes first was cut, in minutes."""
    (row,) = choose_portions(view, SLICE, 1, NOW)
    return (NOW - view.portions[row[0].portion_id].cut_at).total_seconds() / 60


def test_a_forecast_of_waste_sends_the_old_ones_first_where_quality_has_weight() -> None:
    """Busy: the freshest goes. Quiet: the old ones would stay, and they go instead."""
    assert first(store(None)) == first(store(60.0))
    assert first(store(6.0)) > first(store(60.0))
    # Under the weights in force at the start the oldest goes whatever is expected.
    assert first(store(None, 0)) == first(store(6.0, 0)) == first(store(60.0, 0))


def test_a_forecast_made_for_other_days_counts_for_nothing() -> None:
    view = store(6.0)
    assert expected_demand(view, SLICE, NOW).knows(SLICE)
    assert expected_demand(view, SLICE, NOW + timedelta(days=3)) is NO_FORECAST
    assert expected_demand(view, sample_id("product P"), NOW) is NO_FORECAST


@pytest.mark.parametrize("minutes", [0, 20, 90, 300])
def test_an_even_forecast_is_an_even_rate(minutes: int) -> None:
    hourly = HourlyDemand(NOW - timedelta(hours=1), (4_000,) * 48)
    ends = [NOW + timedelta(minutes=minutes), NOW - timedelta(minutes=5)]
    by_hour = Demand(hourly={SLICE: hourly}).until(SLICE, NOW, ends)
    assert by_hour == pytest.approx(Demand({SLICE: 4.0}).until(SLICE, NOW, ends))
