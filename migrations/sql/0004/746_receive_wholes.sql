-- Nothing keeps for ever: an end that no screen can tell is none.
CREATE OR REPLACE FUNCTION wedge.receive_wholes(
    p_session uuid, p_request uuid, p_product uuid, p_quantity int, p_expires_at timestamptz
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_product wedge.products;
    v_ids jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'receive_wholes');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_product AND kind = 'portioned';
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'product');
    ELSIF p_quantity IS NULL OR p_quantity NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_quantity', p_quantity::text);
    ELSIF p_expires_at IS NULL OR p_expires_at <= clock_timestamp() THEN
        PERFORM wedge.refuse('portion_expired', 'the expiry is in the past');
    ELSIF p_expires_at > clock_timestamp() + interval '10 years' THEN
        PERFORM wedge.refuse('bad_quantity', 'expiry');
    END IF;
    WITH made AS (
        INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at)
        SELECT gen_random_uuid(), p_product,
               v_product.code_prefix || '-W' || nextval('wedge.whole_code_seq'), 'in_stock',
               clock_timestamp(), p_expires_at
          FROM generate_series(1, p_quantity)
        RETURNING id)
    SELECT jsonb_agg(id) INTO v_ids FROM made;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'receive',
        jsonb_build_object('product_id', p_product, 'quantity', p_quantity,
                           'expires_at', p_expires_at));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'receive_wholes',
                          jsonb_build_object('ids', v_ids));
END $$;
