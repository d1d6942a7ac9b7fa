-- Another portion for a line of an open order: by hand, as an upgrade, or because the first one
-- can't be served any more.

-- Give the line p_new; the former portion goes to p_former_state if the ticket still holds it.
CREATE FUNCTION wedge.exchange_portion(
    p_line wedge.ticket_lines, p_candidate jsonb, p_former_state text, p_reason text,
    p_choice text, p_upgraded boolean
) RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_new wedge.portions;
    v_line wedge.ticket_lines;
    v_until timestamptz := (SELECT held_until FROM wedge.tickets WHERE id = p_line.ticket_id);
BEGIN
    UPDATE wedge.portions SET state = p_former_state, ticket_id = NULL, reserved_until = NULL
     WHERE id = p_line.portion_id AND ticket_id = p_line.ticket_id AND state = 'reserved';
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_line.ticket_id,
           reserved_until = clock_timestamp() + interval '1 hour'
     WHERE id = (p_candidate ->> 'portion_id')::uuid RETURNING * INTO v_new;
    UPDATE wedge.ticket_lines
       SET portion_id = v_new.id, portion_code = v_new.code, place = v_new.place,
           weight_mg = v_new.weight_mg, grade = p_candidate ->> 'grade',
           base_price_minor = (p_candidate ->> 'base_price_minor')::int,
           unit_price_minor = (p_candidate ->> 'unit_price_minor')::int,
           breakdown = p_candidate -> 'breakdown', own_breakdown = NULL,
           price_inputs = nullif(p_candidate -> 'price_inputs', 'null'),
           (loss_promotion, loss_minor) = (
               SELECT x.loss_promotion, x.loss_minor
                 FROM wedge.products d, wedge.loss_of(d, v_new.id, p_candidate -> 'breakdown') x
                WHERE d.id = p_line.product_id),
           choice_reason = p_choice,
           former_code = p_line.portion_code, former_reason = p_reason,
           upgrade_answer = CASE WHEN p_upgraded THEN 'accepted' ELSE upgrade_answer END,
           holding_unit_name = (SELECT name FROM wedge.holding_units
                                 WHERE id = v_new.holding_unit_id)
     WHERE id = p_line.id RETURNING * INTO v_line;
    PERFORM wedge.refresh_ticket(p_line.ticket_id);
    IF p_choice = 'substituted' AND v_until > clock_timestamp() THEN
        -- Nobody has touched the order: its hold ends when it would have.
        PERFORM wedge.hold_until(p_line.ticket_id, v_until);
    END IF;
    RETURN v_line;
END $$;

-- The candidates of the line's own product and cut, whose price is right and not dearer; better
-- grades may be dearer only as an upgrade.
CREATE FUNCTION wedge.fitting_candidates(
    p_line wedge.ticket_lines, p_candidates jsonb, p_upgrade boolean, p_lower boolean
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_fitting jsonb := '[]';
    v_candidate jsonb;
    v_portion wedge.portions;
    v_product wedge.products;
    v_cut int;
BEGIN
    SELECT w.portions_per_whole INTO v_cut FROM wedge.portions p
      JOIN wedge.wholes w ON w.id = p.whole_id WHERE p.id = p_line.portion_id;
    SELECT * INTO v_product FROM wedge.products WHERE id = p_line.product_id;
    FOR v_candidate IN SELECT value FROM jsonb_array_elements(p_candidates) LOOP
        SELECT p.* INTO v_portion FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
         WHERE p.id = (v_candidate ->> 'portion_id')::uuid AND p.product_id = p_line.product_id
           AND p.id <> p_line.portion_id AND w.portions_per_whole = v_cut;
        CONTINUE WHEN NOT FOUND;
        CONTINUE WHEN NOT p_lower AND v_candidate ->> 'grade' > p_line.grade;
        PERFORM wedge.check_price(v_product, v_portion, v_candidate);
        IF (v_candidate ->> 'unit_price_minor')::bigint > p_line.unit_price_minor
            AND NOT (p_upgrade AND v_candidate ->> 'grade' < p_line.grade) THEN
            PERFORM wedge.refuse('bad_price', 'never dearer');
        END IF;
        v_fitting := v_fitting || jsonb_build_array(v_candidate);
    END LOOP;
    RETURN v_fitting;
END $$;

-- By hand, with a reason; `upgrade`: the guest accepted the better grade at its price. Leaving a
-- portion that has to go first needs an approval, unless it is damaged or not to be found; those
-- two stay blocked.
CREATE FUNCTION wedge.swap_line(
    p_session uuid, p_request uuid, p_line uuid, p_candidate jsonb, p_reason text, p_note text,
    p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_fitting jsonb;
    v_approver uuid;
    v_after wedge.ticket_lines;
    v_unfit boolean := p_reason IN ('damaged', 'not_found');
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'swap_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_reason IS NULL OR p_reason NOT IN ('guest_request', 'presentation', 'damaged',
                                            'not_found', 'other', 'upgrade')
        OR p_reason = 'other' AND btrim(coalesce(p_note, '')) = ''
        OR char_length(coalesce(p_note, '')) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    PERFORM FROM wedge.portions WHERE id = v_line.portion_id AND ticket_id = v_line.ticket_id
        AND state = 'reserved' AND reserved_until > clock_timestamp() FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'the line holds no portion');
    END IF;
    v_fitting := wedge.fitting_candidates(v_line, jsonb_build_array(p_candidate),
                                          p_reason = 'upgrade', p_reason <> 'upgrade');
    IF coalesce(wedge.take_first(v_fitting, v_line.ticket_id, false),
                wedge.take_first(v_fitting, v_line.ticket_id, true)) IS NULL THEN
        PERFORM wedge.refuse('gone');
    END IF;
    IF NOT v_unfit AND (coalesce((p_candidate ->> 'skips_sell_first')::boolean, false) OR (
        SELECT d.sell_first FROM wedge.allocation_decisions d
         WHERE d.line_id = p_line AND d.portion_id = v_line.portion_id
         ORDER BY d.at DESC LIMIT 1)) THEN
        v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'skip_sell_first',
            jsonb_build_object('line_id', p_line,
                               'portion_id', p_candidate ->> 'portion_id'), NULL);
    END IF;
    v_after := wedge.exchange_portion(
        v_line, p_candidate, CASE WHEN v_unfit THEN 'quarantined' ELSE 'available' END,
        p_reason, 'by_hand', p_reason = 'upgrade');
    PERFORM wedge.note_decision(
        CASE WHEN p_reason = 'upgrade' THEN 'upgraded' ELSE 'swapped' END, v_who.terminal_id,
        v_who.staff_id, v_after,
        p_candidate, v_line.portion_id, p_reason, p_note, v_approver,
        jsonb_build_array(p_candidate));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'swap portion',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'old', v_line.portion_code, 'new', v_after.portion_code,
                           'reason', p_reason, 'note', p_note, 'approved_by', v_approver,
                           'old_price_minor', v_line.unit_price_minor,
                           'new_price_minor', v_after.unit_price_minor));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'swap_line',
                          jsonb_build_object('portion_id', v_after.portion_id));
