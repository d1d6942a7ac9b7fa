"""Port `Reports`: sums read by the back office, over one trading day or many."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports import (
    ConversionYield,
    CutCount,
    DayReport,
    DayTotal,
    DiscountSum,
    HourSales,
    PriceChange,
    ProductSales,
    QualityMean,
    RefundSum,
    WasteCount,
    WeekCount,
    Weekly,
)

_ZONE = """z AS (SELECT document ->> 'time_zone' AS zone FROM wedge.settings
           ORDER BY version DESC LIMIT 1),
     span AS (SELECT CAST(%(first)s AS date)::timestamp AT TIME ZONE zone AS since,
                     (CAST(%(last)s AS date) + 1)::timestamp AT TIME ZONE zone AS until, zone
                FROM z)"""

_DAYS = f"""WITH {_ZONE},
    sold AS (
        SELECT (t.paid_at AT TIME ZONE s.zone)::date AS day, count(*) AS receipts,
               sum(t.total_minor) AS total
          FROM wedge.tickets t, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')
           AND t.replaces_id IS NULL
         GROUP BY 1),
    portions AS (
        SELECT (t.paid_at AT TIME ZONE s.zone)::date AS day, count(*) AS n
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')
           AND t.replaces_id IS NULL
           AND NOT l.voided AND l.portion_id IS NOT NULL
         GROUP BY 1),
    back AS (
        SELECT (f.at AT TIME ZONE s.zone)::date AS day, sum(i.amount_minor) AS total,
               count(i.portion_id) FILTER (WHERE i.goods = 'discarded' AND i.quantity > 0) AS n
          FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id, span s
         WHERE f.at >= s.since AND f.at < s.until GROUP BY 1),
    wasted AS (
        SELECT (w.at AT TIME ZONE s.zone)::date AS day, count(*) AS n
          FROM wedge.waste w, span s
         WHERE w.at >= s.since AND w.at < s.until AND w.portion_id IS NOT NULL
           AND w.weight_mg IS NULL GROUP BY 1)
