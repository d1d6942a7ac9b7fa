-- Nobody pays for what nobody could hand over (0004/530_take_payment.sql): while a unit is silent past
-- its limit its food is neither sold nor paid, and stays on the order until somebody measured.
CREATE OR REPLACE FUNCTION wedge.take_payment(
    p_session uuid, p_request uuid, p_function text, p_ticket uuid, p_expected_total bigint,
    p_tendered bigint, p_vouchers jsonb
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_codes text;
    v_now timestamptz;
    v_receipt uuid := gen_random_uuid();
    v_number int;
    v_tax jsonb;
    v_voucher_minor bigint;
    v_vouchers jsonb := '[]';
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, p_function);
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF v_who.register IS NULL THEN
        PERFORM wedge.refuse('not_permitted', 'this terminal is no register');
    END IF;
    PERFORM wedge.check_vouchers_told(p_vouchers);
    PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
    PERFORM FROM wedge.portions WHERE ticket_id = p_ticket ORDER BY id FOR UPDATE;
    v_codes := wedge.drop_expired(p_ticket);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'expired at payment',
            jsonb_build_object('ticket_id', p_ticket, 'portions', v_codes));
        -- Not an error: the removal has to stay.
        RETURN jsonb_build_object('refused', 'portion_expired', 'detail', v_codes);
    END IF;
    v_codes := wedge.lapsed_codes(p_ticket);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('hold_expired', v_codes);
    END IF;
    PERFORM wedge.refuse_warm(p_ticket, NULL, 'reserved');
    v_codes := wedge.lowered_codes(p_ticket, NULL);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('below_order', v_codes);
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided) THEN
        PERFORM wedge.refuse('ticket_empty');
    END IF;
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket;
    -- A ticket opened by an older program has none.
    IF v_ticket.price_rules <> wedge.price_rules() THEN
        PERFORM wedge.refuse('prices_changed', wedge.price_rules());
    END IF;
    PERFORM wedge.check_groups(p_ticket);
    IF v_ticket.total_minor IS DISTINCT FROM p_expected_total THEN
        PERFORM wedge.refuse('total_changed', v_ticket.total_minor::text);
    END IF;
    SELECT coalesce(sum(x.amount_minor), 0) INTO v_voucher_minor
      FROM jsonb_to_recordset(p_vouchers) AS x (amount_minor bigint);
    IF v_voucher_minor > v_ticket.total_minor THEN
        PERFORM wedge.refuse('bad_price', 'voucher');
    ELSIF p_tendered IS NULL OR p_tendered < v_ticket.total_minor - v_voucher_minor THEN
        PERFORM wedge.refuse('tendered_too_little', v_ticket.total_minor::text);
    ELSIF p_tendered > 2000000000 THEN
        PERFORM wedge.refuse('bad_price', 'tendered');
    END IF;
    v_now := clock_timestamp();
    v_number := wedge.next_receipt_number(v_who.register);
    v_tax := wedge.tax_by_rate(p_ticket);
    IF v_voucher_minor > 0 THEN
        v_vouchers := wedge.redeem_vouchers(p_ticket, p_vouchers, v_who.staff_id,
                                            v_who.terminal_id, v_now);
        UPDATE wedge.tickets SET voucher_minor = v_voucher_minor WHERE id = p_ticket;
    END IF;
    IF v_voucher_minor < v_ticket.total_minor OR v_voucher_minor = 0 THEN
        INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor, at,
                                    staff_id, terminal_id)
        VALUES (gen_random_uuid(), p_ticket, 'cash', v_ticket.total_minor - v_voucher_minor,
                p_tendered, v_now, v_who.staff_id, v_who.terminal_id);
    END IF;
    -- From here on what was handed over in all, vouchers and cash.
    p_tendered := p_tendered + v_voucher_minor;
    INSERT INTO wedge.receipts (id, ticket_id, register, number, issued_at, total_minor,
                                tax_minor, document)
    VALUES (v_receipt, p_ticket, v_who.register, v_number, v_now, v_ticket.total_minor,
            (SELECT coalesce(sum((t ->> 1)::int), 0) FROM jsonb_array_elements(v_tax) t),
            jsonb_build_object(
                'id', v_receipt, 'ticket_id', p_ticket, 'register', v_who.register,
                'number', v_number, 'issued_at', v_now, 'cashier', v_who.staff_name,
                'ticket_number', v_ticket.number, 'service', v_ticket.service,
                'lines', wedge.receipt_lines(p_ticket), 'total_minor', v_ticket.total_minor,
                'tax_minor_by_rate_bp', v_tax, 'tendered_minor', p_tendered,
                'change_minor', p_tendered - v_ticket.total_minor, 'vouchers', v_vouchers));
    INSERT INTO wedge.print_jobs (id, receipt_id, register, is_copy, state)
    VALUES (gen_random_uuid(), v_receipt, v_who.register, false, 'queued');
    PERFORM wedge.finish_sale(p_ticket, v_receipt, p_tendered, v_now);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'pay cash',
        jsonb_build_object('ticket_id', p_ticket, 'register', v_who.register, 'number', v_number,
                           'total_minor', v_ticket.total_minor, 'tendered_minor', p_tendered,
                           'vouchers', v_vouchers));
    RETURN wedge.remember(p_request, v_who.terminal_id, p_function, jsonb_build_object(
        'receipt_id', v_receipt, 'receipt_number', v_number, 'total_minor', v_ticket.total_minor,
        'tendered_minor', p_tendered, 'change_minor', p_tendered - v_ticket.total_minor));
END $$;
