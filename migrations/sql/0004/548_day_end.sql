-- The next local midnight after a moment. Not a day later cut down to its midnight: on the night of
-- 25 hours that is the midnight before, on that of 23 hours the one after the next.
CREATE FUNCTION wedge.day_end(p_at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT ((p_at AT TIME ZONE z.zone)::date + 1)::timestamp AT TIME ZONE z.zone
      FROM (SELECT wedge.settings_document() ->> 'time_zone' AS zone) z
$$;
