-- Pay at the counter: payment, receipt, portions, kitchen and print job in one transaction.

-- Tax contained in the sum of each rate, half up to the minor unit (POS-R4.1): [[rate, tax], …]
CREATE FUNCTION wedge.tax_by_rate(p_ticket uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_array(r.rate,
               (2 * r.amount * r.rate + 10000 + r.rate) / (2 * (10000 + r.rate)))
               ORDER BY r.rate), '[]')
      FROM (SELECT tax_rate_bp::bigint AS rate, sum(quantity::bigint * unit_price_minor)::bigint
                   AS amount
              FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided
             GROUP BY tax_rate_bp) r
$$;

CREATE FUNCTION wedge.receipt_lines(p_ticket uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_agg(jsonb_build_object(
               'name', l.name, 'portion_code', l.portion_code, 'grade', l.grade,
               'weight_mg', l.weight_mg, 'allergens', l.allergens, 'quantity', l.quantity,
               'base_price_minor', l.base_price_minor, 'unit_price_minor', l.unit_price_minor,
               'breakdown', l.breakdown, 'tax_rate_bp', l.tax_rate_bp,
               'configuration', '1/' || w.portions_per_whole) ORDER BY l.position)
      FROM wedge.ticket_lines l LEFT JOIN wedge.portions p ON p.id = l.portion_id
      LEFT JOIN wedge.wholes w ON w.id = p.whole_id
     WHERE l.ticket_id = p_ticket AND NOT l.voided
$$;

-- The next number of a register; the row stays locked until commit, so that no number is lost.
CREATE FUNCTION wedge.next_receipt_number(p_register text) RETURNS int
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.register_counters (register, last_number) VALUES (p_register, 1)
    ON CONFLICT (register) DO UPDATE SET last_number = register_counters.last_number + 1
    RETURNING last_number
$$;

-- Close a paid ticket once everything on it was handed over.
CREATE FUNCTION wedge.close_if_served(p_ticket uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.tickets SET state = 'closed', served_at = clock_timestamp()
     WHERE id = p_ticket AND state = 'paid' AND NOT EXISTS (
         SELECT FROM wedge.ticket_lines
          WHERE ticket_id = p_ticket AND NOT voided AND served_at IS NULL)
$$;

-- Portions past their limit leave the ticket; returns their codes, null when there is none.
CREATE FUNCTION wedge.drop_expired(p_ticket uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line record;
    v_codes text[];
BEGIN
    FOR v_line IN
        SELECT l.id, l.portion_code FROM wedge.ticket_lines l
          JOIN wedge.portions p ON p.id = l.portion_id
         WHERE l.ticket_id = p_ticket AND NOT l.voided AND p.expires_at <= clock_timestamp()
         ORDER BY l.position
    LOOP
        PERFORM wedge.drop_line(v_line.id);
        v_codes := v_codes || v_line.portion_code;
    END LOOP;
    RETURN array_to_string(v_codes, ', ');
END $$;

CREATE FUNCTION wedge.pay_cash(
    p_session uuid, p_request uuid, p_ticket uuid, p_expected_total bigint, p_tendered bigint
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_codes text;
    v_now timestamptz;
    v_receipt uuid := gen_random_uuid();
    v_number int;
    v_tax jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'pay_cash');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF v_who.register IS NULL THEN
        PERFORM wedge.refuse('not_permitted', 'this terminal is no register');
    END IF;
    PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
    PERFORM FROM wedge.portions WHERE ticket_id = p_ticket ORDER BY id FOR UPDATE;
    v_codes := wedge.drop_expired(p_ticket);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'expired at payment',
            jsonb_build_object('ticket_id', p_ticket, 'portions', v_codes));
        -- Not an error: the removal has to stay.
        RETURN jsonb_build_object('refused', 'portion_expired', 'detail', v_codes);
    END IF;
    v_codes := wedge.lapsed_codes(p_ticket);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('hold_expired', v_codes);
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.ticket_lines WHERE ticket_id = p_ticket AND NOT voided) THEN
        PERFORM wedge.refuse('ticket_empty');
    END IF;
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket;
    IF v_ticket.total_minor IS DISTINCT FROM p_expected_total THEN
        PERFORM wedge.refuse('total_changed', v_ticket.total_minor::text);
    ELSIF p_tendered IS NULL OR p_tendered < v_ticket.total_minor THEN
        PERFORM wedge.refuse('tendered_too_little', v_ticket.total_minor::text);
    ELSIF p_tendered > 2000000000 THEN
        PERFORM wedge.refuse('bad_price', 'tendered');
    END IF;
    v_now := clock_timestamp();
    v_number := wedge.next_receipt_number(v_who.register);
    v_tax := wedge.tax_by_rate(p_ticket);
    INSERT INTO wedge.payments (id, ticket_id, tender, amount_minor, tendered_minor, at, staff_id,
                                terminal_id)
    VALUES (gen_random_uuid(), p_ticket, 'cash', v_ticket.total_minor, p_tendered, v_now,
            v_who.staff_id, v_who.terminal_id);
    INSERT INTO wedge.receipts (id, ticket_id, register, number, issued_at, total_minor,
                                tax_minor, document)
    VALUES (v_receipt, p_ticket, v_who.register, v_number, v_now, v_ticket.total_minor,
            (SELECT coalesce(sum((t ->> 1)::int), 0) FROM jsonb_array_elements(v_tax) t),
            jsonb_build_object(
                'id', v_receipt, 'ticket_id', p_ticket, 'register', v_who.register,
                'number', v_number, 'issued_at', v_now, 'cashier', v_who.staff_name,
                'ticket_number', v_ticket.number, 'service', v_ticket.service,
                'lines', wedge.receipt_lines(p_ticket), 'total_minor', v_ticket.total_minor,
                'tax_minor_by_rate_bp', v_tax, 'tendered_minor', p_tendered,
                'change_minor', p_tendered - v_ticket.total_minor));
    INSERT INTO wedge.print_jobs (id, receipt_id, register, is_copy, state)
    VALUES (gen_random_uuid(), v_receipt, v_who.register, false, 'queued');
    PERFORM wedge.finish_sale(p_ticket, v_receipt, p_tendered, v_now);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'pay cash',
        jsonb_build_object('ticket_id', p_ticket, 'register', v_who.register, 'number', v_number,
                           'total_minor', v_ticket.total_minor, 'tendered_minor', p_tendered));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'pay_cash', jsonb_build_object(
        'receipt_id', v_receipt, 'receipt_number', v_number, 'total_minor', v_ticket.total_minor,
        'tendered_minor', p_tendered, 'change_minor', p_tendered - v_ticket.total_minor));
