-- The corrective action of a deviation: cause, action, and for each lot still there what becomes of it.

-- Whether the portion was last taken off an order for a reason that no temperature mends.
CREATE FUNCTION wedge.put_aside(p_portion uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((SELECT d.kind = 'swapped' AND d.reason IN ('damaged', 'not_found')
                         OR d.kind <> 'swapped' AND d.reason IN ('damage', 'other')
                       FROM wedge.allocation_decisions d WHERE d.former_id = p_portion
                      ORDER BY d.at DESC LIMIT 1), false)
$$;

CREATE INDEX ix_allocation_decisions_former ON wedge.allocation_decisions (former_id)
    WHERE former_id IS NOT NULL;

-- Put one lot's decision into effect. The orders are locked already.
CREATE FUNCTION wedge.dispose_lot(
    p_deviation wedge.deviations, p_whole uuid, p_disposition text, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line uuid;
BEGIN
    UPDATE wedge.deviation_lots
       SET disposition = p_disposition, decided_by = p_staff, decided_at = clock_timestamp()
     WHERE deviation_id = p_deviation.id AND whole_id = p_whole
       AND disposition IS DISTINCT FROM 'waste';
    IF p_disposition = 'release' THEN
        -- What an order let go of because of it is on sale again, unless a look found it poor or
        -- somebody put it aside for another reason.
        UPDATE wedge.portions p
           SET deviation_id = NULL,
               state = CASE WHEN p.state = 'quarantined' AND w.incident_id IS NULL
                             AND wedge.quality_sells(p.quality_status)
                             AND coalesce(p.inspected_score, p.initial_quality)
                                 >= wedge.sale_floor()
                             AND NOT wedge.put_aside(p.id)
                            THEN 'available' ELSE p.state END
          FROM wedge.wholes w
         WHERE w.id = p.whole_id AND p.whole_id = p_whole AND p.deviation_id = p_deviation.id;
    ELSIF p_disposition = 'waste' THEN
        FOR v_line IN
            SELECT l.id FROM wedge.portions p JOIN wedge.ticket_lines l
                ON (l.portion_id = p.id OR l.id = p.part_of)
               AND l.ticket_id = p.ticket_id AND NOT l.voided
             WHERE p.whole_id = p_whole AND p.deviation_id = p_deviation.id
               AND p.state = 'reserved' ORDER BY l.id
        LOOP
            PERFORM wedge.drop_line(v_line);
        END LOOP;
        WITH gone AS (
            UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL
             WHERE whole_id = p_whole AND deviation_id = p_deviation.id
               AND state IN ('available', 'quarantined', 'in_doubt')
            RETURNING id, product_id)
        INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id,
                                 terminal_id)
        SELECT gen_random_uuid(), p.id, g.id, 'temperature deviation', p.cost_minor, p_staff,
               p_terminal
          FROM gone g JOIN wedge.products p ON p.id = g.product_id;
    END IF;
END $$;

-- The lots of a deviation of which something is still there, gates, orders and portions locked as
-- everywhere.
CREATE FUNCTION wedge.lock_deviation_lots(p_deviation uuid) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_lots uuid[] := coalesce((
        SELECT array_agg(whole_id) FROM wedge.deviation_lots WHERE deviation_id = p_deviation), '{}');
BEGIN
    PERFORM wedge.shut_lots(v_lots);
    PERFORM wedge.lock_lots(v_lots);
    RETURN coalesce((SELECT array_agg(DISTINCT whole_id) FROM wedge.portions
                      WHERE deviation_id = p_deviation AND state NOT IN ('served', 'wasted')), '{}');
END $$;

-- Only who answers for food safety lets food that was outside its limits go back on sale, and only
-- while its unit keeps them.
CREATE FUNCTION wedge.check_release(p_role text, p_unit uuid) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_unit wedge.holding_units;
BEGIN
    IF p_role NOT IN ('manager', 'food_safety_manager', 'administrator') THEN
        PERFORM wedge.refuse('not_permitted', 'release');
    END IF;
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_unit;
    IF NOT wedge.unit_proven(v_unit, wedge.settings_document(), clock_timestamp()) THEN
        PERFORM wedge.refuse('temperature_violated', v_unit.name);
    END IF;
END $$;

CREATE FUNCTION wedge.complete_correction(
    p_session uuid, p_request uuid, p_deviation uuid, p_cause text, p_action text, p_lots jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_open wedge.deviations;
    v_lots uuid[];
    v_codes text;
    v_each record;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'complete_correction');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_cause, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    ELSIF char_length(btrim(coalesce(p_action, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'action');
    ELSIF p_lots IS NULL OR jsonb_typeof(p_lots) <> 'object' THEN
        PERFORM wedge.refuse('disposition_missing');
    END IF;
    SELECT * INTO v_open FROM wedge.deviations WHERE id = p_deviation FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'deviation');
    ELSIF v_open.state <> 'open' THEN
        PERFORM wedge.refuse('changed', v_open.state);
    END IF;
    v_lots := wedge.lock_deviation_lots(p_deviation);
    SELECT string_agg(code, ', ' ORDER BY code) INTO v_codes FROM wedge.wholes
     WHERE id = ANY (v_lots)
       AND coalesce(p_lots ->> id::text, '') NOT IN ('release', 'hold', 'waste');
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('disposition_missing', v_codes);
    END IF;
    FOR v_each IN
        SELECT id, p_lots ->> id::text AS disposition FROM unnest(v_lots) id ORDER BY id
    LOOP
        IF v_each.disposition = 'release' THEN
            PERFORM wedge.check_release(v_who.role, v_open.holding_unit_id);
        END IF;
        PERFORM wedge.dispose_lot(v_open, v_each.id, v_each.disposition, v_who.terminal_id,
                                  v_who.staff_id);
    END LOOP;
    UPDATE wedge.deviations
       SET state = 'closed', cause = btrim(p_cause), action = btrim(p_action),
           closed_by = v_who.staff_id, closed_at = clock_timestamp()
     WHERE id = p_deviation;
    PERFORM wedge.task_done(kind, subject, left(btrim(p_cause) || ' · ' || btrim(p_action), 500),
                            v_who.terminal_id, v_who.staff_id)
       FROM wedge.tasks WHERE id = v_open.task_id;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'corrective action',
        jsonb_build_object('deviation_id', p_deviation, 'number', v_open.number,
                           'cause', btrim(p_cause), 'action', btrim(p_action), 'lots', p_lots));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'complete_correction', '{}');
