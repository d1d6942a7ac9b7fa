-- The kitchen's steps on paid tickets.

CREATE FUNCTION wedge.lock_paid(p_ticket uuid, p_states text[]) RETURNS wedge.tickets
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'ticket');
    ELSIF v_ticket.state <> ALL (p_states) THEN
        PERFORM wedge.refuse('changed', v_ticket.state);
    END IF;
    RETURN v_ticket;
END $$;

CREATE FUNCTION wedge.acknowledge(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'acknowledge');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_paid(p_ticket, '{paid,closed}');
    UPDATE wedge.tickets SET acknowledged_at = clock_timestamp()
     WHERE id = p_ticket AND acknowledged_at IS NULL;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'acknowledge',
                                 jsonb_build_object('ticket_id', p_ticket));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'acknowledge', '{}');
END $$;

-- The codes of a ticket's portions (or of one line's) that are past their safety limit; else null.
CREATE FUNCTION wedge.past_limit_codes(p_ticket uuid, p_line uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(l.portion_code, ', ' ORDER BY l.position)
      FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
     WHERE l.ticket_id = p_ticket AND l.id = coalesce(p_line, l.id) AND NOT l.voided
       AND l.kitchen_state IN ('queued', 'verified') AND p.expires_at <= clock_timestamp()
$$;

-- Move one line between queued and verified.
CREATE FUNCTION wedge.move_line(
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
    v_codes := wedge.past_limit_codes(v_line.ticket_id, p_line);
    IF p_to = 'verified' AND v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('portion_expired', v_codes);
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

CREATE FUNCTION wedge.verify_line(
    p_session uuid, p_request uuid, p_line uuid, p_temperature int
) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.move_line(p_session, p_request, p_line, 'verify_line', 'queued', 'verified',
                           p_temperature)
$$;

CREATE FUNCTION wedge.unverify_line(p_session uuid, p_request uuid, p_line uuid) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.move_line(p_session, p_request, p_line, 'unverify_line', 'verified', 'queued',
                           NULL)
$$;

-- Give a line whose portion is past its limit the first candidate that is still free. The old
-- portion is waste; the receipt and its price stay as they were.
CREATE FUNCTION wedge.replace_line(
    p_session uuid, p_request uuid, p_line uuid, p_candidates jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_fitting jsonb;
    v_index int;
    v_new wedge.portions;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'replace_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    PERFORM wedge.lock_paid(v_line.ticket_id, '{paid}');
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_line FOR UPDATE;
    IF wedge.past_limit_codes(v_line.ticket_id, p_line) IS NULL THEN
        PERFORM wedge.refuse('changed', 'its portion is not past its limit');
    END IF;
    SELECT coalesce(jsonb_agg(c.value ORDER BY c.ordinality), '[]') INTO v_fitting
      FROM jsonb_array_elements(p_candidates) WITH ORDINALITY c
      JOIN wedge.portions p ON p.id = (c.value ->> 'portion_id')::uuid
     WHERE p.product_id = v_line.product_id;
    v_index := coalesce(wedge.take_first(v_fitting, v_line.ticket_id, false),
                        wedge.take_first(v_fitting, v_line.ticket_id, true));
    IF v_index IS NULL THEN
        PERFORM wedge.refuse('gone');
    END IF;
    SELECT * INTO v_new FROM wedge.portions
     WHERE id = (v_fitting -> v_index ->> 'portion_id')::uuid;
    PERFORM wedge.swap_portion(v_line, v_new, v_fitting -> v_index ->> 'grade');
    INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id, terminal_id)
    SELECT gen_random_uuid(), p.id, v_line.portion_id, 'past its limit', p.cost_minor,
           v_who.staff_id, v_who.terminal_id
      FROM wedge.products p WHERE p.id = v_line.product_id;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'replace',
        jsonb_build_object('ticket_id', v_line.ticket_id, 'line_id', p_line,
                           'old', v_line.portion_code, 'new', v_new.code));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'replace_line',
                          jsonb_build_object('portion_id', v_new.id));
END $$;

CREATE FUNCTION wedge.swap_portion(
    p_line wedge.ticket_lines, p_new wedge.portions, p_grade text
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL WHERE id = p_line.portion_id;
    -- Two steps: no portion is committed that was not reserved.
    UPDATE wedge.portions SET state = 'reserved', ticket_id = p_line.ticket_id,
           reserved_until = clock_timestamp() + interval '1 minute' WHERE id = p_new.id;
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = p_new.id;
    UPDATE wedge.ticket_lines
       SET portion_id = p_new.id, portion_code = p_new.code, place = p_new.place,
           weight_mg = p_new.weight_mg, grade = p_grade, kitchen_state = 'queued',
           verified_at = NULL, verified_temperature_mc = NULL,
           holding_unit_name = (SELECT name FROM wedge.holding_units
                                 WHERE id = p_new.holding_unit_id)
     WHERE id = p_line.id;
END $$;

CREATE FUNCTION wedge.serve_ticket(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_codes text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'serve_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_paid(p_ticket, '{paid}');
    v_codes := wedge.past_limit_codes(p_ticket, NULL);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('portion_expired', v_codes);
    END IF;
    IF EXISTS (SELECT FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided
                  AND kitchen_state = 'queued') THEN
        PERFORM wedge.refuse('not_ready');
    END IF;
    UPDATE wedge.ticket_lines SET kitchen_state = 'served', served_at = clock_timestamp()
     WHERE ticket_id = p_ticket AND NOT voided AND kitchen_state = 'verified';
    UPDATE wedge.portions SET state = 'served'
     WHERE ticket_id = p_ticket AND state = 'committed';
    PERFORM wedge.close_if_served(p_ticket);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'serve',
                                 jsonb_build_object('ticket_id', p_ticket));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'serve_ticket', '{}');
END $$;

CREATE FUNCTION wedge.recall_ticket(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'recall_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.lock_paid(p_ticket, '{closed}');
    IF v_ticket.archived THEN
        PERFORM wedge.refuse('too_late_to_undo');
    END IF;
    UPDATE wedge.ticket_lines SET kitchen_state = 'verified', served_at = NULL
     WHERE ticket_id = p_ticket AND NOT voided AND kitchen_state = 'served';
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'nothing on the ticket came from the kitchen');
    END IF;
    UPDATE wedge.portions SET state = 'committed'
     WHERE ticket_id = p_ticket AND state = 'served' AND id IN (
         SELECT portion_id FROM wedge.ticket_lines
          WHERE ticket_id = p_ticket AND NOT voided AND kitchen_state = 'verified');
    UPDATE wedge.tickets SET state = 'paid', served_at = NULL WHERE id = p_ticket;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'recall',
                                 jsonb_build_object('ticket_id', p_ticket));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'recall_ticket', '{}');
END $$;
