-- Somebody looks at a portion. What was seen is its score at once; what failed leaves sale, and in
-- the same transaction the order that waits for it gets the first fitting candidate.

CREATE FUNCTION wedge.grade_of(p_score double precision) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE
        WHEN p_score < wedge.sale_floor()
            OR p_score < wedge.policy_number('{quality,grade_c}', 7) THEN NULL
        WHEN p_score >= wedge.policy_number('{quality,grade_a}', 9) THEN 'A'
        WHEN p_score >= wedge.policy_number('{quality,grade_b}', 8) THEN 'B'
        ELSE 'C' END
$$;

-- Whether a temperature breaks the limits in force for the unit: the jurisdiction's, tightened by
-- the unit's own (app/domain/safety_limits.py; the probe's uncertainty makes it unproven, not wrong).
CREATE FUNCTION wedge.breaks_limits(p_unit uuid, p_temperature int) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(CASE kind
        WHEN 'hot' THEN p_temperature < greatest(min_temperature_mc,
            wedge.policy_number('{food,jurisdiction,hot_min_mc}', 60000))
        WHEN 'cold' THEN p_temperature > least(max_temperature_mc,
            wedge.policy_number('{food,jurisdiction,cold_max_mc}', 5000))
        ELSE p_temperature < min_temperature_mc OR p_temperature > max_temperature_mc
        END, false)
      FROM wedge.holding_units WHERE id = p_unit
$$;

