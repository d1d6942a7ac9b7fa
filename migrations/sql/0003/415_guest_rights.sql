-- What a guest may ask for: another consent, everything erased; and what may leave the shop.

CREATE FUNCTION wedge.set_consent(
    p_session uuid, p_request uuid, p_customer uuid, p_kind text, p_given boolean
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'set_consent');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM FROM wedge.customers WHERE id = p_customer FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'customer');
    ELSIF p_kind IS NULL OR p_kind NOT IN ('profile', 'marketing', 'feedback') OR p_given IS NULL
    THEN
        PERFORM wedge.refuse('unknown_item', 'consent');
    END IF;
    INSERT INTO wedge.consents (customer_id, kind, given, staff_id, terminal_id)
    VALUES (p_customer, p_kind, p_given, v_who.staff_id, v_who.terminal_id);
    IF p_kind = 'feedback' AND NOT p_given THEN
        UPDATE wedge.customers SET follow_up_at = NULL WHERE id = p_customer;
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'consent',
        jsonb_build_object('customer_id', p_customer, 'kind', p_kind, 'given', p_given));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'set_consent', '{}');
END $$;

-- Ask a member of the feedback programme once how it was.
CREATE FUNCTION wedge.flag_follow_up(p_session uuid, p_request uuid, p_customer uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'flag_follow_up');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF wedge.consented(p_customer, 'feedback') IS NULL THEN
        PERFORM wedge.refuse('no_consent', 'feedback');
    END IF;
    UPDATE wedge.customers SET follow_up_at = clock_timestamp()
     WHERE id = p_customer AND follow_up_at IS NULL;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'follow-up');
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'follow up',
        jsonb_build_object('customer_id', p_customer));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'flag_follow_up', '{}');
END $$;

-- Everything that says who it was goes; sales, amounts and points stay as numbers of nobody.
CREATE FUNCTION wedge.erase_guest(
    p_session uuid, p_request uuid, p_customer uuid, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket uuid;
    v_sales int := 0;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'erase_guest');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.customers WHERE id = p_customer) THEN
        PERFORM wedge.refuse('unknown_item', 'customer');
    END IF;
    PERFORM wedge.use_approval(p_approval, v_who.terminal_id, 'erase_guest',
                               jsonb_build_object('customer_id', p_customer), NULL);
    -- Tickets before the guest, as everybody locks them.
    FOR v_ticket IN SELECT id FROM wedge.tickets
                     WHERE customer_id = p_customer AND state = 'open' ORDER BY id FOR UPDATE LOOP
        PERFORM wedge.strip_loyalty(v_ticket);
        UPDATE wedge.tickets SET customer_id = NULL WHERE id = v_ticket;
        PERFORM wedge.refresh_ticket(v_ticket);
    END LOOP;
    PERFORM FROM wedge.tickets WHERE customer_id = p_customer ORDER BY id FOR UPDATE;
    UPDATE wedge.tickets SET customer_id = NULL, invited = false WHERE customer_id = p_customer;
    GET DIAGNOSTICS v_sales = ROW_COUNT;
    UPDATE wedge.point_entries SET customer_id = NULL WHERE customer_id = p_customer;
    DELETE FROM wedge.customers WHERE id = p_customer;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'erase guest',
        jsonb_build_object('customer_id', p_customer, 'sales', v_sales));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'erase_guest',
                          jsonb_build_object('sales', v_sales));
END $$;

-- Current marketing consent only, and only what was consented to: visits (for the segment), the
-- favourite category and the month of the last visit. History counts with its own consent.
CREATE FUNCTION wedge.marketing_guests(p_session uuid, p_days int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_rows jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'visits', coalesce(h.visits, 0), 'favourite_category', h.favourite,
               'last_visit_month', h.last_month) ORDER BY c.id), '[]')
      INTO v_rows
      FROM wedge.customers c LEFT JOIN LATERAL (
          SELECT count(DISTINCT ticket_id)
                     FILTER (WHERE at > clock_timestamp() - make_interval(days => p_days))
                     AS visits,
                 (SELECT g.name FROM wedge.purchase_history f
                    JOIN wedge.categories g ON g.id = f.category_id
                   WHERE f.customer_id = c.id
                   GROUP BY g.id ORDER BY sum(f.quantity) DESC, g.name LIMIT 1) AS favourite,
                 to_char(max(at) AT TIME ZONE
                         (wedge.settings_document() ->> 'time_zone'), 'YYYY-MM') AS last_month
            FROM wedge.purchase_history WHERE customer_id = c.id) h ON true
     WHERE wedge.consented(c.id, 'marketing') IS NOT NULL;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'marketing export',
        jsonb_build_object('rows', jsonb_array_length(v_rows)));
    RETURN v_rows;
END $$;

-- The guest's own answer on the display of the register that was paid at.
CREATE FUNCTION wedge.paid_here(p_ticket uuid) RETURNS wedge.tickets
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_ticket wedge.tickets;
BEGIN
    SELECT t.* INTO v_ticket FROM wedge.tickets t JOIN wedge.terminals m ON m.id = t.terminal_id
     WHERE t.id = p_ticket AND (m.id = v_terminal.id OR m.register = v_terminal.register)
       FOR UPDATE OF t;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'ticket');
    ELSIF v_ticket.state NOT IN ('paid', 'closed')
        OR v_ticket.paid_at < clock_timestamp() - interval '10 minutes'
    THEN
        PERFORM wedge.refuse('changed', 'ticket');
    END IF;
    RETURN v_ticket;
END $$;

CREATE FUNCTION wedge.answer_invitation(p_request uuid, p_ticket uuid, p_yes boolean)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_done jsonb := wedge.done_before(p_request, v_terminal, 'answer_invitation');
    v_ticket wedge.tickets;
BEGIN
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.paid_here(p_ticket);
    IF NOT v_ticket.invited OR v_ticket.customer_id IS NULL THEN
        PERFORM wedge.refuse('changed', 'invitation');
    END IF;
    UPDATE wedge.tickets SET invited = false WHERE id = p_ticket;
    IF p_yes THEN
        INSERT INTO wedge.consents (customer_id, kind, given, terminal_id)
        VALUES (v_ticket.customer_id, 'feedback', true, v_terminal);
    END IF;
    PERFORM wedge.journal_append(v_terminal, NULL, 'invitation answered',
        jsonb_build_object('ticket_id', p_ticket, 'joined', coalesce(p_yes, false)));
    RETURN wedge.remember(p_request, v_terminal, 'answer_invitation', '{}');
END $$;
