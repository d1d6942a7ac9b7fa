-- Wholes come in, are cut, and things are thrown away.

CREATE FUNCTION wedge.receive_wholes(
    p_session uuid, p_request uuid, p_product uuid, p_quantity int, p_expires_at timestamptz
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_product wedge.products;
    v_ids jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'receive_wholes');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_product AND kind = 'portioned';
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'product');
    ELSIF p_quantity IS NULL OR p_quantity NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_quantity', p_quantity::text);
    ELSIF p_expires_at IS NULL OR p_expires_at <= clock_timestamp() THEN
        PERFORM wedge.refuse('portion_expired', 'the expiry is in the past');
    END IF;
    WITH made AS (
        INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at)
        SELECT gen_random_uuid(), p_product,
               v_product.code_prefix || '-W' || nextval('wedge.whole_code_seq'), 'in_stock',
               clock_timestamp(), p_expires_at
          FROM generate_series(1, p_quantity)
        RETURNING id)
    SELECT jsonb_agg(id) INTO v_ids FROM made;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'receive',
        jsonb_build_object('product_id', p_product, 'quantity', p_quantity,
                           'expires_at', p_expires_at));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'receive_wholes',
                          jsonb_build_object('ids', v_ids));
END $$;

-- Refuse a cut that is not one of the product's configurations.
CREATE FUNCTION wedge.check_cut(
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
    ELSIF v_configuration.portions_per_whole <> p_portions THEN
        PERFORM wedge.refuse('bad_portion_count', v_configuration.portions_per_whole::text);
    ELSIF p_product.after_cut_limit_s IS NULL THEN
        PERFORM wedge.refuse('product_incomplete', 'after_cut_limit');
    ELSIF p_weights IS NOT NULL AND (cardinality(p_weights) <> p_portions
                                     OR 0 >= ANY (p_weights)) THEN
        PERFORM wedge.refuse('bad_quantity', 'weights');
    END IF;
    RETURN v_configuration;
END $$;

CREATE FUNCTION wedge.cut_whole(
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
    v_now timestamptz := clock_timestamp();
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
    UPDATE wedge.wholes SET state = 'cut', cut_at = v_now, portions_per_whole = p_portions
     WHERE id = p_whole;
    WITH made AS (
        INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,
                                    expires_at, holding_unit_id, place, weight_mg,
                                    initial_quality)
        SELECT gen_random_uuid(),
               v_product.code_prefix || '-' || nextval('wedge.portion_code_seq'), v_product.id,
               p_whole, i, 'available', v_now,
               least(v_whole.expires_at,
                     v_now + make_interval(secs => v_product.after_cut_limit_s)),
               p_holding_unit, btrim(p_shelf) || ' / ' || (i + 1),
               coalesce(p_weights[i + 1], v_configuration.standard_weight_mg), p_presentation
          FROM generate_series(0, p_portions - 1) i
        RETURNING id, wedge)
    SELECT jsonb_agg(id ORDER BY wedge) INTO v_ids FROM made;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'cut',
        jsonb_build_object('whole', v_whole.code, 'portions', p_portions));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'cut_whole',
                          jsonb_build_object('ids', v_ids));
END $$;

CREATE FUNCTION wedge.waste_portion(
    p_session uuid, p_request uuid, p_portion uuid, p_cause text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_portion wedge.portions;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'waste_portion');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_cause, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    END IF;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_portion FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    ELSIF v_portion.state NOT IN ('available', 'quarantined', 'in_doubt') THEN
        PERFORM wedge.refuse('changed', v_portion.state);
    END IF;
    UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL WHERE id = p_portion;
    INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id, terminal_id)
    SELECT gen_random_uuid(), p.id, p_portion, btrim(p_cause), p.cost_minor, v_who.staff_id,
           v_who.terminal_id
      FROM wedge.products p WHERE p.id = v_portion.product_id;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'waste portion',
        jsonb_build_object('portion', v_portion.code, 'cause', p_cause));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'waste_portion', '{}');
END $$;

CREATE FUNCTION wedge.waste_whole(
    p_session uuid, p_request uuid, p_whole uuid, p_cause text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'waste_whole');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_cause, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'cause');
    END IF;
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    ELSIF v_whole.state <> 'in_stock' THEN
        PERFORM wedge.refuse('already_cut', v_whole.state);
    END IF;
    UPDATE wedge.wholes SET state = 'wasted' WHERE id = p_whole;
    INSERT INTO wedge.waste (id, product_id, whole_id, cause, cost_minor, staff_id, terminal_id)
    SELECT gen_random_uuid(), p.id, p_whole, btrim(p_cause),
           p.cost_minor * coalesce((
               SELECT c.portions_per_whole FROM wedge.portion_configurations c
                WHERE c.product_id = p.id ORDER BY c.is_default DESC LIMIT 1), 1),
           v_who.staff_id, v_who.terminal_id
      FROM wedge.products p WHERE p.id = v_whole.product_id;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'waste whole',
        jsonb_build_object('whole', v_whole.code, 'cause', p_cause));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'waste_whole', '{}');
END $$;

-- A sensor or a person at any terminal reports a reading; nobody needs to be signed in.
CREATE FUNCTION wedge.record_temperature(
    p_request uuid, p_holding_unit uuid, p_temperature int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_done jsonb;
BEGIN
    v_done := wedge.done_before(p_request, v_terminal, 'record_temperature');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.holding_units WHERE id = p_holding_unit) THEN
        PERFORM wedge.refuse('unknown_item', 'holding unit');
    ELSIF p_temperature IS NULL OR p_temperature NOT BETWEEN -60000 AND 300000 THEN
        PERFORM wedge.refuse('bad_quantity', p_temperature::text);
    END IF;
    INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)
    VALUES (p_holding_unit, p_temperature);
    RETURN wedge.remember(p_request, v_terminal, 'record_temperature', '{}');
END $$;
