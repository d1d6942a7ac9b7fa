-- Receipts that have something of these lots: portions by their codes, wholes sold uncut by theirs. A
-- whole that was put back is in stock, and on no receipt.
CREATE OR REPLACE FUNCTION wedge.receipts_of_lots(p_lots uuid[]) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'receipt_id', x.id, 'register', x.register, 'number', x.number,
               'issued_at', x.issued_at, 'portions', x.portions) ORDER BY x.issued_at, x.id), '[]')
      FROM (SELECT r.id, r.register, r.number, r.issued_at,
                   array_agg(f.code ORDER BY l.position, f.code) AS portions
              FROM (SELECT p.id AS portion_id, NULL::uuid AS line_id, NULL AS code
                      FROM wedge.portions p WHERE p.whole_id = ANY (p_lots)
                     UNION ALL
                    SELECT NULL, w.line_id, w.code
                      FROM wedge.wholes w WHERE w.id = ANY (p_lots) AND w.line_id IS NOT NULL) g
              JOIN LATERAL (
                    SELECT n.id, n.ticket_id, n.position, n.portion_code
                      FROM wedge.ticket_lines n WHERE n.portion_id = g.portion_id AND NOT n.voided
                     UNION ALL
                    SELECT n.id, n.ticket_id, n.position, n.portion_code
                      FROM wedge.ticket_lines n WHERE n.id = g.line_id AND NOT n.voided) l ON true
              CROSS JOIN LATERAL (SELECT coalesce(g.code, l.portion_code) AS code) f
              JOIN wedge.receipts r ON r.ticket_id = l.ticket_id AND r.refund_of IS NULL
             GROUP BY r.id) x
$$;
