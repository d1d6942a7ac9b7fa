-- A manager puts a learned curve in force for the product: it moves prices with the scores, so food
-- safety alone does not decide it (POS-A2.2 of models: replaced only by a manager). It is a change of
-- the curve like one by hand: with a second person, and kept as a version (change_curve). p_e7_s is
-- what was approved; it has to be what inspections teach now, to the second.
DROP FUNCTION wedge.adopt_curve(uuid, uuid, uuid, uuid);

CREATE FUNCTION wedge.adopt_curve(
    p_session uuid, p_request uuid, p_product uuid, p_unit uuid, p_e7_s double precision,
    p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_state wedge.calibrations;
    v_old wedge.products;
    v_new wedge.products;
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
    SELECT * INTO v_old FROM wedge.products WHERE id = p_product FOR UPDATE;
    IF abs(wedge.curve_e7(v_old.curve, exp(v_state.theta), v_old.beta) - p_e7_s) > 1
        OR p_e7_s IS NULL THEN
        PERFORM wedge.refuse('changed', 'calibration');
    END IF;
    v_new := v_old;
    v_new.e7_s := p_e7_s;
    PERFORM wedge.change_curve(v_old, v_new, p_approval, v_who.terminal_id, v_who.staff_id);
    UPDATE wedge.products SET e7_s = p_e7_s WHERE id = p_product;
    PERFORM wedge.task_done('curve_review', v_review, 'put in force', v_who.terminal_id,
                            v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'adopt curve',
        jsonb_build_object('product_id', p_product, 'holding_unit_id', p_unit, 'from_s', v_old.e7_s,
                           'to_s', p_e7_s, 'inspections', v_state.inspections,
                           'version', v_state.version));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'adopt_curve',
                          jsonb_build_object('e7_s', p_e7_s));
END $$;
