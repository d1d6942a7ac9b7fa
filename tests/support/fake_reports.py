"""Figures of days that never were."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from app.domain.catalog import Product
from app.domain.forecast.judged import ForecastPast
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.quality_metrics import QualityDay
from app.domain.revenue import Earned, Revenue, Tendered, Way
from app.services.ports import (
    ConversionYield,
    CutCount,
    DayReport,
    DayTotal,
    DiscountSum,
    FirstSelections,
    HourSales,
    PriceChange,
    QualityMean,
    RefundSum,
    WasteCount,
    WeekCount,
    Weekly,
)
from app.services.ports import ProductSales as Sales
from tests.support.fake_feed import FakeFeed
from tests.support.fake_forecast_past import past_of


class FakeReports:
    """Implements ports.Reports with a steady made-up history."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.by_week: dict[Weekly, tuple[WeekCount, ...]] = {}
        self.looks: tuple[QualityDay, ...] = ()

    async def weeks(
        self, session: Session, subject: Weekly, since: datetime, until: datetime
    ) -> tuple[WeekCount, ...]:
        return self._feed.run(None, lambda: self.by_week.get(subject, ()))

    async def first_selections(self, first: date, last: date) -> FirstSelections:
        return self._feed.run(None, lambda: FirstSelections(191, 200))

    async def day(self, day: date) -> DayReport:
        return self._feed.run(None, lambda: self._day(day))

    async def days(self, first: date, last: date) -> tuple[DayTotal, ...]:
        def work() -> tuple[DayTotal, ...]:
            count = (last - first).days + 1
            return tuple(self._total(first + timedelta(days=index)) for index in range(count))

        return self._feed.run(None, work)

    async def yields(self, first: date, last: date) -> tuple[ConversionYield, ...]:
        monday = last - timedelta(days=last.weekday())
        return self._feed.run(
            None,
            lambda: tuple(
                ConversionYield(each.id, each.name, monday - timedelta(weeks=ago), 80, 76 - ago)
                for ago in (1, 0)
                for each in self._portioned()
            ),
        )

    async def price_history(self, portion_id: UUID) -> tuple[PriceChange, ...]:
        def work() -> tuple[PriceChange, ...]:
            now = self._feed.now()
            return (
                PriceChange(now - timedelta(minutes=20), 10_500, 9_200, "quality", "1/1", "Till 1"),
                PriceChange(now - timedelta(hours=2), None, 10_500, "base", "1/1", "Till 1"),
            )

        return self._feed.run(None, work)

    async def waste(self, first: date, last: date) -> tuple[WasteCount, ...]:
        causes = ("expired", "dropped")
        return self._feed.run(
            None,
            lambda: tuple(
                WasteCount(each.id, each.name, last - timedelta(days=ago), causes[ago % 2], 3)
                for ago in range(min(7, (last - first).days + 1))
                for each in self._portioned()
            ),
        )

    async def cut(self, first: date, last: date) -> tuple[CutCount, ...]:
        return self._feed.run(
            None,
            lambda: tuple(
                CutCount(each.id, each.name, last - timedelta(days=ago), 24 + 8 * (ago % 2))
                for ago in range(min(7, (last - first).days + 1))
                for each in self._portioned()
            ),
        )

    async def discounts(self, first: date, last: date) -> tuple[DiscountSum, ...]:
        return self._feed.run(
            None,
            lambda: (
                DiscountSum("quality", "", "Four cheese", "Nok", last, 9, 13_500),
                DiscountSum("promotion", "Coffee and cake", "Carrot cake", "Nok", last, 4, 6_000),
            ),
        )

    async def refunds(self, first: date, last: date) -> tuple[RefundSum, ...]:
        return self._feed.run(
            None,
            lambda: (
                RefundSum("Not as it should be", "Four cheese", "Nok", last, 3, 26_700),
                RefundSum("Waited too long", "Espresso", "Somchai", last, 1, 5_500),
            ),
        )

    async def forecast_past(self, product_id: UUID, first: date, last: date) -> ForecastPast:
        return self._feed.run(
            None, lambda: past_of(self._feed.known, self._feed.now(), first, last)
        )

    async def revenue(self, first: date, last: date) -> Revenue:
        return self._feed.run(None, lambda: self._revenue((last - first).days + 1))

    def _revenue(self, days: int) -> Revenue:
        """Each portioned product sold both ways, the first only by the portion; and coffee."""
        earned: list[Earned] = []
        for rank, each in enumerate(self._portioned()):
            gross = days * 3 * 8 * each.base_price_minor
            used = Fraction(days * 25, 8)
            earned.append(
                Earned(each.id, each.name, Way.PORTIONS, used, Fraction(days, 8), gross,
                       each.base_price_minor, Fraction(gross * 7, 107),
                       days * 24 * each.cost_minor, days * each.cost_minor)
            )  # fmt: skip
            if rank:
                whole = days * each.base_price_minor * (7 + rank % 3)
                earned.append(
                    Earned(each.id, each.name, Way.WHOLE, Fraction(days), Fraction(0), whole, 0,
                           Fraction(whole * 7, 107), days * 8 * each.cost_minor, 0)
                )  # fmt: skip
        drinks = days * 40 * 5_500
        earned.append(
            Earned(new_id(), "Espresso", Way.PLAIN, Fraction(0), Fraction(0), drinks, 0,
                   Fraction(drinks * 7, 107), days * 40 * 1_200, 0)
        )  # fmt: skip
        gross, back = sum(e.gross_minor for e in earned), sum(e.back_minor for e in earned)
        ledger = (Tendered("cash", gross - 12_000, back), Tendered("voucher", 12_000, 0))
        return Revenue(
            self._feed.now(), tuple(earned), ledger, (gross - back) * 7 // 107, days, days * 9_600
        )

    async def quality_days(self, first: date, last: date) -> tuple[QualityDay, ...]:
        return self._feed.run(None, lambda: self.looks)

    async def quality(self, first: date, last: date) -> QualityMean:
        return self._feed.run(None, lambda: QualityMean(8_640 * 210, 210))

    def _portioned(self) -> list[Product]:
        return [each for each in self._feed.known.products.values() if each.configurations]

    def _total(self, day: date) -> DayTotal:
        receipts = 60 + day.toordinal() % 7 * 9
        return DayTotal(day, receipts * 21_400, receipts, receipts * 2, receipts // 10)

    def _day(self, day: date) -> DayReport:
        total = self._total(day)
        shares = {11: 1, 12: 4, 13: 3, 14: 1, 17: 2, 18: 4, 19: 3, 20: 2}
        by_hour = tuple(
            HourSales(hour, total.receipts * n // 20, total.portions_sold * n // 20,
                      total.total_minor * n // 20)
            for hour, n in shares.items()
        )  # fmt: skip
        products = [each for each in self._feed.known.products.values() if each.active][:8]
        by_product = tuple(
            Sales(each.id, each.name, 30 - 3 * rank, (30 - 3 * rank) * each.base_price_minor)
            for rank, each in enumerate(products)
        )
        return DayReport(
            day=day,
            receipts=total.receipts,
            portions_sold=total.portions_sold,
            total_minor=total.total_minor,
            tax_minor=total.total_minor * 7 // 107,
            saved_minor=total.receipts * 300,
            portions_wasted=total.portions_wasted,
            portions_cut=total.portions_sold + total.portions_wasted,
            waste_cost_minor=total.portions_wasted * 3_500,
            median_service_s=214.0,
            by_hour=by_hour,
            by_product=by_product,
        )
