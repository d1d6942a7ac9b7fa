"""The sums that the back office asks for, over whole days in the store's zone."""

ZONE = """z AS (SELECT document ->> 'time_zone' AS zone FROM wedge.settings
           ORDER BY version DESC LIMIT 1),
     span AS (SELECT CAST(%(first)s AS date)::timestamp AT TIME ZONE zone AS since,
                     (CAST(%(last)s AS date) + 1)::timestamp AT TIME ZONE zone AS until, zone
                FROM z)"""

DAYS = f"""WITH {ZONE},
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

_LINES = f"""WITH {ZONE},
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

BY_HOUR = f"""{_NET_LINES}
SELECT hour, sum(receipts), sum(portions), sum(total) FROM (
    SELECT hour, count(DISTINCT ticket) AS receipts, count(portion_id) AS portions,
           sum(quantity * (unit_price_minor + extras_minor)) AS total
      FROM lines GROUP BY hour
     UNION ALL
    SELECT hour, 0, -count(portion_id) FILTER (WHERE goods = 'discarded' AND quantity > 0),
           -sum(amount_minor)
      FROM back GROUP BY hour) x
 GROUP BY hour ORDER BY hour"""

BY_PRODUCT = f"""{_NET_LINES}
SELECT product_id, max(name), sum(pieces), sum(total) FROM (
    SELECT product_id, max(name) AS name, sum(quantity) AS pieces,
           sum(quantity * (unit_price_minor + extras_minor)) AS total
      FROM lines GROUP BY product_id
     UNION ALL
    SELECT product_id, max(name), -coalesce(sum(quantity) FILTER (WHERE goods <> 'kept'), 0),
           -sum(amount_minor)
      FROM back GROUP BY product_id) x
 GROUP BY product_id ORDER BY 4 DESC, 2"""

CASH = f"""WITH {ZONE}
SELECT (SELECT count(*) FROM wedge.refunds f, span s WHERE f.at >= s.since AND f.at < s.until),
       (SELECT coalesce(sum(f.amount_minor), 0) FROM wedge.refunds f, span s
         WHERE f.at >= s.since AND f.at < s.until),
       (SELECT coalesce(sum(f.amount_minor - f.voucher_minor), 0) FROM wedge.refunds f, span s
         WHERE f.at >= s.since AND f.at < s.until),
       (SELECT coalesce(sum(p.amount_minor), 0) FROM wedge.payments p, span s
         WHERE p.tender = 'cash' AND p.at >= s.since AND p.at < s.until)"""

SUMS = f"""{_LINES}
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

YIELDS = f"""WITH {ZONE}
SELECT w.product_id, p.name, date_trunc('week', w.cut_at AT TIME ZONE s.zone)::date AS week,
       sum(w.portions_per_whole),
       sum(w.portions_per_whole) - sum((
           SELECT count(*) FROM wedge.portions o JOIN wedge.waste x ON x.portion_id = o.id
            WHERE o.whole_id = w.id AND split_part(x.cause, ':', 1) = 'cutting'))
  FROM wedge.wholes w JOIN wedge.products p ON p.id = w.product_id, span s
 WHERE w.cut_at >= s.since AND w.cut_at < s.until
 GROUP BY w.product_id, p.name, week ORDER BY week, p.name"""

WASTE = f"""WITH {ZONE}
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

CUT = f"""WITH {ZONE}
SELECT w.product_id, p.name, (w.cut_at AT TIME ZONE s.zone)::date AS day,
       sum(w.portions_per_whole)
  FROM wedge.wholes w JOIN wedge.products p ON p.id = w.product_id, span s
 WHERE w.cut_at >= s.since AND w.cut_at < s.until
 GROUP BY w.product_id, p.name, day ORDER BY day DESC, p.name"""

QUALITY = f"""{_LINES}
SELECT sum((price_inputs ->> 'score_milli')::bigint), count(price_inputs ->> 'score_milli')
  FROM lines WHERE portion_id IS NOT NULL"""

FIRST_SELECTIONS = f"""WITH {ZONE}
SELECT count(*) FILTER (WHERE v.passed), count(*) FROM wedge.verifications v, span s
 WHERE v.first_selection AND v.at >= s.since AND v.at < s.until"""

DISCOUNTS = f"""WITH {ZONE},
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

REFUNDS = f"""WITH {ZONE}
SELECT f.reason, p.name, w.name, (f.at AT TIME ZONE s.zone)::date AS day, count(*),
       sum(i.amount_minor)
  FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id
  JOIN wedge.ticket_lines l ON l.id = i.line_id JOIN wedge.products p ON p.id = l.product_id
  JOIN wedge.staff_names w ON w.id = f.staff_id, span s
 WHERE f.at >= s.since AND f.at < s.until
 GROUP BY f.reason, p.name, w.name, day ORDER BY day DESC, 6 DESC, 1, 2, 3"""

PRICE_HISTORY = """SELECT h.at, h.old_minor, h.new_minor, h.reason, h.rules, t.name
  FROM wedge.price_history h JOIN wedge.terminals t ON t.id = h.terminal_id
 WHERE h.portion_id = %(portion)s ORDER BY h.id DESC"""

QUALITY_DAYS = """
SELECT day, product_id, product, station_id, station, staff_id, person, looks, score_milli, failed,
       timed, on_time, score_target_milli, fail_target_bp, on_time_target_bp
  FROM wedge.quality_days WHERE day BETWEEN %(first)s AND %(last)s
 ORDER BY day DESC, product, person, station"""
