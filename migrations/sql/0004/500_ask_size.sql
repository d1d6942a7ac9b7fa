-- Ask for another size. Until another person agreed the line waits, and its order is not paid.
CREATE OR REPLACE FUNCTION wedge.ask_size(p_session uuid, p_request uuid, p_line uuid, p_asked int)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_standard int;
    v_weight int;
    v_parts jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'ask_size');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    v_standard := wedge.standard_weight(v_line.portion_id);
    SELECT weight_mg INTO v_weight FROM wedge.portions
     WHERE id = v_line.portion_id AND ticket_id = v_line.ticket_id AND state = 'reserved'
       AND reserved_until > clock_timestamp() FOR UPDATE;
    IF v_standard IS NULL OR v_weight IS NULL THEN
        PERFORM wedge.refuse('bad_quantity', 'no weight');
    ELSIF v_line.size_approved_by IS NOT NULL THEN
        PERFORM wedge.refuse('changed', 'size');
    ELSIF wedge.has_manual(v_line.breakdown) OR v_line.own_breakdown IS NOT NULL THEN
        PERFORM wedge.refuse('bad_price', 'reduced already');
    ELSIF p_asked IS NULL OR p_asked = v_standard
        OR p_asked::bigint * 100 NOT BETWEEN v_standard * wedge.portion_rule('own_least_percent')
                                         AND v_standard * wedge.portion_rule('own_most_percent')
    THEN
        PERFORM wedge.refuse('bad_quantity', p_asked::text);
    END IF;
    PERFORM wedge.release_parts(p_line);
    v_parts := wedge.hold_parts(v_line, v_line.portion_id, greatest(0, p_asked - v_weight));
    IF v_parts IS NULL THEN
        PERFORM wedge.refuse('gone', 'size');
    END IF;
    UPDATE wedge.ticket_lines
       SET asked_mg = p_asked, size_parts = v_parts, offcut_mg = greatest(0, v_weight - p_asked)
     WHERE id = p_line;
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'ask size',
        jsonb_build_object('line_id', p_line, 'portion', v_line.portion_code,
                           'standard_mg', v_standard, 'asked_mg', p_asked, 'parts', v_parts));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'ask_size', jsonb_build_object(
        'price_minor', wedge.pro_rata(v_line.unit_price_minor, v_standard, p_asked)));
END $$;
