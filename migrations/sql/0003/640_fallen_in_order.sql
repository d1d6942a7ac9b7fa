-- A portion of an order fell below what was sold: what stands in for it, and what the guest is told.

ALTER TABLE wedge.tickets
    ADD COLUMN delayed_from TIMESTAMP WITH TIME ZONE,
    ADD COLUMN delayed_at TIMESTAMP WITH TIME ZONE;

ALTER TABLE wedge.allocation_decisions
    DROP CONSTRAINT ck_allocation_decisions_kind_known,
    ADD CONSTRAINT ck_allocation_decisions_kind_known CHECK (
        kind IN ('chosen', 'swapped', 'upgraded', 'declined', 'substituted', 'explained'));

-- The guest is told a later time: from now, or from the time promised so far. Once per transaction;
-- the time promised first is kept. Without p_by_s by what a replacement takes.
CREATE FUNCTION wedge.delay_promise(p_ticket uuid, p_by_s double precision DEFAULT NULL)
RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.tickets
       SET delayed_from = coalesce(delayed_from, promised_at),
           delayed_at = clock_timestamp(),
           promised_at = greatest(promised_at, clock_timestamp()) + make_interval(
               secs => coalesce(p_by_s, wedge.policy_number('{kitchen,remake_s}', 120)))
     WHERE id = p_ticket AND state = 'paid' AND promised_at IS NOT NULL
       AND (delayed_at IS NULL OR delayed_at < transaction_timestamp())
$$;

