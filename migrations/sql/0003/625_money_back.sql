-- Money back after a complaint, and a part of the price after too long a wait: both are refunds with
-- a receipt of their own (605_refund_lines.sql); who may give them is decided here.

-- All that is left of the line.
CREATE FUNCTION wedge.give_refund(
    p_session uuid, p_request uuid, p_compensation uuid, p_complaint uuid, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_complaint wedge.complaints;
    v_line wedge.ticket_lines;
    v_given wedge.compensations;
    v_result jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'give_refund');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_complaint := wedge.lock_complaint(p_complaint);
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = v_complaint.line_id;
    v_given.amount_minor := v_line.quantity * (v_line.unit_price_minor + v_line.extras_minor)
                          - v_line.refunded_minor;
    IF wedge.recovery_needs_approval(v_who.role, 'refund', v_line.ticket_id,
                                     v_given.amount_minor) THEN
        v_given.approved_by := wedge.use_approval(p_approval, v_who.terminal_id, 'remake',
            jsonb_build_object('complaint_id', p_complaint, 'kind', 'refund'),
            v_given.amount_minor);
    END IF;
    v_result := wedge.refund_lines(p_compensation, v_who.terminal_id, v_who.staff_id,
        v_line.ticket_id, jsonb_build_array(jsonb_build_object('line_id', v_line.id)),
        v_complaint.reason, NULL, true);
    v_given.id := p_compensation;
    v_given.kind := 'refund';
    v_given.complaint_id := p_complaint;
    v_given.ticket_id := v_line.ticket_id;
    v_given.line_id := v_line.id;
    v_given.cost_minor := 0;
    v_given.reason := v_complaint.reason;
    v_given.refund_id := p_compensation;
    v_given.given_by := v_who.staff_id;
    v_given.terminal_id := v_who.terminal_id;
    PERFORM wedge.book_compensation(v_given);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'give_refund', v_result);
END $$;

-- How long an order of this service may take (RecoveryPolicy.longest_wait).
CREATE FUNCTION wedge.longest_wait(p_service text) RETURNS interval
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT make_interval(secs => wedge.recovery_rule('longest_wait_' || p_service || '_s', 300))
$$;

-- A part of the price of a line whose guest waited longer than its service may take, and than was
-- promised at first. Everybody gives the policy's share of
-- the line alone; more needs an approval.
CREATE FUNCTION wedge.compensate_delay(
    p_session uuid, p_request uuid, p_compensation uuid, p_line uuid, p_amount bigint,
    p_reason text, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_line wedge.ticket_lines;
    v_given wedge.compensations;
    v_free bigint;
    v_result jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'compensate_delay');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    ELSIF p_amount IS NULL OR p_amount NOT BETWEEN 1 AND 2000000000 THEN
        PERFORM wedge.refuse('bad_price', 'amount');
    END IF;
    SELECT t.* INTO v_ticket FROM wedge.tickets t
     WHERE t.id = (SELECT ticket_id FROM wedge.ticket_lines WHERE id = p_line) FOR UPDATE;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line AND NOT voided;
    IF v_ticket.id IS NULL OR v_line.id IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    ELSIF v_ticket.state NOT IN ('paid', 'closed') OR v_ticket.replaces_id IS NOT NULL
        OR coalesce(v_line.served_at, clock_timestamp())
           <= greatest(v_ticket.paid_at + wedge.longest_wait(v_ticket.service),
                       coalesce(v_ticket.delayed_from, v_ticket.promised_at))
    THEN
        PERFORM wedge.refuse('changed', 'not late');
    END IF;
    v_free := floor(v_line.quantity::bigint * (v_line.unit_price_minor + v_line.extras_minor)
                    * coalesce(wedge.fraction(wedge.settings_document()
                        #>> '{recovery,delay_share}'), 0.1));
    IF v_who.role <> ALL (wedge.approver_roles('goodwill')) AND p_amount + (
        SELECT coalesce(sum(amount_minor), 0) FROM wedge.compensations
         WHERE line_id = p_line AND kind = 'delay') > v_free
    THEN
        v_given.approved_by := wedge.use_approval(p_approval, v_who.terminal_id, 'goodwill',
            jsonb_build_object('line_id', p_line, 'kind', 'delay'), p_amount);
    END IF;
    v_result := wedge.refund_lines(p_compensation, v_who.terminal_id, v_who.staff_id, v_ticket.id,
        jsonb_build_array(jsonb_build_object('line_id', p_line, 'amount_minor', p_amount)),
        p_reason, NULL, true);
    v_given.id := p_compensation;
    v_given.kind := 'delay';
    v_given.ticket_id := v_ticket.id;
    v_given.line_id := p_line;
    v_given.amount_minor := p_amount;
    v_given.cost_minor := 0;
    v_given.reason := btrim(p_reason);
    v_given.refund_id := p_compensation;
    v_given.given_by := v_who.staff_id;
    v_given.terminal_id := v_who.terminal_id;
    PERFORM wedge.book_compensation(v_given);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'compensate_delay', v_result);
END $$;

GRANT EXECUTE ON FUNCTION
    wedge.give_refund(uuid, uuid, uuid, uuid, uuid),
    wedge.compensate_delay(uuid, uuid, uuid, uuid, bigint, text, uuid)
TO pos_app, backoffice_app;
