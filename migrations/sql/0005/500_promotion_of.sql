-- The promotion that a step of a breakdown names (its last parameter), if this ticket may use it. A
-- code that is counted needs the order's use of it (240_coupons.sql).
CREATE OR REPLACE FUNCTION wedge.promotion_of(p_step jsonb, p_role text, p_coupons text[])
RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_promotion jsonb;
    v_counted boolean;
BEGIN
    SELECT p INTO v_promotion
      FROM jsonb_array_elements(coalesce(v_settings #> '{pricing,promotions}', '[]')) p
     WHERE p ->> 'id' = p_step -> 'params' ->> -1;
    IF NOT FOUND OR p_step ->> 'code' IS DISTINCT FROM 'promotion.' || (v_promotion ->> 'kind')
    THEN
        PERFORM wedge.refuse('bad_price', 'no such promotion');
    END IF;
    v_counted := wedge.coupon_is_counted(v_promotion);
    IF (v_counted OR coalesce(v_promotion ->> 'coupon', '') <> '')
        AND NOT coalesce(NOT v_counted AND v_promotion ->> 'coupon' = ANY (p_coupons), false)
        AND NOT EXISTS (
            SELECT FROM unnest(p_coupons) c
              JOIN wedge.coupon_uses u ON c = wedge.coupon_token(u.id, u.promotion_id)
             WHERE u.promotion_id = v_promotion ->> 'id' AND u.state <> 'returned')
    THEN
        PERFORM wedge.refuse('bad_price', 'the coupon is missing');
    ELSIF jsonb_array_length(coalesce(v_promotion -> 'roles', '[]')) > 0
        AND NOT v_promotion -> 'roles' ? p_role THEN
        PERFORM wedge.refuse('bad_price', 'not a promotion for this role');
    ELSIF clock_timestamp() AT TIME ZONE (v_settings ->> 'time_zone')
        >= (v_promotion -> 'approval' ->> 'until')::timestamp THEN
        PERFORM wedge.refuse('bad_price', 'the approval of the promotion has ended');
    END IF;
    RETURN v_promotion;
END $$;
