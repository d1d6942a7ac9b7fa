-- What speaks against the rules of checks and training (app/domain/food_policy_check.py).
CREATE OR REPLACE FUNCTION wedge.checkpoint_faults(c jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(c, 'must_be_positive', 0, 'interval_hot_s', 'interval_cold_s',
        'interval_ambient_s', 'step_due_s', 'repeat_window_s', 'complaint_deadline_s',
        'training_valid_s', 'training_effect_s')
    UNION ALL
    SELECT wedge.not_above(c, 'must_not_be_negative', 0, 'overdue_after_s', 'degradations_a_day',
        'training_warning_s')
    UNION ALL
    SELECT 'out_of_range random_share'
     WHERE wedge.fraction(c ->> 'random_share') NOT BETWEEN 0 AND 1
    UNION ALL
    SELECT 'out_of_range ' || key FROM unnest('{fail_target,on_time_target}'::text[]) key
     WHERE wedge.fraction(c ->> key) NOT BETWEEN 0 AND 1
    UNION ALL
    SELECT 'out_of_range score_target' WHERE (c ->> 'score_target')::numeric NOT BETWEEN 0 AND 10
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
