-- The guest at the counter: found, enrolled, put on the ticket, paying with points.

-- By phone, card or the beginning of a word of the name; at most eight.
CREATE FUNCTION wedge.find_guests(p_session uuid, p_text text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_text text := lower(btrim(coalesce(p_text, '')));
    v_phone text := wedge.plain_phone(p_text);
BEGIN
    PERFORM wedge.require_session(p_session, '{cashier,manager,food_safety_manager,administrator}');
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'id', g.id, 'name', g.name, 'phone', g.phone, 'card', g.card,
                   'balance', b.balance) ORDER BY g.exact DESC, lower(g.name), g.id), '[]')
          FROM (SELECT c.*, (lower(c.card) = v_text OR c.phone = v_phone) IS TRUE AS exact
                  FROM wedge.customers c
                 WHERE v_text = '' OR lower(c.card) = v_text
                    OR starts_with(lower(c.name), v_text)
                    OR strpos(lower(c.name), ' ' || v_text) > 0
                    OR char_length(v_phone) >= 4 AND right(c.phone, char_length(v_phone)) = v_phone
                 ORDER BY exact DESC, lower(c.name), c.id LIMIT 8) g,
               LATERAL wedge.point_balance(g.id) b);
END $$;

-- p_consents: the kinds the guest said yes to; without "profile" nothing is stored at all.
CREATE FUNCTION wedge.enrol_guest(
    p_session uuid, p_request uuid, p_customer uuid, p_name text, p_phone text, p_card text,
    p_consents text[]
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_phone text := wedge.plain_phone(p_phone);
    v_card text := nullif(btrim(coalesce(p_card, '')), '');
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'enrol_guest');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF NOT coalesce('profile' = ANY (p_consents), false) THEN
        PERFORM wedge.refuse('no_consent', 'profile');
    ELSIF char_length(btrim(coalesce(p_name, ''))) NOT BETWEEN 1 AND 80 THEN
        PERFORM wedge.refuse('bad_text', 'name');
    ELSIF v_phone IS NOT NULL AND v_phone !~ '^[+]?[0-9]{4,20}$' THEN
        PERFORM wedge.refuse('bad_text', 'phone');
    ELSIF char_length(v_card) > 40 THEN
        PERFORM wedge.refuse('bad_text', 'card');
    ELSIF NOT p_consents <@ '{profile,marketing,feedback}'::text[] THEN
        PERFORM wedge.refuse('unknown_item', 'consent');
    END IF;
    INSERT INTO wedge.customers (id, name, phone, card, created_by)
    VALUES (p_customer, btrim(p_name), v_phone, v_card, v_who.staff_id) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('known_already');
    END IF;
    INSERT INTO wedge.consents (customer_id, kind, given, staff_id, terminal_id)
    SELECT DISTINCT p_customer, kind, true, v_who.staff_id, v_who.terminal_id
      FROM unnest(p_consents) kind;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'enrol guest',
        jsonb_build_object('customer_id', p_customer, 'consents', p_consents));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'enrol_guest', '{}');
END $$;

