-- A product whose revenue fell from one period to the next is reviewed (docs/revenue.md): one task
-- for the manager, once. The store looks once a day, whatever programs are running.

CREATE TABLE wedge.revenue_looks (
    day DATE NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_revenue_looks PRIMARY KEY (day)
);

-- What each product on sale brought in two periods of p_days, the later one up to the day before
-- p_today. A day counts with the day p_days before it, and only if the shop sold something on both.
-- A product counts that was sold since before the earlier period ended its first counted day.
CREATE FUNCTION wedge.revenue_falls(p_today date, p_days int)
RETURNS TABLE (product_id uuid, name text, pairs bigint, before_minor bigint, after_minor bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH z AS (SELECT wedge.settings_document() ->> 'time_zone' AS zone),
    span AS (
        SELECT (p_today - 2 * p_days)::timestamp AT TIME ZONE zone AS since,
               p_today::timestamp AT TIME ZONE zone AS until, zone FROM z),
    sold AS (
        SELECT (t.paid_at AT TIME ZONE s.zone)::date AS day, l.product_id,
               sum(l.quantity::bigint * (l.unit_price_minor + l.extras_minor)) AS amount
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')
           AND t.replaces_id IS NULL AND NOT l.voided
         GROUP BY 1, 2),
    open_pairs AS (
        SELECT d AS later, d - p_days AS earlier
          FROM (SELECT p_today - n AS d FROM generate_series(1, p_days) n) x
         WHERE d IN (SELECT day FROM sold) AND d - p_days IN (SELECT day FROM sold)),
    moved AS (
        SELECT day, product_id, amount FROM sold
         UNION ALL
        SELECT (f.at AT TIME ZONE s.zone)::date, l.product_id, -i.amount_minor
          FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id
          JOIN wedge.ticket_lines l ON l.id = i.line_id, span s
         WHERE f.at >= s.since AND f.at < s.until)
    SELECT p.id, p.name, (SELECT count(*) FROM open_pairs),
           coalesce(sum(m.amount) FILTER (WHERE m.day = o.earlier), 0)::bigint,
           coalesce(sum(m.amount) FILTER (WHERE m.day = o.later), 0)::bigint
      FROM wedge.products p, open_pairs o
      JOIN moved m ON m.day IN (o.earlier, o.later)
     WHERE m.product_id = p.id AND p.active AND EXISTS (
         SELECT FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id, z
          WHERE l.product_id = p.id AND NOT l.voided AND t.state IN ('paid', 'closed')
            AND t.paid_at < ((SELECT min(earlier) FROM open_pairs) + 1)::timestamp
                            AT TIME ZONE z.zone)
     GROUP BY p.id, p.name
$$;

-- Once a day: open what has to be reviewed. A product that was reviewed within the comparison's
-- days waits until none of them is compared again. Fewer than half of the days say nothing.
CREATE FUNCTION wedge.review_revenue(p_terminal uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_policy jsonb := wedge.policy_read(v_settings, 'revenue');
    v_today date := (clock_timestamp() AT TIME ZONE (v_settings ->> 'time_zone'))::date;
    v_days int := least(60, greatest(1, (v_policy ->> 'review_days')::int));
    v_fall record;
BEGIN
    IF EXISTS (SELECT FROM wedge.revenue_looks WHERE day = v_today) THEN
        RETURN;
    END IF;
    INSERT INTO wedge.revenue_looks (day) VALUES (v_today) ON CONFLICT (day) DO NOTHING;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR v_fall IN
        SELECT f.* FROM wedge.revenue_falls(v_today, v_days) f
         WHERE 2 * f.pairs >= v_days AND f.before_minor > 0
           AND (f.before_minor - f.after_minor)
               >= wedge.fraction(v_policy ->> 'review_fall') * f.before_minor
           AND NOT EXISTS (
               SELECT FROM wedge.tasks t
                WHERE t.kind = 'strategy_review'
                  AND t.subject ->> 'product_id' = f.product_id::text
                  AND (t.state = 'open' OR t.opened_at > clock_timestamp()
                                                         - make_interval(days => v_days)))
         ORDER BY f.name, f.product_id
    LOOP
        PERFORM wedge.task_for('strategy_review', left(v_fall.name, 200), jsonb_build_object(
            'product_id', v_fall.product_id, 'until', v_today, 'days', v_days,
            'before_minor', v_fall.before_minor, 'after_minor', v_fall.after_minor),
            'manager', make_interval(days => v_days), p_terminal, NULL);
    END LOOP;
EXCEPTION WHEN data_exception THEN
    -- Settings that nobody can read stop no terminal's heartbeat.
    RAISE WARNING 'the revenue could not be reviewed: %', SQLERRM;
END $$;
