-- What each kind of screen is told. Tills and the back office know everything the shop sells by; the
-- kitchen learns nothing of guests; a display that faces guests learns no cost, no margin, no person
-- and nothing of what other guests ordered or paid.

-- A login that is neither a terminal's nor an administrator's is told the least.
CREATE FUNCTION wedge.viewer(OUT sees text, OUT register text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    SELECT CASE t.mode WHEN 'customer' THEN 'guest' WHEN 'kds' THEN 'kitchen' ELSE 'all' END,
           t.register
      INTO sees, register
      FROM wedge.terminals t WHERE t.login_role = session_user AND NOT t.revoked;
    sees := coalesce(sees, CASE WHEN pg_has_role(session_user, 'migrator', 'MEMBER') THEN 'all'
                                ELSE 'guest' END);
END $$;

CREATE FUNCTION wedge.is_shortened(p_sees text, p_entity text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_sees
           WHEN 'all' THEN false
           WHEN 'kitchen' THEN p_entity IN ('tickets', 'complaints', 'compensations', 'vouchers',
                                            'print_jobs')
           ELSE p_entity NOT IN ('seq', 'categories', 'stations', 'holding_units',
               'holding_temperatures', 'terminals', 'wholes', 'portions', 'promotion_losses',
               'watches', 'price_lows', 'last_prices')
           END
$$;

CREATE FUNCTION wedge.is_at(p_terminal text, p_register text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT EXISTS (SELECT FROM wedge.terminals t
                    WHERE t.id = p_terminal::uuid AND t.register = p_register)
$$;

-- A promotion as far as it moves a price that anybody may see; those for a coupon or for some of the
-- staff do not.
CREATE FUNCTION wedge.guests_promotions(p_promotions jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(CASE WHEN jsonb_typeof(p -> 'approval') = 'object'
               THEN jsonb_set(p, '{approval}',
                        (p -> 'approval') || '{"approved_by": "–", "reason": "–"}')
               ELSE p END ORDER BY n), '[]')
      FROM jsonb_array_elements(coalesce(nullif(p_promotions, 'null'), '[]'))
           WITH ORDINALITY x (p, n)
     WHERE coalesce(p ->> 'coupon', '') = '' AND coalesce(p -> 'roles', '[]') = '[]'
$$;

-- The margins are gone: the lowest prices come with the products (see guests_cost).
CREATE FUNCTION wedge.guests_settings(p jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p - ARRAY['targets', 'suggestions', 'loyalty', 'approvals', 'forecast', 'refunds',
                     'recovery']
        || jsonb_build_object(
            'allocation', coalesce(p -> 'allocation', '{}') - ARRAY['margin_weight_bp',
                'quality_weight_bp', 'waste_weight_bp', 'preference_weight_bp',
                'shortage_weight_bp'],
            'pricing', (p -> 'pricing') - ARRAY['product_margins', 'manual', 'competitors']
                || jsonb_build_object('min_margin', '0/1', 'promotions',
                       wedge.guests_promotions(p #> '{pricing,promotions}')))
$$;

-- Where the least margin would be kept, as if that were the cost: with a margin of nothing the lowest
-- price stays what it is, and neither cost nor margin can be told from it.
CREATE FUNCTION wedge.guests_cost(p_product text, p_cost bigint) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH pricing AS (SELECT wedge.settings_document() -> 'pricing' AS p)
    SELECT CASE WHEN p_cost <= 0 THEN p_cost ELSE greatest(1, round(p_cost / (1 - wedge.fraction(
               coalesce((SELECT m ->> 'min_margin'
                           FROM jsonb_array_elements(p -> 'product_margins') m
                          WHERE m ->> 'product_id' = p_product LIMIT 1),
                        p ->> 'min_margin', '0/1')))))::bigint END
      FROM pricing
$$;

-- A limit's steps name the limit: for the lowest price that is the margin.
CREATE FUNCTION wedge.guests_steps(p_steps jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN jsonb_typeof(p_steps) <> 'array' THEN p_steps ELSE (
        SELECT coalesce(jsonb_agg(CASE WHEN s ->> 'reason' = 'margin_floor' AND s ? 'params'
                   THEN s || '{"params": []}' ELSE s END ORDER BY n), '[]')
          FROM jsonb_array_elements(p_steps) WITH ORDINALITY x (s, n)) END
$$;

CREATE FUNCTION wedge.guests_ticket(p_register text, p jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p || jsonb_build_object('customer_id', NULL, 'parked_as', '', 'order_inputs', NULL,
               'coupons', '[]'::jsonb)
        || CASE WHEN wedge.is_at(p ->> 'terminal_id', p_register) THEN '{}' ELSE jsonb_build_object(
               'avoids', '[]'::jsonb, 'total_minor', 0, 'tendered_minor', NULL,
               'change_minor', NULL, 'points_earned', NULL, 'voucher_minor', 0,
               'told_minor', NULL, 'receipt_id', NULL) END
$$;

CREATE FUNCTION wedge.guests_line(p_register text, p jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p || jsonb_build_object('price_inputs', NULL, 'loss_promotion', NULL, 'loss_minor', 0,
               'size_approved_by', NULL)
        || CASE WHEN EXISTS (
               SELECT FROM wedge.tickets t JOIN wedge.terminals m ON m.id = t.terminal_id
                WHERE t.id = (p ->> 'ticket_id')::uuid AND m.register = p_register)
           THEN jsonb_build_object('breakdown', wedge.guests_steps(p -> 'breakdown'),
                    'own_breakdown', wedge.guests_steps(p -> 'own_breakdown'))
           ELSE jsonb_build_object('breakdown', '[]'::jsonb, 'own_breakdown', NULL,
                    'quoted_minor', NULL, 'unit_price_minor', 0, 'extras_minor', 0, 'note', '') END
$$;

-- One row as the viewer is told it; null: not at all.
CREATE FUNCTION wedge.told_to(p_sees text, p_register text, p_entity text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF p IS NULL OR NOT wedge.is_shortened(p_sees, p_entity) THEN
        RETURN p;
    ELSIF p_sees = 'kitchen' THEN
        RETURN CASE p_entity WHEN 'tickets' THEN
            p || jsonb_build_object('customer_id', NULL, 'parked_as', '', 'coupons', '[]'::jsonb)
        END;
    END IF;
    CASE p_entity
    WHEN 'settings' THEN
        RETURN wedge.guests_settings(p);
    WHEN 'products' THEN
        RETURN p || jsonb_build_object('cost_minor',
            wedge.guests_cost(p ->> 'id', (p ->> 'cost_minor')::bigint));
    WHEN 'tickets' THEN
        RETURN wedge.guests_ticket(p_register, p);
    WHEN 'ticket_lines' THEN
        RETURN wedge.guests_line(p_register, p);
    WHEN 'receipts' THEN
        RETURN CASE WHEN p ->> 'register' = p_register AND p ->> 'refund_of' IS NOT NULL
            THEN p || '{"cashier": "", "approved_by": ""}' END;
    WHEN 'vouchers' THEN
        RETURN CASE WHEN wedge.is_at(p ->> 'terminal_id', p_register)
            THEN p || '{"reason": "", "approved_by": null}' END;
    ELSE
        RETURN NULL;
    END CASE;
END $$;

-- A whole picture as the viewer is told it; what is not shortened is passed on as text.
CREATE FUNCTION wedge.shortened(p_sees text, p_register text, p_picture json) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{' || string_agg(to_json(e.key)::text || ':' || CASE
               WHEN NOT wedge.is_shortened(p_sees, e.key) THEN e.value::text
               WHEN json_typeof(e.value) = 'array' THEN '[' || coalesce((
                   SELECT string_agg(
                              wedge.told_to(p_sees, p_register, e.key, r.value::jsonb)::text, ',')
                     FROM json_array_elements(e.value) r), '') || ']'
               WHEN json_typeof(e.value) = 'object' THEN coalesce(
                   wedge.told_to(p_sees, p_register, e.key, e.value::jsonb)::text, 'null')
               ELSE e.value::text END, ',') || '}'
      FROM json_each(p_picture) e
$$;

-- The changes after p_seq, oldest first; "behind" when some of them are no longer kept, or when the
-- lowest prices that a guest's display was told are others now.
CREATE OR REPLACE FUNCTION wedge.changes_since(p_seq bigint, p_limit int DEFAULT 2000) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'seq', h.seq,
        'behind', p_seq < h.oldest OR p_seq > h.seq OR v.sees = 'guest' AND EXISTS (
            SELECT FROM wedge.feed WHERE seq > p_seq AND entity = 'settings'),
        'rows', coalesce((
            SELECT jsonb_agg(jsonb_build_array(f.seq, f.entity, f.entity_id, CASE v.sees
                       WHEN 'all' THEN f.content
                       ELSE wedge.told_to(v.sees, v.register, f.entity, f.content) END)
                             ORDER BY f.seq)
              FROM (SELECT * FROM wedge.feed WHERE seq > p_seq ORDER BY seq LIMIT p_limit) f),
            '[]'))
      FROM wedge.feed_head h, wedge.viewer() v
$$;
