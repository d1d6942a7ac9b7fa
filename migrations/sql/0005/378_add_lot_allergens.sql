-- A lot turned out to hold more than its recipe says: for good, on every portion of it, with the
-- reason in the journal. A lot that nobody stated anything of takes its product's statement first;
-- where there is none either, naming one allergen would pass for the whole statement.
CREATE OR REPLACE FUNCTION wedge.add_lot_allergens(
    p_session uuid, p_request uuid, p_whole uuid, p_codes text[], p_reason text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
    v_stated text[];
    v_codes text[] := wedge.allergen_codes(p_codes);
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'add_lot_allergens');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF coalesce(cardinality(v_codes), 0) NOT BETWEEN 1 AND 40 OR EXISTS (
        SELECT FROM unnest(v_codes) c WHERE c IS NULL OR char_length(c) NOT BETWEEN 1 AND 40)
    THEN
        PERFORM wedge.refuse('bad_text', 'allergens');
    ELSIF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    -- The gate, so that no order takes one without them meanwhile; then as everywhere.
    PERFORM wedge.shut_lots(ARRAY[p_whole]);
    PERFORM wedge.lock_lots(ARRAY[p_whole]);
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    END IF;
    SELECT coalesce(v_whole.allergens, d.allergens) INTO v_stated
      FROM wedge.products d WHERE d.id = v_whole.product_id;
    IF v_stated IS NULL THEN
        PERFORM wedge.refuse('product_incomplete', 'allergens');
    END IF;
    UPDATE wedge.wholes SET allergens = wedge.all_allergens(v_stated, v_codes)
     WHERE id = p_whole;
    UPDATE wedge.portions SET allergens = wedge.all_allergens(coalesce(allergens, v_stated), v_codes)
     WHERE whole_id = p_whole;
    UPDATE wedge.ticket_lines l SET allergens = p.allergens
      FROM wedge.portions p, wedge.tickets t
     WHERE p.whole_id = p_whole AND l.portion_id = p.id AND NOT l.voided
       AND t.id = l.ticket_id AND t.state = 'open';
    -- What touched it since it was clean has touched this too.
    UPDATE wedge.equipment e SET category = wedge.all_allergens(e.category, v_codes)
     WHERE e.category IS NOT NULL AND EXISTS (
         SELECT FROM wedge.equipment_uses u
          WHERE u.equipment_id = e.id AND u.whole_id = p_whole
            AND u.at > coalesce(e.sanitised_at, '-infinity'));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'add lot allergens',
        jsonb_build_object('whole', v_whole.code, 'old', v_whole.allergens, 'added', v_codes,
                           'reason', btrim(p_reason)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'add_lot_allergens', '{}');
END $$;
