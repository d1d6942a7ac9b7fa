"""What the demo shop expected of its past hours: the mean of the same weekday's weeks before."""

import psycopg

_EXPECTED = """
INSERT INTO wedge.past_forecasts (product_id, hour, expected_milli, made_at, kept_at)
WITH z AS (SELECT wedge.settings_document() ->> 'time_zone' AS zone),
    sold AS (
        SELECT l.product_id, (t.paid_at AT TIME ZONE zone)::date AS day,
               extract(hour FROM t.paid_at AT TIME ZONE zone)::int AS hour, sum(l.quantity) AS n
          FROM z, wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id
         WHERE t.state IN ('paid', 'closed') AND NOT l.voided GROUP BY 1, 2, 3),
    days AS (SELECT DISTINCT day FROM sold),
    opened AS (SELECT min(hour) AS first, max(hour) AS last FROM sold),
    products AS (SELECT DISTINCT product_id FROM sold),
    weeks AS (
        SELECT d.day, count(*) AS n FROM days d JOIN days b
            ON b.day < d.day AND b.day >= d.day - 28 AND (d.day - b.day) % 7 = 0
         GROUP BY 1),
    expected AS (
        SELECT w.day, p.product_id, h AS hour, sum(coalesce(b.n, 0)) / max(w.n) AS n
          FROM weeks w CROSS JOIN products p CROSS JOIN opened o
         CROSS JOIN generate_series(o.first, o.last) h
          LEFT JOIN sold b ON b.product_id = p.product_id AND b.hour = h
           AND b.day < w.day AND b.day >= w.day - 28 AND (w.day - b.day) % 7 = 0
         GROUP BY 1, 2, 3)
SELECT e.product_id, x.hour, round(1000 * e.n)::int, e.day::timestamp AT TIME ZONE zone,
       x.hour + interval '3 seconds'
  FROM expected e, z,
       LATERAL (SELECT (e.day + make_interval(hours => e.hour)) AT TIME ZONE zone AS hour) x
 WHERE x.hour < date_trunc('hour', now()) - interval '1 hour'
ON CONFLICT DO NOTHING
"""


def insert_expected(connection: psycopg.Connection) -> None:
    """From the shop's second week on; the first had nothing to go by."""
    connection.execute(_EXPECTED)
