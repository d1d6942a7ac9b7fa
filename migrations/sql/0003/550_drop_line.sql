-- Void a line and let its portion go.
CREATE OR REPLACE FUNCTION wedge.drop_line(p_line uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_line wedge.ticket_lines;
BEGIN
    UPDATE wedge.ticket_lines SET voided = true WHERE id = p_line RETURNING * INTO v_line;
    UPDATE wedge.portions SET state = 'available', ticket_id = NULL, reserved_until = NULL
     WHERE id = v_line.portion_id AND ticket_id = v_line.ticket_id AND state = 'reserved';
    PERFORM wedge.sum_ticket(v_line.ticket_id);
END $$;
