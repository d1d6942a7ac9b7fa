-- What guest and cashier settle on when a portion of the order fell and nothing equal stands in: a
-- lower grade for less, the money back, or waiting for a new whole (docs/kitchen.md).

ALTER TABLE wedge.ticket_lines ADD COLUMN waits_since TIMESTAMP WITH TIME ZONE;

ALTER TABLE wedge.allocation_decisions
    DROP CONSTRAINT ck_allocation_decisions_kind_known,
    ADD CONSTRAINT ck_allocation_decisions_kind_known CHECK (
        kind IN ('chosen', 'swapped', 'upgraded', 'declined', 'substituted', 'explained',
                 'lowered'));

-- Whether a line's portion may not be served as it was sold: past its limit, blocked, fallen or of a
-- lower grade. Only such a line is settled.
CREATE FUNCTION wedge.must_settle(p_line wedge.ticket_lines) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p_line.served_at IS NULL AND p_line.taken_back_at IS NULL AND p_line.portion_id IS NOT NULL
       AND (wedge.lowered_codes(p_line.ticket_id, p_line.id) IS NOT NULL OR EXISTS (
           SELECT FROM wedge.portions p
            WHERE p.id = p_line.portion_id
              AND (p.expires_at <= clock_timestamp() OR NOT wedge.quality_sells(p.quality_status)
                   OR p.state IN ('quarantined', 'in_doubt', 'wasted')
                   OR p.ticket_id IS DISTINCT FROM p_line.ticket_id
                   OR p.inspected_score < wedge.sale_floor())))
$$;

-- What the line costs after all lower grades that were agreed on since it was paid.
CREATE FUNCTION wedge.agreed_price(p_line wedge.ticket_lines) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT least(p_line.unit_price_minor, min(d.charged_minor))
      FROM wedge.allocation_decisions d JOIN wedge.tickets t ON t.id = d.ticket_id
     WHERE d.line_id = p_line.id AND d.kind IN ('lowered', 'substituted') AND d.at > t.paid_at
$$;

-- The guest keeps the line's own portion at its lower grade, or takes the first of the candidates
-- that is free; never dearer. Answers the candidate that was taken.
CREATE FUNCTION wedge.take_lower(
    p_line wedge.ticket_lines, p_candidates jsonb, p_reason text
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_own jsonb := (SELECT value FROM jsonb_array_elements(p_candidates)
                     WHERE (value ->> 'portion_id')::uuid = p_line.portion_id LIMIT 1);
    v_fitting jsonb;
    v_index int;
    v_product wedge.products;
    v_portion wedge.portions;
BEGIN
    IF p_line.size_approved_by IS NOT NULL THEN
        -- Candidates come at the price of a standard portion, so they are held against that.
        p_line.unit_price_minor := wedge.sum_of(p_line.own_breakdown);
    END IF;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_line.portion_id FOR UPDATE;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_line.product_id;
    IF v_own IS NOT NULL THEN
        IF wedge.past_limit_codes(p_line.ticket_id, p_line.id) IS NOT NULL
            OR v_portion.ticket_id IS DISTINCT FROM p_line.ticket_id
            OR coalesce(v_own ->> 'grade', '') < wedge.grade_of(v_portion.inspected_score) THEN
            PERFORM wedge.refuse('portion_expired', p_line.portion_code);
        END IF;
        PERFORM wedge.check_price(v_product, v_portion, v_own);
        IF (v_own ->> 'unit_price_minor')::bigint > p_line.unit_price_minor THEN
            PERFORM wedge.refuse('bad_price', 'never dearer');
        END IF;
        UPDATE wedge.ticket_lines SET grade = v_own ->> 'grade', waits_since = NULL
         WHERE id = p_line.id;
        RETURN v_own;
    END IF;
    v_fitting := wedge.fitting_candidates(p_line, p_candidates, false, true);
    v_index := coalesce(wedge.take_first(v_fitting, p_line.ticket_id, false),
                        wedge.take_first(v_fitting, p_line.ticket_id, true));
    IF v_index IS NULL THEN
        PERFORM wedge.refuse('gone');
    END IF;
    PERFORM wedge.give_portion(p_line, p, v_fitting -> v_index ->> 'grade', p_reason,
                               clock_timestamp() + interval '1 minute')
       FROM wedge.portions p WHERE p.id = (v_fitting -> v_index ->> 'portion_id')::uuid;
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL
     WHERE id = (v_fitting -> v_index ->> 'portion_id')::uuid;
    UPDATE wedge.portions SET state = CASE WHEN state = 'wasted' THEN state ELSE 'quarantined' END,
           ticket_id = NULL, reserved_until = NULL
     WHERE id = p_line.portion_id AND ticket_id = p_line.ticket_id;
    PERFORM wedge.delay_promise(p_line.ticket_id);
    RETURN v_fitting -> v_index;
END $$;

-- p_way: accept_lower (candidates: the line's own portion, or others of a lower grade), refund or
-- wait. What is owed to the guest is paid back at once, without anybody's approval: the store could
-- not deliver what was paid, and the store's own record says so.
CREATE FUNCTION wedge.settle_line(
    p_session uuid, p_request uuid, p_line uuid, p_way text, p_candidates jsonb, p_reason text,
    p_note text, p_refund uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_after wedge.ticket_lines;
    v_taken jsonb;
    v_back bigint := 0;
    v_refund jsonb;
    v_agreed bigint;
    v_said text := btrim(coalesce(p_note, ''));
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'settle_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_way IS NULL OR p_way NOT IN ('accept_lower', 'refund', 'wait')
        OR p_reason IS NULL OR p_reason NOT IN ('age', 'temperature', 'damage', 'other')
        OR p_reason = 'other' AND v_said = '' OR char_length(v_said) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_paid(v_line.ticket_id, '{paid}');
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line FOR UPDATE;
    IF v_line.voided OR NOT wedge.must_settle(v_line) THEN
        PERFORM wedge.refuse('changed', 'its portion may be handed over');
    END IF;
    IF p_way = 'wait' THEN
        UPDATE wedge.ticket_lines SET waits_since = coalesce(waits_since, clock_timestamp())
         WHERE id = p_line;
        PERFORM wedge.delay_promise(v_line.ticket_id, wedge.policy_number(
            '{kitchen,cutting_time_s}', 600)::double precision);
    ELSIF p_way = 'accept_lower' THEN
        v_agreed := wedge.agreed_price(v_line);
        v_taken := wedge.take_lower(v_line, coalesce(p_candidates, '[]'), p_reason);
        SELECT * INTO v_after FROM wedge.ticket_lines WHERE id = p_line;
        v_after.unit_price_minor := least(v_agreed, wedge.sized_price(
            v_after, (v_taken ->> 'unit_price_minor')::int));
        v_back := least(v_agreed - v_after.unit_price_minor,
                        v_line.unit_price_minor + v_line.extras_minor - v_line.refunded_minor);
        PERFORM wedge.note_decision(
            CASE WHEN v_after.portion_id = v_line.portion_id THEN 'lowered' ELSE 'substituted' END,
            v_who.terminal_id, v_who.staff_id, v_after, v_taken, v_line.portion_id, p_reason,
            v_said, NULL, jsonb_build_array(v_taken));
    ELSE
        v_back := v_line.quantity::bigint * (v_line.unit_price_minor + v_line.extras_minor)
                  - v_line.refunded_minor;
    END IF;
    IF v_back > 0 THEN
        v_refund := wedge.refund_lines(
            p_refund, v_who.terminal_id, v_who.staff_id, v_line.ticket_id,
            jsonb_build_array(jsonb_build_object(
                'line_id', p_line, 'amount_minor', v_back,
                'goods', CASE p_way WHEN 'refund' THEN 'discarded' ELSE 'kept' END)),
            left('Quality: ' || coalesce(nullif(v_said, ''), p_reason), 200), NULL, true);
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'settle line',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line, 'way', p_way,
                           'old', v_line.portion_code, 'new', coalesce(
                               (SELECT code FROM wedge.portions
                                 WHERE id = (v_taken ->> 'portion_id')::uuid), ''),
                           'reason', p_reason, 'note', v_said, 'refunded_minor', v_back));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'settle_line', jsonb_build_object(
        'refunded_minor', v_back, 'receipt_number', v_refund -> 'receipt_number'));
