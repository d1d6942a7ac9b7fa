"""What was expected of a product's hours and what they sold, in one question."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.data.report_queries import ZONE
from app.domain.forecast.history import OpenDay
from app.domain.forecast.judged import ForecastPast, KeptHour

PAST = f"""WITH {ZONE},
    kept AS (
        SELECT f.hour, f.expected_milli, f.kept_at FROM wedge.past_forecasts f, span s
         WHERE f.product_id = %(product)s AND f.hour >= s.since AND f.hour < s.until),
    paid AS (
        SELECT t.id, t.paid_at, s.since, (t.paid_at AT TIME ZONE s.zone)::date AS day
          FROM wedge.tickets t, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')),
    sold AS (
        SELECT date_bin('1 hour', t.paid_at, t.since) AS hour, sum(l.quantity) AS n
          FROM paid t JOIN wedge.ticket_lines l ON l.ticket_id = t.id AND NOT l.voided
           AND (l.taken_back_at IS NULL OR l.served_at IS NOT NULL)
         WHERE l.product_id = %(product)s GROUP BY 1),
    days AS (SELECT day, min(paid_at) AS since, max(paid_at) AS until FROM paid GROUP BY 1),
    spans AS (
        SELECT range_agg(tstzrange(p.cut_at, least(
                   p.expires_at, coalesce(t.paid_at, w.at, clock_timestamp())))) AS at
          FROM wedge.portions p CROSS JOIN span s
          LEFT JOIN wedge.tickets t ON t.id = p.ticket_id AND t.paid_at > p.cut_at
          LEFT JOIN wedge.waste w ON w.portion_id = p.id AND w.at > p.cut_at
         WHERE p.product_id = %(product)s AND p.expires_at > p.cut_at
           AND p.cut_at >= s.since - interval '4 days' AND p.cut_at < s.until)
SELECT clock_timestamp(), (SELECT zone FROM z),
       (SELECT coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM hour), expected_milli,
                   extract(epoch FROM kept_at)) ORDER BY hour), '[]') FROM kept),
       (SELECT coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM hour), n)), '[]')
          FROM sold),
       (SELECT coalesce(jsonb_agg(jsonb_build_array(day, extract(epoch FROM since),
                   extract(epoch FROM until)) ORDER BY day), '[]') FROM days),
       (SELECT coalesce(jsonb_agg(jsonb_build_array(extract(epoch FROM lower(r)),
                   extract(epoch FROM upper(r))) ORDER BY lower(r)), '[]')
          FROM spans x, unnest(x.at) r),
       (SELECT kind FROM wedge.products WHERE id = %(product)s)"""
"""Portions on sale as `wedge.demand_history` counts them, sales likewise."""


def forecast_past(row: tuple[Any, ...]) -> ForecastPast:
    """The hours in what `PAST` answers."""
    at, zone, kept, sold, days, spans, kind = row
    return ForecastPast(
        at=at,
        zone=ZoneInfo(zone),
        kept=tuple(KeptHour(_moment(hour), int(n), _moment(when)) for hour, n, when in kept),
        sold={_moment(hour): int(n) for hour, n in sold},
        open_days=tuple(
            OpenDay(date.fromisoformat(day), (float(since), float(until)))
            for day, since, until in days
        ),
        on_sale=tuple((float(a), float(b)) for a, b in spans) if kind == "portioned" else None,
    )


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(float(seconds), UTC)
