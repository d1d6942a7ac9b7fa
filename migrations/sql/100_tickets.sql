-- What the till's functions share.

-- Open the ticket with its first line, or lock it; only its own terminal may touch it.
CREATE FUNCTION wedge.lock_ticket(p_ticket uuid, p_terminal uuid) RETURNS wedge.tickets
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'ticket');
    ELSIF v_ticket.terminal_id <> p_terminal THEN
        PERFORM wedge.refuse('not_permitted', 'the ticket belongs to another terminal');
    ELSIF v_ticket.state <> 'open' THEN
        PERFORM wedge.refuse('ticket_not_open', v_ticket.state);
    END IF;
    RETURN v_ticket;
END $$;

CREATE FUNCTION wedge.open_ticket(
    p_ticket uuid, p_terminal uuid, p_staff uuid, p_service text
) RETURNS wedge.tickets
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM wedge.tickets WHERE id = p_ticket) THEN
        INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state, opened_at)
        VALUES (p_ticket, nextval('wedge.ticket_number_seq'), p_terminal, p_staff, p_service,
                'open', clock_timestamp())
        ON CONFLICT (id) DO NOTHING;
    END IF;
    RETURN wedge.lock_ticket(p_ticket, p_terminal);
END $$;

CREATE FUNCTION wedge.next_position(p_ticket uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(max(position), 0) + 1 FROM wedge.ticket_lines WHERE ticket_id = p_ticket
$$;

-- Recompute the total and start the hold of every portion of the ticket anew.
CREATE FUNCTION wedge.refresh_ticket(p_ticket uuid) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_until timestamptz :=
        v_now + make_interval(secs => (wedge.settings_document() ->> 'hold_s')::int);
    v_total bigint;
BEGIN
    UPDATE wedge.portions SET reserved_until = v_until
     WHERE ticket_id = p_ticket AND state = 'reserved' AND reserved_until > v_now;
    SELECT coalesce(sum(quantity::bigint * unit_price_minor), 0) INTO v_total
      FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided;
    IF v_total > 2000000000 THEN
        PERFORM wedge.refuse('bad_quantity', 'the total is too large');
    END IF;
    UPDATE wedge.tickets SET total_minor = v_total, held_until = v_until WHERE id = p_ticket;
    RETURN v_until;
END $$;

-- Void a line and let its portion go.
CREATE FUNCTION wedge.drop_line(p_line uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line wedge.ticket_lines;
BEGIN
    UPDATE wedge.ticket_lines SET voided = true WHERE id = p_line RETURNING * INTO v_line;
    UPDATE wedge.portions SET state = 'available', ticket_id = NULL, reserved_until = NULL
     WHERE id = v_line.portion_id AND ticket_id = v_line.ticket_id AND state = 'reserved';
    UPDATE wedge.tickets t SET total_minor = (
        SELECT coalesce(sum(quantity::bigint * unit_price_minor), 0) FROM wedge.ticket_lines
         WHERE ticket_id = t.id AND NOT voided)
     WHERE t.id = v_line.ticket_id;
END $$;

-- Release the reservations that ran out; returns how many. Runs again and again harmlessly, and
-- leaves a ticket alone on which somebody is working at this moment.
CREATE FUNCTION wedge.reap(p_terminal uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_ticket uuid;
    v_line uuid;
    v_count int := 0;
BEGIN
    FOR v_ticket IN
        SELECT t.id FROM wedge.tickets t
         WHERE t.id IN (SELECT p.ticket_id FROM wedge.portions p
                         WHERE p.state = 'reserved' AND p.reserved_until <= v_now)
         ORDER BY t.id FOR UPDATE SKIP LOCKED
    LOOP
        FOR v_line IN
            SELECT l.id FROM wedge.portions p JOIN wedge.ticket_lines l
                ON l.portion_id = p.id AND l.ticket_id = p.ticket_id AND NOT l.voided
             WHERE p.ticket_id = v_ticket AND p.state = 'reserved' AND p.reserved_until <= v_now
             ORDER BY p.id FOR UPDATE OF p
        LOOP
            PERFORM wedge.drop_line(v_line);
            v_count := v_count + 1;
        END LOOP;
        PERFORM wedge.journal_append(p_terminal, NULL, 'hold expired',
                                     jsonb_build_object('ticket_id', v_ticket));
    END LOOP;
    UPDATE wedge.tickets SET state = 'voided', total_minor = 0 WHERE id IN (
        SELECT t.id FROM wedge.tickets t JOIN wedge.terminals m ON m.id = t.terminal_id
         WHERE t.state = 'open' AND t.held_until < v_now - interval '10 minutes'
           AND coalesce(m.last_seen_at, '-infinity') < v_now - interval '1 minute'
           AND NOT EXISTS (SELECT FROM wedge.portions p
                            WHERE p.ticket_id = t.id AND p.state = 'reserved')
           FOR UPDATE OF t SKIP LOCKED);
    UPDATE wedge.tickets SET archived = true WHERE id IN (
        SELECT id FROM wedge.tickets
         WHERE NOT archived AND state = 'closed' AND served_at < v_now - interval '15 minutes'
         LIMIT 200 FOR UPDATE SKIP LOCKED);
    UPDATE wedge.print_jobs SET archived = true WHERE id IN (
        SELECT id FROM wedge.print_jobs
         WHERE NOT archived AND state = 'done' AND created_at < v_now - interval '24 hours'
         LIMIT 200 FOR UPDATE SKIP LOCKED);
    UPDATE wedge.receipts SET archived = true WHERE id IN (
        SELECT id FROM wedge.receipts
         WHERE NOT archived AND issued_at < v_now - interval '24 hours'
         LIMIT 200 FOR UPDATE SKIP LOCKED);
    RETURN v_count;
END $$;

-- Every second from every terminal: the server's clock, the feed's end, and the reaper.
CREATE FUNCTION wedge.heartbeat() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_now timestamptz := clock_timestamp();
    v_seq bigint;
BEGIN
    IF coalesce(v_terminal.last_seen_at, '-infinity') < v_now - interval '5 seconds' THEN
        UPDATE wedge.terminals SET last_seen_at = v_now WHERE id = v_terminal.id;
    END IF;
    IF EXISTS (SELECT FROM wedge.portions WHERE state = 'reserved' AND reserved_until <= v_now)
        OR coalesce(v_terminal.last_seen_at, '-infinity') < v_now - interval '5 seconds'
    THEN
        PERFORM wedge.reap(v_terminal.id);
    END IF;
    SELECT seq INTO v_seq FROM wedge.feed_head;
    RETURN jsonb_build_object('now', extract(epoch FROM clock_timestamp()), 'seq', v_seq,
                              'terminal_id', v_terminal.id,
                              'schema', (SELECT version_num FROM wedge.alembic_version));
END $$;
