-- Give the guest another one, chosen from p_candidates (best first; none for goods without
-- portions). Answers the new order's number.
CREATE OR REPLACE FUNCTION wedge.give_replacement(
    p_session uuid, p_request uuid, p_compensation uuid, p_complaint uuid, p_ticket uuid,
    p_line uuid, p_candidates jsonb, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_action text;
    v_who record;
    v_done jsonb;
    v_complaint wedge.complaints;
    v_line wedge.ticket_lines;
    v_given wedge.compensations;
    v_fitting jsonb;
    v_index int;
    v_portion uuid;
    v_number int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'give_replacement');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_complaint := wedge.lock_complaint(p_complaint);
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = v_complaint.line_id;
    -- A replacement cost nothing; it is worth what it replaced.
    v_given.amount_minor := coalesce(
        (SELECT amount_minor FROM wedge.compensations WHERE new_ticket_id = v_line.ticket_id),
        v_line.unit_price_minor + v_line.extras_minor);
    v_action := wedge.recovery_approval(v_who.role, 'replacement', v_line.ticket_id,
                                        v_given.amount_minor);
    IF v_action IS NOT NULL THEN
        v_given.approved_by := wedge.use_approval(p_approval, v_who.terminal_id, v_action,
            jsonb_build_object('complaint_id', p_complaint, 'kind', 'replacement'),
            v_given.amount_minor);
    END IF;
    IF v_line.portion_id IS NOT NULL THEN
        v_fitting := wedge.replacement_candidates(v_complaint, v_line, p_candidates);
        v_index := coalesce(wedge.take_first(v_fitting, p_ticket, false),
                            wedge.take_first(v_fitting, p_ticket, true));
        IF v_index IS NULL THEN
            PERFORM wedge.refuse('gone');
        END IF;
        v_portion := (v_fitting -> v_index ->> 'portion_id')::uuid;
    END IF;
    v_number := wedge.replacement_ticket(
        p_ticket, p_line, v_line, v_portion, v_fitting -> v_index ->> 'grade',
        v_who.terminal_id, v_who.staff_id);
    v_given.id := p_compensation;
    v_given.kind := 'replacement';
    v_given.complaint_id := p_complaint;
    v_given.ticket_id := v_line.ticket_id;
    v_given.line_id := v_line.id;
    v_given.cost_minor := wedge.portion_cost(v_line.product_id, v_portion);
    v_given.reason := v_complaint.reason;
    v_given.new_ticket_id := p_ticket;
    v_given.given_by := v_who.staff_id;
    v_given.terminal_id := v_who.terminal_id;
    PERFORM wedge.book_compensation(v_given);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'give_replacement', jsonb_build_object(
        'number', v_number, 'portion_id', v_portion));
END $$;
