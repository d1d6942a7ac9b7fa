-- All that the journal holds of one order, by its number or a receipt's (docs/journal.md).

-- "1182" is an order's number, "2-1182" a receipt's of register 2; a refund's leads to its sale.
CREATE FUNCTION wedge.find_ticket(p_said text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT id FROM (
        SELECT t.id, t.opened_at FROM wedge.tickets t
         WHERE p_said ~ '^[0-9]{1,9}$' AND t.number = p_said::int
        UNION ALL
        SELECT r.ticket_id, r.issued_at FROM wedge.receipts r
         WHERE p_said ~ '^.{1,20}-[0-9]{1,9}$'
           AND r.register = regexp_replace(p_said, '-[0-9]+$', '')
           AND r.number = substring(p_said FROM '[0-9]+$')::int) found
     ORDER BY opened_at DESC LIMIT 1
$$;

-- In the order in which it happened. An entry belongs to the order when it names it, one of its
-- lines or an approval about either, or when a row of the order changed with it.
CREATE FUNCTION wedge.ticket_chain(p_ticket uuid)
RETURNS TABLE (at timestamptz, terminal text, actor text, role text, action text, body jsonb,
               changes jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH lines AS (SELECT l.id::text AS id FROM wedge.ticket_lines l WHERE l.ticket_id = p_ticket),
         entries AS (
        SELECT j.* FROM wedge.journal j
         WHERE j.at >= (SELECT opened_at - interval '1 minute' FROM wedge.tickets
                         WHERE id = p_ticket)
           AND (j.body ->> 'ticket_id' = p_ticket::text
                OR j.body ->> 'line_id' IN (SELECT id FROM lines)
                OR j.body #>> '{subject,ticket_id}' = p_ticket::text
                OR j.body #>> '{subject,line_id}' IN (SELECT id FROM lines)
                OR j.changes @> jsonb_build_array(jsonb_build_object('ticket_id', p_ticket))))
    SELECT e.at, t.name, s.name, s.role, e.action, e.body, e.changes
      FROM entries e
      JOIN wedge.terminals t ON t.id = e.terminal_id
      LEFT JOIN wedge.staff s ON s.id = e.staff_id
     ORDER BY e.at, e.terminal_id, e.seq
$$;

-- For the office: the same, for those who answer for the shop. That it was read is written down.
CREATE FUNCTION wedge.read_ticket_chain(p_session uuid, p_said text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_ticket uuid;
    v_found jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_ticket := wedge.find_ticket(btrim(p_said));
    IF v_ticket IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'ticket');
    END IF;
    SELECT jsonb_build_object('number', (SELECT number FROM wedge.tickets WHERE id = v_ticket),
        'entries', coalesce(jsonb_agg(jsonb_build_array(
            extract(epoch FROM c.at), c.terminal, c.actor, c.role, c.action, c.body, c.changes)
            ORDER BY c.ordinality), '[]'))
      INTO v_found FROM wedge.ticket_chain(v_ticket) WITH ORDINALITY c;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'read journal',
        jsonb_build_object('of_ticket', v_found -> 'number'));
    RETURN v_found;
END $$;
