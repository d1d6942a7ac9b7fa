-- Money back without a complaint: service staff has none to give.
CREATE OR REPLACE FUNCTION wedge.refund_ticket(
    p_session uuid, p_request uuid, p_refund uuid, p_ticket uuid, p_lines jsonb, p_reason text,
    p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'refund_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF v_who.role = 'service' THEN
        PERFORM wedge.refuse('not_permitted', v_who.role);
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'refund_ticket', wedge.refund_lines(
        p_refund, v_who.terminal_id, v_who.staff_id, p_ticket, p_lines, p_reason, p_approval));
END $$;
