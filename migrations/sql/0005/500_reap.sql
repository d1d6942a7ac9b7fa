-- Release the reservations that ran out; returns how many. Runs again and again harmlessly, and
-- leaves a ticket alone on which somebody is working at this moment. A line in the guest's own size
-- goes with the hold of its parts, too, wherever its own portion is by then.
CREATE OR REPLACE FUNCTION wedge.reap(p_terminal uuid) RETURNS int
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
                ON (l.portion_id = p.id OR l.id = p.part_of)
               AND l.ticket_id = p.ticket_id AND NOT l.voided
             WHERE p.ticket_id = v_ticket AND p.state = 'reserved' AND p.reserved_until <= v_now
             ORDER BY p.id FOR UPDATE OF p
        LOOP
            PERFORM wedge.drop_line(v_line);
            v_count := v_count + 1;
        END LOOP;
        PERFORM wedge.journal_append(p_terminal, NULL, 'hold expired',
                                     jsonb_build_object('ticket_id', v_ticket));
    END LOOP;
    -- A line that somebody else worked on when a portion became free, or that waits for something
    -- that has come back on sale without any change of its row.
    PERFORM wedge.serve_waiting(p.product_id) FROM (
        SELECT DISTINCT product_id FROM wedge.ticket_lines
         WHERE waits_since IS NOT NULL AND NOT voided) p;
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
    PERFORM wedge.watch_units(p_terminal);
    RETURN v_count;
END $$;
