-- A cut may give fewer good portions than its way of cutting calls for: all of them are made, so
-- that the whole adds up, and those that were spoiled are waste of the cause 'cutting' at once.

CREATE OR REPLACE FUNCTION wedge.check_cut(
    p_whole wedge.wholes, p_product wedge.products, p_configuration uuid, p_portions int,
    p_weights int[]
) RETURNS wedge.portion_configurations
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_configuration wedge.portion_configurations;
BEGIN
    IF p_whole.state <> 'in_stock' THEN
        PERFORM wedge.refuse('already_cut', p_whole.state);
    ELSIF p_whole.expires_at <= clock_timestamp() THEN
        PERFORM wedge.refuse('portion_expired', p_whole.code);
    ELSIF p_portions IS NULL OR p_portions NOT BETWEEN 2 AND 16 THEN
        PERFORM wedge.refuse('bad_portion_count', p_portions::text);
    END IF;
    SELECT * INTO v_configuration FROM wedge.portion_configurations
     WHERE id = p_configuration AND product_id = p_product.id;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('bad_configuration');
    ELSIF p_portions > v_configuration.portions_per_whole THEN
        PERFORM wedge.refuse('bad_portion_count', v_configuration.portions_per_whole::text);
    ELSIF p_product.after_cut_limit_s IS NULL THEN
        PERFORM wedge.refuse('product_incomplete', 'after_cut_limit');
    ELSIF p_weights IS NOT NULL AND (cardinality(p_weights) <> p_portions
                                     OR 0 >= ANY (p_weights)) THEN
        PERFORM wedge.refuse('bad_quantity', 'weights');
    END IF;
    RETURN v_configuration;
END $$;

-- The portions of a whole that was just cut: the first p_good ones are for sale.
CREATE FUNCTION wedge.make_portions(
    p_staff uuid, p_terminal uuid, p_whole wedge.wholes, p_product wedge.products, p_good int,
    p_holding_unit uuid, p_shelf text, p_presentation double precision, p_weights int[],
    p_standard_weight int
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_ids jsonb;
BEGIN
    WITH made AS (
        INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,
                                    expires_at, holding_unit_id, place, weight_mg,
                                    initial_quality)
        SELECT gen_random_uuid(),
               p_product.code_prefix || '-' || nextval('wedge.portion_code_seq'), p_product.id,
               p_whole.id, i, CASE WHEN i < p_good THEN 'available' ELSE 'wasted' END,
               p_whole.cut_at,
               least(p_whole.expires_at,
                     p_whole.cut_at + make_interval(secs => p_product.after_cut_limit_s)),
               p_holding_unit, btrim(p_shelf) || ' / ' || (i + 1),
               coalesce(p_weights[i + 1], p_standard_weight), p_presentation
          FROM generate_series(0, p_whole.portions_per_whole - 1) i
        RETURNING id, wedge, state),
    spoiled AS (
        INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id,
                                 terminal_id)
        SELECT gen_random_uuid(), p_product.id, id, 'cutting', p_product.cost_minor,
               p_staff, p_terminal
          FROM made WHERE state = 'wasted')
    SELECT jsonb_agg(id ORDER BY wedge) INTO v_ids FROM made WHERE state = 'available';
    RETURN v_ids;
END $$;

CREATE OR REPLACE FUNCTION wedge.cut_whole(
    p_session uuid, p_request uuid, p_whole uuid, p_configuration uuid, p_portions int,
    p_holding_unit uuid, p_shelf text, p_presentation double precision, p_weights int[]
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
    v_product wedge.products;
    v_configuration wedge.portion_configurations;
    v_ids jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'cut_whole');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR UPDATE;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM wedge.holding_units WHERE id = p_holding_unit) THEN
        PERFORM wedge.refuse('unknown_item');
    ELSIF char_length(btrim(coalesce(p_shelf, ''))) NOT BETWEEN 1 AND 40 THEN
        PERFORM wedge.refuse('bad_text', 'shelf');
    ELSIF p_presentation IS NULL OR NOT p_presentation BETWEEN 0 AND 10 THEN
        PERFORM wedge.refuse('bad_quantity', 'presentation');
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_whole.product_id;
    v_configuration := wedge.check_cut(v_whole, v_product, p_configuration, p_portions, p_weights);
    UPDATE wedge.wholes SET state = 'cut', cut_at = clock_timestamp(),
                            portions_per_whole = v_configuration.portions_per_whole
     WHERE id = p_whole RETURNING * INTO v_whole;
    v_ids := wedge.make_portions(v_who.staff_id, v_who.terminal_id, v_whole, v_product,
                                 p_portions, p_holding_unit, p_shelf,
                                 p_presentation, p_weights, v_configuration.standard_weight_mg);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'cut',
        jsonb_build_object('whole', v_whole.code, 'portions', p_portions,
                           'expected', v_whole.portions_per_whole));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'cut_whole',
                          jsonb_build_object('ids', v_ids));
END $$;
