CREATE OR REPLACE FUNCTION wedge.policy_sections() RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{quality,pricing,promotions,allocation,targets,kitchen,approvals,suggestions,loyalty,
             refunds,
             guest,recovery,revenue,
             food.jurisdiction,food.portions,food.readings,food.calibration,food.freshness,
             food.shelf_life,food.checkpoints,food.allergens,
             forecast}'::text[]
$$;
