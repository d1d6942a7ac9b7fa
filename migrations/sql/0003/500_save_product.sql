-- The menu's one way in, with sizes, tools, checklists, and counts outside the limits by consent.

-- Whether this way of cutting already has its consent to this very count.
CREATE FUNCTION wedge.override_of(p_configuration uuid, p_portions int) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT id FROM wedge.portion_overrides
     WHERE configuration_id = p_configuration AND portions = p_portions
     ORDER BY granted_at DESC LIMIT 1
$$;

-- What is wrong with the ways of cutting, one row per fault. A count outside the limits needs a
-- consent: an older one, or an approval that save_configurations will use.
CREATE FUNCTION wedge.configuration_faults(p_configurations jsonb)
RETURNS TABLE (field text, code text)
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH c AS (
        SELECT btrim(coalesce(e ->> 'name', '')) AS name,
               (e ->> 'portions_per_whole')::numeric AS portions,
               (e ->> 'standard_weight_mg')::numeric AS weight,
               coalesce((e ->> 'is_default')::boolean, false) AS is_default,
               (e ->> 'id')::uuid AS id, e ->> 'approval_id' AS approval,
               (e ->> 'per_row')::numeric AS per_row
          FROM jsonb_array_elements(p_configurations) e)
    SELECT 'configuration', 'bad_portion_count' FROM c
     WHERE portions IS NULL OR portions <> trunc(portions) OR portions NOT BETWEEN 1 AND 100
        OR portions NOT BETWEEN greatest(wedge.portion_rule('min_portions'), 2)
                            AND least(wedge.portion_rule('max_portions'), 16)
           AND approval IS NULL AND wedge.override_of(id, portions::int) IS NULL
    UNION
    SELECT 'configuration', 'bad_configuration'
      FROM c HAVING count(*) > 0 AND (count(*) <> count(DISTINCT portions)
                                      OR count(*) FILTER (WHERE is_default) <> 1
                                      OR count(*) > 15)
    UNION
    SELECT 'per_row', 'bad_portion_count' FROM c
     WHERE per_row <> trunc(per_row) OR per_row NOT BETWEEN 1 AND portions
        OR portions % nullif(per_row, 0) <> 0
    UNION
    SELECT 'configuration_name', 'bad_text' FROM c
     WHERE char_length(name) NOT BETWEEN 1 AND 200 OR name ~ '[[:cntrl:]]'
    UNION
    SELECT 'standard_weight', 'bad_quantity' FROM c WHERE weight NOT BETWEEN 1000 AND 20000000
$$;