-- Prices as they were without points.
CREATE FUNCTION wedge.strip_loyalty(p_ticket uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.ticket_lines l
       SET unit_price_minor = l.unit_price_minor - x.taken, breakdown = x.kept
      FROM (SELECT i.id, coalesce(sum((s ->> 'amount_minor')::int)
                       FILTER (WHERE s ->> 'reason' = 'loyalty'), 0)::int AS taken,
                   coalesce(jsonb_agg(s ORDER BY e.nr)
                       FILTER (WHERE s ->> 'reason' <> 'loyalty'), '[]') AS kept
              FROM wedge.ticket_lines i,
                   jsonb_array_elements(i.breakdown) WITH ORDINALITY e (s, nr)
             WHERE i.ticket_id = p_ticket AND NOT i.voided GROUP BY i.id) x
     WHERE x.id = l.id AND x.taken <> 0
$$;

-- Put a guest on the open ticket, or (p_customer null) take the guest off it. A ticket this till
-- was paid within the last ten minutes may still get its guest, once.
CREATE FUNCTION wedge.set_guest(p_session uuid, p_request uuid, p_ticket uuid, p_customer uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'set_guest');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_customer IS NOT NULL AND wedge.consented(p_customer, 'profile') IS NULL THEN
        PERFORM wedge.refuse('no_consent', 'profile');
    END IF;
    SELECT * INTO v_ticket FROM wedge.tickets
     WHERE id = p_ticket AND terminal_id = v_who.terminal_id FOR UPDATE;
    IF v_ticket.state IN ('paid', 'closed') AND v_ticket.customer_id IS NULL
        AND p_customer IS NOT NULL
        AND v_ticket.paid_at > clock_timestamp() - interval '10 minutes'
    THEN
        UPDATE wedge.tickets SET customer_id = p_customer WHERE id = p_ticket;
    ELSE
        PERFORM wedge.lock_ticket(p_ticket, v_who.terminal_id);
        IF v_ticket.customer_id IS DISTINCT FROM p_customer THEN
            PERFORM wedge.strip_loyalty(p_ticket);
            UPDATE wedge.tickets SET customer_id = p_customer WHERE id = p_ticket;
            PERFORM wedge.refresh_ticket(p_ticket);
        END IF;
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'guest of ticket',
        jsonb_build_object('ticket_id', p_ticket, 'known', p_customer IS NOT NULL));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'set_guest', '{}');
END $$;

-- The lowest unit price of a line by itself (FUL-06.5): its cost with the product's least margin.
CREATE FUNCTION wedge.line_floor(p_line wedge.ticket_lines) RETURNS numeric
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p.cost_minor * coalesce((
               SELECT c.portions_per_whole::numeric / w.portions_per_whole
                 FROM wedge.portions o JOIN wedge.wholes w ON w.id = o.whole_id
                 JOIN wedge.portion_configurations c
                   ON c.product_id = w.product_id AND c.is_default
                WHERE o.id = p_line.portion_id), 1)
         / (1 - wedge.fraction(coalesce((
               SELECT m ->> 'min_margin' FROM jsonb_array_elements(
                   coalesce(s.pricing -> 'product_margins', '[]')) m
                WHERE m ->> 'product_id' = p.id::text), s.pricing ->> 'min_margin')))
      FROM wedge.products p, (SELECT wedge.settings_document() -> 'pricing' AS pricing) s
     WHERE p.id = p_line.product_id
$$;

-- Pay a part of the ticket with points: p_cuts [{line_id, amount_minor}], per unit, in place of
-- what points paid before; [] takes it back.
CREATE FUNCTION wedge.redeem_points(p_session uuid, p_request uuid, p_ticket uuid, p_cuts jsonb)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_customer uuid;
    v_rules jsonb := wedge.loyalty_rules();
    v_cut record;
    v_line wedge.ticket_lines;
    v_used bigint;
    v_promised bigint;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'redeem_points');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_customer := (wedge.lock_ticket(p_ticket, v_who.terminal_id)).customer_id;
    IF v_customer IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'customer');
    END IF;
    PERFORM FROM wedge.customers WHERE id = v_customer FOR NO KEY UPDATE;
    PERFORM wedge.strip_loyalty(p_ticket);
    FOR v_cut IN SELECT * FROM jsonb_to_recordset(p_cuts) c (line_id uuid, amount_minor int) LOOP
        SELECT * INTO v_line FROM wedge.ticket_lines
         WHERE id = v_cut.line_id AND ticket_id = p_ticket AND NOT voided;
        IF NOT FOUND THEN
            PERFORM wedge.refuse('unknown_item', 'line');
        ELSIF coalesce(v_cut.amount_minor, 0) <= 0
            OR v_line.unit_price_minor - v_cut.amount_minor < wedge.line_floor(v_line)
        THEN
            PERFORM wedge.refuse('bad_price', 'below the margin floor');
        END IF;
        UPDATE wedge.ticket_lines
           SET unit_price_minor = unit_price_minor - v_cut.amount_minor,
               breakdown = breakdown || jsonb_build_array(jsonb_build_object(
                   'reason', 'loyalty', 'amount_minor', -v_cut.amount_minor,
                   'rule_version', (v_rules ->> 'version')::int, 'code', 'loyalty',
                   'params', jsonb_build_array()))
         WHERE id = v_line.id;
    END LOOP;
    v_used := wedge.redeemed_on(p_ticket);
    SELECT coalesce(sum(wedge.points_for(wedge.redeemed_on(t.id), v_rules)), 0) INTO v_promised
      FROM wedge.tickets t WHERE t.customer_id = v_customer AND t.state = 'open';
    -- Points are worth something in whole rewards only.
    IF v_promised > 0 AND v_promised > (wedge.point_balance(v_customer)).balance
            / (v_rules ->> 'reward_points')::int * (v_rules ->> 'reward_points')::int
    THEN
        PERFORM wedge.refuse('too_few_points');
    END IF;
    PERFORM wedge.refresh_ticket(p_ticket);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'points on ticket',
        jsonb_build_object('ticket_id', p_ticket, 'amount_minor', v_used));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'redeem_points',
                          jsonb_build_object('used_minor', v_used));
