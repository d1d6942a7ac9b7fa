-- A promotion that earns nothing on a product, or a bundle that saves nothing or covers no costs,
-- comes into force only as an approved exception (BR-11.3, BR-11.5). What stays as it was is not
-- judged again: costs may have risen since. As `promotion_contradictions` in
-- app/domain/prices/promotion_check.py says it; null where nothing is wrong.
CREATE FUNCTION wedge.losing_promotion(p_pricing jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH known AS (
        SELECT d.id::text AS id, d.base_price_minor AS base,
               d.cost_minor * CASE WHEN (p_pricing ->> 'margin_net_of_tax')::boolean
                                   THEN 1 + d.tax_rate_bp / 10000.0 ELSE 1 END AS cost
          FROM wedge.products d WHERE d.active),
    asked AS (
        SELECT p, p ->> 'kind' AS kind, (p ->> 'amount_minor')::numeric AS amount,
               coalesce(jsonb_typeof(p -> 'approval') = 'object', false) AS approved
          FROM jsonb_array_elements(coalesce(p_pricing -> 'promotions', '[]')) p
         WHERE NOT coalesce(wedge.settings_document() #> '{pricing,promotions}', '[]') @> jsonb_build_array(p)),
    bundles AS (
        SELECT a.p, a.amount, a.approved, sum(k.base * part.count) AS singles,
               sum(k.cost * part.count) AS costs, bool_or(k.id IS NULL) AS unknown
          FROM asked a,
               LATERAL (SELECT each ->> 'product_id' AS id,
                               coalesce((each ->> 'count')::numeric, 1) AS count
                          FROM jsonb_array_elements(coalesce(a.p -> 'parts', '[]')) each) part
               LEFT JOIN known k ON k.id = part.id
         WHERE a.kind = 'bundle' GROUP BY a.p, a.amount, a.approved)
    SELECT fault FROM (
        SELECT CASE WHEN unknown THEN 'bundle_unknown_product'
                    WHEN amount >= singles THEN 'bundle_saves_nothing'
                    WHEN NOT approved AND amount <= costs THEN 'promotion_at_a_loss' END
               || ' promotions,' || (p ->> 'id') AS fault FROM bundles
        UNION ALL
        SELECT format('promotion_at_a_loss promotions,%s,%s', a.p ->> 'id', k.id)
          FROM asked a JOIN known k
            ON coalesce(jsonb_array_length(a.p -> 'products'), 0) = 0 OR a.p -> 'products' ? k.id
         WHERE a.kind <> 'bundle' AND NOT a.approved AND NOT CASE a.kind
               WHEN 'percent' THEN k.base * (1 - wedge.fraction(a.p ->> 'percent')) > k.cost
               WHEN 'amount' THEN k.base - a.amount > k.cost
               ELSE a.amount > k.cost * coalesce((a.p ->> 'count')::numeric, 1) END
    ) found WHERE fault IS NOT NULL LIMIT 1
$$;
