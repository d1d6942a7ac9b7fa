-- What a guest may ask of a portion that has left every screen's picture (FUL-05.2).
CREATE FUNCTION wedge.portion_facts(p_portion uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_facts jsonb;
BEGIN
    PERFORM wedge.this_terminal();
    SELECT jsonb_build_object('code', p.code, 'batch', w.lot_number, 'whole', w.code,
                              'cut_at', p.cut_at, 'expires_at', p.expires_at,
                              'allergens', coalesce(p.allergens, '{}'),
                              'ingredients', coalesce(w.ingredients, ''))
      INTO v_facts FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
     WHERE p.id = p_portion;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    END IF;
    RETURN v_facts;
END $$;
