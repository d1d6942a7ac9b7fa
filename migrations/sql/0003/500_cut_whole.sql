-- Cutting, with what was measured: every portion is judged at once, and what is off its standard
-- waits for a reviewer from the first moment. p_measured: {tool_id, prepared_at?, angles_mdeg: […],
-- presentations: […]}, one entry per portion, null for what was not measured.

-- The checked array of numbers under p_name, or null when it is not there.
CREATE FUNCTION wedge.measured(p_measured jsonb, p_name text, p_count int, p_most numeric)
RETURNS numeric[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_list jsonb := p_measured -> p_name;
BEGIN
    IF coalesce(jsonb_typeof(v_list), 'null') = 'null' THEN
        RETURN NULL;
    ELSIF jsonb_typeof(v_list) <> 'array' THEN
        PERFORM wedge.refuse('bad_quantity', p_name);
    ELSIF jsonb_array_length(v_list) <> p_count OR EXISTS (
        SELECT FROM jsonb_array_elements(v_list) e
         WHERE CASE jsonb_typeof(e) WHEN 'number' THEN e::numeric NOT BETWEEN 0 AND p_most
                                    ELSE jsonb_typeof(e) <> 'null' END)
    THEN
        PERFORM wedge.refuse('bad_quantity', p_name);
    END IF;
    RETURN ARRAY(SELECT nullif(e, 'null'::jsonb)::numeric
                   FROM jsonb_array_elements(v_list) WITH ORDINALITY x (e, place)
                  ORDER BY place);
END $$;

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
    END IF;
    SELECT * INTO v_configuration FROM wedge.portion_configurations
     WHERE id = p_configuration AND product_id = p_product.id;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('bad_configuration');
    ELSIF p_portions IS NULL OR p_portions NOT BETWEEN least(2, v_configuration.portions_per_whole)
                                                   AND v_configuration.portions_per_whole THEN
        PERFORM wedge.refuse('bad_portion_count', v_configuration.portions_per_whole::text);
    ELSIF p_product.after_cut_limit_s IS NULL THEN
        PERFORM wedge.refuse('product_incomplete', 'after_cut_limit');
    ELSIF p_weights IS NOT NULL AND (cardinality(p_weights) <> p_portions
                                     OR 0 >= ANY (p_weights)) THEN
        PERFORM wedge.refuse('bad_quantity', 'weights');
    END IF;
    RETURN v_configuration;
END $$;

-- The portions of a whole that was just cut: the first p_good ones are for sale, unless they are
-- off their standard or nobody has scored them yet.
CREATE FUNCTION wedge.make_portions(
    p_staff uuid, p_terminal uuid, p_whole wedge.wholes, p_product wedge.products, p_good int,
    p_holding_unit uuid, p_shelf text, p_quality double precision, p_weights int[],
    p_standard_weight int, p_angles numeric[], p_looks numeric[]
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_ids jsonb;
BEGIN
    WITH measured AS (
        SELECT i, p_weights[i + 1] AS weight, round(p_angles[i + 1])::int AS angle,
               p_looks[i + 1]::double precision AS looks,
               CASE WHEN i < p_good THEN wedge.review_causes(
                   p_product, p_whole.portions_per_whole, p_standard_weight, p_weights[i + 1],
                   round(p_angles[i + 1])::int, p_looks[i + 1]::double precision)
               ELSE '{}' END AS causes
          FROM generate_series(0, p_whole.portions_per_whole - 1) i),
    made AS (
        INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,
                                    expires_at, holding_unit_id, place, weight_mg,
                                    initial_quality, angle_mdeg, presentation, review_causes,
                                    quality_status)
        SELECT gen_random_uuid(),
               p_product.code_prefix || '-' || nextval('wedge.portion_code_seq'), p_product.id,
               p_whole.id, m.i, CASE WHEN m.i < p_good THEN 'available' ELSE 'wasted' END,
               p_whole.cut_at,
               least(p_whole.expires_at,
                     p_whole.cut_at + make_interval(secs => p_product.after_cut_limit_s)),
               p_holding_unit, btrim(p_shelf) || ' / ' || (m.i + 1),
               coalesce(m.weight, p_standard_weight), coalesce(p_quality, 0), m.angle, m.looks,
               m.causes,
               CASE WHEN m.i >= p_good THEN 'good' WHEN p_quality IS NULL THEN 'unscored'
                    WHEN cardinality(m.causes) > 0 THEN 'review' ELSE 'good' END
          FROM measured m
        RETURNING id, wedge, state, quality_status, review_causes),
    spoiled AS (
        INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id,
                                 terminal_id)
        SELECT gen_random_uuid(), p_product.id, id, 'cutting', p_product.cost_minor,
               p_staff, p_terminal
          FROM made WHERE state = 'wasted'),
    held AS (
        INSERT INTO wedge.quality_reviews (id, portion_id, causes, opened_by)
        SELECT gen_random_uuid(), id, review_causes, p_staff
          FROM made WHERE quality_status = 'review')
    SELECT jsonb_agg(id ORDER BY wedge) INTO v_ids FROM made WHERE state = 'available';
    RETURN v_ids;
END $$;

DROP FUNCTION wedge.cut_whole(uuid, uuid, uuid, uuid, int, uuid, text, double precision, int[]);

-- p_quality is the score the portions begin with; without one they wait for it, unsellable.
CREATE FUNCTION wedge.cut_whole(
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
    ELSIF NOT p_quality BETWEEN 0 AND 10 THEN
        PERFORM wedge.refuse('bad_quantity', 'presentation');
    ELSIF v_prepared > clock_timestamp() THEN
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
    RETURN wedge.remember(p_request, v_who.terminal_id, 'cut_whole',
                          jsonb_build_object('ids', v_ids));
END $$;
