-- A change of the limits and an extension take turns: whichever comes second sees what the first one
-- did. The rules are locked before any portion, as a change of them does it.
-- p_until_s: the new limit in whole Unix seconds, as the approval's subject names it.
CREATE OR REPLACE FUNCTION wedge.extend_life(
    p_session uuid, p_request uuid, p_whole uuid, p_until_s bigint, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
    v_to timestamptz := to_timestamp(p_until_s);
    v_from timestamptz;
    v_granted uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'extend_life');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    LOCK TABLE wedge.settings IN ROW EXCLUSIVE MODE;
    PERFORM FROM wedge.portions WHERE whole_id = p_whole AND state NOT IN ('served', 'wasted')
     ORDER BY id FOR UPDATE;
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    END IF;
    v_from := wedge.check_extension(v_whole, v_to);
    v_granted := wedge.use_approval(p_approval, v_who.terminal_id, 'quality_extension',
        jsonb_build_object('whole_id', p_whole, 'until_s', p_until_s), NULL);
    INSERT INTO wedge.extensions (whole_id, from_at, to_at, reason, asked_by, granted_by)
    SELECT p_whole, v_from, v_to, a.reason, v_who.staff_id, v_granted
      FROM wedge.approvals a WHERE a.id = p_approval;
    UPDATE wedge.wholes SET extended_from = v_from WHERE id = p_whole;
    UPDATE wedge.portions SET expires_at = v_to
     WHERE whole_id = p_whole AND state NOT IN ('served', 'wasted');
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'extend life',
        jsonb_build_object('whole', v_whole.code, 'from', v_from, 'to', v_to,
                           'approval_id', p_approval, 'granted_by', v_granted));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'extend_life', '{}');
END $$;