-- The codes of a ticket's portions (or of one line's) that were found to be of a lower grade than
-- was sold, though still fit for sale; else null.
CREATE FUNCTION wedge.lowered_codes(p_ticket uuid, p_line uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(l.portion_code, ', ' ORDER BY l.position)
      FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
     WHERE l.ticket_id = p_ticket AND l.id = coalesce(p_line, l.id) AND NOT l.voided
       AND l.kitchen_state <> 'served' AND p.ticket_id = l.ticket_id
       AND p.inspected_score IS NOT NULL AND wedge.grade_of(p.inspected_score) > l.grade
$$;

-- Whether a portion was found below the sale floor.
CREATE FUNCTION wedge.must_block(p_portion uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(inspected_score < wedge.sale_floor(), false)
      FROM wedge.portions WHERE id = p_portion
$$;

-- The codes of portions that stand in for another without anybody having said why.
CREATE FUNCTION wedge.unexplained_codes(p_ticket uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(portion_code, ', ' ORDER BY position)
      FROM wedge.ticket_lines
     WHERE ticket_id = p_ticket AND NOT voided AND kitchen_state IN ('queued', 'verified')
       AND choice_reason = 'substituted' AND former_code IS NOT NULL AND former_reason = ''
$$;

-- Lock every order that holds a portion of the same lot, before any portion: the sellers' order.
CREATE FUNCTION wedge.lock_orders_of_lot(p_portion uuid) RETURNS uuid[]
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH orders AS (
        SELECT t.id FROM wedge.tickets t
         WHERE t.id IN (SELECT o.ticket_id FROM wedge.portions p
                          JOIN wedge.portions o ON o.whole_id = p.whole_id
                         WHERE p.id = p_portion AND o.state IN ('reserved', 'committed'))
         ORDER BY t.id FOR UPDATE)
    SELECT coalesce(array_agg(id), '{}') FROM orders
$$;

-- The candidates for one line: one list for whoever it is, or a list per line; each with the score
-- of the portion that is replaced.
CREATE FUNCTION wedge.candidates_of(p_candidates jsonb, p_line uuid, p_former double precision)
RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(c.value || jsonb_build_object(
               'former_score_milli', round(p_former * 1000)::int) ORDER BY c.ordinality), '[]')
      FROM jsonb_array_elements(CASE jsonb_typeof(p_candidates)
               WHEN 'object' THEN coalesce(p_candidates -> p_line::text, '[]')
               WHEN 'array' THEN p_candidates ELSE '[]' END) WITH ORDINALITY c
$$;

-- What was written down, else what was found wrong: no substitution without a word.
CREATE FUNCTION wedge.substitution_note(p_seen wedge.inspections) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(nullif(p_seen.note, ''), array_to_string(p_seen.causes, ', '))
$$;

-- A look at the lot found all of it below the floor: each portion of it that an order waits for is
-- blocked, and its stand-in reserved, in the transaction of the look.
CREATE FUNCTION wedge.replace_fallen(
    p_seen wedge.inspections, p_candidates jsonb, p_tickets uuid[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_portion wedge.portions;
    v_line wedge.ticket_lines;
BEGIN
    FOR v_portion IN
        SELECT * FROM wedge.portions
         WHERE whole_id = p_seen.whole_id AND holding_unit_id = p_seen.holding_unit_id
           AND id <> p_seen.portion_id AND inspected_at = p_seen.at
           AND state IN ('reserved', 'committed') AND ticket_id = ANY (p_tickets)
         ORDER BY id FOR UPDATE
    LOOP
        SELECT * INTO v_line FROM wedge.ticket_lines
         WHERE portion_id = v_portion.id AND ticket_id = v_portion.ticket_id AND NOT voided;
        CONTINUE WHEN NOT FOUND OR v_line.kitchen_state = 'served';
        PERFORM wedge.stand_in(
            v_portion, v_line, wedge.candidates_of(p_candidates, v_line.id, p_seen.score),
            wedge.substitution_reason(p_seen.causes), wedge.substitution_note(p_seen),
            p_seen.terminal_id, p_seen.staff_id);
        UPDATE wedge.portions SET state = 'quarantined', ticket_id = NULL, reserved_until = NULL
         WHERE id = v_portion.id;
        PERFORM wedge.note_trouble(p_seen.product_id, 'degraded_in_order', p_seen.id);
    END LOOP;
END $$;

-- Why a portion must be replaced, as far as the last look at it tells; else empty.
CREATE FUNCTION wedge.looked_reason(p_portion wedge.portions) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE
        WHEN p_portion.expires_at <= clock_timestamp() THEN 'age'
        WHEN p_portion.inspected_at IS NULL THEN ''
        ELSE coalesce((
            SELECT CASE WHEN i.passed THEN 'age' ELSE wedge.substitution_reason(i.causes) END
              FROM wedge.inspections i
             WHERE i.at = p_portion.inspected_at AND i.whole_id = p_portion.whole_id), '') END
$$;

-- The words of that look.
CREATE FUNCTION wedge.looked_note(p_portion wedge.portions) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((SELECT wedge.substitution_note(i) FROM wedge.inspections i
                      WHERE i.at = p_portion.inspected_at AND i.whole_id = p_portion.whole_id), '')
$$;

-- Say why a line's portion was replaced; without it the line is not served (POS-E3.3).
CREATE FUNCTION wedge.explain_replacement(
    p_session uuid, p_request uuid, p_line uuid, p_reason text, p_note text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_former uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'explain_replacement');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_reason IS NULL OR p_reason NOT IN ('age', 'temperature', 'damage', 'other')
        OR p_reason = 'other' AND btrim(coalesce(p_note, '')) = ''
        OR char_length(coalesce(p_note, '')) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_paid(v_line.ticket_id, '{open,paid}');
    UPDATE wedge.ticket_lines SET former_reason = p_reason
     WHERE id = p_line AND former_code IS NOT NULL AND former_reason = '' AND NOT voided
    RETURNING * INTO v_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'nothing to explain');
    END IF;
    SELECT former_id INTO v_former FROM wedge.allocation_decisions
     WHERE line_id = p_line AND kind = 'substituted' ORDER BY at DESC LIMIT 1;
    PERFORM wedge.note_decision('explained', v_who.terminal_id, v_who.staff_id, v_line,
        jsonb_build_object('portion_id', v_line.portion_id, 'grade', v_line.grade,
                           'breakdown', v_line.breakdown),
        v_former, p_reason, p_note, NULL, '[]');
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'explain replacement',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'old', v_line.former_code, 'new', v_line.portion_code,
                           'reason', p_reason, 'note', btrim(coalesce(p_note, ''))));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'explain_replacement', '{}');
END $$;

GRANT EXECUTE ON FUNCTION wedge.explain_replacement(uuid, uuid, uuid, text, text)
TO pos_app, kds_app, backoffice_app;
