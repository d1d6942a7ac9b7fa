-- Complaints about food against what was served, by what was known of each portion at service: for
-- each band of each value the portions that were handed over, and those complained about.
-- p_ages are the upper ends of the age bands in seconds, ascending; band 0 is the youngest.
CREATE FUNCTION wedge.complaint_rates(
    p_session uuid, p_since timestamptz, p_until timestamptz, p_ages int[]
) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.require_session(p_session, '{manager,food_safety_manager,administrator}');
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('value', b.value, 'band', b.band,
                   'served', b.served, 'complaints', b.complaints) ORDER BY b.value, b.band), '[]')
          FROM (
              SELECT v.value, v.band, count(*) AS served,
                     count(*) FILTER (WHERE EXISTS (
                         SELECT FROM wedge.complaints c
                          WHERE c.line_id = l.id AND c.kind = 'quality')) AS complaints
                FROM wedge.ticket_lines l JOIN wedge.portions o ON o.id = l.portion_id
                JOIN wedge.wholes w ON w.id = o.whole_id,
                     LATERAL (VALUES
                         ('age', (SELECT count(*) FROM unnest(p_ages) a
                                   WHERE l.served_at > o.cut_at + make_interval(secs => a))::text),
                         ('grade', l.grade),
                         ('score', floor((l.price_inputs ->> 'score_milli')::int / 1000.0)::text),
                         ('unit', l.holding_unit_name),
                         ('batch', w.code),
                         ('verified', CASE WHEN l.verified_temperature_mc IS NOT NULL
                             THEN 'measured' WHEN l.verified_at IS NOT NULL THEN 'seen'
                             ELSE 'not' END)) v (value, band)
               WHERE l.served_at >= p_since AND l.served_at < p_until AND NOT l.voided
                 AND v.band IS NOT NULL
               GROUP BY v.value, v.band) b
         -- Every lot would be a line of its own: only those with a complaint are of interest.
         WHERE b.value <> 'batch' OR b.complaints > 0);
END $$;

GRANT EXECUTE ON FUNCTION
    wedge.complaint_rates(uuid, timestamptz, timestamptz, int[])
TO backoffice_app;