END $$;

-- An order that is not paid yet: the guest keeps the held portion at its lower grade and price.
CREATE FUNCTION wedge.keep_lower(
    p_session uuid, p_request uuid, p_line uuid, p_candidate jsonb, p_reason text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_after wedge.ticket_lines;
    v_price bigint;
    v_steps jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'keep_lower');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    IF wedge.lowered_codes(v_line.ticket_id, p_line) IS NULL
        OR (p_candidate ->> 'portion_id')::uuid IS DISTINCT FROM v_line.portion_id THEN
        PERFORM wedge.refuse('changed', 'its grade is what was ordered');
    END IF;
    PERFORM wedge.take_lower(v_line, jsonb_build_array(p_candidate), p_reason);
    v_price := wedge.sized_price(v_line, (p_candidate ->> 'unit_price_minor')::int);
    -- The size that was agreed on stays, at the lower price.
    SELECT p_candidate -> 'breakdown' || coalesce(jsonb_agg(s || jsonb_build_object(
               'amount_minor', v_price - (p_candidate ->> 'unit_price_minor')::bigint)), '[]')
      INTO v_steps FROM jsonb_array_elements(v_line.breakdown) s WHERE s ->> 'reason' = 'size';
    UPDATE wedge.ticket_lines
       SET base_price_minor = (p_candidate ->> 'base_price_minor')::int,
           unit_price_minor = v_price, breakdown = v_steps,
           own_breakdown = CASE WHEN v_line.size_approved_by IS NOT NULL
                                THEN p_candidate -> 'breakdown' END,
           price_inputs = nullif(p_candidate -> 'price_inputs', 'null')
     WHERE id = p_line RETURNING * INTO v_after;
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.note_decision('lowered', v_who.terminal_id, v_who.staff_id, v_after, p_candidate,
                                v_line.portion_id, p_reason, '', NULL,
                                jsonb_build_array(p_candidate));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'keep lower grade',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'portion', v_line.portion_code, 'old_grade', v_line.grade,
                           'new_grade', v_after.grade,
                           'old_price_minor', v_line.unit_price_minor,
                           'new_price_minor', v_after.unit_price_minor));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'keep_lower', '{}');
END $$;

GRANT EXECUTE ON FUNCTION
    wedge.settle_line(uuid, uuid, uuid, text, jsonb, text, text, uuid),
    wedge.keep_lower(uuid, uuid, uuid, jsonb, text)
TO pos_app;