END $$;

-- All that is kept of one guest: for the till's hints, and to show and hand out on request.
CREATE FUNCTION wedge.guest_record(p_session uuid, p_customer uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_record jsonb;
BEGIN
    PERFORM wedge.require_session(p_session, '{cashier,manager,food_safety_manager,administrator}');
    SELECT jsonb_build_object(
        'id', c.id, 'name', c.name, 'phone', c.phone, 'card', c.card, 'created_at', c.created_at,
        'follow_up_at', c.follow_up_at, 'balance', b.balance, 'owed', b.owed,
        'consents', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                         'kind', x.kind, 'given', x.given, 'at', x.at) ORDER BY x.at, x.id), '[]')
                       FROM wedge.consents x WHERE x.customer_id = c.id),
        'purchases', (SELECT coalesce(jsonb_agg(to_jsonb(h) - 'customer_id' - 'line_id'
                             - 'category_id' ORDER BY h.at, h.line_id), '[]')
                        FROM wedge.purchase_history h WHERE h.customer_id = c.id),
        'points', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'at', e.at, 'kind', e.kind, 'points', e.points) ORDER BY e.seq), '[]')
                     FROM wedge.point_entries e WHERE e.customer_id = c.id))
      INTO v_record
      FROM wedge.customers c, LATERAL wedge.point_balance(c.id) b WHERE c.id = p_customer;
    IF v_record IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'customer');
    END IF;
    RETURN v_record;
END $$;

-- What orders teach: the products of each order since, and what is usually still sold after this
-- hour of the day, per day.
CREATE FUNCTION wedge.learn_orders(p_days int) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH lately AS (
        SELECT t.id, t.paid_at FROM wedge.tickets t
         WHERE t.paid_at > clock_timestamp() - make_interval(days => least(p_days, 90))
           AND t.state IN ('paid', 'closed')
         ORDER BY t.paid_at DESC LIMIT 3000),
    bought AS (
        SELECT y.id, y.paid_at, l.product_id, sum(l.quantity) AS n
          FROM lately y JOIN wedge.ticket_lines l ON l.ticket_id = y.id AND NOT l.voided
           AND l.taken_back_at IS NULL
         GROUP BY 1, 2, 3)
    SELECT jsonb_build_object(
        'orders', (SELECT coalesce(jsonb_agg(o.products), '[]') FROM (
                       SELECT jsonb_agg(product_id ORDER BY product_id) AS products
                         FROM bought GROUP BY id) o),
        'expected', (SELECT coalesce(jsonb_object_agg(e.product_id, e.n), '{}') FROM (
                         SELECT b.product_id, sum(b.n)::double precision / greatest(1, (
                                    SELECT count(DISTINCT (y.paid_at AT TIME ZONE z.zone)::date)
                                      FROM lately y)) AS n
                           FROM bought b
                          WHERE (b.paid_at AT TIME ZONE z.zone)::time
                                > (clock_timestamp() AT TIME ZONE z.zone)::time
                          GROUP BY 1) e))
      FROM (SELECT wedge.settings_document() ->> 'time_zone' AS zone) z
$$;
