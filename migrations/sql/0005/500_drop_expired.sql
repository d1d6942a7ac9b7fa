-- What nobody may have (wedge.unsafe) leaves the ticket, held or not; returns its codes, null when
-- there is none.
CREATE OR REPLACE FUNCTION wedge.drop_expired(p_ticket uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line record;
    v_codes text[];
BEGIN
    FOR v_line IN
        SELECT l.id, l.portion_code FROM wedge.ticket_lines l
          JOIN wedge.portions p ON p.id = l.portion_id
         WHERE l.ticket_id = p_ticket AND NOT l.voided
           AND wedge.unsafe(p, clock_timestamp()) IS NOT NULL
         ORDER BY l.position
    LOOP
        PERFORM wedge.drop_line(v_line.id);
        v_codes := v_codes || v_line.portion_code;
    END LOOP;
    RETURN array_to_string(v_codes, ', ');
END $$;
