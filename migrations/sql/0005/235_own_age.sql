-- How old a portion is by the readings of its holding unit, in effective seconds: what a curve learns
-- from. No terminal is asked; without a curve it is the time since the cut.
CREATE FUNCTION wedge.effective_age(p_portion wedge.portions, p_at timestamptz)
RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p.e7_s IS NULL
                THEN greatest(0, extract(epoch FROM p_at - p_portion.cut_at))::double precision
                ELSE wedge.effective_s(
                    p_portion.holding_unit_id, p_portion.cut_at, p_at,
                    least(p_portion.cut_at, clock_timestamp() - interval '1 hour', (
                        SELECT min(cut_at) FROM wedge.portions
                         WHERE state NOT IN ('served', 'wasted'))) - interval '1 hour',
                    'infinity', wedge.ageing_of(p)) END
      FROM wedge.products p WHERE p.id = p_portion.product_id
$$;