END $$;

-- A lot that was put on hold is released or wasted later; so is what an order held when the rest of its
-- lot was wasted, once it is back.
CREATE FUNCTION wedge.decide_held_lot(
    p_session uuid, p_request uuid, p_deviation uuid, p_whole uuid, p_disposition text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_closed wedge.deviations;
    v_lots uuid[];
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'decide_held_lot');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_disposition IS NULL OR p_disposition NOT IN ('release', 'waste') THEN
        PERFORM wedge.refuse('disposition_missing');
    END IF;
    SELECT * INTO v_closed FROM wedge.deviations WHERE id = p_deviation FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'deviation');
    ELSIF v_closed.state <> 'closed' THEN
        PERFORM wedge.refuse('not_ready', 'corrective action');
    END IF;
    v_lots := wedge.lock_deviation_lots(p_deviation);
    IF NOT EXISTS (SELECT FROM wedge.deviation_lots WHERE deviation_id = p_deviation
                      AND whole_id = p_whole AND (
                          disposition = 'hold' OR disposition = 'waste' AND p_disposition = 'waste'))
        OR p_whole <> ALL (v_lots)
    THEN
        PERFORM wedge.refuse('changed', 'not on hold');
    END IF;
    IF p_disposition = 'release' THEN
        PERFORM wedge.check_release(v_who.role, v_closed.holding_unit_id);
    END IF;
    PERFORM wedge.dispose_lot(v_closed, p_whole, p_disposition, v_who.terminal_id,
                              v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'decide held lot',
        jsonb_build_object('deviation_id', p_deviation, 'number', v_closed.number,
                           'whole_id', p_whole, 'disposition', p_disposition));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'decide_held_lot', '{}');
END $$;
