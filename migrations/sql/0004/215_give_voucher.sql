-- A goodwill voucher after a complaint: only whoever may approve goodwill grants one, or allows it.
CREATE FUNCTION wedge.give_voucher(
    p_session uuid, p_request uuid, p_compensation uuid, p_complaint uuid, p_amount bigint,
    p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_complaint wedge.complaints;
    v_line wedge.ticket_lines;
    v_given wedge.compensations;
    v_voucher wedge.vouchers;
    v_register text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'give_voucher');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_amount IS NULL OR p_amount NOT BETWEEN 1 AND wedge.recovery_rule(
        'voucher_most_minor', 50000) THEN
        PERFORM wedge.refuse('bad_price', 'amount');
    END IF;
    v_complaint := wedge.lock_complaint(p_complaint);
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = v_complaint.line_id;
    IF v_who.role <> ALL (wedge.approver_roles('goodwill')) THEN
        v_given.approved_by := wedge.use_approval(p_approval, v_who.terminal_id, 'goodwill',
            jsonb_build_object('complaint_id', p_complaint, 'kind', 'voucher'), p_amount);
    END IF;
    INSERT INTO wedge.vouchers (id, code, amount_minor, balance_minor, expires_at, ticket_id,
                                reason, issued_by, approved_by, terminal_id)
    VALUES (p_compensation, wedge.voucher_code(), p_amount, 0,
            clock_timestamp() + wedge.voucher_valid(), v_line.ticket_id, v_complaint.reason,
            v_who.staff_id, v_given.approved_by, v_who.terminal_id);
    PERFORM wedge.move_voucher(p_compensation, 'issued', p_amount, v_line.ticket_id, NULL,
                               v_who.staff_id, v_who.terminal_id);
    SELECT * INTO v_voucher FROM wedge.vouchers WHERE id = p_compensation;
    v_given.id := p_compensation;
    v_given.kind := 'voucher';
    v_given.complaint_id := p_complaint;
    v_given.ticket_id := v_line.ticket_id;
    v_given.line_id := v_line.id;
    v_given.amount_minor := p_amount;
    v_given.cost_minor := 0;
    v_given.reason := v_complaint.reason;
    v_given.given_by := v_who.staff_id;
    v_given.terminal_id := v_who.terminal_id;
    PERFORM wedge.book_compensation(v_given);
    -- A terminal without a register has it printed where the order was paid.
    SELECT coalesce(v_who.register, (SELECT register FROM wedge.receipts
        WHERE ticket_id = v_line.ticket_id AND refund_of IS NULL)) INTO v_register;
    IF v_register IS NOT NULL THEN
        PERFORM wedge.print_voucher(v_voucher, v_register);
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'grant voucher',
        jsonb_build_object('voucher_id', v_voucher.id, 'amount_minor', p_amount,
                           'expires_at', v_voucher.expires_at, 'complaint_id', p_complaint,
                           'approved_by', v_given.approved_by));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'give_voucher', jsonb_build_object(
        'id', v_voucher.id, 'code', v_voucher.code, 'amount_minor', p_amount,
        'expires_at', v_voucher.expires_at));
END $$;

