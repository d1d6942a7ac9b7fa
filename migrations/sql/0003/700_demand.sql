-- What the next hours will want of each product. The program works it out from closed days
-- (app/domain/forecast) and stores it once a day, so that every screen and this server read the
-- same numbers: thousandths of a portion by hour from starts_at on.

CREATE TABLE wedge.demand (
    product_id UUID NOT NULL,
    made_for DATE NOT NULL,
    policy_version INTEGER NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    method TEXT NOT NULL,
    days INTEGER NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    hourly_milli INTEGER[] NOT NULL,
    grade_bp INTEGER[] NOT NULL,
    CONSTRAINT pk_demand PRIMARY KEY (product_id),
    CONSTRAINT fk_demand_product_id FOREIGN KEY (product_id) REFERENCES wedge.products (id),
    CONSTRAINT ck_demand_method_text CHECK (char_length(method) <= 40 AND btrim(method) <> ''),
    CONSTRAINT ck_demand_days CHECK (days > 0),
    CONSTRAINT ck_demand_hours CHECK (cardinality(hourly_milli) BETWEEN 24 AND 72
        AND 0 <= ALL (hourly_milli)),
    CONSTRAINT ck_demand_grades CHECK (cardinality(grade_bp) IN (0, 3) AND 0 <= ALL (grade_bp))
);

CREATE VIEW wedge.picture_demand AS
SELECT product_id AS id, to_jsonb(x) || jsonb_build_object('id', product_id) AS content
  FROM wedge.demand x;

SELECT wedge.feed_follow('demand', 'demand', 'product_id');

-- The closed days of the last p_days: portions sold by local day and hour, by grade, when each
-- product was on sale, and each day's first and last sale. One grouped query for each.
CREATE FUNCTION wedge.demand_history(p_session uuid, p_days int) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_zone text := wedge.settings_document() ->> 'time_zone';
    v_today date := (clock_timestamp() AT TIME ZONE v_zone)::date;
    v_first date := v_today - least(greatest(p_days, 1), 400);
    v_since timestamptz := v_first::timestamp AT TIME ZONE v_zone;
    v_until timestamptz := v_today::timestamp AT TIME ZONE v_zone;
BEGIN
    PERFORM wedge.require_session(p_session, NULL);
    RETURN (
        WITH sold AS (
            SELECT l.product_id, (t.paid_at AT TIME ZONE v_zone)::date - v_first AS day,
                   extract(hour FROM t.paid_at AT TIME ZONE v_zone)::int AS hour,
                   sum(l.quantity) AS n,
                   coalesce(sum(l.quantity) FILTER (WHERE l.grade = 'A'), 0) AS a,
                   coalesce(sum(l.quantity) FILTER (WHERE l.grade = 'B'), 0) AS b,
                   coalesce(sum(l.quantity) FILTER (WHERE l.grade = 'C'), 0) AS c
              FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id AND NOT l.voided
                AND (l.taken_back_at IS NULL OR l.served_at IS NOT NULL)
             WHERE t.state IN ('paid', 'closed') AND t.paid_at >= v_since AND t.paid_at < v_until
             GROUP BY 1, 2, 3),
        days AS (
            SELECT (t.paid_at AT TIME ZONE v_zone)::date - v_first AS day,
                   min(t.paid_at) AS since, max(t.paid_at) AS until
              FROM wedge.tickets t
             WHERE t.state IN ('paid', 'closed') AND t.paid_at >= v_since AND t.paid_at < v_until
             GROUP BY 1),
        spans AS (
            SELECT p.product_id, range_agg(tstzrange(p.cut_at, least(
                       p.expires_at, coalesce(t.paid_at, w.at, clock_timestamp())))) AS at
              FROM wedge.portions p
              LEFT JOIN wedge.tickets t ON t.id = p.ticket_id AND t.paid_at > p.cut_at
              LEFT JOIN wedge.waste w ON w.portion_id = p.id AND w.at > p.cut_at
             WHERE p.cut_at >= v_since - interval '4 days' AND p.cut_at < v_until
               AND p.expires_at > p.cut_at
             GROUP BY 1)
        SELECT jsonb_build_object(
            'zone', v_zone, 'first', v_first, 'today', v_today,
            'days', (SELECT coalesce(jsonb_agg(jsonb_build_array(day,
                         extract(epoch FROM since), extract(epoch FROM until)) ORDER BY day), '[]')
                       FROM days),
            'sold', (SELECT coalesce(jsonb_object_agg(x.product_id, x.cells), '{}') FROM (
                         SELECT product_id, jsonb_agg(jsonb_build_array(day, hour, n)) AS cells
                           FROM sold GROUP BY 1) x),
            'grades', (SELECT coalesce(jsonb_object_agg(x.product_id, x.n), '{}') FROM (
                         SELECT product_id, jsonb_build_array(sum(a), sum(b), sum(c)) AS n
                           FROM sold GROUP BY 1) x),
            'on_sale', (SELECT coalesce(jsonb_object_agg(x.product_id, x.at), '{}') FROM (
                         SELECT s.product_id, jsonb_agg(jsonb_build_array(
                                    extract(epoch FROM lower(r)), extract(epoch FROM upper(r)))
                                    ORDER BY lower(r)) AS at
                           FROM spans s, unnest(s.at) r GROUP BY 1) x)));
