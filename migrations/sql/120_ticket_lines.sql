-- Plain lines, quantities, removal, holds and the end of an unpaid ticket.

CREATE FUNCTION wedge.add_plain(
    p_session uuid, p_request uuid, p_ticket uuid, p_line uuid, p_service text, p_product uuid,
    p_quantity int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_product wedge.products;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'add_plain');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_quantity IS NULL OR p_quantity NOT BETWEEN 1 AND 999 THEN
        PERFORM wedge.refuse('bad_quantity', p_quantity::text);
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_product AND kind = 'plain';
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'product');
    ELSIF NOT v_product.active OR v_product.allergens IS NULL THEN
        PERFORM wedge.refuse('product_incomplete',
            CASE WHEN v_product.active THEN 'allergens' ELSE 'active' END);
    END IF;
    PERFORM wedge.open_ticket(p_ticket, v_who.terminal_id, v_who.staff_id, p_service);
    INSERT INTO wedge.ticket_lines (
        id, ticket_id, position, product_id, name, allergens, quantity, base_price_minor,
        unit_price_minor, breakdown, tax_rate_bp, station_id)
    VALUES (p_line, p_ticket, wedge.next_position(p_ticket), p_product, v_product.name,
            v_product.allergens, p_quantity, v_product.base_price_minor,
            v_product.base_price_minor,
            jsonb_build_array(jsonb_build_object(
                'reason', 'base', 'amount_minor', v_product.base_price_minor,
                'rule_version', 0)),
            v_product.tax_rate_bp, v_product.station_id);
    PERFORM wedge.refresh_ticket(p_ticket);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'add',
        jsonb_build_object('ticket_id', p_ticket, 'line_id', p_line, 'product_id', p_product,
                           'quantity', p_quantity));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'add_plain', '{}');
END $$;

-- Lock the ticket of a line that can still be changed.
CREATE FUNCTION wedge.lock_line(p_line uuid, p_terminal uuid) RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_ticket uuid;
BEGIN
    SELECT ticket_id INTO v_ticket FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_ticket(v_ticket, p_terminal);
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line FOR UPDATE;
    IF v_line.voided THEN
        PERFORM wedge.refuse('changed', 'the line is gone');
    END IF;
    RETURN v_line;
END $$;

CREATE FUNCTION wedge.set_quantity(p_session uuid, p_request uuid, p_line uuid, p_quantity int)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'set_quantity');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    IF p_quantity IS NULL OR p_quantity NOT BETWEEN 1 AND 999 OR v_line.portion_id IS NOT NULL
    THEN
        PERFORM wedge.refuse('bad_quantity', p_quantity::text);
    END IF;
    UPDATE wedge.ticket_lines SET quantity = p_quantity WHERE id = p_line;
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'quantity',
        jsonb_build_object('line_id', p_line, 'old', v_line.quantity, 'new', p_quantity));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'set_quantity', '{}');
END $$;

CREATE FUNCTION wedge.remove_line(p_session uuid, p_request uuid, p_line uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'remove_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    PERFORM wedge.drop_line(p_line);
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'void line',
        jsonb_build_object('line_id', p_line, 'portion', v_line.portion_code));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'remove_line', '{}');
END $$;

CREATE FUNCTION wedge.lapsed_codes(p_ticket uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(l.portion_code, ', ' ORDER BY l.position)
      FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
     WHERE l.ticket_id = p_ticket AND NOT l.voided
       AND NOT (p.ticket_id IS NOT DISTINCT FROM p_ticket AND p.state = 'reserved'
                AND p.reserved_until > clock_timestamp())
$$;

CREATE FUNCTION wedge.extend_hold(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_lapsed text;
    v_until timestamptz;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'extend_hold');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
    v_lapsed := wedge.lapsed_codes(p_ticket);
    IF v_lapsed IS NOT NULL THEN
        PERFORM wedge.refuse('hold_expired', v_lapsed);
    END IF;
    v_until := wedge.refresh_ticket(p_ticket);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'extend_hold',
                          jsonb_build_object('held_until', v_until));
END $$;

CREATE FUNCTION wedge.void_ticket(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'void_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
    FOR v_line IN SELECT id FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided
                   ORDER BY portion_id LOOP
        PERFORM wedge.drop_line(v_line);
    END LOOP;
    UPDATE wedge.tickets SET state = 'voided', total_minor = 0 WHERE id = p_ticket;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'void ticket',
                                 jsonb_build_object('ticket_id', p_ticket));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'void_ticket', '{}');
END $$;