-- The paper goes through the register's print queue, as a label does.
CREATE FUNCTION wedge.print_voucher(p_voucher wedge.vouchers, p_register text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.print_jobs (id, register, is_copy, state, label)
    VALUES (gen_random_uuid(), p_register, false, 'queued', jsonb_build_object(
        'kind', 'voucher', 'code', p_voucher.code, 'amount_minor', p_voucher.balance_minor,
        'expires_at', p_voucher.expires_at, 'issued_at', p_voucher.issued_at))
$$;

-- What a code is worth now: {code, balance_minor, expires_at}. Refused with why it pays nothing.
CREATE FUNCTION wedge.check_voucher_code(p_session uuid, p_code text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_voucher wedge.vouchers;
BEGIN
    PERFORM wedge.require_session(p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_voucher := wedge.voucher_by_code(p_code);
    IF v_voucher.id IS NULL THEN
        PERFORM wedge.refuse('voucher_refused', 'unknown');
    ELSIF v_voucher.expires_at <= clock_timestamp() THEN
        PERFORM wedge.refuse('voucher_refused', 'expired');
    ELSIF v_voucher.balance_minor = 0 THEN
        PERFORM wedge.refuse('voucher_refused', 'spent');
    END IF;
    RETURN jsonb_build_object('code', v_voucher.code, 'balance_minor', v_voucher.balance_minor,
                              'expires_at', v_voucher.expires_at);
END $$;

-- Take p_vouchers [{code, amount_minor}] for a ticket that is being paid; answers what the receipt
-- says of each: [{ending, amount_minor, left_minor}]. Locked in one order by whoever pays.
CREATE FUNCTION wedge.redeem_vouchers(
    p_ticket uuid, p_vouchers jsonb, p_staff uuid, p_terminal uuid, p_at timestamptz
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_each record;
    v_left int;
    v_told jsonb := '[]';
BEGIN
    IF jsonb_array_length(p_vouchers) > 10 THEN
        PERFORM wedge.refuse('bad_quantity', 'vouchers');
    END IF;
    FOR v_each IN
        SELECT (wedge.voucher_by_code(x.code)).id, x.amount_minor
          FROM jsonb_to_recordset(p_vouchers) AS x (code text, amount_minor bigint) ORDER BY 1
    LOOP
        SELECT balance_minor INTO v_left FROM wedge.vouchers WHERE id = v_each.id FOR UPDATE;
        IF NOT FOUND THEN
            PERFORM wedge.refuse('voucher_refused', 'unknown');
        ELSIF EXISTS (SELECT FROM wedge.vouchers
                       WHERE id = v_each.id AND expires_at <= clock_timestamp()) THEN
            PERFORM wedge.refuse('voucher_refused', 'expired');
        ELSIF v_each.amount_minor IS NULL OR v_each.amount_minor < 1 THEN
            PERFORM wedge.refuse('bad_price', 'voucher');
        ELSIF v_left < v_each.amount_minor THEN
            PERFORM wedge.refuse('voucher_refused', 'spent');
        END IF;
        v_left := wedge.move_voucher(v_each.id, 'redeemed', -v_each.amount_minor, p_ticket, NULL,
                                     p_staff, p_terminal);
        INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor, at,
                                    staff_id, terminal_id, voucher_id)
        VALUES (gen_random_uuid(), p_ticket, 'voucher', v_each.amount_minor, v_each.amount_minor,
                p_at, p_staff, p_terminal, v_each.id);
        v_told := v_told || jsonb_build_object(
            'ending', (SELECT right(code, 4) FROM wedge.vouchers WHERE id = v_each.id),
            'amount_minor', v_each.amount_minor, 'left_minor', v_left);
    END LOOP;
    RETURN v_told;
END $$;

-- Of p_amount paid back, what goes to the vouchers that paid for the ticket, before any cash. Each
-- gets at most what it paid; one that ran out meanwhile is good again for a new term.
CREATE FUNCTION wedge.return_to_vouchers(
    p_ticket uuid, p_refund uuid, p_amount bigint, p_staff uuid, p_terminal uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_each record;
    v_back bigint;
    v_rest bigint := p_amount;
    v_told jsonb := '[]';
BEGIN
    FOR v_each IN
        SELECT v.id, right(v.code, 4) AS ending, -(
                   SELECT sum(e.amount_minor) FROM wedge.voucher_entries e
                    WHERE e.voucher_id = v.id AND e.ticket_id = p_ticket
                      AND e.kind <> 'issued') AS owed
          FROM wedge.vouchers v
         WHERE v.id IN (SELECT voucher_id FROM wedge.payments WHERE ticket_id = p_ticket)
         ORDER BY v.id FOR UPDATE
    LOOP
        v_back := least(v_rest, v_each.owed);
        CONTINUE WHEN v_back < 1;
        v_rest := v_rest - v_back;
        v_told := v_told || jsonb_build_object('ending', v_each.ending, 'amount_minor', -v_back,
            'left_minor', wedge.move_voucher(v_each.id, 'returned', v_back, p_ticket, p_refund,
                                             p_staff, p_terminal));
        UPDATE wedge.vouchers SET expires_at = clock_timestamp() + wedge.voucher_valid()
         WHERE id = v_each.id AND expires_at <= clock_timestamp();
    END LOOP;
    RETURN v_told;
END $$;
