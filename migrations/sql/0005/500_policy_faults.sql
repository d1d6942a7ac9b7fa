-- Everything that speaks against putting a section of these settings in force.
CREATE OR REPLACE FUNCTION wedge.policy_faults(p_section text, p_settings jsonb) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_policy jsonb := wedge.policy_read(p_settings, p_section);
    v_limits jsonb := wedge.policy_read(p_settings, 'food.jurisdiction');
    v_quality jsonb := wedge.policy_read(p_settings, 'quality');
    v_pricing jsonb := wedge.pricing_read(p_settings);
BEGIN
    CASE p_section
    WHEN 'quality' THEN
        RETURN QUERY SELECT wedge.quality_faults(v_quality);
        RETURN QUERY SELECT wedge.price_quality_faults(v_pricing, v_quality);
    WHEN 'pricing' THEN
        RETURN QUERY SELECT wedge.price_limit_faults(v_pricing);
        RETURN QUERY SELECT wedge.price_quality_faults(v_pricing, v_quality);
        RETURN QUERY SELECT wedge.price_time_faults(v_pricing);
    WHEN 'food.jurisdiction' THEN
        RETURN QUERY SELECT wedge.jurisdiction_faults(v_limits);
        RETURN QUERY SELECT wedge.reading_faults(
            wedge.policy_read(p_settings, 'food.readings'), v_limits);
        RETURN QUERY SELECT wedge.shelf_life_faults(
            wedge.policy_read(p_settings, 'food.shelf_life'), v_limits);
    WHEN 'food.portions' THEN RETURN QUERY SELECT wedge.portion_faults(v_policy);
    WHEN 'food.readings' THEN RETURN QUERY SELECT wedge.reading_faults(v_policy, v_limits);
    WHEN 'food.calibration' THEN RETURN QUERY SELECT wedge.calibration_faults(v_policy);
    WHEN 'food.freshness' THEN RETURN QUERY SELECT wedge.freshness_faults(v_policy);
    WHEN 'food.shelf_life' THEN RETURN QUERY SELECT wedge.shelf_life_faults(v_policy, v_limits);
    WHEN 'food.checkpoints' THEN RETURN QUERY SELECT wedge.checkpoint_faults(v_policy);
    WHEN 'food.allergens' THEN
        RETURN QUERY SELECT wedge.not_above(v_policy, 'must_be_positive', 0, 'incident_due_s');
    WHEN 'approvals' THEN RETURN QUERY SELECT wedge.approval_faults(v_policy);
    WHEN 'allocation' THEN RETURN QUERY SELECT wedge.allocation_faults(v_policy);
    WHEN 'suggestions' THEN RETURN QUERY SELECT wedge.suggestion_faults(v_policy);
    WHEN 'loyalty' THEN RETURN QUERY SELECT wedge.loyalty_faults(v_policy);
    WHEN 'forecast' THEN RETURN QUERY SELECT wedge.forecast_faults(v_policy);
    WHEN 'recovery' THEN
        RETURN QUERY SELECT wedge.not_above(v_policy, 'must_be_positive', 0,
            'longest_wait_counter_s', 'longest_wait_takeaway_s', 'longest_wait_table_s');
    WHEN 'refunds' THEN
        RETURN QUERY SELECT 'below_zero cashier_limit_minor'
         WHERE (v_policy ->> 'cashier_limit_minor')::numeric NOT BETWEEN 0 AND 2000000000;
        RETURN QUERY SELECT wedge.not_above(v_policy, 'must_not_be_negative', 0, 'window_s');
    WHEN 'revenue' THEN
        RETURN QUERY SELECT 'revenue_days_range review_days'
         WHERE (v_policy ->> 'review_days')::int NOT BETWEEN 1 AND 60;
        RETURN QUERY SELECT 'revenue_fall_range review_fall'
         WHERE wedge.fraction(v_policy ->> 'review_fall') <= 0
            OR wedge.fraction(v_policy ->> 'review_fall') > 1;
        RETURN QUERY SELECT 'revenue_ratio_range least_ratio'
         WHERE wedge.fraction(v_policy ->> 'least_ratio') <= 0;
    ELSE
        NULL;
    END CASE;
END $$;
