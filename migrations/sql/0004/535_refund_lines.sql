-- Pay lines of a ticket back, inside the caller's transaction. The same p_refund again answers the
-- first result. Beyond the cashier's limit per order, or after the window, it takes somebody who
-- may approve refunds or an approval (action "refund", subject {ticket_id}, the amount);
-- p_entitled: the caller has settled that already. What vouchers paid goes back to them first, the
-- rest in cash.
CREATE OR REPLACE FUNCTION wedge.refund_lines(
    p_refund uuid, p_terminal uuid, p_staff uuid, p_ticket uuid, p_lines jsonb, p_reason text,
    p_approval uuid DEFAULT NULL, p_entitled boolean DEFAULT false
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_known wedge.refunds;
    v_ticket wedge.tickets;
    v_sale wedge.receipts;
    v_staff wedge.staff;
    v_rules record;
    v_items jsonb;
    v_amount bigint;
    v_before bigint;
    v_tax jsonb;
    v_tax_sum bigint;
    v_approver uuid;
    v_register text;
    v_receipt uuid := gen_random_uuid();
    v_number int;
    v_points record;
    v_result jsonb;
    v_vouchers jsonb;
    v_voucher_minor bigint;
BEGIN
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket FOR UPDATE;
    SELECT * INTO v_known FROM wedge.refunds WHERE id = p_refund;
    IF v_known.id IS NOT NULL THEN
        -- A remedy is asked for again by its request; its refund is never one made before it.
        IF v_known.ticket_id <> p_ticket OR p_entitled THEN
            PERFORM wedge.refuse('not_permitted', 'refund id belongs to another refund');
        END IF;
        RETURN v_known.result;
    END IF;
    SELECT * INTO v_sale FROM wedge.receipts WHERE ticket_id = p_ticket AND refund_of IS NULL;
    IF v_ticket.id IS NULL OR v_sale.id IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'receipt');
    ELSIF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    v_items := wedge.refund_plan(p_ticket, p_lines);
    SELECT sum((i ->> 'amount_minor')::bigint) INTO v_amount FROM jsonb_array_elements(v_items) i;
    SELECT sum(refunded_minor) INTO v_before FROM wedge.ticket_lines
     WHERE ticket_id = p_ticket AND NOT voided;
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff;
    v_rules := wedge.refund_rules();
    IF NOT p_entitled AND v_staff.role <> ALL (wedge.approver_roles('refund'))
        AND (v_before + v_amount > v_rules.cashier_limit_minor
             OR v_ticket.paid_at < v_now - v_rules.refund_window)
    THEN
        v_approver := wedge.use_approval(p_approval, p_terminal, 'refund',
            jsonb_build_object('ticket_id', p_ticket), v_amount);
    END IF;
    v_tax := wedge.refund_tax(p_ticket, v_items);
    SELECT sum((t ->> 1)::bigint) INTO v_tax_sum FROM jsonb_array_elements(v_tax) t;
    UPDATE wedge.ticket_lines l
       SET refunded_minor = l.refunded_minor + i.amount_minor,
           refunded_quantity = l.refunded_quantity + i.quantity,
           taken_back_at = CASE WHEN i.whole AND i.goods <> 'kept' THEN v_now END,
           kitchen_state = CASE WHEN i.whole AND i.goods <> 'kept' THEN 'none'
                                ELSE l.kitchen_state END
      FROM jsonb_to_recordset(v_items) AS i (line_id uuid, amount_minor int, quantity int,
                                             goods text, whole boolean)
     WHERE i.line_id = l.id;
    SELECT coalesce(t.register, v_sale.register) INTO v_register
      FROM wedge.terminals t WHERE t.id = p_terminal;
    v_number := wedge.next_receipt_number(v_register);
    v_points := wedge.points_follow_refunds(p_ticket, (
        SELECT count(*)::int FROM jsonb_array_elements(v_items) i
         WHERE i ->> 'portion_id' IS NOT NULL AND (i ->> 'quantity')::int > 0));
    v_vouchers := wedge.return_to_vouchers(p_ticket, p_refund, v_amount, p_staff, p_terminal);
    SELECT coalesce(-sum((x ->> 'amount_minor')::bigint), 0) INTO v_voucher_minor
      FROM jsonb_array_elements(v_vouchers) x;
    v_result := jsonb_build_object(
        'refund_id', p_refund, 'receipt_id', v_receipt, 'register', v_register,
        'receipt_number', v_number, 'amount_minor', v_amount, 'tax_minor', v_tax_sum,
        'points_taken', v_points.taken, 'points_returned', v_points.returned,
        'voucher_minor', v_voucher_minor);
    INSERT INTO wedge.receipts (id, ticket_id, register, number, issued_at, total_minor,
                                tax_minor, document, refund_of)
    VALUES (v_receipt, p_ticket, v_register, v_number, v_now, -v_amount, -v_tax_sum,
            jsonb_build_object(
                'id', v_receipt, 'ticket_id', p_ticket, 'register', v_register,
                'number', v_number, 'issued_at', v_now, 'cashier', v_staff.name,
                'ticket_number', v_ticket.number, 'service', v_ticket.service,
                'lines', wedge.refund_receipt_lines(v_items), 'total_minor', -v_amount,
                'tax_minor_by_rate_bp', (
                    SELECT jsonb_agg(jsonb_build_array(t -> 0, -(t ->> 1)::bigint))
                      FROM jsonb_array_elements(v_tax) t),
                'tendered_minor', -v_amount, 'change_minor', 0,
                'refund_of', v_sale.id, 'refund_of_register', v_sale.register,
                'refund_of_number', v_sale.number, 'reason', btrim(p_reason),
                'approved_by', coalesce((SELECT name FROM wedge.staff WHERE id = v_approver), ''),
                'points_taken', v_points.taken, 'points_returned', v_points.returned,
                'vouchers', v_vouchers),
            v_sale.id);
    INSERT INTO wedge.refunds (id, ticket_id, receipt_id, tender, amount_minor, tax_minor, reason,
                               at, staff_id, terminal_id, register, approval_id, approved_by,
                               points, result, voucher_minor)
    VALUES (p_refund, p_ticket, v_receipt, 'cash', v_amount, v_tax_sum, btrim(p_reason), v_now,
            p_staff, p_terminal, v_register, CASE WHEN v_approver IS NOT NULL THEN p_approval END,
            v_approver, v_points.returned - v_points.taken, v_result,
            v_voucher_minor);
    INSERT INTO wedge.refund_items (id, refund_id, line_id, portion_id, amount_minor, quantity,
                                    goods)
    SELECT gen_random_uuid(), p_refund, line_id, portion_id, amount_minor, quantity, goods
      FROM jsonb_to_recordset(v_items) AS i (line_id uuid, portion_id uuid, amount_minor int,
                                             quantity int, goods text);
    PERFORM wedge.refund_goods(p_ticket, v_items, btrim(p_reason), p_terminal, p_staff);
    PERFORM wedge.close_if_served(p_ticket);
    INSERT INTO wedge.print_jobs (id, receipt_id, register, is_copy, state)
    VALUES (gen_random_uuid(), v_receipt, v_register, false, 'queued');
    PERFORM wedge.journal_append(p_terminal, p_staff, 'refund', v_result || jsonb_build_object(
        'ticket_id', p_ticket, 'refund_of', v_sale.register || '-' || v_sale.number,
        'refunded_before_minor', v_before, 'items', v_items, 'reason', btrim(p_reason),
        'approval_id', p_approval, 'approved_by', v_approver, 'entitled', p_entitled));
    RETURN v_result;
END $$;
