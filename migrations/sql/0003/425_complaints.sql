-- Complaints from receipt lines: an investigation of the food, or a review of the price.

CREATE TABLE wedge.complaints (
    id UUID NOT NULL,
    line_id UUID NOT NULL,
    ticket_id UUID NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    facts JSONB NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    opened_by UUID NOT NULL,
    terminal_id UUID NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    resolved_by UUID,
    resolved_at TIMESTAMP WITH TIME ZONE,
    archived BOOLEAN DEFAULT false NOT NULL,
    follow_up_stars INTEGER,
    follow_up_at TIMESTAMP WITH TIME ZONE,
    follow_up_by UUID,
    CONSTRAINT pk_complaints PRIMARY KEY (id),
    CONSTRAINT fk_complaints_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT fk_complaints_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_complaints_opened_by_staff FOREIGN KEY (opened_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_complaints_resolved_by_staff FOREIGN KEY (resolved_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_complaints_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_complaints_follow_up_by_staff FOREIGN KEY (follow_up_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT ck_complaints_follow_up CHECK (
        follow_up_stars BETWEEN 1 AND 5
        AND (follow_up_stars IS NULL OR follow_up_at IS NOT NULL)),
    CONSTRAINT ck_complaints_closed_after_follow_up CHECK (
        state = 'open' OR follow_up_at IS NOT NULL),
    CONSTRAINT ck_complaints_kind_known CHECK (kind IN ('quality', 'price', 'service')),
    CONSTRAINT ck_complaints_state_known CHECK (state IN ('open', 'resolved')),
    CONSTRAINT ck_complaints_reason_text CHECK (char_length(reason) <= 200 AND btrim(reason) <> ''),
    CONSTRAINT ck_complaints_outcome_text CHECK (char_length(outcome) <= 500),
    CONSTRAINT ck_complaints_resolved CHECK (
        (state = 'resolved') = (resolved_at IS NOT NULL AND btrim(outcome) <> ''))
);

CREATE INDEX ix_complaints_current ON wedge.complaints (opened_at) WHERE NOT archived;

CREATE INDEX ix_complaints_line ON wedge.complaints (line_id);

CREATE VIEW wedge.picture_complaints AS
SELECT id, to_jsonb(x) - 'archived' AS content FROM wedge.complaints x WHERE NOT x.archived;

SELECT wedge.feed_follow('complaints', 'complaints', 'id');

-- Who checked the line at the pass, and what was measured.
CREATE FUNCTION wedge.verification_of(p_line wedge.ticket_lines) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object('at', p_line.verified_at,
               'temperature_mc', p_line.verified_temperature_mc,
               'by', (SELECT s.name FROM wedge.journal j JOIN wedge.staff s ON s.id = j.staff_id
                       WHERE j.action = 'verify_line' AND j.body ->> 'line_id' = p_line.id::text
                         AND j.at BETWEEN p_line.verified_at - interval '1 minute'
                                      AND p_line.verified_at + interval '1 minute'
                       ORDER BY j.at DESC LIMIT 1))
     WHERE p_line.verified_at IS NOT NULL
$$;

-- What is known of the line, so that whoever looks into it need not search: lot, cutter, tool,
-- scores, holding unit with its temperatures while the portion waited (the log's newest 40 as
-- [moment, milli-°C]), verification, and the price with its rules.
CREATE FUNCTION wedge.complaint_facts(p_line wedge.ticket_lines) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'name', p_line.name, 'portion_code', p_line.portion_code, 'whole_id', w.id,
        'product_id', p_line.product_id, 'piece_minor', p_line.unit_price_minor + p_line.extras_minor,
        'amount_minor', p_line.quantity * (p_line.unit_price_minor + p_line.extras_minor)
                        - p_line.refunded_minor,
        'whole_code', w.code, 'cut_at', w.cut_at, 'portions_per_whole', w.portions_per_whole,
        'lot_number', w.lot_number, 'prepared_at', w.prepared_at,
        'tool', (SELECT c.code || ' ' || c.name FROM wedge.cutting_tools c WHERE c.id = w.tool_id),
        'cutter', coalesce((SELECT name FROM wedge.staff WHERE id = w.cut_by), (
                   SELECT s.name FROM wedge.journal j JOIN wedge.staff s ON s.id = j.staff_id
                    WHERE j.action = 'cut' AND j.body ->> 'whole' = w.code
                      AND j.at BETWEEN w.cut_at - interval '1 minute'
                                   AND w.cut_at + interval '1 minute' LIMIT 1)),
        'grade', p_line.grade, 'first_score', o.initial_quality,
        'sale_score_milli', p_line.price_inputs -> 'score_milli',
        'inspections', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('at', i.at, 'kind', i.kind,
                       'score', i.score, 'by', s.name) ORDER BY i.at), '[]')
              FROM (SELECT * FROM wedge.inspections i WHERE i.portion_id = o.id
                     ORDER BY i.at DESC LIMIT 10) i JOIN wedge.staff s ON s.id = i.staff_id),
        'unit', p_line.holding_unit_name, 'place', p_line.place,
        'age_s', extract(epoch FROM coalesce(p_line.served_at, t.paid_at) - w.cut_at)::int,
        'verified_at', p_line.verified_at,
        'verified_temperature_mc', p_line.verified_temperature_mc,
        'verification', wedge.verification_of(p_line),
        'temperature_log', (
            SELECT coalesce(jsonb_agg(jsonb_build_array(r.at, r.temperature_mc) ORDER BY r.at), '[]')
              FROM (SELECT r.at, r.temperature_mc FROM wedge.temperature_readings r
                     WHERE r.holding_unit_id = o.holding_unit_id
                       AND r.at BETWEEN w.cut_at AND coalesce(p_line.served_at, t.paid_at)
                     ORDER BY r.at DESC LIMIT 40) r),
        'temperatures_mc', (
            SELECT jsonb_build_object('least', min(r.temperature_mc),
                                      'most', max(r.temperature_mc), 'readings', count(*))
              FROM wedge.temperature_readings r
             WHERE r.holding_unit_id = o.holding_unit_id
               AND r.at BETWEEN w.cut_at AND coalesce(p_line.served_at, t.paid_at)),
        'base_price_minor', p_line.base_price_minor,
        'unit_price_minor', p_line.unit_price_minor, 'breakdown', p_line.breakdown,
        'approvals', (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'action', a.action, 'reason', a.reason, 'approver', s.name,
                       'at', a.used_at) ORDER BY a.used_at), '[]')
              FROM wedge.approvals a JOIN wedge.staff s ON s.id = a.decided_by
             WHERE a.state = 'used' AND a.asked_at BETWEEN t.opened_at - interval '1 minute'
                                                       AND t.paid_at
               AND a.subject ->> 'line_id' = p_line.id::text))
      FROM wedge.tickets t LEFT JOIN wedge.portions o ON o.id = p_line.portion_id
      LEFT JOIN wedge.wholes w ON w.id = o.whole_id
     WHERE t.id = p_line.ticket_id
