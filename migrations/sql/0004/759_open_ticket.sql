-- The order of that id, opened now if there is none, locked. What is no order is refused by name.
CREATE OR REPLACE FUNCTION wedge.open_ticket(
    p_ticket uuid, p_terminal uuid, p_staff uuid, p_service text
) RETURNS wedge.tickets
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM wedge.tickets WHERE id = p_ticket) THEN
        IF p_ticket IS NULL THEN
            PERFORM wedge.refuse('unknown_item', 'ticket');
        ELSIF p_service IS NULL OR p_service NOT IN ('counter', 'takeaway', 'table') THEN
            PERFORM wedge.refuse('unknown_item', 'service');
        END IF;
        INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state, opened_at)
        VALUES (p_ticket, nextval('wedge.ticket_number_seq'), p_terminal, p_staff, p_service,
                'open', clock_timestamp())
        ON CONFLICT (id) DO NOTHING;
    END IF;
    RETURN wedge.lock_ticket(p_ticket, p_terminal);
END $$;
