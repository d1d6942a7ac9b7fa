-- Refuse a product of which an id is none.
CREATE OR REPLACE FUNCTION wedge.check_ids(p_product jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_key text;
BEGIN
    IF jsonb_typeof(p_product) IS DISTINCT FROM 'object' OR p_product ->> 'id' IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'product');
    END IF;
    FOREACH v_key IN ARRAY '{id,category_id,station_id,tool_id,curve_approval_id,whole_of_id}'::text[] LOOP
        IF p_product ->> v_key !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' THEN
            PERFORM wedge.refuse('unknown_item', v_key);
        END IF;
    END LOOP;
END $$;

