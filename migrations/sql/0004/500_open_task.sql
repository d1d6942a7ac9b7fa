-- Opened by a person, or (session null) by the terminal itself. Answers {id}: the task that was
-- open already, if there was one. Only what a program of that kind has to ask for: the other kinds
-- are the store's own, and some of them let something happen (a curve_review, adopt_curve).
CREATE OR REPLACE FUNCTION wedge.open_task(
    p_session uuid, p_request uuid, p_task uuid, p_kind text, p_title text, p_subject jsonb,
    p_owner text, p_due_s int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_mode text := (wedge.this_terminal()).mode;
    v_staff uuid;
    v_done jsonb;
BEGIN
    IF p_session IS NOT NULL THEN
        SELECT staff_id INTO v_staff FROM wedge.require_session(p_session, NULL);
    END IF;
    v_done := wedge.done_before(p_request, v_terminal, 'open_task');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_kind, ''))) NOT BETWEEN 1 AND 40 THEN
        PERFORM wedge.refuse('bad_text', 'kind');
    ELSIF NOT (CASE v_mode
        WHEN 'pos' THEN p_kind = 'price_correction'
            OR p_kind = 'cut_for_order' AND p_session IS NOT NULL
        WHEN 'kds' THEN p_kind = 'check_overdue' AND p_session IS NOT NULL
        ELSE false END)
    THEN
        PERFORM wedge.refuse('not_permitted', 'kind');
    ELSIF char_length(btrim(coalesce(p_title, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'title');
    ELSIF p_subject IS NULL OR jsonb_typeof(p_subject) <> 'object'
        OR length(p_subject::text) > 2000 THEN
        PERFORM wedge.refuse('unknown_item', 'subject');
    ELSIF p_owner IS NULL OR p_owner NOT IN (
        'service', 'cashier', 'kitchen', 'shift_lead', 'manager', 'food_safety_manager',
        'administrator') THEN
        PERFORM wedge.refuse('unknown_item', 'owner');
    ELSIF p_due_s NOT BETWEEN 0 AND 31536000 THEN
        PERFORM wedge.refuse('bad_quantity', 'due');
    END IF;
    RETURN wedge.remember(p_request, v_terminal, 'open_task', jsonb_build_object('id',
        wedge.task_for(p_kind, p_title, p_subject, p_owner, make_interval(secs => p_due_s),
                       v_terminal, v_staff, p_task)));
END $$;
