-- What a failed or poor look sets off beside the portion itself.
CREATE OR REPLACE FUNCTION wedge.after_failure(
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
    -- The store's own expectation decides; a terminal's word counts where there is no curve.
    IF NOT p_seen.passed
        OR wedge.is_under_curve(coalesce(p_seen.expected, p_seen.predicted), p_seen.score)
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
