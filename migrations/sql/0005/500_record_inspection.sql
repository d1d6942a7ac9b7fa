-- Somebody looks at a portion (0003/330_record_inspection.sql). Who finds food to be bad takes it
-- from sale whatever their training; only a look that lets it stay is a signature.
CREATE OR REPLACE FUNCTION wedge.record_inspection(
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
    -- All of the lot by id: a bad one marks its siblings.
    PERFORM FROM wedge.portions WHERE state NOT IN ('served', 'wasted') AND whole_id = (
        SELECT whole_id FROM wedge.portions WHERE id = p_portion) ORDER BY id FOR UPDATE;
    v_portion := wedge.lock_portion(p_portion);
    IF (p_seen ->> 'epoch')::int <> v_portion.epoch THEN
        PERFORM wedge.refuse('changed', v_portion.state);
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_portion.product_id;
    -- A portion on its way into an order refers to its lot (FOR KEY SHARE): whoever locks the lot to
    -- change it, and then its portions, must not lock its key, or the two wait for each other.
    SELECT checks_missing INTO v_owed FROM wedge.wholes
     WHERE id = v_portion.whole_id FOR NO KEY UPDATE;
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
    IF v_seen.passed THEN
        PERFORM wedge.require_training(v_who.staff_id, CASE v_seen.step
            WHEN 'after_cut' THEN '{quality,portioning}'::text[] ELSE '{quality}' END);
    END IF;
    IF NOT v_seen.passed AND cardinality(v_seen.causes) = 0 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    END IF;
    v_seen.late := NOT v_seen.passed
        AND (v_seen.kind = 'handover' OR v_portion.state IN ('reserved', 'committed'));
    -- What the terminal said is kept beside what the store works out itself, and decides nothing.
    v_seen.expected := wedge.expected_score(v_portion, v_seen.at);
    v_seen.predicted := (p_prediction ->> 'score')::double precision;
    v_seen.effective_age_s := wedge.effective_age(v_portion, v_seen.at);
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
                           'predicted', v_seen.predicted, 'expected', v_seen.expected,
                           'passed', v_seen.passed,
                           'causes', v_seen.causes, 'temperature_mc', v_seen.temperature_mc,
                           'stand_in', v_new));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'record_inspection', jsonb_build_object(
        'passed', v_seen.passed, 'late', v_seen.late, 'stand_in', v_new));
END $$;