$$;

-- The lines of a receipt with the portions that were served, to complain about one of them.
CREATE FUNCTION wedge.sold_lines(p_session uuid, p_receipt uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.require_session(p_session, NULL);
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'id', l.id, 'name', l.name, 'portion_code', l.portion_code,
                   'amount_minor', l.quantity * (l.unit_price_minor + l.extras_minor),
                   'product_id', l.product_id, 'served_at', l.served_at,
                   'portion', to_jsonb(o)) ORDER BY l.position), '[]')
          FROM wedge.receipts r JOIN wedge.ticket_lines l ON l.ticket_id = r.ticket_id
          LEFT JOIN wedge.portions o ON o.id = l.portion_id
         WHERE r.id = p_receipt AND NOT l.voided);
END $$;

-- Something is owed to the guest: a task for the counter, in place of one after bad stars.
CREATE FUNCTION wedge.open_recovery(
    p_complaint uuid, p_ticket uuid, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.task_done('recovery', jsonb_build_object('ticket_id', p_ticket),
                            'complaint', p_terminal, p_staff);
    PERFORM wedge.task_for('recovery',
        (SELECT number::text FROM wedge.tickets WHERE id = p_ticket),
        jsonb_build_object('ticket_id', p_ticket, 'complaint_id', p_complaint), 'cashier',
        make_interval(secs => wedge.guest_rule('recovery_due_s', 600)), p_terminal, p_staff);
END $$;

-- Of the food: an investigation for the manager, and another look at what is left of the same lot.
-- p_score is what the portion was worth when it was served; the score it was sold with stands in.
CREATE FUNCTION wedge.open_complaint(
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
        to_jsonb(round(p_score * 1000)::int), v_facts -> 'sale_score_milli'));
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

