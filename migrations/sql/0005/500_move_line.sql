-- A line is prepared after its portion was verified, where the shop demands that (0004/780_move_line.sql).
CREATE OR REPLACE FUNCTION wedge.move_line(
    p_session uuid, p_request uuid, p_line uuid, p_function text, p_from text, p_to text,
    p_temperature int
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_codes text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, p_function);
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_paid(v_line.ticket_id, '{paid}');
    IF p_to = 'verified' THEN
        IF wedge.verifies_by_code() AND v_line.portion_id IS NOT NULL THEN
            SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
            IF v_line.checked_at IS NULL THEN
                PERFORM wedge.refuse('not_checked', v_line.portion_code);
            END IF;
        END IF;
        PERFORM wedge.refuse_warm(v_line.ticket_id, p_line, 'committed');
        v_codes := wedge.past_limit_codes(v_line.ticket_id, p_line);
        IF v_codes IS NOT NULL THEN
            PERFORM wedge.refuse('portion_expired', v_codes);
        END IF;
        v_codes := wedge.lowered_codes(v_line.ticket_id, p_line);
        IF v_codes IS NOT NULL THEN
            PERFORM wedge.refuse('below_order', v_codes);
        END IF;
        v_codes := wedge.unseen_codes(v_line.ticket_id, p_line);
        IF v_codes IS NOT NULL THEN
            PERFORM wedge.refuse('checkpoint_missing', v_codes);
        END IF;
        IF p_temperature NOT BETWEEN
            wedge.policy_number('{food,readings,coldest_mc}', -60000)
            AND wedge.policy_number('{food,readings,hottest_mc}', 300000)
        THEN
            PERFORM wedge.refuse('bad_reading', 'impossible');
        END IF;
        IF p_temperature IS NOT NULL AND wedge.breaks_limits(
            (SELECT holding_unit_id FROM wedge.portions WHERE id = v_line.portion_id),
            p_temperature)
        THEN
            PERFORM wedge.refuse('temperature_violated', v_line.portion_code);
        END IF;
    END IF;
    UPDATE wedge.ticket_lines
       SET kitchen_state = p_to,
           verified_at = CASE WHEN p_to = 'verified' THEN clock_timestamp() END,
           verified_temperature_mc = p_temperature
     WHERE id = p_line AND kitchen_state = p_from AND NOT voided;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', v_line.kitchen_state);
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, p_function,
        jsonb_build_object('line_id', p_line, 'portion', v_line.portion_code,
                           'temperature_mc', p_temperature));
    RETURN wedge.remember(p_request, v_who.terminal_id, p_function, '{}');
END $$;
