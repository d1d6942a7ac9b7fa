-- Called by the function that does what was approved; refuses unless the grant fits exactly: of an
-- amount only what was told when it was asked for, while the person who granted it still works here,
-- and never for that same person, who has signed in at the terminal meanwhile.
CREATE OR REPLACE FUNCTION wedge.use_approval(
    p_approval uuid, p_terminal uuid, p_action text, p_subject jsonb, p_amount bigint
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_approval wedge.approvals;
BEGIN
    IF p_approval IS NULL THEN
        PERFORM wedge.refuse('approval_needed', p_action);
    END IF;
    SELECT * INTO v_approval FROM wedge.approvals WHERE id = p_approval FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('approval_needed', p_action);
    ELSIF v_approval.state <> 'granted' THEN
        PERFORM wedge.refuse('approval_invalid', v_approval.state);
    ELSIF v_approval.expires_at <= clock_timestamp() THEN
        PERFORM wedge.refuse('approval_invalid', 'expired');
    ELSIF v_approval.terminal_id <> p_terminal THEN
        PERFORM wedge.refuse('approval_invalid', 'terminal');
    ELSIF v_approval.action <> p_action OR v_approval.subject <> p_subject THEN
        PERFORM wedge.refuse('approval_invalid', 'subject');
    ELSIF p_amount > coalesce(v_approval.amount_minor, 0) THEN
        PERFORM wedge.refuse('approval_invalid', 'amount');
    ELSIF NOT (SELECT active FROM wedge.staff WHERE id = v_approval.decided_by)
        OR EXISTS (SELECT FROM wedge.staff_sessions
                    WHERE terminal_id = p_terminal AND ended_at IS NULL
                      AND staff_id = v_approval.decided_by) THEN
        PERFORM wedge.refuse('approval_invalid', 'person');
    END IF;
    UPDATE wedge.approvals SET state = 'used', used_at = clock_timestamp() WHERE id = p_approval;
    RETURN v_approval.decided_by;
END $$;
