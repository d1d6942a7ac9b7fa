-- The readings a screen needs to know how warm each portion was since it was cut; which of them a
-- person took and signed is told beside.
CREATE OR REPLACE FUNCTION wedge.temperatures_in_picture() RETURNS json
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT json_agg(r)
      FROM (SELECT holding_unit_id,
                   json_agg(json_build_array(extract(epoch FROM at), temperature_mc)
                            ORDER BY at) AS readings,
                   coalesce(json_agg(extract(epoch FROM at) ORDER BY at)
                            FILTER (WHERE sensor LIKE 'hand: %'), '[]') AS by_hand
              FROM wedge.temperature_readings
             WHERE at >= least(clock_timestamp() - interval '1 hour', (
                 SELECT min(p.cut_at) FROM wedge.portions p
                  WHERE p.state NOT IN ('served', 'wasted'))) - interval '1 hour'
             GROUP BY holding_unit_id) r
$$;
