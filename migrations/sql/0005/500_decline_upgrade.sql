-- As in 0003/155_change_portion.sql; the guest's no is in the journal too.
CREATE OR REPLACE FUNCTION wedge.decline_upgrade(
    p_session uuid, p_request uuid, p_line uuid, p_candidate jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp
SET enable_seqscan = off AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'decline_upgrade');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    UPDATE wedge.ticket_lines SET upgrade_answer = 'declined' WHERE id = p_line;
    PERFORM wedge.note_decision('declined', v_who.terminal_id, v_who.staff_id, v_line,
                                p_candidate, v_line.portion_id, 'upgrade', '', NULL, jsonb_build_array(p_candidate));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'decline upgrade',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'portion', v_line.portion_code));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'decline_upgrade', '{}');
END $$;
