"""What was sold, when the shop was open, and when a product was not there to be bought."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOURS = 24
HOUR_S = 3_600
Span = tuple[float, float]
"""From and until, in seconds since 1970 (UTC)."""


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A local day on which the shop sold anything, with its first and its last sale.

    A day without any sale is a closed day and never becomes one of these.
    """

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class ProductDay:
    """One product on one open day, by hour of the wall clock (24 values each).

    `sold` are portions; `missing` is the share of the hour in which there was nothing to sell any
    more, 0 to 1, and 0 outside the open span and before the product's first portion of the day.
    """

    day: date
    sold: tuple[float, ...]
    missing: tuple[float, ...]

    @property
    def total(self) -> float:
        """Portions sold on the day."""
        return sum(self.sold)


@dataclass(frozen=True, slots=True)
class Sales:
    """One product's sales: portions by (local day, hour), and when it was on sale.

    `on_sale` are spans that do not overlap, in order; None where that is not known: then nothing
    counts as lost. `by_grade` are portions sold by grade letter.
    """

    by_hour: Mapping[tuple[date, int], float]
    on_sale: Sequence[Span] | None = None
    by_grade: Mapping[str, float] | None = None


def product_days(
    sales: Sales, open_days: Sequence[OpenDay], zone: ZoneInfo
) -> tuple[ProductDay, ...]:
    """The product's open days in order, from the first on which it was sold."""
    days = [_product_day(sales, each, zone) for each in sorted(open_days, key=_day)]
    first = next((n for n, each in enumerate(days) if each.total > 0), len(days))
    return tuple(days[first:])


def hours_of(day: date, zone: ZoneInfo) -> list[tuple[int, Span]]:
    """The hours of a local day as (wall hour, span); a hour said twice at night comes twice.

    On the night of a clock change the day has 23 or 25 of them.
    """
    start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    found = []
    while start < end:
        local = datetime.fromtimestamp(start, zone)
        # To the next full hour of the wall clock, or to midnight where clocks change.
        past_s = local.minute * 60 + local.second
        until = min(start + HOUR_S - past_s, end)
        found.append((local.hour, (start, until)))
        start = until
    return found


def midnight(day: date, zone: ZoneInfo) -> float:
    """The first moment of a local day, in seconds since 1970."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC).timestamp()


def covered_s(span: Span, others: Iterable[Span]) -> float:
    """Seconds of `span` inside spans that do not overlap each other."""
    low, high = span
    return sum(max(0.0, min(high, until) - max(low, since)) for since, until in others)


def _day(each: OpenDay) -> date:
    return each.day


def _product_day(sales: Sales, open_day: OpenDay, zone: ZoneInfo) -> ProductDay:
    sold = tuple(sales.by_hour.get((open_day.day, hour), 0.0) for hour in range(HOURS))
    if sales.on_sale is None:
        return ProductDay(open_day.day, sold, (0.0,) * HOURS)
    near = _near(sales.on_sale, open_day.span)
    # Before its first portion of the day it was not yet offered; that is no stock-out.
    first = max(open_day.span[0], near[0][0]) if near else open_day.span[0]
    open_s, there_s = [0.0] * HOURS, [0.0] * HOURS
    for hour, whole in hours_of(open_day.day, zone):
        since, until = max(whole[0], first), min(whole[1], open_day.span[1])
        if until > since:
            open_s[hour] += until - since
            there_s[hour] += covered_s((since, until), near)
    missing = tuple(
        1.0 - min(1.0, there / opened) if opened > 0 else 0.0
        for opened, there in zip(open_s, there_s, strict=True)
    )
    return ProductDay(open_day.day, sold, missing)


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of the spans, which are in order, that touch `span`."""
    first = bisect_right(spans, span[0], key=lambda each: each[1])
    return spans[first : bisect_left(spans, span[1], key=lambda each: each[0])]
