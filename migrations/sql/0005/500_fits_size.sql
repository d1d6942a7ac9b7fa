-- Whether the line's size can be cut from that portion and what is free beside it (0004/752); and
-- never a portion that failed its verification on this very line.
CREATE OR REPLACE FUNCTION wedge.fits_size(p_line wedge.ticket_lines, p_portion uuid, p_reason text)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM wedge.verifications v
                        WHERE v.line_id = p_line.id AND v.portion_id = p_portion AND NOT v.passed)
       AND (p_line.asked_mg IS NULL OR coalesce((
        SELECT n.weight_mg + coalesce((
                   SELECT sum(p.weight_mg) FROM wedge.portions p
                    WHERE p.whole_id = n.whole_id AND p.id NOT IN (n.id, p_line.portion_id)
                      AND p.holding_unit_id = n.holding_unit_id
                      AND wedge.off_sale(p, clock_timestamp()) IS NULL
                      AND (p.state = 'available' OR p.part_of = p_line.id AND t.state = 'open')), 0)
               >= p_line.asked_mg - CASE WHEN t.state <> 'open' AND wedge.parts_stay(p_reason)
                                         THEN wedge.parts_weight(p_line.size_parts) ELSE 0 END
          FROM wedge.portions n, wedge.tickets t
         WHERE n.id = p_portion AND t.id = p_line.ticket_id), false))
$$;
