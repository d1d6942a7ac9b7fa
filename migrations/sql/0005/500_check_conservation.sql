-- Every whole is where its records say: cut into as many portions as there are, each in a known state;
-- sold uncut on a line that still stands.
CREATE OR REPLACE FUNCTION wedge.check_conservation()
RETURNS TABLE (whole_id uuid, code text, expected int, found bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT w.id, w.code, coalesce(w.portions_per_whole, 0),
           count(p.id) FILTER (WHERE p.state IN ('available', 'reserved', 'committed', 'in_doubt',
                                                 'quarantined', 'served', 'wasted'))
      FROM wedge.wholes w LEFT JOIN wedge.portions p ON p.whole_id = w.id
     GROUP BY w.id
    HAVING coalesce(w.portions_per_whole, 0) <> count(p.id)
     UNION ALL
    -- A line never holds more wholes than it has pieces that were not put back, and one that was
    -- voided holds none.
    SELECT w.id, w.code, 0, 1
      FROM (SELECT h.id, h.code, h.line_id,
                   row_number() OVER (PARTITION BY h.line_id ORDER BY h.expires_at, h.code) AS n
              FROM wedge.wholes h WHERE h.state = 'sold') w
      JOIN wedge.ticket_lines l ON l.id = w.line_id
      JOIN wedge.tickets t ON t.id = l.ticket_id
     WHERE l.voided OR t.state = 'voided' OR w.n > l.quantity - (
         SELECT coalesce(sum(quantity), 0) FROM wedge.refund_items
          WHERE line_id = l.id AND goods = 'put_back')
$$;