-- With what came of it, once the guest was asked again; the investigation or review ends with it.
CREATE FUNCTION wedge.resolve_complaint(
    p_session uuid, p_request uuid, p_complaint uuid, p_outcome text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_complaint wedge.complaints;
    v_task record;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'resolve_complaint');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_outcome, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'outcome');
    END IF;
    SELECT * INTO v_complaint FROM wedge.complaints WHERE id = p_complaint FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'complaint');
    ELSIF v_complaint.state <> 'open' THEN
        PERFORM wedge.refuse('changed', v_complaint.state);
    ELSIF v_complaint.follow_up_at IS NULL THEN
        PERFORM wedge.refuse('follow_up_missing');
    END IF;
    UPDATE wedge.complaints SET state = 'resolved', outcome = btrim(p_outcome),
           resolved_by = v_who.staff_id, resolved_at = clock_timestamp() WHERE id = p_complaint;
    FOR v_task IN SELECT kind, subject FROM wedge.tasks
                   WHERE state = 'open' AND subject ->> 'complaint_id' = p_complaint::text LOOP
        PERFORM wedge.task_done(v_task.kind, v_task.subject, p_outcome, v_who.terminal_id,
                                v_who.staff_id);
    END LOOP;
    PERFORM wedge.re_inspected((v_complaint.facts ->> 'whole_id')::uuid, v_who.terminal_id,
                               v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'resolve complaint',
        jsonb_build_object('complaint_id', p_complaint, 'outcome', btrim(p_outcome)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'resolve_complaint', '{}');
END $$;

-- Stars and running times of a period, for the back office.
CREATE FUNCTION wedge.satisfaction(p_session uuid, p_since timestamptz, p_until timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.require_session(p_session, '{manager,food_safety_manager,administrator}');
    RETURN jsonb_build_object(
        'ratings', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'ticket', t.number, 'about', r.about, 'stars', r.stars, 'at', r.at,
                        'portion_codes', r.portion_codes) ORDER BY r.at DESC), '[]')
                      FROM wedge.ratings r JOIN wedge.tickets t ON t.id = r.ticket_id
                     WHERE r.at >= p_since AND r.at < p_until),
        'given', (SELECT jsonb_build_object('count', count(*),
                             'cost_minor', coalesce(sum(g.cost_minor), 0),
                             'money_minor', coalesce(sum(g.amount_minor)
                                 FILTER (WHERE g.kind <> 'replacement'), 0))
                    FROM wedge.compensations g WHERE g.at >= p_since AND g.at < p_until),
        'resolution_s', (SELECT coalesce(jsonb_agg(
                             extract(epoch FROM c.resolved_at - c.opened_at)
                             ORDER BY c.resolved_at), '[]')
                           FROM wedge.complaints c
                          WHERE c.resolved_at >= p_since AND c.resolved_at < p_until));
END $$;
