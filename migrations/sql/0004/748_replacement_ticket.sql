-- One line at 0.00 on an order of its own: the kitchen makes it first, no receipt is issued. Nothing
-- is handed out of which nobody can say what is in it.
CREATE OR REPLACE FUNCTION wedge.replacement_ticket(
    p_ticket uuid, p_new_line uuid, p_line wedge.ticket_lines, p_portion uuid, p_grade text,
    p_terminal uuid, p_staff uuid
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_original wedge.tickets;
    v_new wedge.tickets;
    v_product wedge.products;
BEGIN
    SELECT * INTO v_original FROM wedge.tickets WHERE id = p_line.ticket_id;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_line.product_id;
    IF v_product.allergens IS NULL THEN
        PERFORM wedge.refuse('product_incomplete', 'allergens');
    END IF;
    v_new := wedge.open_ticket(p_ticket, p_terminal, p_staff, v_original.service);
    IF EXISTS (SELECT FROM wedge.ticket_lines WHERE ticket_id = p_ticket) THEN
        PERFORM wedge.refuse('changed', 'ticket');
    END IF;
    UPDATE wedge.tickets SET replaces_id = v_original.id, avoids = v_original.avoids
     WHERE id = p_ticket;
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_ticket,
           reserved_until = clock_timestamp() + interval '1 minute' WHERE id = p_portion;
    INSERT INTO wedge.ticket_lines (
        id, ticket_id, position, product_id, name, portion_id, portion_code, holding_unit_name,
        place, weight_mg, grade, allergens, quantity, base_price_minor, unit_price_minor,
        breakdown, tax_rate_bp, station_id, preparations, note)
    SELECT p_new_line, p_ticket, 1, v_product.id, v_product.name, n.id, n.code, h.name, n.place,
           n.weight_mg, p_grade, v_product.allergens, 1, 0, 0,
           '[{"reason": "base", "amount_minor": 0, "rule_version": 0}]', v_product.tax_rate_bp,
           v_product.station_id, (
               SELECT coalesce(jsonb_agg(e || '{"price_minor": 0}' ORDER BY nr), '[]')
                 FROM jsonb_array_elements(p_line.preparations) WITH ORDINALITY x (e, nr)),
           p_line.note
      FROM (SELECT 1) one LEFT JOIN wedge.portions n ON n.id = p_portion
      LEFT JOIN wedge.holding_units h ON h.id = n.holding_unit_id;
    PERFORM wedge.finish_sale(p_ticket, NULL, 0, clock_timestamp());
    RETURN v_new.number;
END $$;
