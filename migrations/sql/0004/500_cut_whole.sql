-- p_quality is the score the portions begin with; without one they wait for it, unsellable. Whoever
-- waits for a whole of the product gets the first ones.
CREATE OR REPLACE FUNCTION wedge.cut_whole(
    p_session uuid, p_request uuid, p_whole uuid, p_configuration uuid, p_portions int,
    p_holding_unit uuid, p_shelf text, p_quality double precision, p_weights int[],
    p_measured jsonb DEFAULT '{}'
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
    v_product wedge.products;
    v_configuration wedge.portion_configurations;
    v_tool uuid := (p_measured ->> 'tool_id')::uuid;
    v_prepared timestamptz := (p_measured ->> 'prepared_at')::timestamptz;
    v_refusal jsonb;
    v_ids jsonb;
    v_waiting uuid[];
    v_given jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'cut_whole');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_waiting := wedge.lock_waiting((SELECT product_id FROM wedge.wholes WHERE id = p_whole));
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR UPDATE;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM wedge.holding_units WHERE id = p_holding_unit) THEN
        PERFORM wedge.refuse('unknown_item');
    ELSIF char_length(btrim(coalesce(p_shelf, ''))) NOT BETWEEN 1 AND 40 THEN
        PERFORM wedge.refuse('bad_text', 'shelf');
    ELSIF NOT p_quality BETWEEN 0 AND 10 THEN
        PERFORM wedge.refuse('bad_quantity', 'presentation');
    ELSIF v_prepared > clock_timestamp() OR v_prepared < v_whole.received_at - interval '10 years' THEN
        PERFORM wedge.refuse('bad_quantity', 'prepared_at');
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_whole.product_id;
    v_configuration := wedge.check_cut(v_whole, v_product, p_configuration, p_portions, p_weights);
    PERFORM wedge.check_tool(v_tool, v_product);
    -- What it refuses is stored, and with it whatever was done before: it comes before all changes.
    v_refusal := wedge.check_cross_contact(v_whole, v_tool, (p_measured ->> 'surface_id')::uuid,
                                           v_who.terminal_id, v_who.staff_id);
    IF v_refusal IS NOT NULL THEN
        RETURN v_refusal;
    END IF;
    UPDATE wedge.wholes SET state = 'cut', cut_at = clock_timestamp(), tool_id = v_tool,
                            cut_by = v_who.staff_id,
                            prepared_at = least(coalesce(v_prepared, prepared_at), prepared_at),
                            portions_per_whole = v_configuration.portions_per_whole
     WHERE id = p_whole RETURNING * INTO v_whole;
    v_ids := wedge.make_portions(v_who.staff_id, v_who.terminal_id, v_whole, v_product,
                                 p_portions, p_holding_unit, p_shelf, p_quality, p_weights,
                                 v_configuration.standard_weight_mg,
                                 wedge.measured(p_measured, 'angles_mdeg', p_portions, 360000),
                                 wedge.measured(p_measured, 'presentations', p_portions, 10));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'cut',
        jsonb_build_object('whole', v_whole.code, 'portions', p_portions,
                           'expected', v_whole.portions_per_whole, 'lot', v_whole.lot_number,
                           'tool_id', v_tool, 'quality', p_quality, 'weights_mg', p_weights,
                           'measured', p_measured - 'tool_id', 'in_review', (
            SELECT coalesce(jsonb_object_agg(code, review_causes), '{}') FROM wedge.portions
             WHERE whole_id = p_whole AND quality_status = 'review')));
    PERFORM wedge.cut_was_asked(v_product.id, v_whole.code, v_who.terminal_id, v_who.staff_id);
    v_given := wedge.fill_waiting(p_whole, v_waiting, v_who.terminal_id, v_who.staff_id);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'cut_whole',
                          jsonb_build_object('ids', v_ids, 'given', v_given));
END $$;
