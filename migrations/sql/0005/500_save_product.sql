-- Create or change a product with all its ways of cutting. A kind stays while there is stock.
CREATE OR REPLACE FUNCTION wedge.save_product(p_session uuid, p_request uuid, p_product jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_id uuid;
    v_known wedge.products;
    v_new wedge.products;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'save_product');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.check_ids(p_product);
    v_id := (p_product ->> 'id')::uuid;
    PERFORM wedge.check_product(p_product);
    SELECT * INTO v_known FROM wedge.products WHERE id = v_id FOR UPDATE;
    IF v_known.kind <> p_product ->> 'kind' AND (
        EXISTS (SELECT FROM wedge.wholes WHERE product_id = v_id AND state = 'in_stock')
        OR EXISTS (SELECT FROM wedge.portions
                    WHERE product_id = v_id AND state NOT IN ('served', 'wasted')))
    THEN
        PERFORM wedge.refuse('changed', 'kind');
    END IF;
    v_new := jsonb_populate_record(v_known,
        p_product - 'quality' - 'configurations' || CASE
            WHEN jsonb_typeof(p_product -> 'quality') = 'object' THEN p_product -> 'quality'
            ELSE '{"e7_s": null, "beta": null, "q10": null,
                       "reference_temperature_mc": null}'::jsonb END);
    IF v_new.kind <> 'plain' THEN
        v_new.whole_of_id := NULL;
    END IF;
    PERFORM wedge.check_whole_of(v_new);
    v_new.name := btrim(v_new.name);
    v_new.size := btrim(v_new.size);
    v_new.base_price_minor := coalesce(wedge.portion_price(p_product), v_new.base_price_minor);
    -- Prices are the managers' alone (POS-R1.3), and so is the cost: it moves margin and floor.
    IF v_who.role = 'food_safety_manager'
        AND (v_new.base_price_minor, v_new.whole_price_minor, coalesce(v_new.cost_minor, 0))
            IS DISTINCT FROM (v_known.base_price_minor, v_known.whole_price_minor,
                              v_known.cost_minor)
    THEN
        PERFORM wedge.refuse('not_permitted', 'price');
    END IF;
    v_new.curve := coalesce(v_new.curve, 'weibull');
    IF v_new.curve NOT IN ('weibull', 'linear') THEN
        PERFORM wedge.refuse('product_incomplete', 'quality');
    END IF;
    PERFORM wedge.change_curve(v_known, v_new, (p_product ->> 'curve_approval_id')::uuid,
                               v_who.terminal_id, v_who.staff_id);
    IF v_new.curve <> v_known.curve THEN
        -- What was learned of the other shape says nothing of this one.
        DELETE FROM wedge.calibrations WHERE product_id = v_id;
    END IF;
    v_new.checklist := coalesce(v_new.checklist, '{}');
    v_new.preparations := coalesce(nullif(v_new.preparations, 'null'), '[]');
    v_new.cost_minor := coalesce(v_new.cost_minor, 0);
    v_new.code_prefix := coalesce(v_known.code_prefix,
                                  upper(substring(v_new.name from '[A-Za-z]')), 'X');
    INSERT INTO wedge.products SELECT v_new.*
    ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, category_id = excluded.category_id, kind = excluded.kind,
        base_price_minor = excluded.base_price_minor,
        whole_price_minor = excluded.whole_price_minor, cost_minor = excluded.cost_minor,
        tax_rate_bp = excluded.tax_rate_bp, allergens = excluded.allergens,
        station_id = excluded.station_id, after_cut_limit_s = excluded.after_cut_limit_s,
        e7_s = excluded.e7_s, beta = excluded.beta, q10 = excluded.q10, curve = excluded.curve,
        reference_temperature_mc = excluded.reference_temperature_mc, active = excluded.active,
        base_unit = excluded.base_unit, min_portion_bp = excluded.min_portion_bp,
        max_portion_bp = excluded.max_portion_bp, size = excluded.size,
        tool_id = excluded.tool_id, checklist = excluded.checklist,
        preparations = excluded.preparations, preparation_s = excluded.preparation_s,
        whole_of_id = excluded.whole_of_id;
    PERFORM wedge.take_overrides(p_product -> 'configurations', v_who.terminal_id,
                                 v_who.staff_id);
    PERFORM wedge.save_configurations(v_id, p_product -> 'configurations');
    RETURN wedge.remember(p_request, v_who.terminal_id, 'save_product', '{}');
END $$;
