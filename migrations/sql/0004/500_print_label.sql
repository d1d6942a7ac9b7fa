-- A shelf label, written by the store from the portion's own lot (BR-07.4), with the place in its
-- whole where the way of cutting has places.
CREATE OR REPLACE FUNCTION wedge.print_label(
    p_session uuid, p_request uuid, p_portion uuid, p_price int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_label jsonb;
    v_job uuid := gen_random_uuid();
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'print_label');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT jsonb_build_object(
               'name', d.name, 'code', p.code, 'batch', coalesce(w.lot_number, w.code),
               'allergens', wedge.allergen_codes(coalesce(p.allergens, d.allergens)),
               'cut_at', p.cut_at, 'sell_by', p.expires_at, 'price_minor', p_price,
               'place', wedge.place_in_whole(p.wedge, w.portions_per_whole, w.per_row))
      INTO v_label
      FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
      JOIN wedge.products d ON d.id = p.product_id
     WHERE p.id = p_portion AND p.state NOT IN ('served', 'wasted');
    IF v_who.register IS NULL THEN
        PERFORM wedge.refuse('not_permitted', 'this terminal is no register');
    ELSIF v_label IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    ELSIF v_label -> 'allergens' = 'null' THEN
        PERFORM wedge.refuse('product_incomplete', 'allergens');
    ELSIF p_price NOT BETWEEN 0 AND 2000000000 THEN
        PERFORM wedge.refuse('bad_price', p_price::text);
    END IF;
    INSERT INTO wedge.print_jobs (id, register, is_copy, state, label)
    VALUES (v_job, v_who.register, false, 'queued', v_label);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'print label',
        jsonb_build_object('portion', v_label -> 'code', 'allergens', v_label -> 'allergens'));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'print_label',
                          jsonb_build_object('job_id', v_job));
END $$;
