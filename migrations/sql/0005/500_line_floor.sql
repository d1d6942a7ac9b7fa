-- The lowest unit price of a line by itself (FUL-06.5): the margin floor of its price limits, the one
-- definition of it, so that points stop where every other reduction does.
CREATE OR REPLACE FUNCTION wedge.line_floor(p_line wedge.ticket_lines) RETURNS numeric
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (wedge.price_limits(p, p_line.portion_id)).floor_minor::numeric
      FROM wedge.products p WHERE p.id = p_line.product_id
$$;
