-- Refuse a price that was not worked out under the rules in force: a sum that is wrong, another
-- base, beyond the cap, below the margin floor. An approved promotion may pass floor and cap.
-- Promotions by stock and time left must still hold.
-- p_candidate: {unit_price_minor, base_price_minor, breakdown, price_inputs, fallback, known}, the
-- last being the steps that a line has already.
CREATE OR REPLACE FUNCTION wedge.check_line_price(
    p_product wedge.products, p_portion uuid, p_candidate jsonb, p_role text, p_coupons text[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_limits record;
    v_price bigint := (p_candidate ->> 'unit_price_minor')::bigint;
    v_inputs jsonb := nullif(p_candidate -> 'price_inputs', 'null');
    v_step jsonb;
    v_promotion jsonb;
    v_change numeric;
    v_floor bigint;
    v_kept jsonb;
BEGIN
    SELECT * INTO v_limits FROM wedge.price_limits(p_product, p_portion);
    v_change := v_limits.change;
    v_floor := v_limits.floor_minor;
    IF v_price IS NULL OR v_price < 0
        OR wedge.sum_of(p_candidate -> 'breakdown') IS DISTINCT FROM v_price
        OR (p_candidate -> 'breakdown' -> 0 ->> 'amount_minor')
            IS DISTINCT FROM (p_candidate ->> 'base_price_minor')
    THEN
        PERFORM wedge.refuse('bad_price', 'the breakdown does not sum to the price');
    ELSIF coalesce((p_candidate ->> 'fallback')::boolean, false) THEN
        -- The last valid price, while somebody is asked to correct the product's.
        IF NOT EXISTS (SELECT FROM wedge.tasks WHERE kind = 'price_correction' AND state = 'open'
                          AND subject ->> 'product_id' = p_product.id::text) THEN
            PERFORM wedge.refuse('bad_price', 'nobody was asked to correct the price');
        END IF;
        -- Today's base or cost may be what is wrong: the cap is that of the price that was kept, and
        -- only an offer goes below that.
        v_kept := wedge.kept_price(p_product, p_portion, p_candidate -> 'breakdown');
        IF wedge.sum_of(v_kept) >= v_price THEN
            v_floor := 0;
            v_limits.base_minor := (v_kept -> 0 ->> 'amount_minor')::bigint;
            IF v_price < wedge.sum_of(v_kept)
                AND NOT p_candidate -> 'breakdown' @> '[{"reason": "promotion"}]' THEN
                PERFORM wedge.refuse('prices_changed', 'another price was kept');
            END IF;
        END IF;
    ELSIF v_inputs IS NOT NULL AND
        (v_inputs ->> 'pricing_version') || '/' || (v_inputs ->> 'quality_version')
            <> wedge.price_rules()
        OR (p_candidate ->> 'base_price_minor')::bigint <> v_limits.base_minor
    THEN
        PERFORM wedge.refuse('prices_changed', wedge.price_rules());
    END IF;
    PERFORM wedge.check_low(p_portion, v_inputs);
    FOR v_step IN SELECT * FROM jsonb_array_elements(p_candidate -> 'breakdown') LOOP
        IF v_step ->> 'reason' IN ('manual', 'loyalty', 'size') THEN
            PERFORM wedge.refuse('bad_price', 'a reduction by hand is granted on its own');
        ELSIF v_step ->> 'reason' = 'promotion' THEN
            v_promotion := wedge.promotion_of(v_step, p_role, p_coupons);
            IF jsonb_typeof(v_promotion -> 'approval') = 'object' THEN
                v_floor := 0;
                v_change := greatest(v_change, coalesce(
                    wedge.fraction(v_promotion -> 'approval' ->> 'max_change'), 0));
            END IF;
        END IF;
    END LOOP;
    PERFORM wedge.check_hours(p_candidate -> 'breakdown', p_candidate -> 'known');
    -- What stands in for a sold portion has no role: it costs no more than what was sold.
    IF p_role IS NOT NULL THEN
        PERFORM wedge.check_offer_stock(p_product.id, p_portion, p_candidate -> 'breakdown',
                                        v_inputs, p_candidate -> 'known');
    END IF;
    -- Where no whole minor unit lies between floor and cap, the next one above is charged.
    IF v_price < ceil(v_limits.base_minor * (1 - v_change))
        OR v_price > greatest(floor(v_limits.base_minor * (1 + v_change)),
                              least(v_floor, ceil(v_limits.base_minor * (1 + v_change)))) THEN
        PERFORM wedge.refuse('bad_price', 'beyond the allowed change');
    ELSIF v_price < v_floor THEN
        PERFORM wedge.refuse('bad_price', 'below the margin floor');
    END IF;
END $$;
