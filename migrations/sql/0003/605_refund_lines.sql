-- What goes back, at what tax, with which points; then the refund itself in one transaction.

CREATE FUNCTION wedge.refund_rules(OUT cashier_limit_minor bigint, OUT refund_window interval)
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((s ->> 'cashier_limit_minor')::bigint, 1000),
           make_interval(secs => coalesce((s ->> 'window_s')::double precision, 1209600))
      FROM (SELECT wedge.settings_document() -> 'refunds' AS s) x
$$;

-- p_lines: [{line_id, amount_minor?, quantity?, goods?}]; without amount and quantity all that is
-- left. Answers the items to pay back: [{line_id, portion_id, amount_minor, quantity, goods,
-- whole}], `whole` when nothing is left of the line. The ticket is locked already.
CREATE FUNCTION wedge.refund_plan(p_ticket uuid, p_lines jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_each record;
    v_line wedge.ticket_lines;
    v_portion wedge.portions;
    v_each_minor bigint;
    v_left bigint;
    v_pieces int;
    v_amount bigint;
    v_quantity int;
    v_goods text;
    v_items jsonb := '[]';
BEGIN
    FOR v_each IN SELECT * FROM jsonb_to_recordset(p_lines)
                      AS x (line_id uuid, amount_minor bigint, quantity int, goods text)
    LOOP
        SELECT * INTO v_line FROM wedge.ticket_lines
         WHERE id = v_each.line_id AND ticket_id = p_ticket AND NOT voided FOR UPDATE;
        IF NOT FOUND OR v_items @> jsonb_build_array(jsonb_build_object('line_id', v_line.id)) THEN
            PERFORM wedge.refuse('unknown_item', 'line');
        END IF;
        v_each_minor := v_line.unit_price_minor + v_line.extras_minor;
        v_left := v_line.quantity::bigint * v_each_minor - v_line.refunded_minor;
        v_pieces := v_line.quantity - v_line.refunded_quantity;
        v_goods := coalesce(v_each.goods, 'kept');
        IF v_left <= 0 THEN
            PERFORM wedge.refuse('refunded_already', coalesce(v_line.portion_code, v_line.name));
        ELSIF v_goods NOT IN ('kept', 'discarded', 'put_back') THEN
            PERFORM wedge.refuse('unknown_item', 'goods');
        ELSIF v_each.amount_minor <= 0 OR v_each.quantity NOT BETWEEN 1 AND v_pieces THEN
            PERFORM wedge.refuse('bad_quantity', 'refund');
        END IF;
        v_amount := coalesce(v_each.amount_minor, CASE WHEN v_each.quantity < v_pieces
            THEN v_each.quantity::bigint * v_each_minor ELSE v_left END);
        IF v_amount > v_left THEN
            PERFORM wedge.refuse('refund_too_much', v_left::text);
        END IF;
        v_quantity := CASE WHEN v_amount = v_left THEN v_pieces
                           WHEN v_each.amount_minor IS NULL THEN v_each.quantity ELSE 0 END;
        -- Goods go back piece by piece; a part of a piece's price is for goods the guest keeps.
        IF v_goods <> 'kept' AND v_quantity = 0 THEN
            PERFORM wedge.refuse('refund_goods', coalesce(v_line.portion_code, v_line.name));
        END IF;
        IF v_goods = 'put_back' THEN
            SELECT * INTO v_portion FROM wedge.portions WHERE id = v_line.portion_id FOR UPDATE;
            IF v_line.kitchen_state <> 'queued' OR v_amount < v_left
                OR v_line.asked_mg IS NOT NULL OR v_line.portion_id IS NOT NULL AND (
                    v_portion.state <> 'committed' OR v_portion.ticket_id <> p_ticket
                    OR v_portion.expires_at <= clock_timestamp())
            THEN
                PERFORM wedge.refuse('refund_goods',
                                     coalesce(v_line.portion_code, v_line.name));
            END IF;
        END IF;
        v_items := v_items || jsonb_build_array(jsonb_build_object(
            'line_id', v_line.id, 'portion_id', v_line.portion_id, 'amount_minor', v_amount,
            'quantity', v_quantity, 'goods', v_goods, 'whole', v_amount = v_left));
    END LOOP;
    IF v_items = '[]' THEN
        PERFORM wedge.refuse('ticket_empty', 'refund');
    END IF;
    RETURN v_items;
END $$;

CREATE FUNCTION wedge.included_tax(p_amount bigint, p_rate bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (2 * p_amount * p_rate + 10000 + p_rate) / (2 * (10000 + p_rate))
$$;

-- The tax that goes back with the items, at each line's own rate: what the sum of the rate held
-- before, less what the rest holds. So all refunds together give back the receipt's tax exactly.
CREATE FUNCTION wedge.refund_tax(p_ticket uuid, p_items jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_agg(jsonb_build_array(r.rate, wedge.included_tax(r.before, r.rate)
                         - wedge.included_tax(r.before - r.back, r.rate)) ORDER BY r.rate)
      FROM (SELECT l.tax_rate_bp::bigint AS rate,
                   sum(l.quantity::bigint * (l.unit_price_minor + l.extras_minor)
                       - l.refunded_minor)::bigint AS before,
                   sum(coalesce(i.amount_minor, 0))::bigint AS back
              FROM wedge.ticket_lines l
              LEFT JOIN jsonb_to_recordset(p_items) AS i (line_id uuid, amount_minor bigint)
                ON i.line_id = l.id
             WHERE l.ticket_id = p_ticket AND NOT l.voided
             GROUP BY l.tax_rate_bp) r
     WHERE r.back > 0
$$;

-- Points of an identified guest follow the money that lines were paid back with so far: the
-- smallest worth of goods whose share in money is that money (docs/refunds.md).
CREATE FUNCTION wedge.points_follow_refunds(
    p_ticket uuid, p_portions int, OUT taken int, OUT returned int
)
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_sale wedge.loyal_sales;
    v_paid bigint;
    v_money bigint;
    v_goods bigint;
    v_last bigint := (SELECT coalesce(max(seq), 0) FROM wedge.point_entries);
BEGIN
    taken := 0;
    returned := 0;
    SELECT * INTO v_sale FROM wedge.loyal_sales WHERE ticket_id = p_ticket;
    v_paid := v_sale.total_minor - v_sale.redeemed_minor;
    IF NOT FOUND OR v_paid <= 0 THEN
        RETURN;
    END IF;
    SELECT sum(refunded_minor) INTO v_money FROM wedge.ticket_lines
     WHERE ticket_id = p_ticket AND NOT voided;
    v_goods := (v_money * v_sale.total_minor + v_paid - 1) / v_paid;
    SELECT v_goods - coalesce(sum(refunded_minor), 0) INTO v_goods
      FROM wedge.point_entries WHERE ticket_id = p_ticket;
    PERFORM wedge.refund_points(p_ticket, v_goods, p_portions);
    SELECT coalesce(-sum(points) FILTER (WHERE kind = 'reverse'), 0),
           coalesce(sum(points) FILTER (WHERE kind = 'return'), 0) INTO taken, returned
      FROM wedge.point_entries WHERE ticket_id = p_ticket AND seq > v_last;
END $$;

-- A guest who is named only after something was paid back gets points for the rest.
CREATE FUNCTION wedge.points_after_naming() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.points_follow_refunds(NEW.id, (
        SELECT count(*)::int FROM wedge.refund_items i JOIN wedge.refunds f ON f.id = i.refund_id
         WHERE f.ticket_id = NEW.id AND i.portion_id IS NOT NULL AND i.quantity > 0));
    RETURN NULL;
END $$;

CREATE TRIGGER points_after_naming AFTER UPDATE ON wedge.tickets
FOR EACH ROW WHEN (OLD.points_earned IS NULL AND NEW.points_earned IS NOT NULL
                   AND OLD.state IN ('paid', 'closed'))
EXECUTE FUNCTION wedge.points_after_naming();

-- The lines of the refund's receipt: pieces at their price, else one row with the amount.
CREATE FUNCTION wedge.refund_receipt_lines(p_items jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_agg(jsonb_build_object(
               'line_id', l.id, 'name', l.name, 'portion_code', l.portion_code,
               'grade', l.grade, 'weight_mg', l.weight_mg, 'allergens', '[]'::jsonb,
               'quantity', CASE WHEN x.pieces THEN i.quantity ELSE 1 END,
               'base_price_minor', x.each, 'unit_price_minor', x.each,
               'breakdown', '[]'::jsonb, 'tax_rate_bp', l.tax_rate_bp,
               'goods', i.goods,
               'configuration', '1/' || w.portions_per_whole) ORDER BY l.position)
      FROM jsonb_to_recordset(p_items) AS i (line_id uuid, portion_id uuid, amount_minor bigint,
                                             quantity int, goods text)
      JOIN wedge.ticket_lines l ON l.id = i.line_id
      LEFT JOIN wedge.portions p ON p.id = i.portion_id
      LEFT JOIN wedge.wholes w ON w.id = p.whole_id,
           LATERAL (SELECT i.quantity::bigint * (l.unit_price_minor + l.extras_minor)
                               = i.amount_minor AS pieces) y,
           LATERAL (SELECT y.pieces, CASE WHEN y.pieces THEN l.unit_price_minor + l.extras_minor
                                          ELSE i.amount_minor END AS each) x
$$;

-- Of a portion that came back nothing is ever sold again; one that never left the counter is free.
CREATE FUNCTION wedge.refund_goods(
    p_ticket uuid, p_items jsonb, p_reason text, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    WITH gone AS (
        UPDATE wedge.portions p SET state = 'wasted', ticket_id = NULL
          FROM jsonb_to_recordset(p_items) AS i (line_id uuid, portion_id uuid, goods text)
         WHERE (i.portion_id = p.id OR i.line_id = p.part_of) AND i.goods = 'discarded'
           AND p.ticket_id = p_ticket
           AND p.state IN ('committed', 'served')
        RETURNING p.id, p.product_id)
    INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id, terminal_id)
    SELECT gen_random_uuid(), g.product_id, g.id, left('returned: ' || p_reason, 200),
           d.cost_minor, p_staff, p_terminal
      FROM gone g JOIN wedge.products d ON d.id = g.product_id;
    -- The line keeps the code; the portion itself may be on another line from now on.
    UPDATE wedge.ticket_lines l SET portion_id = NULL
      FROM jsonb_to_recordset(p_items) AS i (line_id uuid, goods text)
     WHERE i.line_id = l.id AND i.goods = 'put_back';
    UPDATE wedge.portions p SET state = 'available', ticket_id = NULL
      FROM jsonb_to_recordset(p_items) AS i (portion_id uuid, goods text)
     WHERE i.portion_id = p.id AND i.goods = 'put_back';
END $$;

-- Pay lines of a ticket back, inside the caller's transaction. The same p_refund again answers the
-- first result. Beyond the cashier's limit per order, or after the window, it takes somebody who
-- may approve refunds or an approval (action "refund", subject {ticket_id}, the amount);
-- p_entitled: the caller has settled that already.
CREATE FUNCTION wedge.refund_lines(
    p_refund uuid, p_terminal uuid, p_staff uuid, p_ticket uuid, p_lines jsonb, p_reason text,
    p_approval uuid DEFAULT NULL, p_entitled boolean DEFAULT false
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_known wedge.refunds;
    v_ticket wedge.tickets;
    v_sale wedge.receipts;
    v_staff wedge.staff;
    v_rules record;
    v_items jsonb;
    v_amount bigint;
    v_before bigint;
    v_tax jsonb;
    v_tax_sum bigint;
    v_approver uuid;
    v_register text;
    v_receipt uuid := gen_random_uuid();
    v_number int;
    v_points record;
    v_result jsonb;
BEGIN
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = p_ticket FOR UPDATE;
    SELECT * INTO v_known FROM wedge.refunds WHERE id = p_refund;
    IF v_known.id IS NOT NULL THEN
        -- A remedy is asked for again by its request; its refund is never one made before it.
        IF v_known.ticket_id <> p_ticket OR p_entitled THEN
            PERFORM wedge.refuse('not_permitted', 'refund id belongs to another refund');
        END IF;
        RETURN v_known.result;
    END IF;
    SELECT * INTO v_sale FROM wedge.receipts WHERE ticket_id = p_ticket AND refund_of IS NULL;
    IF v_ticket.id IS NULL OR v_sale.id IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'receipt');
    ELSIF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    END IF;
    v_items := wedge.refund_plan(p_ticket, p_lines);
    SELECT sum((i ->> 'amount_minor')::bigint) INTO v_amount FROM jsonb_array_elements(v_items) i;
    SELECT sum(refunded_minor) INTO v_before FROM wedge.ticket_lines
     WHERE ticket_id = p_ticket AND NOT voided;
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff;
    v_rules := wedge.refund_rules();
    IF NOT p_entitled AND v_staff.role <> ALL (wedge.approver_roles('refund'))
        AND (v_before + v_amount > v_rules.cashier_limit_minor
             OR v_ticket.paid_at < v_now - v_rules.refund_window)
    THEN
        v_approver := wedge.use_approval(p_approval, p_terminal, 'refund',
            jsonb_build_object('ticket_id', p_ticket), v_amount);
    END IF;
    v_tax := wedge.refund_tax(p_ticket, v_items);
    SELECT sum((t ->> 1)::bigint) INTO v_tax_sum FROM jsonb_array_elements(v_tax) t;
    UPDATE wedge.ticket_lines l
       SET refunded_minor = l.refunded_minor + i.amount_minor,
           refunded_quantity = l.refunded_quantity + i.quantity,
           taken_back_at = CASE WHEN i.whole AND i.goods <> 'kept' THEN v_now END,
           kitchen_state = CASE WHEN i.whole AND i.goods <> 'kept' THEN 'none'
                                ELSE l.kitchen_state END
      FROM jsonb_to_recordset(v_items) AS i (line_id uuid, amount_minor int, quantity int,
                                             goods text, whole boolean)
     WHERE i.line_id = l.id;
    SELECT coalesce(t.register, v_sale.register) INTO v_register
      FROM wedge.terminals t WHERE t.id = p_terminal;
    v_number := wedge.next_receipt_number(v_register);
    v_points := wedge.points_follow_refunds(p_ticket, (
        SELECT count(*)::int FROM jsonb_array_elements(v_items) i
         WHERE i ->> 'portion_id' IS NOT NULL AND (i ->> 'quantity')::int > 0));
    v_result := jsonb_build_object(
        'refund_id', p_refund, 'receipt_id', v_receipt, 'register', v_register,
        'receipt_number', v_number, 'amount_minor', v_amount, 'tax_minor', v_tax_sum,
        'points_taken', v_points.taken, 'points_returned', v_points.returned);
    INSERT INTO wedge.receipts (id, ticket_id, register, number, issued_at, total_minor,
                                tax_minor, document, refund_of)
    VALUES (v_receipt, p_ticket, v_register, v_number, v_now, -v_amount, -v_tax_sum,
            jsonb_build_object(
                'id', v_receipt, 'ticket_id', p_ticket, 'register', v_register,
                'number', v_number, 'issued_at', v_now, 'cashier', v_staff.name,
                'ticket_number', v_ticket.number, 'service', v_ticket.service,
                'lines', wedge.refund_receipt_lines(v_items), 'total_minor', -v_amount,
                'tax_minor_by_rate_bp', (
                    SELECT jsonb_agg(jsonb_build_array(t -> 0, -(t ->> 1)::bigint))
                      FROM jsonb_array_elements(v_tax) t),
                'tendered_minor', -v_amount, 'change_minor', 0,
                'refund_of', v_sale.id, 'refund_of_register', v_sale.register,
                'refund_of_number', v_sale.number, 'reason', btrim(p_reason),
                'approved_by', coalesce((SELECT name FROM wedge.staff WHERE id = v_approver), ''),
                'points_taken', v_points.taken, 'points_returned', v_points.returned),
            v_sale.id);
    INSERT INTO wedge.refunds (id, ticket_id, receipt_id, tender, amount_minor, tax_minor, reason,
                               at, staff_id, terminal_id, register, approval_id, approved_by,
                               points, result)
    VALUES (p_refund, p_ticket, v_receipt, 'cash', v_amount, v_tax_sum, btrim(p_reason), v_now,
            p_staff, p_terminal, v_register, CASE WHEN v_approver IS NOT NULL THEN p_approval END,
            v_approver, v_points.returned - v_points.taken, v_result);
    INSERT INTO wedge.refund_items (id, refund_id, line_id, portion_id, amount_minor, quantity,
                                    goods)
    SELECT gen_random_uuid(), p_refund, line_id, portion_id, amount_minor, quantity, goods
      FROM jsonb_to_recordset(v_items) AS i (line_id uuid, portion_id uuid, amount_minor int,
                                             quantity int, goods text);
    PERFORM wedge.refund_goods(p_ticket, v_items, btrim(p_reason), p_terminal, p_staff);
    PERFORM wedge.close_if_served(p_ticket);
    INSERT INTO wedge.print_jobs (id, receipt_id, register, is_copy, state)
    VALUES (gen_random_uuid(), v_receipt, v_register, false, 'queued');
    PERFORM wedge.journal_append(p_terminal, p_staff, 'refund', v_result || jsonb_build_object(
        'ticket_id', p_ticket, 'refund_of', v_sale.register || '-' || v_sale.number,
        'refunded_before_minor', v_before, 'items', v_items, 'reason', btrim(p_reason),
        'approval_id', p_approval, 'approved_by', v_approver, 'entitled', p_entitled));
    RETURN v_result;
END $$;

CREATE FUNCTION wedge.refund_ticket(
    p_session uuid, p_request uuid, p_refund uuid, p_ticket uuid, p_lines jsonb, p_reason text,
    p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'refund_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'refund_ticket', wedge.refund_lines(
        p_refund, v_who.terminal_id, v_who.staff_id, p_ticket, p_lines, p_reason, p_approval));
END $$;

-- A sale as a refund's screen needs it: from its own receipt, or from one of its refunds.
CREATE FUNCTION wedge.refundable_sale(p_session uuid, p_receipt uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_sale jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    SELECT jsonb_build_object(
        'ticket_id', t.id, 'receipt_id', s.id, 'register', s.register, 'number', s.number,
        'ticket_number', t.number, 'issued_at', s.issued_at, 'total_minor', s.total_minor,
        'refunded_minor', (SELECT coalesce(sum(l.refunded_minor), 0) FROM wedge.ticket_lines l
                            WHERE l.ticket_id = t.id AND NOT l.voided),
        'free_minor', CASE
            WHEN v_who.role = ANY (wedge.approver_roles('refund')) THEN s.total_minor
            WHEN t.paid_at < clock_timestamp() - r.refund_window THEN 0
            ELSE r.cashier_limit_minor END,
        'known_guest', t.customer_id IS NOT NULL,
        'lines', (SELECT jsonb_agg(jsonb_build_object(
                      'id', l.id, 'name', l.name, 'portion_code', l.portion_code,
                      'quantity', l.quantity,
                      'unit_price_minor', l.unit_price_minor + l.extras_minor,
                      'tax_rate_bp', l.tax_rate_bp, 'refunded_minor', l.refunded_minor,
                      'refunded_quantity', l.refunded_quantity,
                      'handed_over', l.served_at IS NOT NULL,
                      'waits', l.kitchen_state = 'queued' AND l.asked_mg IS NULL AND (
                          p.id IS NULL OR p.state = 'committed'
                          AND p.expires_at > clock_timestamp()))
                      ORDER BY l.position)
                    FROM wedge.ticket_lines l LEFT JOIN wedge.portions p ON p.id = l.portion_id
                   WHERE l.ticket_id = t.id AND NOT l.voided))
      INTO v_sale
      FROM wedge.receipts x
      JOIN wedge.receipts s ON s.id = coalesce(x.refund_of, x.id)
      JOIN wedge.tickets t ON t.id = s.ticket_id, wedge.refund_rules() r
     WHERE x.id = p_receipt;
    IF v_sale IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'receipt');
    END IF;
    RETURN v_sale;
END $$;

-- Sales' receipts of any day by what is on the paper: "42" or "A-000042"; the newest first.
CREATE FUNCTION wedge.find_receipts(p_session uuid, p_text text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_number text := substring(btrim(p_text) FROM '([0-9]{1,9})$');
    v_register text := nullif(substring(btrim(p_text) FROM '^(.*)-[0-9]{1,9}$'), '');
BEGIN
    PERFORM wedge.require_session(p_session, '{cashier,manager,food_safety_manager,administrator}');
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'id', x.id, 'register', x.register, 'number', x.number,
                   'issued_at', x.issued_at, 'total_minor', x.total_minor)
                   ORDER BY x.issued_at DESC), '[]')
          FROM (SELECT * FROM wedge.receipts
                 WHERE number = v_number::int AND refund_of IS NULL
                   AND (v_register IS NULL OR lower(register) = lower(v_register))
                 ORDER BY issued_at DESC LIMIT 20) x);
END $$;
