-- What contradicts itself in the rules for readings: app/domain/food_policy_check.py.
CREATE OR REPLACE FUNCTION wedge.reading_faults(r jsonb, j jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.not_above(r, 'must_not_be_negative', 0, 'clock_skew_s',
                           'entry_lead_s')
    UNION ALL
    SELECT wedge.not_above(r, 'must_be_positive', 0, 'silent_after_s', 'corrective_due_s')
    UNION ALL
    SELECT 'limits_out_of_order coldest_mc,cold_quality_min_mc'
     WHERE (r ->> 'coldest_mc')::numeric >= (j ->> 'cold_quality_min_mc')::numeric
    UNION ALL
    SELECT 'limits_out_of_order hot_min_mc,hottest_mc'
     WHERE (j ->> 'hot_min_mc')::numeric >= (r ->> 'hottest_mc')::numeric
$$;
