-- What contradicts itself in a policy, as app/services/policy_check.py finds it: 'code field,field'.
-- What needs the store's products, promotions or price windows is left to the screens.

-- A section as it is read: a key that it lacks takes its default.
CREATE FUNCTION wedge.policy_read(p_settings jsonb, p_section text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(wedge.policy_defaults() -> p_section, '{}')
           || coalesce(p_settings #> string_to_array(p_section, '.'), '{}')
$$;

-- The law of the profile in force; of an unknown one that of the first.
CREATE FUNCTION wedge.law_of(p_jurisdiction jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(wedge.jurisdictions() -> (p_jurisdiction ->> 'profile'),
                    wedge.jurisdictions() -> 'specification')
$$;

-- 'must_be_positive field' of each named key that is not above zero, and its sister.
CREATE FUNCTION wedge.not_above(p_policy jsonb, p_code text, p_least numeric, VARIADIC p_keys text[])
RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p_code || ' ' || regexp_replace(key, '_s$', '') FROM unnest(p_keys) key
     WHERE CASE p_code WHEN 'must_be_positive' THEN (p_policy ->> key)::numeric <= p_least
                       ELSE (p_policy ->> key)::numeric < p_least END
$$;

CREATE FUNCTION wedge.quality_faults(q jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT fault FROM (SELECT (q ->> 'grade_a')::numeric AS a, (q ->> 'grade_b')::numeric AS b,
                              (q ->> 'grade_c')::numeric AS c, (q ->> 'sale_floor')::numeric AS f,
                              (q ->> 'markdown_threshold')::numeric AS t) n,
        LATERAL (VALUES
            (NOT (10 >= a AND a > b AND b > c AND c >= f AND f >= 0),
             'grades_out_of_order grade_a,grade_b,grade_c,sale_floor'),
            (NOT (f <= t AND t <= 10), 'threshold_below_floor markdown_threshold,sale_floor')
        ) found (wrong, fault) WHERE wrong
    UNION ALL
    SELECT wedge.not_above(q, 'must_be_positive', 0, 'unobserved_after_s')
$$;

CREATE FUNCTION wedge.jurisdiction_faults(j jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT 'unknown_profile profile' WHERE NOT wedge.jurisdictions() ? (j ->> 'profile')
    UNION ALL
    SELECT 'safety_limit_relaxed hot_min_mc'
     WHERE (j ->> 'hot_min_mc')::numeric < (wedge.law_of(j) ->> 'hot_min_mc')::numeric
    UNION ALL
    SELECT 'safety_limit_relaxed ' || regexp_replace(key, '_s$', '')
      FROM unnest('{cold_max_mc,hot_display_limit_s,cold_after_cut_limit_s}'::text[]) key
     WHERE (j ->> key)::numeric > (wedge.law_of(j) ->> key)::numeric
    UNION ALL
    SELECT wedge.not_above(j, 'must_be_positive', 0, 'hot_display_limit_s',
                           'cold_after_cut_limit_s')
    UNION ALL
    SELECT 'limits_out_of_order cold_quality_min_mc,cold_max_mc,hot_min_mc'
     WHERE NOT ((j ->> 'cold_quality_min_mc')::numeric < (j ->> 'cold_max_mc')::numeric
                AND (j ->> 'cold_max_mc')::numeric < (j ->> 'hot_min_mc')::numeric)
    UNION ALL
    SELECT 'unknown_view allergen_view' WHERE j ->> 'allergen_view' NOT IN ('us', 'eu')
$$;

CREATE FUNCTION wedge.portion_faults(p jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH n AS (SELECT (p ->> 'min_portions')::numeric AS least,
                      (p ->> 'max_portions')::numeric AS most,
                      wedge.policy_defaults() -> 'food.portions' AS widest),
         counts AS (
            SELECT pair ->> 0 AS name, (pair ->> 1)::numeric AS count
              FROM jsonb_array_elements(p -> 'size_standards') pair
             UNION ALL
            SELECT pair ->> 0, count::numeric FROM jsonb_array_elements(p -> 'usual_counts') pair,
                   jsonb_array_elements_text(pair -> 1) count)
    SELECT fault FROM n, LATERAL (VALUES
        (NOT ((widest ->> 'min_portions')::numeric <= least AND least <= most
              AND most <= (widest ->> 'max_portions')::numeric),
         'portion_limits min_portions,max_portions'),
        (NOT (0 < (p ->> 'least_percent')::numeric AND (p ->> 'least_percent')::numeric <= 100
              AND 100 <= (p ->> 'most_percent')::numeric),
         'limits_out_of_order least_percent,most_percent'),
        (p -> 'base_units' = '[]', 'nothing_allowed base_units'),
        (NOT (0 <= (p ->> 'presentation_unsellable_below')::numeric
              AND (p ->> 'presentation_unsellable_below')::numeric
                  <= (p ->> 'presentation_target')::numeric
              AND (p ->> 'presentation_target')::numeric <= 10),
         'limits_out_of_order presentation_unsellable_below,presentation_target'),
        (NOT (0 <= wedge.fraction(p ->> 'presentation_share_per_point')
              AND wedge.fraction(p ->> 'presentation_share_per_point')
                  <= wedge.fraction(p ->> 'presentation_max_share')
              AND wedge.fraction(p ->> 'presentation_max_share') <= 1),
         'limits_out_of_order presentation_share_per_point,presentation_max_share')
        ) found (wrong, fault) WHERE wrong
    UNION ALL
    SELECT format('count_out_of_range %s,min_portions,max_portions', name) FROM counts, n
     WHERE count NOT BETWEEN least AND most
    UNION ALL
    SELECT wedge.not_above(p, 'must_not_be_negative', 0, 'cake_tolerance_mg',
                           'angle_tolerance_mdeg')
$$;

CREATE FUNCTION wedge.reading_faults(r jsonb, j jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(r, 'must_not_be_negative', 0, 'clock_skew_s')
    UNION ALL
    SELECT 'limits_out_of_order coldest_mc,cold_quality_min_mc'
     WHERE (r ->> 'coldest_mc')::numeric >= (j ->> 'cold_quality_min_mc')::numeric
    UNION ALL
    SELECT 'limits_out_of_order hot_min_mc,hottest_mc'
     WHERE (j ->> 'hot_min_mc')::numeric >= (r ->> 'hottest_mc')::numeric
$$;

CREATE FUNCTION wedge.calibration_faults(c jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT 'must_be_positive ' || key FROM unnest('{prior_sd,inspector_sd}'::text[]) key
     WHERE NOT (0 < (c ->> key)::numeric AND (c ->> key)::numeric < 10)
    UNION ALL
    SELECT 'out_of_range variance_inflation'
     WHERE NOT (1 <= (c ->> 'variance_inflation')::numeric
                AND (c ->> 'variance_inflation')::numeric < 10)
    UNION ALL
    SELECT 'must_be_positive propose_after' WHERE (c ->> 'propose_after')::numeric < 1
$$;

CREATE FUNCTION wedge.shelf_life_faults(s jsonb, j jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(s, 'must_not_be_negative', 0, 'removal_lead_hot_s',
                           'removal_lead_cold_s', 'removal_lead_ambient_s', 'max_extension_s')
    UNION ALL
    SELECT format('lead_longer_than_life %s,%s', lead, life)
      FROM (VALUES ('removal_lead_hot', 'hot_display_limit'),
                   ('removal_lead_cold', 'cold_after_cut_limit')) each (lead, life)
     WHERE (s ->> (lead || '_s'))::numeric >= (j ->> (life || '_s'))::numeric
    UNION ALL
    -- Time on display is known to at most 15 minutes (BR-05.5).
    SELECT 'out_of_range manual_check_every'
     WHERE NOT (0 < (s ->> 'manual_check_every_s')::numeric
                AND (s ->> 'manual_check_every_s')::numeric <= 900)
$$;

CREATE FUNCTION wedge.checkpoint_faults(c jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(c, 'must_be_positive', 0, 'interval_hot_s', 'interval_cold_s',
        'interval_ambient_s', 'step_due_s', 'repeat_window_s', 'complaint_deadline_s')
    UNION ALL
    SELECT wedge.not_above(c, 'must_not_be_negative', 0, 'overdue_after_s', 'degradations_a_day')
    UNION ALL
    SELECT 'out_of_range random_share'
     WHERE wedge.fraction(c ->> 'random_share') NOT BETWEEN 0 AND 1
    UNION ALL
    SELECT 'out_of_range ' || key FROM unnest('{riskiest_interval_share,watched_share}'::text[]) key
     WHERE NOT (0 < wedge.fraction(c ->> key) AND wedge.fraction(c ->> key) <= 1)
    UNION ALL
    SELECT 'out_of_range under_curve_points'
     WHERE NOT (0 < (c ->> 'under_curve_points')::numeric
                AND (c ->> 'under_curve_points')::numeric <= 10)
    UNION ALL
    SELECT 'must_be_positive ' || key FROM unnest('{repeat_count,late_failures_a_day}'::text[]) key
     WHERE (c ->> key)::numeric < 1
$$;

CREATE FUNCTION wedge.freshness_faults(f jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT 'limits_out_of_order aging_from,last_call_from'
     WHERE NOT (0 < wedge.fraction(f ->> 'aging_from')
                AND wedge.fraction(f ->> 'aging_from') < wedge.fraction(f ->> 'last_call_from')
                AND wedge.fraction(f ->> 'last_call_from') < 1)
$$;

-- Rules that nobody may allow could never change again.
CREATE FUNCTION wedge.approval_faults(a jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(a, 'must_be_positive', 0, 'ask_s', 'lifetime_s')
    UNION ALL
    SELECT 'nobody_may_approve ' || key FROM jsonb_each(a -> 'approvers') WHERE value = '[]'
$$;

CREATE FUNCTION wedge.allocation_faults(a jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH weights AS (SELECT key, (a ->> key)::numeric AS weight FROM unnest(
        '{margin_weight_bp,quality_weight_bp,waste_weight_bp,preference_weight_bp,
          shortage_weight_bp}'::text[]) key)
    SELECT 'weight_range ' || key FROM weights WHERE weight NOT BETWEEN 0 AND 1000000
    UNION ALL
    SELECT 'no_weight_at_all margin_weight_bp,quality_weight_bp,waste_weight_bp,'
           'preference_weight_bp,shortage_weight_bp'
     WHERE NOT EXISTS (SELECT FROM weights WHERE weight <> 0)
    UNION ALL
    SELECT 'hold_range hold' WHERE (a ->> 'hold_s')::numeric NOT BETWEEN 60 AND 900
    UNION ALL
    SELECT wedge.not_above(a, 'must_not_be_negative', 0, 'sell_first_window_s', 'hold_warning_s',
                           'hold_prolong_s', 'hold_at_tender_s')
    UNION ALL
    SELECT wedge.not_above(a, 'below_zero', 0, 'alternatives', 'alternative_price_bp',
                           'scarce_hold_portions')
$$;

CREATE FUNCTION wedge.suggestion_faults(s jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(s, 'below_zero', 0, 'most', 'shrinkage', 'usual_share_bp',
                           'surplus_weight_bp')
    UNION ALL
    SELECT 'lift_below_chance least_lift_bp' WHERE (s ->> 'least_lift_bp')::numeric < 10000
$$;

CREATE FUNCTION wedge.loyalty_faults(l jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(l, 'below_zero', 0, 'points_each', 'reward_minor')
    UNION ALL
    SELECT wedge.not_above(l, 'at_least_one', 1, 'unit_minor', 'reward_points')
    UNION ALL
    SELECT 'rewards_exceed_payment points_each,unit_minor,reward_points,reward_minor'
     WHERE l ->> 'basis' = 'amount_paid'
       AND (l ->> 'points_each')::numeric * (l ->> 'reward_minor')::numeric
           >= (l ->> 'reward_points')::numeric * (l ->> 'unit_minor')::numeric
$$;

CREATE FUNCTION wedge.forecast_faults(f jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(f, 'must_be_positive', 0, 'horizon_s')
    UNION ALL
    SELECT 'must_be_positive ' || key
      FROM unnest('{history_days,least_days,test_days,profile_days}'::text[]) key
     WHERE (f ->> key)::numeric < 1
    UNION ALL
    SELECT wedge.not_above(f, 'below_zero', 0, 'profile_portions')
    UNION ALL
    SELECT 'weight_range ' || key
      FROM unnest('{level_weight,weekday_weight,sparse_share,sparse_weight}'::text[]) key
     WHERE wedge.fraction(f ->> key) NOT BETWEEN 0 AND 1
$$;
