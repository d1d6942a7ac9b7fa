-- The same for prices: their limits, and what they take from the quality policy.

CREATE FUNCTION wedge.pricing_read(p_settings jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p || jsonb_build_object(
               'manual', (d #> '{pricing,manual}') || (p -> 'manual'),
               'competitors', (d #> '{pricing,competitors}') || (p -> 'competitors'),
               'grade_factors', CASE jsonb_typeof(p -> 'grade_factors') WHEN 'object'
                   THEN (d -> 'pricing.grade_factors') || (p -> 'grade_factors')
                   ELSE 'null' END,
               'pace', CASE jsonb_typeof(p -> 'pace') WHEN 'object'
                   THEN (d -> 'pricing.pace') || (p -> 'pace') ELSE 'null' END)
      FROM (SELECT wedge.policy_read(p_settings, 'pricing') AS p, wedge.policy_defaults() AS d) x
$$;

CREATE FUNCTION wedge.price_limit_faults(p jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT fault FROM (SELECT wedge.fraction(p ->> 'max_change') AS cap,
                              wedge.fraction(p ->> 'min_margin') AS margin,
                              wedge.fraction(p ->> 'uplift') AS uplift,
                              wedge.fraction(p #>> '{manual,cashier_share}') AS share) n,
        LATERAL (VALUES
            (NOT (0 < cap AND cap <= 1), 'max_change_range max_change'),
            (NOT (0 <= margin AND margin < 1), 'min_margin_range min_margin'),
            ((p ->> 'rounding_minor')::numeric < 1, 'rounding_range rounding_minor'),
            (uplift NOT BETWEEN 0 AND 1, 'uplift_range uplift'),
            ((p ->> 'hysteresis_s')::numeric < 900, 'hysteresis_too_short hysteresis'),
            (NOT (0 <= share AND share <= cap),
             'cashier_beyond_cap manual.cashier_share,max_change'),
            (ARRAY(SELECT jsonb_array_elements_text(p #> '{manual,cashiers}'))
             && ARRAY(SELECT jsonb_array_elements_text(p #> '{manual,managers}')),
             'cashier_is_manager manual.cashiers,manual.managers'),
            (wedge.fraction(p #>> '{competitors,tolerance}') < 0
             OR (p #>> '{competitors,max_age_days}')::numeric < 0,
             'competitors_range competitors')
        ) found (wrong, fault) WHERE wrong
$$;

CREATE FUNCTION wedge.price_quality_faults(p jsonb, q jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH n AS (SELECT wedge.fraction(p ->> 'max_change') AS cap,
                      wedge.fraction(p ->> 'markdown_at_floor') AS down,
                      nullif(p -> 'grade_factors', 'null') AS g)
    SELECT fault FROM n, LATERAL (VALUES
            (down NOT BETWEEN 0 AND 1, 'markdown_range markdown_at_floor'),
            (g IS NULL AND down > cap, 'markdown_beyond_cap markdown_at_floor,max_change'),
            (g IS NULL AND (q ->> 'markdown_threshold')::numeric < (q ->> 'sale_floor')::numeric,
             'threshold_below_floor markdown_threshold,sale_floor'),
            (g IS NOT NULL AND NOT (wedge.fraction(g ->> 'a') >= wedge.fraction(g ->> 'b')
                AND wedge.fraction(g ->> 'b') >= wedge.fraction(g ->> 'c')
                AND wedge.fraction(g ->> 'c') > 0), 'grades_out_of_order grade_factors')
        ) found (wrong, fault) WHERE wrong
    UNION ALL
    SELECT format('grade_beyond_cap grade_factors.%s,max_change', key) FROM n, jsonb_each_text(g)
     WHERE key IN ('a', 'b', 'c') AND abs(wedge.fraction(value) - 1) > cap
$$;

CREATE FUNCTION wedge.price_time_faults(p jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH n AS (SELECT wedge.fraction(p ->> 'max_change') AS cap,
                      wedge.fraction(p ->> 'last_call_factor') AS last_call,
                      nullif(p -> 'pace', 'null') AS pace),
         steps AS (
            SELECT (s ->> 'within_s')::numeric AS within, wedge.fraction(s ->> 'factor') AS factor,
                   at FROM jsonb_array_elements(p -> 'sell_by_steps') WITH ORDINALITY each (s, at)),
         pairs AS (
            SELECT within AS near, factor, lead(within) OVER o AS far, lead(factor) OVER o AS other
              FROM steps WINDOW o AS (ORDER BY within, at))
    SELECT 'sell_by_range sell_by_steps,' || within FROM steps
     WHERE within <= 0 OR NOT (0 < factor AND factor <= 1)
    UNION ALL
    SELECT format('sell_by_beyond_cap sell_by_steps,%s,max_change', within) FROM steps, n
     WHERE factor < 1 - cap
    UNION ALL
    SELECT format('sell_by_out_of_order sell_by_steps,%s,%s', near, far) FROM pairs
     WHERE far IS NOT NULL AND (near = far OR factor > other)
    UNION ALL
    SELECT fault FROM n, LATERAL (VALUES
        (NOT (0 < last_call AND last_call <= 1), 'sell_by_range last_call_factor'),
        (last_call < 1 - cap, 'sell_by_beyond_cap last_call_factor,max_change'),
        (pace IS NOT NULL AND NOT (0 <= wedge.fraction(pace ->> 'deepest')
            AND wedge.fraction(pace ->> 'deepest') <= cap),
         'pace_beyond_cap pace.deepest,max_change'),
        (pace IS NOT NULL AND NOT (0 <= wedge.fraction(pace ->> 'from_ratio')
            AND wedge.fraction(pace ->> 'from_ratio') < wedge.fraction(pace ->> 'full_ratio')),
         'pace_out_of_order pace.from_ratio,pace.full_ratio'),
        (pace IS NOT NULL AND wedge.fraction(pace ->> 'step') NOT BETWEEN 0 AND 1,
         'pace_step_range pace.step')
        ) found (wrong, fault) WHERE wrong
$$;
