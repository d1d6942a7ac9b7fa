-- Tax contained in the sum of each rate, half up to the minor unit (POS-R4.1): [[rate, tax], …]
CREATE OR REPLACE FUNCTION wedge.tax_by_rate(p_ticket uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_array(r.rate,
               (2 * r.amount * r.rate + 10000 + r.rate) / (2 * (10000 + r.rate)))
               ORDER BY r.rate), '[]')
      FROM (SELECT tax_rate_bp::bigint AS rate,
                   sum(quantity::bigint * (unit_price_minor + extras_minor))::bigint AS amount
              FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided
             GROUP BY tax_rate_bp) r
$$;

CREATE OR REPLACE FUNCTION wedge.receipt_lines(p_ticket uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_agg(jsonb_build_object(
               'name', l.name, 'portion_code', l.portion_code, 'grade', l.grade,
               'weight_mg', l.weight_mg, 'allergens', l.allergens, 'quantity', l.quantity,
               'base_price_minor', l.base_price_minor, 'unit_price_minor', l.unit_price_minor,
               'breakdown', l.breakdown, 'tax_rate_bp', l.tax_rate_bp,
               'preparations', l.preparations, 'extras_minor', l.extras_minor, 'note', l.note,
               'configuration', '1/' || w.portions_per_whole) ORDER BY l.position)
      FROM wedge.ticket_lines l LEFT JOIN wedge.portions p ON p.id = l.portion_id
      LEFT JOIN wedge.wholes w ON w.id = p.whole_id
     WHERE l.ticket_id = p_ticket AND NOT l.voided
$$;
