-- All that is left of the line.
CREATE OR REPLACE FUNCTION wedge.give_refund(
    p_session uuid, p_request uuid, p_compensation uuid, p_complaint uuid, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_action text;
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
    v_action := wedge.recovery_approval(v_who.role, 'refund', v_line.ticket_id,
                                        v_given.amount_minor);
    IF v_action IS NOT NULL THEN
        v_given.approved_by := wedge.use_approval(p_approval, v_who.terminal_id, v_action,
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