CREATE FUNCTION wedge.check_seen(p_seen jsonb, p_prediction jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT coalesce((p_seen ->> 'score')::numeric BETWEEN 0 AND 10, false) THEN
        PERFORM wedge.refuse('bad_quantity', 'score');
    ELSIF NOT coalesce((p_prediction ->> 'score')::numeric BETWEEN 0 AND 10
                       AND (p_prediction ->> 'effective_age_s')::numeric BETWEEN 0 AND 1e12, false)
    THEN
        PERFORM wedge.refuse('bad_quantity', 'prediction');
    ELSIF NOT coalesce(p_seen ->> 'kind' IN ('checkpoint', 'random', 'recheck', 'handover'), false)
        OR (p_seen ->> 'kind' IN ('checkpoint', 'handover')) <> (p_seen ->> 'step' IS NOT NULL)
        OR p_seen ->> 'step' NOT IN ('after_cut', 'on_display', 'handover')
    THEN
        PERFORM wedge.refuse('bad_text', 'kind');
    ELSIF (p_seen ->> 'temperature_mc')::int NOT BETWEEN -60000 AND 300000 THEN
        PERFORM wedge.refuse('bad_quantity', 'temperature');
    ELSIF jsonb_array_length(p_seen -> 'causes') > 10
        OR EXISTS (SELECT FROM jsonb_array_elements_text(p_seen -> 'causes') c
                    WHERE char_length(btrim(c)) NOT BETWEEN 1 AND 40)
        OR char_length(p_seen ->> 'note') > 500
    THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    END IF;
EXCEPTION WHEN invalid_text_representation THEN
    PERFORM wedge.refuse('bad_quantity', 'inspection');
END $$;

-- Lock in the order every seller uses: the ticket, then its portion.
CREATE FUNCTION wedge.lock_portion(p_portion uuid) RETURNS wedge.portions
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_portion wedge.portions;
    v_ticket uuid;
BEGIN
    SELECT ticket_id INTO v_ticket FROM wedge.portions WHERE id = p_portion;
    PERFORM FROM wedge.tickets WHERE id = v_ticket FOR UPDATE;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_portion FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    ELSIF v_portion.ticket_id IS DISTINCT FROM v_ticket THEN
        PERFORM wedge.refuse('changed', v_portion.state);
    ELSIF v_portion.state IN ('served', 'wasted') THEN
        PERFORM wedge.refuse('changed', v_portion.state);
    END IF;
    RETURN v_portion;
END $$;

-- The first candidate of the line's product that is free and of the grade on the line, or a better
-- one, takes the portion's place; the price on the line stays. What happens to the old portion is
-- the caller's. Answers the new portion, or null.
CREATE FUNCTION wedge.stand_in(
    p_portion wedge.portions, p_line wedge.ticket_lines, p_candidates jsonb, p_reason text,
    p_note text, p_terminal uuid, p_staff uuid
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_fitting jsonb;
    v_index int;
    v_new wedge.portions;
    v_after wedge.ticket_lines;
BEGIN
    SELECT coalesce(jsonb_agg(c.value ORDER BY c.ordinality), '[]') INTO v_fitting
      FROM jsonb_array_elements(coalesce(p_candidates, '[]')) WITH ORDINALITY c
      JOIN wedge.portions p ON p.id = (c.value ->> 'portion_id')::uuid
     WHERE p.product_id = p_line.product_id AND p.recheck_at IS NULL
       AND c.value ->> 'grade' <= coalesce(p_line.grade, 'Z');
    v_index := coalesce(wedge.take_first(v_fitting, p_line.ticket_id, false),
                        wedge.take_first(v_fitting, p_line.ticket_id, true));
    IF v_index IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT * INTO v_new FROM wedge.portions
     WHERE id = (v_fitting -> v_index ->> 'portion_id')::uuid;
    v_after := wedge.give_portion(p_line, v_new, v_fitting -> v_index ->> 'grade', p_reason,
                                  coalesce(p_portion.reserved_until,
                                           clock_timestamp() + interval '1 minute'));
    IF p_portion.state = 'reserved' THEN
        -- An own size ends with its portion, and its price with it.
        IF p_line.asked_mg IS NOT NULL THEN
            PERFORM wedge.sum_ticket(p_line.ticket_id);
        END IF;
    ELSE
        UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = v_new.id;
        PERFORM wedge.delay_promise(p_line.ticket_id);
    END IF;
    PERFORM wedge.note_decision('substituted', p_terminal, p_staff, v_after,
                                v_fitting -> v_index, p_portion.id, p_reason, p_note, NULL,
                                v_fitting);
    RETURN v_new.id;
END $$;

-- Why a portion was replaced, in the words of substitutions.
CREATE FUNCTION wedge.substitution_reason(p_causes text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((SELECT c FROM unnest(p_causes) c
                      WHERE c IN ('temperature', 'damage', 'age') LIMIT 1), 'other')
$$;

-- Put another portion on a line, reserved for its ticket; the kitchen begins it anew.
CREATE FUNCTION wedge.give_portion(
    p_line wedge.ticket_lines, p_new wedge.portions, p_grade text, p_reason text,
    p_until timestamptz
) RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line wedge.ticket_lines;
BEGIN
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_line.ticket_id,
           reserved_until = p_until WHERE id = p_new.id;
    UPDATE wedge.ticket_lines
       SET portion_id = p_new.id, portion_code = p_new.code, place = p_new.place,
           weight_mg = p_new.weight_mg, grade = p_grade,
           kitchen_state = CASE kitchen_state WHEN 'none' THEN 'none' ELSE 'queued' END,
           verified_at = NULL, verified_temperature_mc = NULL, choice_reason = 'substituted',
           waits_since = NULL,
           former_code = p_line.portion_code, former_reason = p_reason,
           holding_unit_name = (SELECT name FROM wedge.holding_units
                                 WHERE id = p_new.holding_unit_id)
     WHERE id = p_line.id RETURNING * INTO v_line;
    RETURN v_line;
END $$;

-- What a failed or poor look sets off beside the portion itself.
CREATE FUNCTION wedge.after_failure(
    p_seen wedge.inspections, p_portion wedge.portions, p_product wedge.products
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_due interval := make_interval(secs => wedge.policy_number(
        '{food,checkpoints,failure_due_s}', 7200)::double precision);
    v_title text := p_product.name || ' · ' || p_portion.code;
    v_subject jsonb := jsonb_build_object('inspection_id', p_seen.id,
        'portion_id', p_portion.id, 'product_id', p_product.id);
BEGIN
    IF NOT p_seen.passed OR round((p_seen.predicted - p_seen.score) * 1000)
        >= round(wedge.policy_number('{food,checkpoints,under_curve_points}', 1) * 1000)
    THEN
        PERFORM wedge.task_for('investigation', v_title, v_subject || jsonb_build_object(
            'cause', CASE WHEN p_seen.passed THEN 'under_curve' ELSE 'failed_checkpoint' END),
            'manager', v_due, p_seen.terminal_id, p_seen.staff_id);
    END IF;
    IF wedge.breaks_limits(p_portion.holding_unit_id, p_seen.temperature_mc) THEN
        PERFORM wedge.task_for('deviation', v_title, v_subject || jsonb_build_object(
            'holding_unit_id', p_portion.holding_unit_id,
            'temperature_mc', p_seen.temperature_mc),
            'food_safety_manager', v_due, p_seen.terminal_id, p_seen.staff_id);
    END IF;
    IF p_seen.passed THEN
        RETURN;
    END IF;
    PERFORM wedge.open_improvements(p_product, p_seen.causes, p_seen.terminal_id,
                                    p_seen.staff_id);
    -- A score that fell too low may be put right by a second look; any other failure is final, and
    -- before the sale it holds the whole batch for a reviewer.
    IF p_seen.score >= wedge.sale_floor() AND p_portion.quality_status <> 'failed' THEN
        IF p_seen.late THEN
            PERFORM wedge.hold_for_review(ARRAY[p_portion.id], 'failed', p_seen.causes,
                                          p_seen.staff_id);
        ELSE
            PERFORM wedge.fail_of_batch(p_portion.id, p_seen.causes[1], p_seen.terminal_id,
                                        p_seen.staff_id);
        END IF;
    END IF;
    IF p_seen.late THEN
        UPDATE wedge.portions SET recheck_at = p_seen.at
         WHERE whole_id = p_portion.whole_id AND holding_unit_id = p_portion.holding_unit_id
           AND id <> p_portion.id AND state NOT IN ('served', 'wasted');
        PERFORM wedge.note_trouble(p_product.id, 'late_failure', p_seen.id);
        PERFORM wedge.note_trouble(p_portion.holding_unit_id, 'late_failure', p_seen.id);
    END IF;
END $$;

-- What the portion and its lot are from now on.
CREATE FUNCTION wedge.apply_inspection(p_seen wedge.inspections, p_portion wedge.portions)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_last wedge.inspections;
    v_state text := p_portion.state;
BEGIN
    SELECT * INTO v_last FROM wedge.inspections
     WHERE portion_id = p_portion.id AND id <> p_seen.id ORDER BY at DESC LIMIT 1;
    IF NOT p_seen.passed AND v_state <> 'in_doubt' THEN
        v_state := 'quarantined';
    ELSIF p_seen.passed AND v_state = 'quarantined'
        AND p_portion.inspected_score < wedge.sale_floor()
        AND NOT coalesce(NOT v_last.passed AND v_last.causes && '{temperature}', false) THEN
        -- It was taken out for its score alone, and a second look finds it good enough.
        v_state := 'available';
    END IF;
    UPDATE wedge.portions
       SET inspected_at = p_seen.at, inspected_score = p_seen.score,
           recheck_at = CASE WHEN p_seen.passed THEN NULL ELSE recheck_at END,
           state = v_state,
           ticket_id = CASE WHEN v_state IN ('quarantined', 'available') THEN NULL
                            ELSE ticket_id END,
           reserved_until = CASE WHEN v_state = 'reserved' THEN reserved_until END
     WHERE id = p_portion.id;
    -- A step or a recheck is a look at the lot: its portions in this unit have that score.
    IF p_seen.kind IN ('checkpoint', 'recheck') AND p_portion.recheck_at IS NULL
        AND (p_seen.passed OR p_seen.score < wedge.sale_floor()) THEN
        UPDATE wedge.portions SET inspected_at = p_seen.at, inspected_score = p_seen.score
         WHERE whole_id = p_portion.whole_id AND holding_unit_id = p_portion.holding_unit_id
           AND id <> p_portion.id AND recheck_at IS NULL
           AND state IN ('available', 'reserved', 'committed');
    END IF;
    IF p_seen.step IN ('after_cut', 'on_display') THEN
        UPDATE wedge.wholes SET checks_missing = CASE
            WHEN p_seen.passed THEN array_remove(checks_missing, p_seen.step)
            ELSE (SELECT array_agg(s ORDER BY s) FROM (
                      SELECT unnest(checks_missing) UNION SELECT p_seen.step) x (s)) END
         WHERE id = p_portion.whole_id;
    END IF;
END $$;

CREATE FUNCTION wedge.record_inspection(
    p_session uuid, p_request uuid, p_inspection uuid, p_portion uuid, p_seen jsonb,
    p_prediction jsonb, p_candidates jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_portion wedge.portions;
    v_product wedge.products;
    v_line wedge.ticket_lines;
    v_owed text[];
    v_seen wedge.inspections;
    v_curve record;
    v_new uuid;
    v_tickets uuid[];
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'record_inspection');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.check_seen(p_seen, p_prediction);
    v_tickets := wedge.lock_orders_of_lot(p_portion);
    v_portion := wedge.lock_portion(p_portion);
    IF (p_seen ->> 'epoch')::int <> v_portion.epoch THEN
        PERFORM wedge.refuse('changed', v_portion.state);
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_portion.product_id;
    SELECT checks_missing INTO v_owed FROM wedge.wholes WHERE id = v_portion.whole_id FOR UPDATE;
    IF p_seen ->> 'step' = 'on_display' AND 'after_cut' = ANY (v_owed)
        OR p_seen ->> 'step' = 'handover' AND cardinality(v_owed) > 0
            -- What is bad may be taken out whatever is owed.
            AND coalesce((p_seen ->> 'passed')::boolean, true)
            AND (p_seen ->> 'score')::numeric >= wedge.sale_floor() THEN
        PERFORM wedge.refuse('checkpoint_missing', v_owed[1]);
    END IF;
    v_seen.id := p_inspection;
    v_seen.at := clock_timestamp();
    v_seen.portion_id := v_portion.id;
    v_seen.whole_id := v_portion.whole_id;
    v_seen.product_id := v_portion.product_id;
    v_seen.holding_unit_id := v_portion.holding_unit_id;
    v_seen.kind := p_seen ->> 'kind';
    v_seen.step := p_seen ->> 'step';
    v_seen.score := (p_seen ->> 'score')::double precision;
    v_seen.temperature_mc := (p_seen ->> 'temperature_mc')::int;
    v_seen.note := btrim(coalesce(p_seen ->> 'note', ''));
    SELECT coalesce(array_agg(DISTINCT lower(btrim(c))), '{}') INTO v_seen.causes
      FROM jsonb_array_elements_text(p_seen -> 'causes') c;
    IF wedge.breaks_limits(v_portion.holding_unit_id, v_seen.temperature_mc)
        AND NOT v_seen.causes && '{temperature}' THEN
        v_seen.causes := v_seen.causes || 'temperature'::text;
    END IF;
    v_seen.passed := coalesce((p_seen ->> 'passed')::boolean, true)
        AND v_seen.score >= wedge.sale_floor()
        AND NOT wedge.breaks_limits(v_portion.holding_unit_id, v_seen.temperature_mc);
    IF NOT v_seen.passed AND cardinality(v_seen.causes) = 0 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    END IF;
    v_seen.late := NOT v_seen.passed
        AND (v_seen.kind = 'handover' OR v_portion.state IN ('reserved', 'committed'));
    v_seen.predicted := (p_prediction ->> 'score')::double precision;
    v_seen.effective_age_s := (p_prediction ->> 'effective_age_s')::double precision;
    v_seen.staff_id := v_who.staff_id;
    v_seen.terminal_id := v_who.terminal_id;
    SELECT * INTO v_curve FROM wedge.calibrate(
        v_product, v_portion.holding_unit_id, v_portion.initial_quality, v_seen.effective_age_s,
        v_seen.score);
    v_seen.curve_score := v_curve.predicted;
    v_seen.curve_sd := v_curve.sd;
    INSERT INTO wedge.inspections SELECT v_seen.*;
    SELECT * INTO v_line FROM wedge.ticket_lines
     WHERE portion_id = v_portion.id AND ticket_id = v_portion.ticket_id AND NOT voided;
    PERFORM wedge.apply_inspection(v_seen, v_portion);
    IF v_portion.state IN ('reserved', 'committed') AND v_line.id IS NOT NULL
        AND v_line.grade < coalesce(wedge.grade_of(v_seen.score), 'Z') THEN
        PERFORM wedge.note_trouble(v_product.id, 'degraded_in_order', v_seen.id);
    END IF;
    PERFORM wedge.after_failure(v_seen, v_portion, v_product);
    IF NOT v_seen.passed AND v_portion.state = 'available' THEN
        -- Blocked from now on: whoever still means to sell it has seen another version.
        UPDATE wedge.portions SET epoch = epoch + 1 WHERE id = v_portion.id;
    END IF;
    IF v_seen.late AND v_line.id IS NOT NULL THEN
        -- After the siblings were marked: none of them may stand in.
        v_new := wedge.stand_in(
            v_portion, v_line, wedge.candidates_of(p_candidates, v_line.id, v_seen.score),
            wedge.substitution_reason(v_seen.causes), wedge.substitution_note(v_seen),
            v_who.terminal_id, v_who.staff_id);
    END IF;
    IF v_seen.score < wedge.sale_floor() THEN
        PERFORM wedge.replace_fallen(v_seen, p_candidates, v_tickets);
    END IF;
    PERFORM wedge.re_inspected(v_portion.whole_id, v_who.terminal_id, v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'inspect',
        jsonb_build_object('inspection_id', v_seen.id, 'portion', v_portion.code,
                           'kind', v_seen.kind, 'step', v_seen.step, 'score', v_seen.score,
                           'predicted', v_seen.predicted, 'passed', v_seen.passed,
                           'causes', v_seen.causes, 'temperature_mc', v_seen.temperature_mc,
                           'stand_in', v_new));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'record_inspection', jsonb_build_object(
        'passed', v_seen.passed, 'late', v_seen.late, 'stand_in', v_new));
END $$;
