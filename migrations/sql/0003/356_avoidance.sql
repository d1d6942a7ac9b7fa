-- What the guest avoids, for the whole order. Taking something off the list is the guest's
-- withdrawal: the cashier has to confirm it, and the journal keeps who did and when.

CREATE FUNCTION wedge.set_avoidance(
    p_session uuid, p_request uuid, p_ticket uuid, p_service text, p_codes text[],
    p_withdrawn boolean
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_codes text[] := wedge.allergen_codes(coalesce(p_codes, '{}'));
    v_gone text[];
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'set_avoidance');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF cardinality(v_codes) > 40 OR EXISTS (
        SELECT FROM unnest(v_codes) c WHERE c IS NULL OR char_length(c) NOT BETWEEN 1 AND 40)
    THEN
        PERFORM wedge.refuse('bad_text', 'allergens');
    END IF;
    v_ticket := wedge.open_ticket(p_ticket, v_who.terminal_id, v_who.staff_id, p_service);
    v_gone := ARRAY(SELECT c FROM unnest(v_ticket.avoids) c WHERE c <> ALL (v_codes));
    IF v_gone <> '{}' AND NOT coalesce(p_withdrawn, false) THEN
        PERFORM wedge.refuse('allergen_conflict', array_to_string(v_gone, ','));
    END IF;
    UPDATE wedge.tickets SET avoids = v_codes WHERE id = p_ticket;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id,
        CASE WHEN v_gone = '{}' THEN 'set avoidance' ELSE 'withdraw avoidance' END,
        jsonb_build_object('ticket_id', p_ticket, 'old', v_ticket.avoids, 'new', v_codes,
                           'withdrawn', v_gone));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'set_avoidance', '{}');
END $$;

-- A lot turned out to contain more than its recipe says: for good, on every portion of it.
CREATE FUNCTION wedge.add_lot_allergens(
    p_session uuid, p_request uuid, p_whole uuid, p_codes text[]
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
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
    END IF;
    -- Tickets before portions, as everywhere.
    PERFORM FROM wedge.tickets WHERE state = 'open' AND id IN (
        SELECT ticket_id FROM wedge.portions WHERE whole_id = p_whole) ORDER BY id FOR UPDATE;
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    END IF;
    UPDATE wedge.wholes SET allergens = wedge.all_allergens(coalesce(allergens, '{}'), v_codes)
     WHERE id = p_whole;
    UPDATE wedge.portions SET allergens = wedge.all_allergens(coalesce(allergens, '{}'), v_codes)
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
        jsonb_build_object('whole', v_whole.code, 'old', v_whole.allergens, 'added', v_codes));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'add_lot_allergens', '{}');
END $$;
