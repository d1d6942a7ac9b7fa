-- At commit: a paid ticket's total = sum of its lines = sum of its payments, and a ticket that is
-- closed or voided holds no portion.
CREATE OR REPLACE FUNCTION wedge.check_ticket(p_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_ticket wedge.tickets;
    v_lines bigint;
    v_paid bigint;
BEGIN
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_id;
    IF v_ticket.state IN ('paid', 'closed') THEN
        SELECT coalesce(sum(quantity::bigint * (unit_price_minor + extras_minor)), 0) INTO v_lines
          FROM wedge.ticket_lines WHERE ticket_id = p_id AND NOT voided;
        SELECT coalesce(sum(amount_minor), 0) INTO v_paid
          FROM wedge.payments WHERE ticket_id = p_id;
        IF v_ticket.total_minor <> v_lines OR v_lines <> v_paid THEN
            RAISE EXCEPTION 'ticket %: total %, lines %, payments %', v_ticket.number,
                v_ticket.total_minor, v_lines, v_paid USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF v_ticket.state IN ('closed', 'voided') AND EXISTS (
        SELECT FROM wedge.portions WHERE ticket_id = p_id AND state IN ('reserved', 'committed'))
    THEN
        RAISE EXCEPTION 'ticket % is % and still holds a portion', v_ticket.number, v_ticket.state
            USING ERRCODE = 'check_violation';
    END IF;
END $$;
