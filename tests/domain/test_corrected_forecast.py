"""The forecast put right by the last hour: how far, until when, and when not at all."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.forecast.corrected import (
    COUNTED,
    ExpectedSales,
    SalesPace,
    Sold,
    expected_sales,
    sales_per_s,
)
from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.forecast_policy import ForecastPolicy

SLICE, CAKE = UUID(int=1), UUID(int=2)
MIDNIGHT = datetime(2026, 11, 20, 17, tzinfo=UTC)
NOW = MIDNIGHT + timedelta(hours=12)
HOUR = timedelta(hours=1)
POLICY = ForecastPolicy()
TEN_AN_HOUR = ProductDemand(
    SLICE, date(2026, 11, 21), 1, HourlyDemand(MIDNIGHT, (10_000,) * 48), "smoothed", 60
)


def pace(portions: int, on_sale_s: float = 3_600.0, until: datetime = NOW) -> SalesPace:
    return SalesPace(COUNTED, until - HOUR, until, {SLICE: Sold(portions, on_sale_s)})


def next_hour(counted: SalesPace | None) -> float:
    found = expected_sales(TEN_AN_HOUR, counted, POLICY, NOW)
    assert found is not None
    return found.between(NOW, NOW + HOUR)


def test_the_last_hour_moves_the_next_ones_by_its_weight() -> None:
    assert next_hour(None) == next_hour(pace(10)) == pytest.approx(10.0)
    assert next_hour(pace(25)) == pytest.approx(10 * 45 / 30)
    assert next_hour(pace(0)) == pytest.approx(10 * 20 / 30)
    # Half an hour without anything to sell says nothing of that half hour.
    assert next_hour(pace(5, 1_800.0)) == pytest.approx(10.0)
    assert next_hour(pace(0, 0.0)) == pytest.approx(10.0)


def test_it_speaks_of_today_only_and_while_it_is_fresh() -> None:
    found = expected_sales(TEN_AN_HOUR, pace(25), POLICY, NOW)
    assert found is not None
    tomorrow = MIDNIGHT + timedelta(hours=24)
    assert found.between(tomorrow, tomorrow + HOUR) == pytest.approx(10.0)
    assert found.between(tomorrow - HOUR, tomorrow + HOUR) == pytest.approx(15.0 + 10.0)
    old = pace(25, until=NOW - HOUR)
    assert next_hour(old) == pytest.approx(10.0)
    # Counted partly yesterday: it is not compared.
    early = MIDNIGHT + timedelta(minutes=30)
    at_night = expected_sales(TEN_AN_HOUR, pace(25, until=early), POLICY, early)
    assert at_night == ExpectedSales(TEN_AN_HOUR.hourly)


def test_without_a_forecast_there_is_the_pace_alone_or_nothing() -> None:
    assert expected_sales(None, pace(25), POLICY, NOW) is None
    assert expected_sales(TEN_AN_HOUR, pace(25), POLICY, NOW + timedelta(days=3)) is None
    assert sales_per_s(pace(18), SLICE, NOW) == pytest.approx(0.005)
    assert sales_per_s(pace(18), CAKE, NOW) == 0.0
    assert sales_per_s(pace(18, until=NOW - HOUR), SLICE, NOW) is None
    assert sales_per_s(None, SLICE, NOW) is None


@given(
    st.integers(0, 200), st.floats(0, 3_600), st.integers(0, 90), st.integers(0, 90),
    st.integers(0, 90),
)  # fmt: skip
def test_never_negative_never_more_from_later_on_and_spans_add_up(
    portions: int, on_sale_s: float, a: int, b: int, c: int
) -> None:
    found = expected_sales(TEN_AN_HOUR, pace(portions, on_sale_s), POLICY, NOW)
    assert found is not None
    one, two, three = (NOW + timedelta(minutes=30 * each) for each in sorted((a, b, c)))
    assert 0 <= found.between(two, three) <= found.between(one, three) + 1e-9
    both = found.between(one, two) + found.between(two, three)
    assert both == pytest.approx(found.between(one, three))
    assert found.between(three, one) == 0.0
