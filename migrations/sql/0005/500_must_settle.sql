-- As in 0003/645_settle_line.sql, and a portion that fell below the sale floor by its age since the
-- last look, or whose unit was outside its limits: the guest is asked for it too, where nothing equal
-- stands in.
CREATE OR REPLACE FUNCTION wedge.must_settle(p_line wedge.ticket_lines) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p_line.served_at IS NULL AND p_line.taken_back_at IS NULL AND p_line.portion_id IS NOT NULL
       AND (wedge.lowered_codes(p_line.ticket_id, p_line.id) IS NOT NULL OR EXISTS (
           SELECT FROM wedge.portions p
            WHERE p.id = p_line.portion_id
              AND (p.expires_at <= clock_timestamp() OR NOT wedge.quality_sells(p.quality_status)
                   OR p.state IN ('quarantined', 'in_doubt', 'wasted')
                   OR p.ticket_id IS DISTINCT FROM p_line.ticket_id
                   OR p.deviation_id IS NOT NULL
                   OR wedge.under_floor(p, clock_timestamp()))))
$$;
