-- The codes of what may not be handed over of a ticket (or of one line): portions past their safety
-- limit, blocked by a temperature deviation, below the sale floor by now, held by quality,
-- quarantined, in doubt or no longer the ticket's, and wholes sold uncut that have expired since or
-- are of a blocked lot; else null.
CREATE OR REPLACE FUNCTION wedge.past_limit_codes(p_ticket uuid, p_line uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(x.code, ', ' ORDER BY x.position, x.code) FROM (
        SELECT l.portion_code AS code, l.position
          FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
         WHERE l.ticket_id = p_ticket AND l.id = coalesce(p_line, l.id) AND NOT l.voided
           AND l.kitchen_state IN ('queued', 'verified')
           AND (p.expires_at <= clock_timestamp() OR NOT wedge.quality_sells(p.quality_status)
                OR p.state IN ('quarantined', 'in_doubt')
                OR p.ticket_id IS DISTINCT FROM l.ticket_id
                OR p.deviation_id IS NOT NULL OR wedge.under_floor(p, clock_timestamp()))
         UNION ALL
        SELECT w.code, l.position
          FROM wedge.ticket_lines l JOIN wedge.wholes w ON w.line_id = l.id
         WHERE l.ticket_id = p_ticket AND l.id = coalesce(p_line, l.id) AND NOT l.voided
           AND l.kitchen_state IN ('queued', 'verified')
           AND (w.expires_at <= clock_timestamp() OR w.incident_id IS NOT NULL)) x
$$;
