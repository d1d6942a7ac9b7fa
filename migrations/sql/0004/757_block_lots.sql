-- Block all portions of lots: what is held leaves its order, what is sold waits for a decision. The
-- orders are locked before the portions, as everywhere; one that took a portion of the lots in
-- between has to end first, so it is let go of and begun anew instead of waiting in a circle.
CREATE OR REPLACE FUNCTION wedge.block_lots(p_lots uuid[], p_incident uuid) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line uuid;
    v_orders uuid[];
    v_portions uuid[];
BEGIN
    LOOP
        BEGIN
            WITH orders AS (
                SELECT id FROM wedge.tickets WHERE state IN ('open', 'paid') AND id IN (
                    SELECT ticket_id FROM wedge.portions WHERE whole_id = ANY (p_lots))
                 ORDER BY id FOR UPDATE)
            SELECT coalesce(array_agg(id), '{}') INTO v_orders FROM orders;
            PERFORM FROM wedge.portions WHERE whole_id = ANY (p_lots) ORDER BY id
                FOR UPDATE NOWAIT;
            EXIT WHEN NOT EXISTS (
                SELECT FROM wedge.portions
                 WHERE whole_id = ANY (p_lots) AND state = 'reserved'
                   AND ticket_id <> ALL (v_orders));
            RAISE lock_not_available;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            PERFORM pg_sleep(0.02);
        END;
    END LOOP;
    FOR v_line IN
        SELECT l.id FROM wedge.portions p JOIN wedge.ticket_lines l
            ON l.portion_id = p.id AND l.ticket_id = p.ticket_id AND NOT l.voided
         WHERE p.whole_id = ANY (p_lots) AND p.state = 'reserved' ORDER BY l.id
    LOOP
        PERFORM wedge.drop_line(v_line);
    END LOOP;
    WITH blocked AS (
        UPDATE wedge.portions SET state = 'quarantined', ticket_id = NULL, reserved_until = NULL
         WHERE whole_id = ANY (p_lots)
           AND state IN ('available', 'reserved', 'committed', 'in_doubt')
        RETURNING id)
    SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO v_portions FROM blocked;
    UPDATE wedge.wholes SET incident_id = coalesce(incident_id, p_incident)
     WHERE id = ANY (p_lots);
    RETURN v_portions;
END $$;
