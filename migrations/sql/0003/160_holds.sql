-- Orders put aside, and the length of holds.

ALTER TABLE wedge.tickets
    ADD COLUMN parked_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN parked_as TEXT DEFAULT '' NOT NULL,
    ADD COLUMN hold_prolonged BOOLEAN DEFAULT false NOT NULL,
    ADD CONSTRAINT ck_tickets_parked_as_text CHECK (char_length(parked_as) <= 60);

CREATE FUNCTION wedge.hold_seconds(p_name text, p_default int) RETURNS interval
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT make_interval(secs => coalesce(
        (wedge.settings_document() -> 'allocation' ->> p_name)::numeric, p_default)::float)
$$;

-- Move the end of a ticket's holds; what has run out already stays so.
CREATE FUNCTION wedge.hold_until(p_ticket uuid, p_until timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.portions SET reserved_until = p_until
     WHERE ticket_id = p_ticket AND state = 'reserved' AND reserved_until > clock_timestamp();
    UPDATE wedge.tickets SET held_until = p_until WHERE id = p_ticket
$$;

-- p_why 'once': the cashier prolongs it, once. 'tender': paying begins and keeps what it needs.
CREATE FUNCTION wedge.prolong_hold(p_session uuid, p_request uuid, p_ticket uuid, p_why text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_lapsed text;
    v_until timestamptz;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'prolong_hold');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.lock_ticket(p_ticket, v_who.terminal_id);
    v_lapsed := wedge.lapsed_codes(p_ticket);
    IF v_lapsed IS NOT NULL OR v_ticket.held_until IS NULL
        OR v_ticket.held_until <= clock_timestamp()
        OR NOT EXISTS (SELECT FROM wedge.portions
                        WHERE ticket_id = p_ticket AND state = 'reserved') THEN
        PERFORM wedge.refuse('hold_expired', v_lapsed);
    END IF;
    IF p_why = 'once' THEN
        IF v_ticket.hold_prolonged THEN
            PERFORM wedge.refuse('changed', 'it was prolonged already');
        END IF;
        v_until := v_ticket.held_until + wedge.hold_seconds('hold_prolong_s', 120);
        UPDATE wedge.tickets SET hold_prolonged = true WHERE id = p_ticket;
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'prolong hold',
            jsonb_build_object('ticket_id', p_ticket, 'held_until', v_until));
    ELSIF p_why = 'tender' THEN
        v_until := greatest(v_ticket.held_until,
                            clock_timestamp() + wedge.hold_seconds('hold_at_tender_s', 120));
    ELSE
        PERFORM wedge.refuse('bad_text', 'why');
    END IF;
    PERFORM wedge.hold_until(p_ticket, v_until);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'prolong_hold',
                          jsonb_build_object('held_until', v_until));
END $$;

CREATE FUNCTION wedge.park_ticket(p_session uuid, p_request uuid, p_ticket uuid, p_name text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'park_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(coalesce(p_name, '')) > 60 THEN
        PERFORM wedge.refuse('bad_text', 'name');
    END IF;
    PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
    IF NOT EXISTS (SELECT FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided) THEN
        PERFORM wedge.refuse('ticket_empty');
    END IF;
    UPDATE wedge.tickets SET parked_at = clock_timestamp(), parked_as = btrim(coalesce(p_name, ''))
     WHERE id = p_ticket;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'park',
        jsonb_build_object('ticket_id', p_ticket, 'name', p_name));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'park_ticket', '{}');
END $$;

-- Take a parked order up again, at any till: the order moves to the till that takes it.
CREATE FUNCTION wedge.fetch_ticket(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'fetch_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'ticket');
    ELSIF v_ticket.state <> 'open' THEN
        PERFORM wedge.refuse('ticket_not_open', v_ticket.state);
    ELSIF v_ticket.parked_at IS NULL THEN
        PERFORM wedge.refuse('changed', 'somebody took it up already');
    END IF;
    UPDATE wedge.tickets SET parked_at = NULL, terminal_id = v_who.terminal_id,
           staff_id = v_who.staff_id WHERE id = p_ticket;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'fetch',
        jsonb_build_object('ticket_id', p_ticket, 'from', v_ticket.terminal_id));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'fetch_ticket', '{}');
END $$;

GRANT EXECUTE ON FUNCTION
    wedge.prolong_hold(uuid, uuid, uuid, text),
    wedge.park_ticket(uuid, uuid, uuid, text),
    wedge.fetch_ticket(uuid, uuid, uuid)
TO pos_app;