END $$;

-- Commit the portions, send station lines to the kitchen, hand over the rest at once.
CREATE FUNCTION wedge.finish_sale(
    p_ticket uuid, p_receipt uuid, p_tendered bigint, p_now timestamptz
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_promise int := (wedge.settings_document() ->> 'promise_s')::int;
BEGIN
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL
     WHERE ticket_id = p_ticket AND state = 'reserved';
    UPDATE wedge.ticket_lines
       SET kitchen_state = CASE WHEN station_id IS NULL THEN 'none' ELSE 'queued' END,
           served_at = CASE WHEN station_id IS NULL THEN p_now END
     WHERE ticket_id = p_ticket AND NOT voided;
    UPDATE wedge.portions SET state = 'served'
     WHERE ticket_id = p_ticket AND state = 'committed' AND id IN (
         SELECT portion_id FROM wedge.ticket_lines
          WHERE ticket_id = p_ticket AND NOT voided AND station_id IS NULL);
    UPDATE wedge.tickets
       SET state = 'paid', paid_at = p_now, held_until = NULL, receipt_id = p_receipt,
           promised_at = p_now + make_interval(secs => v_promise),
           tendered_minor = p_tendered, change_minor = p_tendered - total_minor
     WHERE id = p_ticket;
    PERFORM wedge.close_if_served(p_ticket);
END $$;
