-- What the inspector found wrong, in the words of a look's causes.
CREATE FUNCTION wedge.failed_because(p_seen jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_reason text := lower(btrim(coalesce(p_seen ->> 'reason', '')));
BEGIN
    IF v_reason NOT IN ('dry edge', 'uneven cut', 'damage', 'age', 'temperature', 'wrong product',
                        'wrong cut', 'modifiers', 'other') THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    RETURN v_reason;
END $$;

-- The failed portion is looked at (it goes on hold, and the first fitting candidate takes its place
-- in the same transaction) unless so many failed in a row that a person has to choose.
CREATE FUNCTION wedge.fail_portion_of_line(
    p_session uuid, p_line wedge.ticket_lines, p_portion wedge.portions, p_reason text,
    p_seen jsonb, p_candidates jsonb, p_terminal uuid, p_staff uuid, p_inspection uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_score double precision := greatest(0, least(10, coalesce(
        wedge.expected_score(p_portion, clock_timestamp()), p_portion.inspected_score,
        p_portion.initial_quality, wedge.sale_floor())));
    v_failed int := p_line.failed_checks + 1;
    v_last boolean := v_failed >= greatest(1, wedge.policy_number('{kitchen,failures_in_a_row}', 3));
    v_done jsonb;
BEGIN
    v_done := wedge.record_inspection(p_session, gen_random_uuid(), p_inspection, p_portion.id,
        jsonb_build_object('kind', 'handover', 'step', 'handover', 'score', v_score,
            'passed', false, 'causes', jsonb_build_array(p_reason),
            'note', coalesce(p_seen ->> 'note', ''), 'epoch', p_portion.epoch,
            'temperature_mc', p_seen -> 'temperature_mc'),
        jsonb_build_object('score', v_score, 'effective_age_s', greatest(0, extract(
            epoch FROM clock_timestamp() - p_portion.cut_at))),
        CASE WHEN v_last THEN '[]'::jsonb ELSE p_candidates END);
    UPDATE wedge.ticket_lines
       SET failed_checks = v_failed, checked_at = NULL, reselected_code = CASE
               WHEN v_done ->> 'stand_in' IS NULL THEN reselected_code ELSE portion_code END
     WHERE id = p_line.id;
    IF v_last THEN
        PERFORM wedge.task_for('line_failures', left(format('%s · %s', (
                SELECT number FROM wedge.tickets WHERE id = p_line.ticket_id), p_line.name), 200),
            jsonb_build_object('ticket_id', p_line.ticket_id, 'line_id', p_line.id,
                               'product_id', p_line.product_id, 'failures', v_failed),
            'manager', make_interval(secs => 0), p_terminal, p_staff);
    END IF;
    RETURN jsonb_build_object('stand_in', v_done -> 'stand_in', 'failures', v_failed,
                              'ask', v_last);
END $$;

-- p_seen: {looks_good, configuration, modifiers: what the inspector says; reason: what is wrong, of
-- a failure; note; temperature_mc; prepare: whether a good one goes into preparation at once}.
-- p_scanned is the label's code: another portion's is a mismatch. Whether the label is one of the
-- ordered product is worked out here.
CREATE FUNCTION wedge.verify_portion(
    p_session uuid, p_request uuid, p_verification uuid, p_line uuid, p_scanned text, p_seen jsonb,
    p_candidates jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_portion wedge.portions;
    v_found wedge.verifications;
    v_said jsonb := jsonb_build_object('stand_in', NULL, 'failures', 0, 'ask', false);
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'verify_portion');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF jsonb_typeof(p_seen -> 'looks_good') IS DISTINCT FROM 'boolean'
        OR jsonb_typeof(p_seen -> 'configuration') IS DISTINCT FROM 'boolean'
        OR jsonb_typeof(p_seen -> 'modifiers') IS DISTINCT FROM 'boolean'
        OR char_length(coalesce(p_seen ->> 'note', '')) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'verification');
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND OR v_line.portion_id IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    -- Whoever looks at a lot locks all orders of it, in one order.
    PERFORM wedge.lock_orders_of_lot(v_line.portion_id);
    PERFORM wedge.lock_paid(v_line.ticket_id, '{paid}');
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line FOR UPDATE;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = v_line.portion_id;
    IF upper(btrim(coalesce(p_scanned, ''))) IS DISTINCT FROM upper(v_line.portion_code) THEN
        PERFORM wedge.refuse('wrong_portion', v_line.portion_code);
    ELSIF v_line.voided OR v_line.taken_back_at IS NOT NULL OR v_line.kitchen_state <> 'queued'
        OR v_portion.ticket_id IS DISTINCT FROM v_line.ticket_id
        OR v_portion.state <> 'committed' THEN
        PERFORM wedge.refuse('changed', v_portion.state);
    END IF;
    v_found.id := p_verification;
    v_found.at := clock_timestamp();
    v_found.ticket_id := v_line.ticket_id;
    v_found.line_id := p_line;
    v_found.portion_id := v_portion.id;
    v_found.scanned := btrim(p_scanned);
    v_found.staff_id := v_who.staff_id;
    v_found.terminal_id := v_who.terminal_id;
    v_found.looks_good := (p_seen ->> 'looks_good')::boolean;
    v_found.product_matches := v_portion.product_id = v_line.product_id
        AND coalesce(p_seen ->> 'reason', '') <> 'wrong product';
    v_found.configuration_matches := (p_seen ->> 'configuration')::boolean;
    v_found.modifiers_match := (p_seen ->> 'modifiers')::boolean;
    v_found.temperature_mc := (p_seen ->> 'temperature_mc')::int;
    v_found.passed := v_found.looks_good AND v_found.product_matches
        AND v_found.configuration_matches AND v_found.modifiers_match
        AND NOT wedge.breaks_limits(v_portion.holding_unit_id, v_found.temperature_mc);
    -- Another portion than the one selected first, or the second look at a line, is a reselection.
    v_found.first_selection := v_line.former_code IS NULL
        AND NOT EXISTS (SELECT FROM wedge.verifications WHERE line_id = p_line);
    v_found.reason := '';
    IF v_found.temperature_mc NOT BETWEEN
        wedge.policy_number('{food,readings,coldest_mc}', -60000)
        AND wedge.policy_number('{food,readings,hottest_mc}', 300000) THEN
        PERFORM wedge.refuse('bad_reading', 'impossible');
    END IF;
    IF v_found.passed THEN
        -- Whatever it looks like: nobody passes what nobody may have.
        PERFORM wedge.refuse_warm(v_line.ticket_id, p_line, 'committed');
        IF wedge.past_limit_codes(v_line.ticket_id, p_line) IS NOT NULL THEN
            PERFORM wedge.refuse('portion_expired', v_line.portion_code);
        END IF;
        UPDATE wedge.ticket_lines SET checked_at = v_found.at, failed_checks = 0 WHERE id = p_line;
        IF (p_seen ->> 'prepare')::boolean THEN
            PERFORM wedge.move_line(p_session, gen_random_uuid(), p_line, 'verify_line', 'queued',
                                    'verified', v_found.temperature_mc);
        END IF;
    ELSE
        v_found.reason := wedge.failed_because(p_seen);
        v_found.inspection_id := gen_random_uuid();
        v_said := wedge.fail_portion_of_line(
            p_session, v_line, v_portion, v_found.reason, p_seen, coalesce(p_candidates, '[]'),
            v_who.terminal_id, v_who.staff_id, v_found.inspection_id);
    END IF;
    INSERT INTO wedge.verifications SELECT v_found.*;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'verify portion',
        jsonb_build_object('verification_id', v_found.id, 'line_id', p_line,
            'portion', v_portion.code, 'passed', v_found.passed, 'reason', v_found.reason,
            'looks_good', v_found.looks_good, 'product', v_found.product_matches,
            'configuration', v_found.configuration_matches, 'modifiers', v_found.modifiers_match,
            'temperature_mc', v_found.temperature_mc) || v_said);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'verify_portion',
                          v_said || jsonb_build_object('passed', v_found.passed));
END $$;
