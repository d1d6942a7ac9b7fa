"""What was expected of each hour against what it sold (docs/forecast.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from app.domain.forecast.history import HOUR_S, OpenDay, Span, covered_s

_HOUR = timedelta(seconds=HOUR_S)
_MILLI = 1_000


@dataclass(frozen=True, slots=True)
class KeptHour:
    """The forecast of the hour from `hour` on, as it stood then; written down at `kept_at`."""

    hour: datetime
    expected_milli: int
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class ForecastPast:
    """One product's hours up to `at` (the server's clock): forecasts, and portions sold by hour.

    `on_sale` are the spans in which there was a portion, in order; None for goods that never end.
    """

    at: datetime
    zone: ZoneInfo
    kept: Sequence[KeptHour]
    sold: Mapping[datetime, int]
    open_days: Sequence[OpenDay]
    on_sale: Sequence[Span] | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """An hour or a day. `expected` is for the whole of it, `served` for the time on sale.

    `sold_out_s` are seconds in which nothing was left to sell; `counts` is False for an hour that
    says nothing: not over, the shop closed, or no terminal running.
    """

    at: datetime
    expected: float
    served: float
    sold: float
    sold_out_s: float
    counts: bool
    off: bool = False
    """No terminal was running: nobody could sell."""

    @property
    def error(self) -> float:
        """Expected in the time on sale less what was sold: above 0 is too much."""
        return self.served - self.sold


@dataclass(frozen=True, slots=True)
class Verdict:
    """`count` hours or days: sums, and the mean absolute error of one of them."""

    count: int
    served: float
    sold: float
    mean_error: float

    @property
    def bias(self) -> float | None:
        """How much too much was expected in sum, as a share of what was sold."""
        return (self.served - self.sold) / self.sold if self.sold else None


def judge_hours(past: ForecastPast) -> tuple[Judged, ...]:
    """Each hour that has begun and whose forecast was kept, in order."""
    spans = {each.day: each.span for each in past.open_days}
    return tuple(
        _judge(past, each, spans.get(_day(each.hour, past.zone)))
        for each in sorted(past.kept, key=lambda kept: kept.hour)
    )


def judge_days(hours: Iterable[Judged], zone: ZoneInfo) -> tuple[Judged, ...]:
    """The days of these hours, each the sum of its hours that count; `at` is its first."""
    days = []
    for _, group in groupby(hours, key=lambda each: _day(each.at, zone)):
        mine = list(group)
        good = [each for each in mine if each.counts]
        days.append(
            Judged(
                mine[0].at,
                sum(each.expected for each in good),
                sum(each.served for each in good),
                sum(each.sold for each in good),
                sum(each.sold_out_s for each in good),
                bool(good),
            )
        )
    return tuple(days)


def verdict(judged: Iterable[Judged]) -> Verdict | None:
    """How far off those that count were; None without any."""
    good = [each for each in judged if each.counts]
    if not good:
        return None
    return Verdict(
        len(good),
        sum(each.served for each in good),
        sum(each.sold for each in good),
        sum(abs(each.error) for each in good) / len(good),
    )


def _judge(past: ForecastPast, kept: KeptHour, shop: Span | None) -> Judged:
    start = kept.hour.timestamp()
    hour = (start, start + HOUR_S)
    expected = kept.expected_milli / _MILLI
    out_s = _sold_out_s(past, kept, hour, shop)
    off = kept.kept_at >= kept.hour + _HOUR
    is_open = shop is not None and covered_s(hour, (shop,)) > 0
    sold = past.sold.get(kept.hour, 0)
    return Judged(
        at=kept.hour,
        expected=expected,
        served=expected * (1 - out_s / HOUR_S),
        sold=sold,
        sold_out_s=out_s,
        counts=(is_open or sold > 0) and not off and kept.hour + _HOUR <= past.at,
        off=off and is_open,
    )


def _sold_out_s(past: ForecastPast, kept: KeptHour, hour: Span, shop: Span | None) -> float:
    """From the product's first portion of the day to the last sale of the shop."""
    if past.on_sale is None or shop is None:
        return 0.0
    near = [each for each in past.on_sale if each[1] > shop[0] and each[0] < shop[1]]
    first = max(shop[0], near[0][0]) if near else shop[0]
    since, until = max(hour[0], first), min(hour[1], shop[1])
    return until - since - covered_s((since, until), near) if until > since else 0.0


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(UTC).astimezone(zone).date()
