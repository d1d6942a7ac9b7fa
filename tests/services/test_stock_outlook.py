"""What rules count of the stock: right at every moment, and looked through once per change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from types import MappingProxyType
from uuid import UUID

import pytest

from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.portion import Portion, PortionState, QualityStatus
from app.domain.prices.promotion import Promotion, PromotionKind
from app.domain.prices.rules import PaceLadder
from app.services.appraisal import Appraiser
from app.services.offer_book import OfferBook
from app.services.stock_outlook import StockOutlook
from app.services.store_view import Entity, StoreView
from tests.support.sample_data import sample_id, stocked_view

NOW = datetime(2026, 11, 20, 6, 47, tzinfo=UTC)
PEPPERONI = sample_id("product P")
MANY = Promotion("many", "Many", PromotionKind.PERCENT, Fraction(1, 5), min_stock=3)


def shop() -> StoreView:
    """A rule that asks for stock, and a ladder with a forecast."""
    view = stocked_view(NOW)
    pricing = replace(view.settings.pricing, promotions=(MANY,), pace=PaceLadder())
    hourly = HourlyDemand(NOW - timedelta(hours=1), (4_000,) * 48)
    demand = ProductDemand(PEPPERONI, NOW.date(), 1, hourly, "smoothed", 60)
    return replace(
        view, settings=replace(view.settings, pricing=pricing), demand={PEPPERONI: demand}
    )


def with_one(view: StoreView, **changes: object) -> tuple[StoreView, UUID]:
    """The view in which one free pepperoni slice differs."""
    portion = next(
        each
        for each in view.portions.values()
        if each.product_id == PEPPERONI and each.state is PortionState.AVAILABLE
    )
    other = replace(portion, epoch=portion.epoch + 1, **changes)  # type: ignore[arg-type]
    rows = {**view.portions, portion.id: other}
    return replace(view, portions=MappingProxyType(rows)), portion.id


def left(view: StoreView, at: datetime = NOW) -> int:
    return Appraiser(view).circumstances(at).stock(PEPPERONI)


def test_each_portion_is_looked_at_once_until_its_products_stock_is_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[UUID] = []
    ends = StockOutlook._ends

    def counting(self: StockOutlook, portions: list[Portion], now: datetime) -> object:
        looked.extend(each.id for each in portions)
        return ends(self, portions, now)

    monkeypatch.setattr(StockOutlook, "_ends", counting)
    view, book = shop(), OfferBook(max_age=timedelta(seconds=1))
    for second in range(5):
        book.refresh(view, NOW + timedelta(seconds=second))
    assert sorted(looked) == sorted(set(looked)), "five ticks look once"
    assert set(looked) <= {each.id for each in view.portions.values()}
    before = len(looked)
    view, changed = with_one(view, state=PortionState.RESERVED)
    book.changed(view, {Entity.PORTION: frozenset({changed})})
    book.refresh(view, NOW + timedelta(seconds=5))
    again = looked[before:]
    assert again, "its own product's again"
    assert {view.portions[each].product_id for each in again} == {PEPPERONI}


@pytest.mark.parametrize(
    "changes",
    [{"state": PortionState.QUARANTINED}, {"state": PortionState.RESERVED},
     {"quality_status": QualityStatus.HELD}, {"expires_at": NOW}],
)  # fmt: skip
def test_what_is_not_on_sale_is_not_counted(changes: dict[str, object]) -> None:
    view = shop()
    other, _ = with_one(view, **changes)
    assert left(other) == left(view) - 1 > 0


def test_what_leaves_sale_by_the_clock_is_not_counted_any_more() -> None:
    appraiser = Appraiser(shop())
    at = appraiser.circumstances(NOW)
    seconds = at.left_s_by_product[PEPPERONI]
    assert list(seconds) == sorted(seconds)
    named = at.counted(MANY, PEPPERONI)
    assert len(set(named)) == 3
    assert named == at.on_sale_by_product[PEPPERONI][-3:]
    first = NOW + timedelta(seconds=seconds[0])
    assert appraiser.circumstances(first).stock(PEPPERONI) < at.stock(PEPPERONI)
