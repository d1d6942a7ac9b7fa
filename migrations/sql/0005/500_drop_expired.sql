-- Portions past their limit, held by quality or blocked by a temperature deviation leave the ticket; returns their codes, null when
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
           AND (p.expires_at <= clock_timestamp() OR NOT wedge.quality_sells(p.quality_status)
                OR p.deviation_id IS NOT NULL)
         ORDER BY l.position
    LOOP
        PERFORM wedge.drop_line(v_line.id);
        v_codes := v_codes || v_line.portion_code;
    END LOOP;
    RETURN array_to_string(v_codes, ', ');
END $$;