SELECT d::date, coalesce(sold.total, 0) - coalesce(back.total, 0), coalesce(sold.receipts, 0),
       coalesce(portions.n, 0) - coalesce(back.n, 0), coalesce(wasted.n, 0)
  FROM generate_series(CAST(%(first)s AS date), CAST(%(last)s AS date), interval '1 day') d
  LEFT JOIN sold ON sold.day = d::date LEFT JOIN portions ON portions.day = d::date
  LEFT JOIN wasted ON wasted.day = d::date LEFT JOIN back ON back.day = d::date
 ORDER BY 1"""

_LINES = f"""WITH {_ZONE},
    lines AS (
        SELECT t.id AS ticket, extract(hour FROM t.paid_at AT TIME ZONE s.zone)::int AS hour, l.*
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')
           AND t.replaces_id IS NULL
           AND NOT l.voided)"""

_NET_LINES = f"""{_LINES},
    back AS (
        SELECT extract(hour FROM f.at AT TIME ZONE s.zone)::int AS hour, i.*, l.product_id, l.name
          FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id
          JOIN wedge.ticket_lines l ON l.id = i.line_id, span s
         WHERE f.at >= s.since AND f.at < s.until)"""
"""Sales and, at their own moment, the refunds. A portion put back is off its line already."""

_BY_HOUR = f"""{_NET_LINES}
SELECT hour, sum(receipts), sum(portions), sum(total) FROM (
    SELECT hour, count(DISTINCT ticket) AS receipts, count(portion_id) AS portions,
           sum(quantity * (unit_price_minor + extras_minor)) AS total
      FROM lines GROUP BY hour
     UNION ALL
    SELECT hour, 0, -count(portion_id) FILTER (WHERE goods = 'discarded' AND quantity > 0),
           -sum(amount_minor)
      FROM back GROUP BY hour) x
 GROUP BY hour ORDER BY hour"""

_BY_PRODUCT = f"""{_NET_LINES}
SELECT product_id, max(name), sum(pieces), sum(total) FROM (
    SELECT product_id, max(name) AS name, sum(quantity) AS pieces,
           sum(quantity * (unit_price_minor + extras_minor)) AS total
      FROM lines GROUP BY product_id
     UNION ALL
    SELECT product_id, max(name), -coalesce(sum(quantity) FILTER (WHERE goods <> 'kept'), 0),
           -sum(amount_minor)
      FROM back GROUP BY product_id) x
 GROUP BY product_id ORDER BY 4 DESC, 2"""

_CASH = f"""WITH {_ZONE}
SELECT (SELECT count(*) FROM wedge.refunds f, span s WHERE f.at >= s.since AND f.at < s.until),
       (SELECT coalesce(sum(f.amount_minor), 0) FROM wedge.refunds f, span s
         WHERE f.at >= s.since AND f.at < s.until),
       (SELECT coalesce(sum(f.amount_minor - f.voucher_minor), 0) FROM wedge.refunds f, span s
         WHERE f.at >= s.since AND f.at < s.until),
       (SELECT coalesce(sum(p.amount_minor), 0) FROM wedge.payments p, span s
         WHERE p.tender = 'cash' AND p.at >= s.since AND p.at < s.until)"""

_SUMS = f"""{_LINES}
SELECT (SELECT coalesce(sum(quantity * (base_price_minor - unit_price_minor)), 0)
          FROM lines WHERE unit_price_minor < base_price_minor),
       (SELECT coalesce(sum(r.tax_minor), 0) FROM wedge.receipts r, span s
         WHERE r.issued_at >= s.since AND r.issued_at < s.until),
       (SELECT coalesce(sum(w.portions_per_whole), 0) FROM wedge.wholes w, span s
         WHERE w.cut_at >= s.since AND w.cut_at < s.until),
       (SELECT coalesce(sum(w.cost_minor), 0) FROM wedge.waste w, span s
         WHERE w.at >= s.since AND w.at < s.until),
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY
                   extract(epoch FROM t.served_at - t.paid_at)::double precision)
          FROM wedge.tickets t, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.served_at > t.paid_at),
       (SELECT count(*) FROM wedge.wholes w JOIN wedge.portions p ON p.whole_id = w.id
          JOIN wedge.waste x ON x.portion_id = p.id, span s
         WHERE w.cut_at >= s.since AND w.cut_at < s.until
           AND split_part(x.cause, ':', 1) = 'cutting')"""

_YIELDS = f"""WITH {_ZONE}
SELECT w.product_id, p.name, date_trunc('week', w.cut_at AT TIME ZONE s.zone)::date AS week,
       sum(w.portions_per_whole),
       sum(w.portions_per_whole) - sum((
           SELECT count(*) FROM wedge.portions o JOIN wedge.waste x ON x.portion_id = o.id
            WHERE o.whole_id = w.id AND split_part(x.cause, ':', 1) = 'cutting'))
  FROM wedge.wholes w JOIN wedge.products p ON p.id = w.product_id, span s
 WHERE w.cut_at >= s.since AND w.cut_at < s.until
 GROUP BY w.product_id, p.name, week ORDER BY week, p.name"""


_WASTE = f"""WITH {_ZONE}
SELECT w.product_id, p.name, (w.at AT TIME ZONE s.zone)::date AS day,
       split_part(w.cause, ':', 1) AS why,
       count(*) FILTER (WHERE w.weight_mg IS NULL)
       + coalesce(sum(round(w.weight_mg::numeric
                            / coalesce(c.standard_weight_mg, w.weight_mg), 6)), 0)
  FROM wedge.waste w JOIN wedge.products p ON p.id = w.product_id
  LEFT JOIN wedge.portions o ON o.id = w.portion_id LEFT JOIN wedge.wholes h ON h.id = o.whole_id
  LEFT JOIN wedge.portion_configurations c
    ON c.product_id = h.product_id AND c.portions_per_whole = h.portions_per_whole, span s
 WHERE w.at >= s.since AND w.at < s.until AND w.portion_id IS NOT NULL
 GROUP BY w.product_id, p.name, day, why ORDER BY day DESC, p.name, why"""

_CUT = f"""WITH {_ZONE}
SELECT w.product_id, p.name, (w.cut_at AT TIME ZONE s.zone)::date AS day,
       sum(w.portions_per_whole)
  FROM wedge.wholes w JOIN wedge.products p ON p.id = w.product_id, span s
 WHERE w.cut_at >= s.since AND w.cut_at < s.until
 GROUP BY w.product_id, p.name, day ORDER BY day DESC, p.name"""

_QUALITY = f"""{_LINES}
SELECT sum((price_inputs ->> 'score_milli')::bigint), count(price_inputs ->> 'score_milli')
  FROM lines WHERE portion_id IS NOT NULL"""

_DISCOUNTS = f"""WITH {_ZONE},
    steps AS (
        SELECT l.id, l.product_id, t.staff_id, l.quantity,
               (t.paid_at AT TIME ZONE s.zone)::date AS day, step ->> 'reason' AS reason,
               CASE WHEN step ->> 'code' IN ('slow_hours', 'peak', 'manual')
                         OR step ->> 'code' LIKE 'promotion.%%'
                    THEN coalesce(step #>> '{{params,0}}', '') ELSE '' END AS rule,
               (step ->> 'amount_minor')::int AS amount
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id,
               LATERAL jsonb_array_elements(l.breakdown) step, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')
           AND t.replaces_id IS NULL
           AND NOT l.voided AND step ->> 'reason' <> 'base')
SELECT x.reason, x.rule, p.name, w.name, x.day, sum(x.quantity), sum(-x.quantity * x.amount)
  FROM steps x JOIN wedge.products p ON p.id = x.product_id
  JOIN wedge.staff_names w ON w.id = x.staff_id
 WHERE x.amount < 0
 GROUP BY x.reason, x.rule, p.name, w.name, x.day
 ORDER BY x.day DESC, 7 DESC, x.reason, x.rule, p.name, w.name"""

_REFUNDS = f"""WITH {_ZONE}
SELECT f.reason, p.name, w.name, (f.at AT TIME ZONE s.zone)::date AS day, count(*),
       sum(i.amount_minor)
  FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id
  JOIN wedge.ticket_lines l ON l.id = i.line_id JOIN wedge.products p ON p.id = l.product_id
  JOIN wedge.staff_names w ON w.id = f.staff_id, span s
 WHERE f.at >= s.since AND f.at < s.until
 GROUP BY f.reason, p.name, w.name, day ORDER BY day DESC, 6 DESC, 1, 2, 3"""

_PRICE_HISTORY = """SELECT h.at, h.old_minor, h.new_minor, h.reason, h.rules, t.name
  FROM wedge.price_history h JOIN wedge.terminals t ON t.id = h.terminal_id
 WHERE h.portion_id = %(portion)s ORDER BY h.id DESC"""


class PgReports(Caller):
    """Only the back office's role may read the tables behind these sums."""

    async def day(self, day: date) -> DayReport:
        """One trading day in the store's time zone."""
        total = (await self.days(day, day))[0]
        return await self._io.ask(self._day(day, total))

    async def _day(self, day: date, total: DayTotal) -> DayReport:
        values = {"first": day, "last": day}
        hours = await self._rows(_BY_HOUR, values)
        products = await self._rows(_BY_PRODUCT, values)
        (saved, tax, cut, waste_cost, median, spoiled) = (await self._rows(_SUMS, values))[0]
        ((refunds, refunded, cash_back, cash),) = await self._rows(_CASH, values)
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
        found = await self._io.ask(self._rows(_DAYS, {"first": first, "last": last}))
        return tuple(DayTotal(day, int(t), int(r), int(p), int(w)) for day, t, r, p, w in found)

    async def yields(self, first: date, last: date) -> tuple[ConversionYield, ...]:
        """Per product and week; a whole counts in the week it was cut."""
        found = await self._io.ask(self._rows(_YIELDS, {"first": first, "last": last}))
        return tuple(
            ConversionYield(UUID(str(key)), name, week, int(expected), int(good))
            for key, name, week, expected, good in found
        )

    async def price_history(self, portion_id: UUID) -> tuple[PriceChange, ...]:
        """Every change of one portion's price, newest first."""
        found = await self._io.ask(self._rows(_PRICE_HISTORY, {"portion": portion_id}))
        return tuple(PriceChange(*row) for row in found)

    async def waste(self, first: date, last: date) -> tuple[WasteCount, ...]:
        """Portions wasted per product, day and cause, newest day first."""
        found = await self._io.ask(self._rows(_WASTE, {"first": first, "last": last}))
        return tuple(
            WasteCount(UUID(str(key)), name, day, why, Fraction(n))
            for key, name, day, why, n in found
        )

    async def cut(self, first: date, last: date) -> tuple[CutCount, ...]:
        """Portions produced per product and day, newest day first."""
        found = await self._io.ask(self._rows(_CUT, {"first": first, "last": last}))
        return tuple(CutCount(UUID(str(key)), name, day, int(n)) for key, name, day, n in found)

    async def discounts(self, first: date, last: date) -> tuple[DiscountSum, ...]:
        """What was taken off, by rule, product, person and day."""
        found = await self._io.ask(self._rows(_DISCOUNTS, {"first": first, "last": last}))
        return tuple(
            DiscountSum(reason, rule, product, person, day, int(uses), int(amount))
            for reason, rule, product, person, day, uses, amount in found
        )

    async def refunds(self, first: date, last: date) -> tuple[RefundSum, ...]:
        """What was paid back, by reason, product, person and day."""
        found = await self._io.ask(self._rows(_REFUNDS, {"first": first, "last": last}))
        return tuple(
            RefundSum(reason, product, person, day, int(times), int(amount))
            for reason, product, person, day, times, amount in found
        )

    async def quality(self, first: date, last: date) -> QualityMean:
        """The mean score of the portions sold in the period, each as it was sold."""
        ((total, count),) = await self._io.ask(self._rows(_QUALITY, {"first": first, "last": last}))
        return QualityMean(int(total or 0), int(count))

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
