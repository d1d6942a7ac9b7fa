-- Something is owed to the guest: a task for the counter, in place of one after bad stars, or of the
-- one that the store opened by itself for the same portion.
CREATE OR REPLACE FUNCTION wedge.open_recovery(
    p_complaint uuid, p_ticket uuid, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line wedge.ticket_lines;
BEGIN
    SELECT l.* INTO v_line FROM wedge.complaints c JOIN wedge.ticket_lines l ON l.id = c.line_id
     WHERE c.id = p_complaint AND c.kind = 'quality';
    PERFORM wedge.task_done('recovery', wedge.served_low_subject(v_line), 'complaint', p_terminal,
                            p_staff);
    PERFORM wedge.task_done('recovery', jsonb_build_object('ticket_id', p_ticket),
                            'complaint', p_terminal, p_staff);
    PERFORM wedge.task_for('recovery',
        (SELECT number::text FROM wedge.tickets WHERE id = p_ticket),
        jsonb_build_object('ticket_id', p_ticket, 'complaint_id', p_complaint), 'cashier',
        make_interval(secs => wedge.guest_rule('recovery_due_s', 600)), p_terminal, p_staff);
END $$;

-- Of the food: an investigation for the manager, and another look at what is left of the same lot.
-- p_score is what the portion was worth when it was served; then the store's own reckoning of that,
-- and the score it was sold with, stand in.
CREATE OR REPLACE FUNCTION wedge.open_complaint(
    p_session uuid, p_request uuid, p_complaint uuid, p_line uuid, p_kind text, p_reason text,
    p_score double precision DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_facts jsonb;
    v_due interval;
    v_codes text[];
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'open_complaint');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_kind IS NULL OR p_kind NOT IN ('quality', 'price', 'service') THEN
        PERFORM wedge.refuse('unknown_item', 'kind');
    ELSIF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    ELSIF p_score NOT BETWEEN 0 AND 10 THEN
        PERFORM wedge.refuse('bad_quantity', 'score');
    END IF;
    SELECT l.* INTO v_line FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
     WHERE l.id = p_line AND NOT l.voided AND t.state IN ('paid', 'closed');
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    v_facts := wedge.complaint_facts(v_line);
    v_facts := v_facts || jsonb_build_object('score_milli', coalesce(
        to_jsonb(round(1000 * coalesce(p_score, (
            SELECT score FROM wedge.served_scores WHERE line_id = p_line)))::int), v_facts -> 'sale_score_milli'));
    -- A replacement cost nothing; it is worth what it replaced.
    v_facts := v_facts || coalesce((SELECT jsonb_build_object('piece_minor', amount_minor)
        FROM wedge.compensations WHERE new_ticket_id = v_line.ticket_id), '{}');
    v_due := make_interval(secs => coalesce((wedge.settings_document() #>>
        '{food,checkpoints,complaint_deadline_s}')::numeric::int, 7200));
    INSERT INTO wedge.complaints (id, line_id, ticket_id, kind, reason, facts, opened_by,
                                  terminal_id, due_at)
    VALUES (p_complaint, p_line, v_line.ticket_id, p_kind, btrim(p_reason), v_facts,
            v_who.staff_id, v_who.terminal_id, clock_timestamp() + v_due);
    PERFORM wedge.task_for(
        CASE p_kind WHEN 'quality' THEN 'complaint' WHEN 'price' THEN 'price_review'
                    ELSE 'service_complaint' END,
        left(v_line.name || coalesce(' ' || v_line.portion_code, ''), 200),
        jsonb_strip_nulls(jsonb_build_object('complaint_id', p_complaint,
            'whole_id', v_facts -> 'whole_id', 'whole_code', v_facts -> 'whole_code')),
        'manager', v_due, v_who.terminal_id, v_who.staff_id);
    PERFORM wedge.open_recovery(p_complaint, v_line.ticket_id, v_who.terminal_id, v_who.staff_id);
    IF p_kind = 'quality' AND v_facts ->> 'whole_id' IS NOT NULL THEN
        SELECT array_agg(code ORDER BY wedge) INTO v_codes FROM wedge.portions
         WHERE whole_id = (v_facts ->> 'whole_id')::uuid
           AND state IN ('available', 'reserved', 'quarantined');
        IF v_codes IS NOT NULL THEN
            PERFORM wedge.task_for('re_inspect', left(v_facts ->> 'whole_code', 200),
                jsonb_build_object('whole_id', v_facts -> 'whole_id', 'portions', v_codes),
                'kitchen', v_due, v_who.terminal_id, v_who.staff_id);
        END IF;
    END IF;
    UPDATE wedge.complaints SET archived = true
     WHERE NOT archived AND state = 'resolved'
       AND resolved_at < clock_timestamp() - interval '1 day';
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'open complaint',
        jsonb_build_object('complaint_id', p_complaint, 'line_id', p_line, 'kind', p_kind,
                           'reason', btrim(p_reason), 'facts', v_facts));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'open_complaint', '{}');
END $$;
