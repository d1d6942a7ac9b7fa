-- What a portion's curve expects of it at a moment, worked out by the store from its own readings
-- (190_ageing.sql). No terminal is asked.

ALTER TABLE wedge.inspections
    ADD COLUMN expected DOUBLE PRECISION,
    ADD CONSTRAINT ck_inspections_expected CHECK (expected BETWEEN 0 AND 10);

-- The score at a moment, of the readings every terminal's picture has; null as in score_along.
CREATE FUNCTION wedge.expected_score(p_portion wedge.portions, p_at timestamptz)
RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.score_along(
        p_portion, p_portion.cut_at, p_at,
        least(p_portion.cut_at, clock_timestamp() - interval '1 hour', (
            SELECT min(cut_at) FROM wedge.portions WHERE state NOT IN ('served', 'wasted')))
            - interval '1 hour',
        'infinity', wedge.ageing_of(p))
      FROM wedge.products p WHERE p.id = p_portion.product_id
$$;

-- Whether a score lies so far under what was expected that it is investigated (BR-05.8). In
-- thousandths: 8.0 - 7.0 must not miss a whole point by what floats make of it.
CREATE FUNCTION wedge.is_under_curve(p_expected double precision, p_score double precision)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(round((p_expected - p_score) * 1000)
        >= round(wedge.policy_number('{food,checkpoints,under_curve_points}', 1) * 1000), false)
$$;
