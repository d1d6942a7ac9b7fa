-- A portion that was blocked in an order and may be sold again after all belongs to whoever it was
-- sold to, as long as nothing else took its place (docs/kitchen.md).

CREATE FUNCTION wedge.back_in_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE portion_id = NEW.id AND NOT voided;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = v_line.ticket_id;
    IF v_line.taken_back_at IS NOT NULL OR v_line.served_at IS NOT NULL THEN
        -- The line keeps the code; the portion itself may be on another line from now on.
        UPDATE wedge.ticket_lines SET portion_id = NULL WHERE id = v_line.id;
    ELSIF v_ticket.state = 'open' AND coalesce(v_ticket.held_until <= clock_timestamp(), true) THEN
        PERFORM wedge.drop_line(v_line.id);
    ELSE
        UPDATE wedge.portions
           SET state = 'reserved', ticket_id = v_line.ticket_id,
               reserved_until = coalesce(v_ticket.held_until,
                                         clock_timestamp() + interval '1 minute')
         WHERE id = NEW.id;
        IF v_ticket.state <> 'open' THEN
            UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = NEW.id;
        END IF;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER back_in_order AFTER UPDATE OF state ON wedge.portions
FOR EACH ROW WHEN (OLD.state IN ('quarantined', 'in_doubt') AND NEW.state = 'available')
EXECUTE FUNCTION wedge.back_in_order();
