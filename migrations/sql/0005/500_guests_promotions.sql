-- A promotion as far as it moves a price that anybody may see; those for a coupon or for some of the
-- staff do not.
CREATE OR REPLACE FUNCTION wedge.guests_promotions(p_promotions jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(CASE WHEN jsonb_typeof(p -> 'approval') = 'object'
               THEN jsonb_set(p, '{approval}', (p -> 'approval')
                        || '{"approved_by": "–", "reason": "–"}' || jsonb_build_object(
                        'budget_minor',
                        wedge.told_budget((p #>> '{approval,budget_minor}')::bigint)))
               ELSE p END ORDER BY n), '[]')
      FROM jsonb_array_elements(coalesce(nullif(p_promotions, 'null'), '[]'))
           WITH ORDINALITY x (p, n)
     WHERE coalesce(p ->> 'coupon', '') = '' AND NOT wedge.coupon_is_counted(p)
       AND coalesce(p -> 'roles', '[]') = '[]'
$$;
