-- Hand over all that is verified: nothing blocked or below what was sold, no stand-in without a
-- reason, nothing unseen, no step of its lot skipped.
CREATE OR REPLACE FUNCTION wedge.serve_ticket(p_session uuid, p_request uuid, p_ticket uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp
SET enable_seqscan = off AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_codes text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'serve_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_paid(p_ticket, '{paid}');
    PERFORM wedge.refuse_warm(p_ticket, NULL, 'committed');
    v_codes := wedge.past_limit_codes(p_ticket, NULL);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('portion_expired', v_codes);
    END IF;
    v_codes := wedge.lowered_codes(p_ticket, NULL);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('below_order', v_codes);
    END IF;
    v_codes := wedge.unexplained_codes(p_ticket);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('reason_missing', v_codes);
    END IF;
    v_codes := coalesce(wedge.unseen_codes(p_ticket, NULL), wedge.unchecked_codes(p_ticket));
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('checkpoint_missing', v_codes);
    END IF;
    IF EXISTS (SELECT FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided
                  AND kitchen_state = 'queued') THEN
        PERFORM wedge.refuse('not_ready');
    END IF;
    UPDATE wedge.ticket_lines SET kitchen_state = 'served', served_at = clock_timestamp()
     WHERE ticket_id = p_ticket AND NOT voided AND kitchen_state = 'verified';
    UPDATE wedge.portions SET state = 'served'
     WHERE ticket_id = p_ticket AND state = 'committed';
    PERFORM wedge.close_if_served(p_ticket);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'serve',
                                 jsonb_build_object('ticket_id', p_ticket));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'serve_ticket', '{}');
END $$;