END $$;

-- Store a day's forecast. The first terminal's counts; all work out the same from the same days.
CREATE FUNCTION wedge.save_demand(
    p_session uuid, p_request uuid, p_made_for date, p_policy int, p_rows jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_settings jsonb := wedge.settings_document();
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'save_demand');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_made_for <> (clock_timestamp() AT TIME ZONE (v_settings ->> 'time_zone'))::date
        OR p_policy <> coalesce((v_settings -> 'forecast' ->> 'version')::int, 1) THEN
        PERFORM wedge.refuse('changed', 'made for another day or by other rules');
    END IF;
    LOCK TABLE wedge.demand IN SHARE ROW EXCLUSIVE MODE;
    IF NOT EXISTS (SELECT FROM wedge.demand
                    WHERE made_for = p_made_for AND policy_version = p_policy) THEN
        INSERT INTO wedge.demand (product_id, made_for, policy_version, method, days, starts_at,
                                  hourly_milli, grade_bp)
        SELECT r.product_id, p_made_for, p_policy, r.method, r.days, r.starts_at, r.hourly_milli,
               r.grade_bp
          FROM jsonb_to_recordset(p_rows) r (
               product_id uuid, method text, days int, starts_at timestamptz,
               hourly_milli int[], grade_bp int[])
          JOIN wedge.products p ON p.id = r.product_id
        ON CONFLICT (product_id) DO UPDATE
           SET made_for = excluded.made_for, policy_version = excluded.policy_version,
               made_at = clock_timestamp(), method = excluded.method, days = excluded.days,
               starts_at = excluded.starts_at, hourly_milli = excluded.hourly_milli,
               grade_bp = excluded.grade_bp;
        DELETE FROM wedge.demand WHERE made_for <> p_made_for OR policy_version <> p_policy;
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'forecast demand',
            jsonb_build_object('made_for', p_made_for, 'policy_version', p_policy,
                               'products', jsonb_array_length(p_rows)));
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'save_demand', '{}');
END $$;

-- Thousandths of a portion expected within the horizon from p_now on, by the same sum as
-- app.domain.forecast.hourly; null for a moment the forecast was not made for.
CREATE FUNCTION wedge.expected_milli(p_product uuid, p_now timestamptz) RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (SELECT coalesce(sum((least(x.until, h) - greatest(x.since, h - 1))
                * d.hourly_milli[CASE WHEN h <= x.n THEN h ELSE x.n - 23 + (h - 1 - x.n) % 24 END]
                ), 0)
              FROM generate_series(floor(x.since)::int + 1, ceil(x.until)::int) h)
      FROM wedge.demand d,
           LATERAL (SELECT extract(epoch FROM p_now - d.starts_at)::double precision / 3600 AS since,
                           cardinality(d.hourly_milli) AS n) y,
           LATERAL (SELECT y.since, y.n, y.since + coalesce((wedge.settings_document() -> 'forecast'
                        ->> 'horizon_s')::double precision, 3600) / 3600 AS until) x
     WHERE d.product_id = p_product AND x.since >= 0 AND x.since < x.n
$$;
