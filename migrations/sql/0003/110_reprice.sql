-- Prices of an order while it is open: they follow the rules, fall, form groups, and give way to
-- a person's hand. The till asks by itself; what it asks for is checked whole.

-- Whether the order's groups are whole: of each n-for-price as many units as make groups, of each
-- bundle all parts, and no group under its price. What a hand took off afterwards counts not here.
CREATE FUNCTION wedge.check_groups(p_ticket uuid) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_use record;
    v_promotion jsonb;
    v_groups numeric;
    v_whole boolean;
BEGIN
    FOR v_use IN
        WITH used AS (
            SELECT l.product_id, w.portions_per_whole, l.quantity,
                   s ->> 'code' AS code, s -> 'params' ->> -1 AS promotion,
                   l.quantity * (SELECT sum((x ->> 'amount_minor')::bigint)
                                   FROM jsonb_array_elements(l.breakdown) x
                                  WHERE x ->> 'reason'
                                        NOT IN ('manual', 'loyalty', 'size')) AS amount
              FROM wedge.ticket_lines l
              CROSS JOIN jsonb_array_elements(l.breakdown) s
              LEFT JOIN wedge.portions p ON p.id = l.portion_id
              LEFT JOIN wedge.wholes w ON w.id = p.whole_id
             WHERE l.ticket_id = p_ticket AND NOT l.voided
               AND s ->> 'code' IN ('promotion.n_for_price', 'promotion.bundle'))
        SELECT promotion, code, jsonb_object_agg(
                   product_id || '/' || coalesce(portions_per_whole, 1), units) AS options,
               jsonb_object_agg(product_id::text, of_product) AS products,
               sum(units) AS units, sum(amount) AS amount
          FROM (SELECT promotion, code, product_id, portions_per_whole,
                       sum(quantity) AS units, sum(amount) AS amount,
                       sum(sum(quantity)) OVER (PARTITION BY promotion, code, product_id)
                           AS of_product
                  FROM used GROUP BY promotion, code, product_id, portions_per_whole) o
         GROUP BY promotion, code
    LOOP
        SELECT p INTO v_promotion
          FROM jsonb_array_elements(wedge.settings_document() #> '{pricing,promotions}') p
         WHERE p ->> 'id' = v_use.promotion AND 'promotion.' || (p ->> 'kind') = v_use.code;
        IF NOT FOUND THEN
            PERFORM wedge.refuse('prices_changed', v_use.promotion);
        ELSIF v_use.code = 'promotion.n_for_price' THEN
            v_groups := v_use.units / (v_promotion ->> 'count')::numeric;
            SELECT bool_and(n::numeric % (v_promotion ->> 'count')::numeric = 0) INTO v_whole
              FROM jsonb_each_text(v_use.options) o (option, n);
        ELSE
            SELECT min((v_use.products ->> (part ->> 'product_id'))::numeric
                       / (part ->> 'count')::numeric),
                   coalesce(bool_and((v_use.products ->> (part ->> 'product_id')) IS NOT NULL),
                            false)
                   AND min((v_use.products ->> (part ->> 'product_id'))::numeric
                           / (part ->> 'count')::numeric)
                     = max((v_use.products ->> (part ->> 'product_id'))::numeric
                           / (part ->> 'count')::numeric)
              INTO v_groups, v_whole
              FROM jsonb_array_elements(v_promotion -> 'parts') part;
            v_whole := v_whole AND v_groups = floor(v_groups);
        END IF;
        IF NOT v_whole OR v_use.amount < v_groups * (v_promotion ->> 'amount_minor')::bigint THEN
            PERFORM wedge.refuse('prices_changed', v_use.promotion);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION wedge.has_manual(p_breakdown jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT EXISTS (SELECT FROM jsonb_array_elements(p_breakdown) s
                    WHERE s ->> 'reason' IN ('manual', 'loyalty', 'size'))
$$;

-- What a breakdown says in amounts; older ones lack the words of newer ones.
CREATE FUNCTION wedge.amounts_of(p_breakdown jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_agg(jsonb_build_array(s.step -> 'reason', s.step -> 'amount_minor') ORDER BY s.n)
      FROM jsonb_array_elements(p_breakdown) WITH ORDINALITY s (step, n)
$$;

CREATE FUNCTION wedge.units_of(p_ticket uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_object_agg(product_id, units), '{}')
      FROM (SELECT product_id, sum(quantity) AS units FROM wedge.ticket_lines
             WHERE ticket_id = p_ticket AND NOT voided GROUP BY product_id) x
$$;

-- The line of that id; for a plain product part of another line's pieces may get a line of their
-- own, because a group needs some of them only.
CREATE FUNCTION wedge.line_for(p_ticket uuid, p_entry jsonb) RETURNS wedge.ticket_lines
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_known wedge.ticket_lines;
BEGIN
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = (p_entry ->> 'line_id')::uuid
       FOR UPDATE;
    IF FOUND THEN
        IF v_line.ticket_id <> p_ticket OR v_line.voided THEN
            PERFORM wedge.refuse('changed', 'the line is gone');
        END IF;
        RETURN v_line;
    END IF;
    SELECT * INTO v_known FROM wedge.ticket_lines
     WHERE ticket_id = p_ticket AND NOT voided AND portion_id IS NULL
       AND product_id = (p_entry ->> 'product_id')::uuid AND NOT wedge.has_manual(breakdown)
     ORDER BY position LIMIT 1;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'line');
    END IF;
    v_line := v_known;
    v_line.id := (p_entry ->> 'line_id')::uuid;
    v_line.position := wedge.next_position(p_ticket);
    v_line.breakdown := coalesce(v_known.own_breakdown, v_known.breakdown);
    v_line.own_breakdown := NULL;
    v_line.unit_price_minor := wedge.sum_of(v_line.breakdown);
    v_line.loss_promotion := NULL;
    v_line.loss_minor := 0;
    INSERT INTO wedge.ticket_lines SELECT (v_line).*;
    RETURN v_line;
END $$;

-- One line of an order at its new price; true when anything differs now.
CREATE FUNCTION wedge.reprice_line(
    p_ticket wedge.tickets, p_entry jsonb, p_role text, p_terminal uuid
) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines := wedge.line_for(p_ticket.id, p_entry);
    v_product wedge.products;
    v_steps jsonb := p_entry -> 'breakdown';
    v_own jsonb := coalesce(nullif(p_entry -> 'own_breakdown', 'null'), p_entry -> 'breakdown');
    v_before jsonb := coalesce(v_line.own_breakdown, v_line.breakdown);
    v_quantity int := (p_entry ->> 'quantity')::int;
    v_inputs jsonb := v_line.price_inputs;
    v_loss record;
BEGIN
    IF wedge.has_manual(v_line.breakdown) OR v_line.asked_mg IS NOT NULL THEN
        PERFORM wedge.refuse('bad_price', 'a price by hand stands');
    ELSIF v_quantity IS NULL OR v_quantity NOT BETWEEN 0 AND 999
        OR v_line.portion_id IS NOT NULL AND v_quantity <> 1 THEN
        PERFORM wedge.refuse('bad_quantity', v_quantity::text);
    ELSIF v_quantity = 0 THEN
        PERFORM wedge.drop_line(v_line.id);
        RETURN true;
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_line.product_id;
    IF wedge.amounts_of(v_own) = wedge.amounts_of(v_before) THEN
        v_own := v_before;
    ELSE
        IF wedge.sum_of(v_own) >= wedge.sum_of(v_before) THEN
            PERFORM wedge.refuse('bad_price', 'a price in an order only falls');
        END IF;
        PERFORM wedge.check_line_price(v_product, v_line.portion_id, p_entry || jsonb_build_object(
            'breakdown', v_own, 'unit_price_minor', wedge.sum_of(v_own)), p_role,
            p_ticket.coupons);
        v_inputs := nullif(p_entry -> 'price_inputs', 'null');
    END IF;
    IF wedge.amounts_of(v_steps) = wedge.amounts_of(v_own) THEN
        v_steps := v_own;
    ELSE
        IF wedge.sum_of(v_steps) > wedge.sum_of(v_own) THEN
            PERFORM wedge.refuse('bad_price', 'a group makes nothing dearer');
        END IF;
        PERFORM wedge.check_line_price(v_product, v_line.portion_id,
            (p_entry - 'price_inputs') || jsonb_build_object('known', v_own || v_line.breakdown),
            p_role, p_ticket.coupons);
    END IF;
    IF v_steps = v_line.breakdown AND v_quantity = v_line.quantity AND v_own = v_before THEN
        RETURN false;
    END IF;
    SELECT * INTO v_loss FROM wedge.loss_of(v_product, v_line.portion_id, v_steps);
    UPDATE wedge.ticket_lines
       SET quantity = v_quantity, breakdown = v_steps, price_inputs = v_inputs,
           own_breakdown = CASE WHEN v_steps <> v_own THEN v_own END,
           unit_price_minor = wedge.sum_of(v_steps),
           base_price_minor = (v_steps -> 0 ->> 'amount_minor')::int,
           loss_promotion = v_loss.loss_promotion, loss_minor = v_loss.loss_minor
     WHERE id = v_line.id;
    IF v_line.portion_id IS NOT NULL THEN
        PERFORM wedge.note_price(v_line.portion_id, v_line.unit_price_minor,
                                 wedge.sum_of(v_steps)::int, wedge.main_reason(v_steps),
                                 p_terminal, v_line.id);
    END IF;
    RETURN true;
END $$;

CREATE FUNCTION wedge.sum_ticket(p_ticket uuid) RETURNS bigint
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    UPDATE wedge.tickets t SET total_minor = (
        SELECT coalesce(sum(quantity::bigint * (unit_price_minor + extras_minor)), 0)
          FROM wedge.ticket_lines
         WHERE ticket_id = t.id AND NOT voided)
     WHERE t.id = p_ticket RETURNING total_minor::bigint
$$;

-- Put an order under the rules in force: prices that fell, its groups, its coupons. Neither extends
-- the hold. p_lines: [{line_id, product_id, quantity, unit_price_minor, base_price_minor,
-- breakdown, own_breakdown, price_inputs, fallback}]; lines that are not named stay as they are.
CREATE FUNCTION wedge.reprice_ticket(
    p_session uuid, p_request uuid, p_ticket uuid, p_rules text, p_coupons text[], p_order jsonb,
    p_lines jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_ticket wedge.tickets;
    v_before jsonb;
    v_entry jsonb;
    v_changed jsonb := '[]';
    v_total bigint;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{cashier,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'reprice_ticket');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_ticket := wedge.lock_ticket(p_ticket, v_who.terminal_id);
    IF p_rules IS DISTINCT FROM wedge.price_rules() THEN
        PERFORM wedge.refuse('prices_changed', wedge.price_rules());
    ELSIF cardinality(p_coupons) > 20 OR length(p_order::text) > 10000 THEN
        PERFORM wedge.refuse('bad_text', 'coupons');
    END IF;
    v_before := wedge.units_of(p_ticket);
    UPDATE wedge.tickets SET price_rules = p_rules, coupons = coalesce(p_coupons, '{}'),
           order_inputs = p_order WHERE id = p_ticket RETURNING * INTO v_ticket;
    -- Portions in one order everywhere; lines that end come last, as others are copied from them.
    FOR v_entry IN
        SELECT e FROM jsonb_array_elements(p_lines) WITH ORDINALITY x (e, n)
          LEFT JOIN wedge.ticket_lines l ON l.id = (e ->> 'line_id')::uuid
         ORDER BY l.portion_id NULLS LAST, (e ->> 'quantity')::int = 0, n
    LOOP
        IF wedge.reprice_line(v_ticket, v_entry, v_who.role, v_who.terminal_id) THEN
            v_changed := v_changed || jsonb_build_array(jsonb_build_object(
                'line_id', v_entry -> 'line_id', 'quantity', v_entry -> 'quantity',
                'unit_price_minor', v_entry -> 'unit_price_minor'));
        END IF;
    END LOOP;
    IF wedge.units_of(p_ticket) <> v_before THEN
        PERFORM wedge.refuse('changed', 'the order has other pieces');
    END IF;
    PERFORM wedge.check_groups(p_ticket);
    v_total := wedge.sum_ticket(p_ticket);
    IF v_changed <> '[]' THEN
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'reprice',
            jsonb_build_object('ticket_id', p_ticket, 'rules', p_rules, 'lines', v_changed));
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'reprice_ticket',
                          jsonb_build_object('total_minor', v_total));
END $$;

-- A reduction by hand, once per line and piece. More than the cashier's share, below the margin
-- floor or beyond the cap takes an approval for {line_id, price_minor, off_minor}; below the
-- portion's cost nobody may go.
CREATE FUNCTION wedge.discount_line(
    p_session uuid, p_request uuid, p_line uuid, p_off bigint, p_reason text, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_manual jsonb := coalesce(wedge.settings_document() #> '{pricing,manual}', '{}');
    v_who record;
    v_done jsonb;
    v_line wedge.ticket_lines;
    v_product wedge.products;
    v_limits record;
    v_left bigint;
    v_approver uuid;
    v_step jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    IF NOT (coalesce(v_manual -> 'cashiers', '["cashier"]') ? v_who.role
            OR coalesce(v_manual -> 'managers', '["manager"]') ? v_who.role) THEN
        PERFORM wedge.refuse('not_permitted', v_who.role);
    END IF;
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'discount_line');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_line := wedge.lock_line(p_line, v_who.terminal_id);
    SELECT * INTO v_product FROM wedge.products WHERE id = v_line.product_id;
    SELECT * INTO v_limits FROM wedge.price_limits(v_product, v_line.portion_id);
    v_left := v_line.unit_price_minor - p_off;
    IF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    ELSIF wedge.has_manual(v_line.breakdown) OR v_line.asked_mg IS NOT NULL THEN
        PERFORM wedge.refuse('bad_price', 'already reduced by hand');
    ELSIF v_line.own_breakdown IS NOT NULL THEN
        PERFORM wedge.refuse('bad_price', 'part of a promotion of the order');
    ELSIF p_off IS NULL OR p_off <= 0 OR v_left < greatest(0, v_limits.cost_floor_minor) THEN
        PERFORM wedge.refuse('bad_price', 'below cost');
    END IF;
    IF p_off > coalesce(wedge.fraction(v_manual ->> 'cashier_share'), 0.05)
            * v_line.unit_price_minor
        OR v_left < v_limits.floor_minor
        OR v_left < v_line.base_price_minor * (1 - v_limits.change)
    THEN
        v_approver := wedge.use_approval(p_approval, v_who.terminal_id,
            CASE WHEN v_left < v_limits.floor_minor THEN 'below_margin'
                 ELSE 'manual_discount' END,
            jsonb_build_object('line_id', p_line, 'price_minor', v_line.unit_price_minor,
                               'off_minor', p_off), p_off);
    END IF;
    v_step := jsonb_build_object('reason', 'manual', 'amount_minor', -p_off,
        'rule_version', (wedge.settings_document() #>> '{pricing,version}')::int,
        'code', 'manual', 'params', jsonb_build_array(btrim(p_reason), coalesce(
            (SELECT name FROM wedge.staff WHERE id = v_approver), '')));
    UPDATE wedge.ticket_lines
       SET own_breakdown = coalesce(own_breakdown, breakdown), breakdown = breakdown || v_step,
           unit_price_minor = v_left
     WHERE id = p_line;
    IF v_line.portion_id IS NOT NULL THEN
        PERFORM wedge.note_price(v_line.portion_id, v_line.unit_price_minor, v_left::int, 'manual',
                                 v_who.terminal_id, p_line);
    END IF;
    PERFORM wedge.refresh_ticket(v_line.ticket_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'discount',
        jsonb_build_object('line_id', p_line, 'off_minor', p_off,
                           'price_minor', v_line.unit_price_minor, 'reason', btrim(p_reason),
                           'approval_id', p_approval, 'approved_by', v_approver));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'discount_line',
                          jsonb_build_object('unit_price_minor', v_left));
END $$;
