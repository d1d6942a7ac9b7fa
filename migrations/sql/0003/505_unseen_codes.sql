-- The codes of portions that must be looked at before they go out: a sibling failed late.
CREATE FUNCTION wedge.unseen_codes(p_ticket uuid, p_line uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(l.portion_code, ', ' ORDER BY l.position)
      FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
     WHERE l.ticket_id = p_ticket AND l.id = coalesce(p_line, l.id) AND NOT l.voided
       AND l.kitchen_state IN ('queued', 'verified') AND p.recheck_at IS NOT NULL
$$;

-- The codes of portions whose lot still owes a step before the hand-over.
CREATE FUNCTION wedge.unchecked_codes(p_ticket uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(l.portion_code, ', ' ORDER BY l.position)
      FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
      JOIN wedge.wholes w ON w.id = p.whole_id
     WHERE l.ticket_id = p_ticket AND NOT l.voided
       AND l.kitchen_state IN ('queued', 'verified') AND cardinality(w.checks_missing) > 0
$$;
