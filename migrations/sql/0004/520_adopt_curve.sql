-- A manager puts a learned curve in force for the product: it moves prices with the scores, so food
-- safety alone does not decide it (POS-A2.2 of models: replaced only by a manager).
CREATE OR REPLACE FUNCTION wedge.adopt_curve(p_session uuid, p_request uuid, p_product uuid, p_unit uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_state wedge.calibrations;
    v_old double precision;
    v_new double precision;
    v_review jsonb := jsonb_build_object('product_id', p_product, 'holding_unit_id', p_unit);
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'adopt_curve');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_state FROM wedge.calibrations
     WHERE product_id = p_product AND holding_unit_id = p_unit FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'calibration');
    ELSIF v_state.inspections < wedge.policy_number('{food,calibration,propose_after}', 5)
        -- One that late failures lowered is reviewed at once.
        AND NOT EXISTS (SELECT FROM wedge.tasks WHERE kind = 'curve_review' AND state = 'open'
                           AND subject = v_review) THEN
        PERFORM wedge.refuse('not_ready', v_state.inspections::text);
    END IF;
    SELECT e7_s INTO v_old FROM wedge.products WHERE id = p_product FOR UPDATE;
    UPDATE wedge.products
       SET e7_s = wedge.curve_e7(curve, exp(v_state.theta), beta)
     WHERE id = p_product RETURNING e7_s INTO v_new;
    PERFORM wedge.task_done('curve_review', v_review, 'put in force', v_who.terminal_id,
                            v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'adopt curve',
        jsonb_build_object('product_id', p_product, 'holding_unit_id', p_unit, 'from_s', v_old,
                           'to_s', v_new, 'inspections', v_state.inspections,
                           'version', v_state.version));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'adopt_curve',
                          jsonb_build_object('e7_s', v_new));
END $$;
