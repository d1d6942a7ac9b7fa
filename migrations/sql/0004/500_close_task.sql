-- By a person of the owner's role, or a manager (food safety only by its own people), with what
-- came of it.
CREATE OR REPLACE FUNCTION wedge.close_task(p_session uuid, p_request uuid, p_task uuid, p_outcome text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_task wedge.tasks;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'close_task');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_outcome, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'outcome');
    END IF;
    SELECT * INTO v_task FROM wedge.tasks WHERE id = p_task FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'task');
    ELSIF v_who.role <> 'administrator'
        AND v_task.owner <> ALL (wedge.works_as(v_who.role))
        AND NOT (v_who.role = 'manager' AND v_task.owner <> 'food_safety_manager') THEN
        PERFORM wedge.refuse('not_permitted', v_who.role);
    ELSIF v_task.state <> 'open' THEN
        PERFORM wedge.refuse('changed', v_task.state);
    END IF;
    PERFORM wedge.task_done(v_task.kind, v_task.subject, p_outcome, v_who.terminal_id,
                            v_who.staff_id);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'close_task', '{}');
END $$;
