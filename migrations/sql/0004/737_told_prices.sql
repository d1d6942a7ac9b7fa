-- The guest was told that something costs more, and what the order came to then (POS-05.3): kept with
-- the order, so that whichever till has it knows, and in the journal line by line.
ALTER TABLE wedge.tickets ADD COLUMN told_minor INTEGER;

CREATE FUNCTION wedge.tell_prices(p_session uuid, p_request uuid, p_ticket uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'tell_prices');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.lock_ticket(p_ticket, v_who.terminal_id);
    UPDATE wedge.tickets SET told_minor = total_minor WHERE id = p_ticket;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'tell prices',
        jsonb_build_object('ticket_id', p_ticket, 'total_minor', v_ticket.total_minor, 'lines', (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'line_id', l.id, 'name', l.name, 'base_price_minor', l.base_price_minor,
                       'unit_price_minor', l.unit_price_minor) ORDER BY l.position), '[]')
              FROM wedge.ticket_lines l
             WHERE l.ticket_id = p_ticket AND NOT l.voided
               AND EXISTS (SELECT FROM jsonb_array_elements(l.breakdown) s
                            WHERE s ->> 'reason' IN ('quality', 'time', 'pace', 'peak')
                              AND (s ->> 'amount_minor')::bigint > 0))));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'tell_prices',
                          jsonb_build_object('told_minor', v_ticket.total_minor));
END $$;
