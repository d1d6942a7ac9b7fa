-- Two late failures on one day say that the curve promises too much (FUL-E2.4): what was learned of it
-- is lowered, so that it passes the failed portions at the sale floor, and a manager reviews it. The
-- curve in force changes only when it is adopted.

-- The scale at which a curve comes down from p_initial to p_score at an effective age; null where
-- no curve does.
CREATE FUNCTION wedge.scale_through(
    p_product wedge.products, p_initial double precision, p_score double precision,
    p_age_s double precision
) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_age_s <= 0 OR p_score <= 0 OR p_score >= p_initial THEN NULL
                WHEN p_product.curve = 'linear' THEN 10 * p_age_s / (p_initial - p_score)
                ELSE p_age_s * exp(-ln(ln(p_initial / p_score)) / p_product.beta) END
$$;

-- For each product and unit of the subject's late failures since then. A portion that failed stood
-- at the floor at best, whatever score it was given. Never below half of the curve in force: what
-- was dropped while it was fresh says nothing of its decay.
CREATE FUNCTION wedge.lower_curves(p_subject uuid, p_since timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_pair record;
    v_product wedge.products;
    v_scale double precision;
    v_least double precision;
    v_old double precision;
BEGIN
    FOR v_pair IN
        SELECT i.product_id, i.holding_unit_id AS unit_id,
               (array_agg(i.id ORDER BY i.at))[1:20] AS ids,
               (array_agg(i.terminal_id ORDER BY i.at DESC))[1] AS terminal_id,
               (array_agg(i.staff_id ORDER BY i.at DESC))[1] AS staff_id
          FROM wedge.trouble t JOIN wedge.inspections i ON i.id = t.inspection_id
         WHERE t.subject_id = p_subject AND t.trouble = 'late_failure' AND t.at > p_since
         GROUP BY 1, 2 ORDER BY 1, 2
    LOOP
        SELECT * INTO v_product FROM wedge.products WHERE id = v_pair.product_id;
        SELECT theta INTO v_old FROM wedge.calibrations
         WHERE product_id = v_pair.product_id AND holding_unit_id = v_pair.unit_id FOR UPDATE;
        CONTINUE WHEN NOT FOUND OR v_product.e7_s IS NULL;
        v_least := wedge.curve_scale(v_product.curve, v_product.e7_s, v_product.beta) / 2;
        SELECT min(wedge.scale_through(v_product, o.initial_quality,
                   least(i.score, wedge.sale_floor()), i.effective_age_s)) INTO v_scale
          FROM wedge.inspections i JOIN wedge.portions o ON o.id = i.portion_id
         WHERE i.id = ANY (v_pair.ids);
        CONTINUE WHEN v_scale IS NULL;
        v_scale := greatest(v_scale, v_least);
        CONTINUE WHEN ln(v_scale) >= v_old;
        UPDATE wedge.calibrations
           SET theta = ln(v_scale), version = version + 1, changed_at = clock_timestamp()
         WHERE product_id = v_pair.product_id AND holding_unit_id = v_pair.unit_id;
        PERFORM wedge.task_for('curve_review', v_product.name, jsonb_build_object(
            'product_id', v_pair.product_id, 'holding_unit_id', v_pair.unit_id), 'manager',
            make_interval(secs => wedge.policy_number(
                '{food,checkpoints,failure_due_s}', 7200)::double precision),
            v_pair.terminal_id, v_pair.staff_id);
        PERFORM wedge.journal_append(v_pair.terminal_id, v_pair.staff_id, 'lower curve',
            jsonb_build_object('product_id', v_pair.product_id, 'holding_unit_id', v_pair.unit_id,
                'from_s', wedge.curve_e7(v_product.curve, exp(v_old), v_product.beta),
                'to_s', wedge.curve_e7(v_product.curve, v_scale, v_product.beta),
                'failures', to_jsonb(v_pair.ids)));
    END LOOP;
END $$;
