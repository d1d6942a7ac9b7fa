-- Offers by stock and time left (BR-11.2): the store itself looks whether they still hold when it
-- takes a price, so that a till whose picture is old grants none that has stopped.

-- How long before its limit a portion of this unit leaves sale.
CREATE FUNCTION wedge.removal_lead(p_unit uuid) RETURNS interval
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT make_interval(secs => coalesce(
               (wedge.settings_document() #>> ARRAY['food', 'shelf_life',
                                                    'removal_lead_' || h.kind || '_s'])::numeric,
               CASE h.kind WHEN 'cold' THEN 7200 ELSE 900 END)::double precision)
      FROM wedge.holding_units h WHERE h.id = p_unit
$$;

-- Whether a portion is on sale: free, or the one in hand; not held by quality, and before its time.
CREATE FUNCTION wedge.counts_for_offer(p_portion wedge.portions, p_in_hand uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (p_portion.state = 'available' OR p_portion.id = p_in_hand)
       AND wedge.quality_sells(p_portion.quality_status)
       AND p_portion.expires_at - wedge.removal_lead(p_portion.holding_unit_id) > clock_timestamp()
$$;

-- Refuse a promotion of a breakdown whose stock or time is not there. The till names the portions
-- that it counted (price_inputs.counted): each must still be on sale, and there must be enough.
-- Those that a line already has (p_known) came while it held. One after the other of a product, so
-- that two tills cannot both take the last one that the offer needs.
CREATE FUNCTION wedge.check_offer_stock(
    p_product uuid, p_portion uuid, p_breakdown jsonb, p_inputs jsonb, p_known jsonb
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_promotion jsonb;
    v_stock int;
BEGIN
    FOR v_promotion IN
        SELECT p FROM jsonb_array_elements(p_breakdown) s
          JOIN jsonb_array_elements(coalesce(
                   wedge.settings_document() #> '{pricing,promotions}', '[]')) p
            ON p ->> 'id' = s -> 'params' ->> -1
         WHERE s ->> 'reason' = 'promotion'
           AND (coalesce((p ->> 'min_stock')::int, 0) > 0
                OR jsonb_typeof(p -> 'max_left_s') = 'number')
           AND NOT EXISTS (
               SELECT FROM jsonb_array_elements(coalesce(nullif(p_known, 'null'), '[]')) k
                WHERE k -> 'code' = s -> 'code' AND k -> 'params' = s -> 'params')
    LOOP
        IF p_inputs IS NOT NULL
            AND (p_inputs ->> 'left_s')::int > (v_promotion ->> 'max_left_s')::int THEN
            PERFORM wedge.refuse('prices_changed', 'the offer is not on');
        END IF;
        IF EXISTS (SELECT FROM wedge.portions WHERE id = p_portion AND state = 'available') THEN
            PERFORM pg_advisory_xact_lock(hashtextextended('offer ' || p_product, 0));
        END IF;
        -- Of a group it is not said which portions were counted: all that are on sale may have been.
        SELECT count(*) INTO v_stock FROM wedge.portions p
         WHERE p.product_id = p_product AND p.state NOT IN ('served', 'wasted')
           AND (v_promotion ->> 'kind' IN ('n_for_price', 'bundle')
                OR p_inputs -> 'counted' ? p.id::text)
           AND wedge.counts_for_offer(p, p_portion);
        IF v_stock < coalesce((v_promotion ->> 'min_stock')::int, 0) THEN
            PERFORM wedge.refuse('prices_changed', 'the offer is not on');
        END IF;
    END LOOP;
END $$;
