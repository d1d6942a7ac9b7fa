-- Give a paid line whose portion may not be handed over the first candidate that is still free; the
-- receipt and its price stay. A portion past its limit is waste, a blocked one waits where it is, one
-- that was only found to be of a lower grade goes back on sale, and one that only fell by its age stays
-- where it is until somebody looks at it or throws it away.
CREATE OR REPLACE FUNCTION wedge.replace_line(
    p_session uuid, p_request uuid, p_line uuid, p_candidates jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp
SET enable_seqscan = off AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_old wedge.portions;
    v_new uuid;
    v_lowered boolean;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'replace_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_paid(v_line.ticket_id, '{paid}');
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line FOR UPDATE;
    v_lowered := wedge.past_limit_codes(v_line.ticket_id, p_line) IS NULL;
    IF v_lowered AND wedge.lowered_codes(v_line.ticket_id, p_line) IS NULL THEN
        PERFORM wedge.refuse('changed', 'its portion may be handed over');
    END IF;
    SELECT * INTO v_old FROM wedge.portions WHERE id = v_line.portion_id FOR UPDATE;
    v_new := wedge.stand_in(
        v_old, v_line, wedge.candidates_of(p_candidates, p_line, coalesce(
            wedge.live_score(v_old, clock_timestamp()), v_old.inspected_score)),
        wedge.looked_reason(v_old), wedge.looked_note(v_old), v_who.terminal_id, v_who.staff_id);
    IF v_new IS NULL THEN
        PERFORM wedge.refuse('gone');
    END IF;
    PERFORM wedge.retire_portion(
        v_old, v_line.ticket_id, v_lowered OR wedge.only_faded(v_old, clock_timestamp()),
        v_who.terminal_id, v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'replace',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'old', v_line.portion_code, 'new', (
                               SELECT code FROM wedge.portions WHERE id = v_new)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'replace_line',
                          jsonb_build_object('portion_id', v_new));
END $$;