END $$;

-- The held portion fell below the floor or is blocked: the first candidate that is still free, of
-- the grade sold or a better one, takes its place, never dearer; the old one is blocked. A lower
-- grade only with the guest's consent (p_lower).
CREATE FUNCTION wedge.substitute_line(
    p_session uuid, p_request uuid, p_line uuid, p_candidates jsonb, p_reason text, p_note text,
    p_lower boolean
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_fitting jsonb;
    v_index int;
    v_after wedge.ticket_lines;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'substitute_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_reason IS NULL OR p_reason NOT IN ('age', 'temperature', 'damage', 'other')
        OR p_reason = 'other' AND btrim(coalesce(p_note, '')) = ''
        OR char_length(coalesce(p_note, '')) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    IF v_line.portion_id IS NULL THEN
        PERFORM wedge.refuse('changed', 'the line holds no portion');
    END IF;
    PERFORM FROM wedge.portions WHERE id = v_line.portion_id FOR UPDATE;
    v_fitting := wedge.fitting_candidates(v_line, p_candidates, false, coalesce(p_lower, false));
    v_index := coalesce(wedge.take_first(v_fitting, v_line.ticket_id, false),
                        wedge.take_first(v_fitting, v_line.ticket_id, true));
    IF v_index IS NULL THEN
        PERFORM wedge.refuse('gone');
    END IF;
    PERFORM wedge.check_scarce(v_line.ticket_id, v_line.product_id, wedge.held_since(p_line));
    -- One that was only found to be of a lower grade goes back on sale as what it is.
    v_after := wedge.exchange_portion(
        v_line, v_fitting -> v_index,
        CASE WHEN wedge.lowered_codes(v_line.ticket_id, p_line) IS NOT NULL
                  AND NOT wedge.must_block(v_line.portion_id) THEN 'available'
             ELSE 'quarantined' END, p_reason, 'substituted', false);
    PERFORM wedge.note_decision('substituted', v_who.terminal_id, v_who.staff_id, v_after,
                                v_fitting -> v_index,
                                v_line.portion_id, p_reason, p_note, NULL, v_fitting);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'substitute portion',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'old', v_line.portion_code, 'new', v_after.portion_code,
                           'reason', p_reason, 'note', p_note,
                           'old_price_minor', v_line.unit_price_minor,
                           'new_price_minor', v_after.unit_price_minor));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'substitute_line',
                          jsonb_build_object('portion_id', v_after.portion_id));
END $$;

-- A better grade was offered for the line and the guest said no; it is not offered again.
CREATE FUNCTION wedge.decline_upgrade(
    p_session uuid, p_request uuid, p_line uuid, p_candidate jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'decline_upgrade');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    UPDATE wedge.ticket_lines SET upgrade_answer = 'declined' WHERE id = p_line;
    PERFORM wedge.note_decision('declined', v_who.terminal_id, v_who.staff_id, v_line,
                                p_candidate, v_line.portion_id, 'upgrade', '', NULL, jsonb_build_array(p_candidate));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'decline_upgrade', '{}');
END $$;

GRANT EXECUTE ON FUNCTION
    wedge.swap_line(uuid, uuid, uuid, jsonb, text, text, uuid),
    wedge.substitute_line(uuid, uuid, uuid, jsonb, text, text, boolean),
    wedge.decline_upgrade(uuid, uuid, uuid, jsonb)
TO pos_app;
