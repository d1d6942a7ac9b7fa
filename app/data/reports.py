"""Port `Reports`: sums read by the back office, over one trading day or many."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.data import report_queries as queries
from app.data.judged import PAST, forecast_past
from app.data.revenue import REVENUE, revenue_of
from app.data.selling import Caller
from app.domain.forecast.judged import ForecastPast
from app.domain.people import Session
from app.domain.quality_metrics import QualityDay
from app.domain.revenue import Revenue
from app.services.ports import (
    ConversionYield,
    CutCount,
    DayReport,
    DayTotal,
    DiscountSum,
    FirstSelections,
    HourSales,
    PriceChange,
    ProductSales,
    QualityMean,
    RefundSum,
    WasteCount,
    WeekCount,
    Weekly,
)


class PgReports(Caller):
    """Only the back office's role may read the tables behind these sums."""

    async def day(self, day: date) -> DayReport:
        """One trading day in the store's time zone."""
        total = (await self.days(day, day))[0]
        return await self._io.ask(self._day(day, total))

    async def _day(self, day: date, total: DayTotal) -> DayReport:
        values = {"first": day, "last": day}
        hours = await self._rows(queries.BY_HOUR, values)
        products = await self._rows(queries.BY_PRODUCT, values)
        (saved, tax, cut, waste_cost, median, spoiled) = (await self._rows(queries.SUMS, values))[0]
        ((refunds, refunded, cash_back, cash),) = await self._rows(queries.CASH, values)
        return DayReport(
            day=day,
            receipts=total.receipts,
            portions_sold=total.portions_sold,
            total_minor=total.total_minor,
            tax_minor=int(tax),
            saved_minor=int(saved),
            portions_wasted=total.portions_wasted,
            portions_cut=int(cut),
            waste_cost_minor=int(waste_cost),
            median_service_s=None if median is None else float(median),
            by_hour=tuple(HourSales(int(h), int(r), int(p), int(t)) for h, r, p, t in hours),
            by_product=tuple(
                ProductSales(UUID(str(key)), name, int(quantity), int(amount))
                for key, name, quantity, amount in products
            ),
            portions_spoiled=int(spoiled),
            refunds=int(refunds),
            refunded_minor=int(refunded),
            cash_minor=int(cash) - int(cash_back),
        )

    async def days(self, first: date, last: date) -> tuple[DayTotal, ...]:
        """One entry per day from `first` to `last`, also for days without a sale."""
        found = await self._io.ask(self._rows(queries.DAYS, {"first": first, "last": last}))
        return tuple(DayTotal(day, int(t), int(r), int(p), int(w)) for day, t, r, p, w in found)

    async def yields(self, first: date, last: date) -> tuple[ConversionYield, ...]:
        """Per product and week; a whole counts in the week it was cut."""
        found = await self._io.ask(self._rows(queries.YIELDS, {"first": first, "last": last}))
        return tuple(
            ConversionYield(UUID(str(key)), name, week, int(expected), int(good))
            for key, name, week, expected, good in found
        )

    async def price_history(self, portion_id: UUID) -> tuple[PriceChange, ...]:
        """Every change of one portion's price, newest first."""
        found = await self._io.ask(self._rows(queries.PRICE_HISTORY, {"portion": portion_id}))
        return tuple(PriceChange(*row) for row in found)

    async def waste(self, first: date, last: date) -> tuple[WasteCount, ...]:
        """Portions wasted per product, day and cause, newest day first."""
        found = await self._io.ask(self._rows(queries.WASTE, {"first": first, "last": last}))
        return tuple(
            WasteCount(UUID(str(key)), name, day, why, Fraction(n))
            for key, name, day, why, n in found
        )

    async def cut(self, first: date, last: date) -> tuple[CutCount, ...]:
        """Portions produced per product and day, newest day first."""
        found = await self._io.ask(self._rows(queries.CUT, {"first": first, "last": last}))
        return tuple(CutCount(UUID(str(key)), name, day, int(n)) for key, name, day, n in found)

    async def discounts(self, first: date, last: date) -> tuple[DiscountSum, ...]:
        """What was taken off, by rule, product, person and day."""
        found = await self._io.ask(self._rows(queries.DISCOUNTS, {"first": first, "last": last}))
        return tuple(
            DiscountSum(reason, rule, product, person, day, int(uses), int(amount))
            for reason, rule, product, person, day, uses, amount in found
        )

    async def revenue(self, first: date, last: date) -> Revenue:
        """What each product brought from `first` to `last`, and what was paid then."""
        found = await self._io.ask(self._rows(REVENUE, {"first": first, "last": last}))
        return revenue_of(found[0])

    async def forecast_past(self, product_id: UUID, first: date, last: date) -> ForecastPast:
        """A product's hours from `first` to `last`, up to the moment of the question."""
        values = {"product": product_id, "first": first, "last": last}
        return forecast_past((await self._io.ask(self._rows(PAST, values)))[0])

    async def refunds(self, first: date, last: date) -> tuple[RefundSum, ...]:
        """What was paid back, by reason, product, person and day."""
        found = await self._io.ask(self._rows(queries.REFUNDS, {"first": first, "last": last}))
        return tuple(
            RefundSum(reason, product, person, day, int(times), int(amount))
            for reason, product, person, day, times, amount in found
        )

    async def quality(self, first: date, last: date) -> QualityMean:
        """The mean score of the portions sold in the period, each as it was sold."""
        ((total, count),) = await self._io.ask(
            self._rows(queries.QUALITY, {"first": first, "last": last})
        )
        return QualityMean(int(total or 0), int(count))

    async def quality_days(self, first: date, last: date) -> tuple[QualityDay, ...]:
        """Looks by day, product, station and employee, the newest day first."""
        found = await self._io.ask(self._rows(queries.QUALITY_DAYS, {"first": first, "last": last}))
        return tuple(QualityDay(*row) for row in found)

    async def first_selections(self, first: date, last: date) -> FirstSelections:
        """The first selections verified in the period."""
        ((passed, verified),) = await self._io.ask(
            self._rows(queries.FIRST_SELECTIONS, {"first": first, "last": last})
        )
        return FirstSelections(int(passed), int(verified))

    async def weeks(
        self, session: Session, subject: Weekly, since: datetime, until: datetime
    ) -> tuple[WeekCount, ...]:
        """By week and kind, oldest first."""
        found = await self._call(
            "week_counts", "uuid,text,timestamptz,timestamptz", session.id, subject.value, since,
            until,
        )  # fmt: skip
        return tuple(
            WeekCount(date.fromisoformat(x["week"]), x["kind"], x["count"], x["good"])
            for x in found
        )

    async def _rows(self, query: str, values: dict[str, Any]) -> list[Any]:
        return await self._link.read(query, values)
