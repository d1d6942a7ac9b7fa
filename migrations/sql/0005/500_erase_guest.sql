-- A guest who is forgotten leaves the coupons of their orders without a name.
CREATE OR REPLACE FUNCTION wedge.erase_guest(
    p_session uuid, p_request uuid, p_customer uuid, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket uuid;
    v_sales int := 0;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'erase_guest');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.customers WHERE id = p_customer) THEN
        PERFORM wedge.refuse('unknown_item', 'customer');
    END IF;
    PERFORM wedge.use_approval(p_approval, v_who.terminal_id, 'erase_guest',
                               jsonb_build_object('customer_id', p_customer), NULL);
    -- Tickets before the guest, as everybody locks them.
    FOR v_ticket IN SELECT id FROM wedge.tickets
                     WHERE customer_id = p_customer AND state = 'open' ORDER BY id FOR UPDATE LOOP
        PERFORM wedge.strip_loyalty(v_ticket);
        -- The coupon that was shown stays with the order; nobody else may take it over.
        UPDATE wedge.coupon_uses SET customer_id = NULL WHERE ticket_id = v_ticket;
        UPDATE wedge.tickets SET customer_id = NULL WHERE id = v_ticket;
        PERFORM wedge.refresh_ticket(v_ticket);
    END LOOP;
    PERFORM FROM wedge.tickets WHERE customer_id = p_customer ORDER BY id FOR UPDATE;
    UPDATE wedge.tickets SET customer_id = NULL, invited = false WHERE customer_id = p_customer;
    GET DIAGNOSTICS v_sales = ROW_COUNT;
    UPDATE wedge.coupon_uses SET customer_id = NULL WHERE customer_id = p_customer;
    UPDATE wedge.point_entries SET customer_id = NULL WHERE customer_id = p_customer;
    DELETE FROM wedge.customers WHERE id = p_customer;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'erase guest',
        jsonb_build_object('customer_id', p_customer, 'sales', v_sales));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'erase_guest',
                          jsonb_build_object('sales', v_sales));
END $$;
