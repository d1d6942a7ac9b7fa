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

CREATE FUNCTION wedge.serve_ticket(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'serve_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.lock_paid(p_ticket, '{paid}');
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
