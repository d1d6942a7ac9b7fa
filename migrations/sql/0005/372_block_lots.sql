-- Block all portions of lots: what is held leaves its order, what is sold waits for a decision. The
-- incidents come before everything, because who releases one holds them while it locks portions.
CREATE OR REPLACE FUNCTION wedge.block_lots(p_lots uuid[], p_incident uuid) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line uuid;
    v_portions uuid[];
BEGIN
    LOCK TABLE wedge.allergen_incidents IN ROW EXCLUSIVE MODE;
    PERFORM wedge.shut_lots(p_lots);
    PERFORM wedge.lock_lots(p_lots);
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
    PERFORM FROM wedge.wholes WHERE id = ANY (p_lots) ORDER BY id FOR NO KEY UPDATE;
    UPDATE wedge.wholes SET incident_id = coalesce(incident_id, p_incident)
     WHERE id = ANY (p_lots);
    RETURN v_portions;
END $$;
