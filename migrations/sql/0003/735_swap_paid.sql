-- A cook takes another portion for a paid item, by hand and with a reason. Same product and cut, the
-- grade paid for or a better one; price and receipt stay. Leaving one that has to go first takes an
-- approval, unless it is damaged or not to be found; those two stay blocked. p_ranking is the
-- engine's, kept with the decision.
CREATE FUNCTION wedge.swap_paid_line(
    p_session uuid, p_request uuid, p_line uuid, p_candidate jsonb, p_ranking jsonb, p_reason text,
    p_note text, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_old wedge.portions;
    v_new wedge.portions;
    v_after wedge.ticket_lines;
    v_approver uuid;
    v_unfit boolean := p_reason IN ('damaged', 'not_found');
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'swap_paid_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_reason IS NULL OR p_reason NOT IN ('guest_request', 'presentation', 'damaged',
                                            'not_found', 'other')
        OR p_reason = 'other' AND btrim(coalesce(p_note, '')) = ''
        OR char_length(coalesce(p_note, '')) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_paid(v_line.ticket_id, '{paid}');
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line FOR UPDATE;
    SELECT * INTO v_old FROM wedge.portions WHERE id = v_line.portion_id FOR UPDATE;
    IF v_line.voided OR v_line.kitchen_state NOT IN ('queued', 'verified')
        OR v_old.state IS DISTINCT FROM 'committed' OR v_old.ticket_id <> v_line.ticket_id THEN
        PERFORM wedge.refuse('changed', coalesce(v_old.state, v_line.kitchen_state));
    END IF;
    SELECT p.* INTO v_new FROM wedge.portions p
      JOIN wedge.wholes w ON w.id = p.whole_id
      JOIN wedge.wholes o ON o.id = v_old.whole_id
     WHERE p.id = (p_candidate ->> 'portion_id')::uuid AND p.product_id = v_line.product_id
       AND p.id <> v_old.id AND w.portions_per_whole = o.portions_per_whole
       AND p.recheck_at IS NULL;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    ELSIF p_candidate ->> 'grade' > coalesce(v_line.grade, 'Z') THEN
        PERFORM wedge.refuse('not_permitted', 'grade');
    END IF;
    IF coalesce(wedge.take_first(jsonb_build_array(p_candidate), v_line.ticket_id, false),
                wedge.take_first(jsonb_build_array(p_candidate), v_line.ticket_id, true)) IS NULL
    THEN
        PERFORM wedge.refuse('gone');
    END IF;
    IF NOT v_unfit AND (coalesce((p_candidate ->> 'skips_sell_first')::boolean, false) OR (
        SELECT d.sell_first FROM wedge.allocation_decisions d
         WHERE d.line_id = p_line AND d.portion_id = v_old.id ORDER BY d.at DESC LIMIT 1)) THEN
        v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'skip_sell_first',
            jsonb_build_object('line_id', p_line, 'portion_id', v_new.id), NULL);
    END IF;
    v_after := wedge.give_portion(v_line, v_new, p_candidate ->> 'grade', p_reason,
                                  clock_timestamp() + interval '1 minute');
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = v_new.id;
    UPDATE wedge.portions SET state = CASE WHEN v_unfit THEN 'quarantined' ELSE 'available' END,
           ticket_id = NULL, reserved_until = NULL
     WHERE id = v_old.id;
    UPDATE wedge.ticket_lines SET choice_reason = 'by_hand' WHERE id = p_line
    RETURNING * INTO v_after;
    PERFORM wedge.note_decision('swapped', v_who.terminal_id, v_who.staff_id, v_after, p_candidate,
                                v_old.id, p_reason, p_note, v_approver,
                                coalesce(p_ranking, jsonb_build_array(p_candidate)));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'swap portion',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'old', v_old.code, 'new', v_new.code, 'reason', p_reason,
                           'note', p_note, 'approved_by', v_approver));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'swap_paid_line',
                          jsonb_build_object('portion_id', v_new.id));
END $$;

GRANT EXECUTE ON FUNCTION
    wedge.swap_paid_line(uuid, uuid, uuid, jsonb, jsonb, text, text, uuid)
TO kds_app;
