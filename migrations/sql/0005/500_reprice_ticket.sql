-- Put an order under the rules in force: prices that fell, its groups, its coupons. Neither extends
-- the hold. p_lines: [{line_id, product_id, quantity, unit_price_minor, base_price_minor,
-- breakdown, own_breakdown, price_inputs, fallback}]; lines that are not named stay as they are.
CREATE OR REPLACE FUNCTION wedge.reprice_ticket(
    p_session uuid, p_request uuid, p_ticket uuid, p_rules text, p_coupons text[], p_order jsonb,
    p_lines jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp
SET enable_seqscan = off AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_before jsonb;
    v_entry jsonb;
    v_changed jsonb := '[]';
    v_total bigint;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'reprice_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.lock_ticket(p_ticket, v_who.terminal_id);
    IF p_rules IS DISTINCT FROM wedge.price_rules() THEN
        PERFORM wedge.refuse('prices_changed', wedge.price_rules());
    ELSIF cardinality(p_coupons) > 20 OR length(p_order::text) > 10000 THEN
        PERFORM wedge.refuse('bad_text', 'coupons');
    END IF;
    v_before := wedge.units_of(p_ticket);
    PERFORM wedge.keep_wholes(p_ticket);
    -- Uses of coupons are the store's: none comes from a till, none is lost by an old picture.
    UPDATE wedge.tickets SET price_rules = p_rules, coupons = (
               SELECT coalesce(array_agg(c ORDER BY c), '{}') FROM (
                   SELECT c FROM unnest(p_coupons) c
                    WHERE c !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:'
                    UNION
                   SELECT wedge.coupon_token(u.id, u.promotion_id) FROM wedge.coupon_uses u
                    WHERE u.ticket_id = p_ticket AND u.state = 'held') x),
           order_inputs = p_order WHERE id = p_ticket RETURNING * INTO v_ticket;
    -- Portions in one order everywhere; lines that end come last, as others are copied from them.
    FOR v_entry IN
        SELECT e FROM jsonb_array_elements(p_lines) WITH ORDINALITY x (e, n)
          LEFT JOIN wedge.ticket_lines l ON l.id = (e ->> 'line_id')::uuid
         ORDER BY l.portion_id NULLS LAST, (e ->> 'quantity')::int = 0, n
    LOOP
        IF wedge.reprice_line(v_ticket, v_entry, v_who.role, v_who.terminal_id) THEN
            v_changed := v_changed || jsonb_build_array(jsonb_build_object(
                'line_id', v_entry -> 'line_id', 'quantity', v_entry -> 'quantity',
                'unit_price_minor', v_entry -> 'unit_price_minor'));
        END IF;
    END LOOP;
    IF wedge.units_of(p_ticket) <> v_before THEN
        PERFORM wedge.refuse('changed', 'the order has other pieces');
    END IF;
    PERFORM wedge.deal_wholes(p_ticket);
    PERFORM wedge.check_groups(p_ticket);
    v_total := wedge.sum_ticket(p_ticket);
    IF v_changed <> '[]' THEN
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'reprice',
            jsonb_build_object('ticket_id', p_ticket, 'rules', p_rules, 'lines', v_changed));
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'reprice_ticket',
                          jsonb_build_object('total_minor', v_total));
END $$;