-- Every fault of a product at once: what is never right, and what must be there to be on sale.
CREATE FUNCTION wedge.product_faults(p jsonb) RETURNS TABLE (field text, code text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_portioned boolean := p ->> 'kind' = 'portioned';
    v_active boolean := coalesce((p ->> 'active')::boolean, false);
    v_sold boolean := v_portioned AND v_active;
    v_name text := btrim(coalesce(p ->> 'name', ''));
    v_price numeric := coalesce(wedge.portion_price(p), (p ->> 'base_price_minor')::numeric, 0);
    v_cost numeric := coalesce((p ->> 'cost_minor')::numeric, 0);
    v_tax numeric := (p ->> 'tax_rate_bp')::numeric;
    v_limit numeric := (p ->> 'after_cut_limit_s')::numeric;
    v_min numeric := (p ->> 'min_portion_bp')::numeric;
    v_max numeric := (p ->> 'max_portion_bp')::numeric;
    v_allergens boolean := coalesce(jsonb_typeof(p -> 'allergens'), 'null') <> 'null';
    v_list jsonb := coalesce(nullif(p -> 'checklist', 'null'::jsonb), '[]');
    v_asked jsonb := coalesce(nullif(p -> 'preparations', 'null'::jsonb), '[]');
    v_portionable boolean;
BEGIN
    SELECT c.portionable INTO v_portionable FROM wedge.categories c
     WHERE c.id = (p ->> 'category_id')::uuid;
    RETURN QUERY SELECT f.field, f.code FROM (VALUES
        ('name', 'bad_text', char_length(v_name) NOT BETWEEN 1 AND 200 OR v_name ~ '[[:cntrl:]]'),
        ('kind', 'product_incomplete', coalesce(p ->> 'kind' NOT IN ('portioned', 'plain'), true)),
        ('base_unit', 'product_incomplete', coalesce(
            p ->> 'base_unit' NOT IN ('each', 'whole', 'slice', 'kg', 'l'), true)
            OR v_portioned AND p ->> 'base_unit' NOT IN ('each', 'whole')),
        ('category', 'product_incomplete', v_portioned AND v_portionable IS NOT TRUE
            OR v_portionable IS NULL AND (v_active OR p ->> 'category_id' IS NOT NULL)),
        ('station', 'unknown_item', p ->> 'station_id' IS NOT NULL AND NOT EXISTS (
            SELECT FROM wedge.stations s WHERE s.id = (p ->> 'station_id')::uuid)),
        ('base_price', 'bad_price', v_price NOT BETWEEN 0 AND 10000000
            OR v_active AND v_price > 0 AND v_price < v_cost),
        ('base_price', 'product_incomplete', v_active AND v_price = 0),
        ('whole_price', 'bad_price', p ->> 'whole_price_minor' IS NOT NULL AND (NOT v_portioned
            OR (p ->> 'whole_price_minor')::numeric NOT BETWEEN 1 AND 100000000)),
        ('cost', 'bad_price', v_cost NOT BETWEEN 0 AND 10000000),
        ('cost', 'product_incomplete', v_active AND v_cost = 0),
        ('tax_rate', 'bad_price', coalesce(v_tax NOT BETWEEN 0 AND 10000, true)),
        ('allergens', 'product_incomplete', v_active AND NOT v_allergens),
        ('allergens', 'bad_text', v_allergens AND EXISTS (
            SELECT FROM jsonb_array_elements_text(CASE WHEN v_allergens THEN p -> 'allergens' END) a
             WHERE char_length(btrim(a)) NOT BETWEEN 1 AND 40)),
        ('after_cut_limit', 'product_incomplete', v_limit NOT BETWEEN 1 AND 2592000
            OR v_sold AND v_limit IS NULL),
        ('min_portion', 'product_incomplete', v_min NOT BETWEEN 1 AND 10000
            OR v_sold AND v_min IS NULL),
        ('max_portion', 'product_incomplete', v_max NOT BETWEEN 10000 AND 100000
            OR v_sold AND v_max IS NULL),
        ('size', 'bad_text', char_length(btrim(p ->> 'size')) NOT BETWEEN 1 AND 40),
        ('tool', 'unknown_item', p ->> 'tool_id' IS NOT NULL AND NOT EXISTS (
            SELECT FROM wedge.cutting_tools t WHERE t.id = (p ->> 'tool_id')::uuid AND t.active
               AND (p ->> 'category_id')::uuid = ANY (t.suits))),
        ('checklist', 'bad_text', jsonb_typeof(v_list) <> 'array' OR EXISTS (
            SELECT FROM jsonb_array_elements_text(
                CASE jsonb_typeof(v_list) WHEN 'array' THEN v_list ELSE '[]' END)
                WITH ORDINALITY c (line, place)
             WHERE place > 12 OR char_length(btrim(line)) NOT BETWEEN 1 AND 80)),
        ('preparations', 'bad_text', wedge.preparations_odd(v_asked)),
        ('preparation', 'bad_quantity', (p ->> 'preparation_s')::numeric NOT BETWEEN 0 AND 7200),
        ('configuration', 'product_incomplete',
            v_sold AND jsonb_array_length(p -> 'configurations') = 0),
        ('quality', 'product_incomplete', wedge.quality_is_odd(p -> 'quality')
            OR v_sold AND coalesce(jsonb_typeof(p -> 'quality'), 'null') <> 'object')
    ) f (field, code, wrong) WHERE f.wrong;
    RETURN QUERY SELECT c.field, c.code FROM wedge.configuration_faults(p -> 'configurations') c;
END $$;

CREATE FUNCTION wedge.save_configurations(p_product uuid, p_configurations jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM jsonb_array_elements(p_configurations) e
                 JOIN wedge.portion_configurations c ON c.id = (e ->> 'id')::uuid
                WHERE c.product_id <> p_product)
    THEN
        PERFORM wedge.refuse('unknown_item', 'configuration');
    END IF;
    -- Also those whose count changes, so that two of them may trade places.
    DELETE FROM wedge.portion_configurations c
     WHERE c.product_id = p_product AND NOT EXISTS (
         SELECT FROM jsonb_array_elements(p_configurations) e
          WHERE (e ->> 'id')::uuid = c.id
            AND (e ->> 'portions_per_whole')::int = c.portions_per_whole);
    -- The default comes last: there is never more than one.
    INSERT INTO wedge.portion_configurations AS c
           (id, product_id, name, portions_per_whole, standard_weight_mg, is_default, override_id,
            per_row)
    SELECT (e ->> 'id')::uuid, p_product, btrim(e ->> 'name'), (e ->> 'portions_per_whole')::int,
           (e ->> 'standard_weight_mg')::int, (e ->> 'is_default')::boolean,
           CASE WHEN (e ->> 'portions_per_whole')::int NOT BETWEEN
                         greatest(wedge.portion_rule('min_portions'), 2)
                         AND least(wedge.portion_rule('max_portions'), 16)
                THEN wedge.override_of((e ->> 'id')::uuid, (e ->> 'portions_per_whole')::int) END,
           (e ->> 'per_row')::int
      FROM jsonb_array_elements(p_configurations) e
     ORDER BY (e ->> 'is_default')::boolean
    ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, standard_weight_mg = excluded.standard_weight_mg,
           is_default = excluded.is_default, per_row = excluded.per_row
     WHERE (c.name, c.standard_weight_mg, c.is_default, c.per_row)
           IS DISTINCT FROM (excluded.name, excluded.standard_weight_mg, excluded.is_default,
                             excluded.per_row);
END $$;

-- Use the approvals that came with counts outside the limits: one consent per way and count.
CREATE FUNCTION wedge.take_overrides(
    p_configurations jsonb, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_way record;
    v_by uuid;
    v_reason text;
BEGIN
    FOR v_way IN
        SELECT (e ->> 'id')::uuid AS id, (e ->> 'portions_per_whole')::int AS portions,
               (e ->> 'approval_id')::uuid AS approval
          FROM jsonb_array_elements(p_configurations) e
         WHERE e ->> 'approval_id' IS NOT NULL
           AND wedge.override_of((e ->> 'id')::uuid, (e ->> 'portions_per_whole')::int) IS NULL
    LOOP
        v_by := wedge.use_approval(v_way.approval, p_terminal, 'portion_limits',
            jsonb_build_object('configuration_id', v_way.id, 'portions', v_way.portions), NULL);
        SELECT reason INTO v_reason FROM wedge.approvals WHERE id = v_way.approval;
        INSERT INTO wedge.portion_overrides (id, configuration_id, portions, reason, approval_id,
                                             asked_by, granted_by)
        VALUES (gen_random_uuid(), v_way.id, v_way.portions, v_reason, v_way.approval, p_staff,
                v_by);
        PERFORM wedge.journal_append(p_terminal, p_staff, 'portion limits',
            jsonb_build_object('configuration_id', v_way.id, 'old', (
                SELECT portions_per_whole FROM wedge.portion_configurations WHERE id = v_way.id),
                'new', v_way.portions, 'reason', v_reason, 'approval_id', v_way.approval,
                'approved_by', v_by));
    END LOOP;
END $$;

-- Create or change a product with all its ways of cutting. A kind stays while there is stock.
CREATE FUNCTION wedge.save_product(p_session uuid, p_request uuid, p_product jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_id uuid := (p_product ->> 'id')::uuid;
    v_known wedge.products;
    v_new wedge.products;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'save_product');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
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
    v_new.name := btrim(v_new.name);
    v_new.size := btrim(v_new.size);
    v_new.base_price_minor := coalesce(wedge.portion_price(p_product), v_new.base_price_minor);
    -- Prices are the managers' alone (POS-R1.3); food safety keeps what the food is.
    IF v_who.role = 'food_safety_manager'
        AND (v_new.base_price_minor, v_new.whole_price_minor)
            IS DISTINCT FROM (v_known.base_price_minor, v_known.whole_price_minor)
    THEN
        PERFORM wedge.refuse('not_permitted', 'price');
    END IF;
    v_new.curve := coalesce(v_new.curve, 'weibull');
    IF v_new.curve NOT IN ('weibull', 'linear') THEN
        PERFORM wedge.refuse('product_incomplete', 'quality');
    ELSIF v_new.curve <> v_known.curve THEN
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
        preparations = excluded.preparations, preparation_s = excluded.preparation_s;
    PERFORM wedge.take_overrides(p_product -> 'configurations', v_who.terminal_id,
                                 v_who.staff_id);
    PERFORM wedge.save_configurations(v_id, p_product -> 'configurations');
    RETURN wedge.remember(p_request, v_who.terminal_id, 'save_product', '{}');
END $$;
