-- What each kind of screen is told (0004/790_told_to.sql), no more than its program shows: the
-- kitchen no names on receipts, no shared coupon codes, no inputs of prices; neither the kitchen nor
-- a guest's display what a promotion has lost; trainings only the kitchen and the office.

CREATE OR REPLACE FUNCTION wedge.viewer(OUT sees text, OUT register text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    SELECT CASE t.mode WHEN 'customer' THEN 'guest' WHEN 'kds' THEN 'kitchen'
                       WHEN 'pos' THEN 'till' ELSE 'all' END,
           t.register
      INTO sees, register
      FROM wedge.terminals t WHERE t.login_role = session_user AND NOT t.revoked;
    sees := coalesce(sees, CASE WHEN pg_has_role(session_user, 'migrator', 'MEMBER') THEN 'all'
                                ELSE 'guest' END);
END $$;

CREATE OR REPLACE FUNCTION wedge.is_shortened(p_sees text, p_entity text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_sees
           WHEN 'all' THEN false
           WHEN 'till' THEN p_entity = 'trainings'
           WHEN 'kitchen' THEN p_entity IN ('tickets', 'ticket_lines', 'complaints',
               'compensations', 'vouchers', 'print_jobs', 'receipts', 'settings',
               'promotion_losses', 'trainings')
           ELSE p_entity NOT IN ('seq', 'categories', 'stations', 'holding_units',
               'holding_temperatures', 'terminals', 'wholes', 'portions', 'watches', 'price_lows',
               'last_prices')
           END
$$;

-- More than a portion can be sold below its cost by: whether a promotion may lose as much as that or
-- a thousand times as much moves no price on a shelf.
CREATE FUNCTION wedge.plenty_minor() RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (10 ^ ceil(log(10 * greatest(max(cost_minor), 1))))::bigint FROM wedge.products
$$;

CREATE FUNCTION wedge.told_budget(p_budget bigint) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_budget >= wedge.plenty_minor() THEN 1000000000 ELSE p_budget END
$$;

-- What is left of a budget only once it is nearly used up; of no promotion that is not told at all.
CREATE FUNCTION wedge.told_loss(p jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p || jsonb_build_object('used_minor', CASE
               WHEN b.budget - (p ->> 'used_minor')::bigint >= wedge.plenty_minor() THEN 0
               ELSE wedge.told_budget(b.budget)
                    - greatest(0, b.budget - (p ->> 'used_minor')::bigint) END)
      FROM jsonb_array_elements(coalesce(nullif(
               wedge.settings_document() #> '{pricing,promotions}', 'null'), '[]')) promotion,
           LATERAL (SELECT coalesce((promotion #>> '{approval,budget_minor}')::bigint, 0)) b (budget)
     WHERE promotion ->> 'id' = p ->> 'promotion_id'
       AND wedge.guests_promotions(jsonb_build_array(promotion)) <> '[]' LIMIT 1
$$;

-- The kitchen's: what was sold, for what is shown as made anew; no names and no money.
CREATE FUNCTION wedge.kitchens_row(p_entity text, p jsonb) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE p_entity
    WHEN 'tickets' THEN p || jsonb_build_object('customer_id', NULL, 'parked_as', '',
        'coupons', '[]'::jsonb, 'order_inputs', NULL)
    WHEN 'ticket_lines' THEN p || jsonb_build_object('price_inputs', NULL,
        'loss_promotion', NULL, 'loss_minor', 0)
    WHEN 'receipts' THEN p || jsonb_build_object('cashier', '', 'approved_by', '', 'reason', '',
        'vouchers', '[]'::jsonb, 'total_minor', 0, 'tax_minor_by_rate_bp', '[]'::jsonb,
        'tendered_minor', 0, 'change_minor', 0, 'points_taken', 0, 'points_returned', 0)
    WHEN 'settings' THEN p || jsonb_build_object('pricing', (p -> 'pricing')
        || jsonb_build_object('promotions', wedge.guests_promotions(p #> '{pricing,promotions}')))
    WHEN 'promotion_losses' THEN wedge.told_loss(p)
    WHEN 'trainings' THEN p || '{"note": ""}'
    END
$$;

-- One row as the viewer is told it; null: not at all.
CREATE OR REPLACE FUNCTION wedge.told_to(p_sees text, p_register text, p_entity text, p jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF p IS NULL OR NOT wedge.is_shortened(p_sees, p_entity) THEN
        RETURN p;
    ELSIF p_sees = 'kitchen' THEN
        RETURN wedge.kitchens_row(p_entity, p);
    ELSIF p_sees = 'till' THEN
        RETURN NULL;
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
    WHEN 'promotion_losses' THEN
        RETURN wedge.told_loss(p);
    ELSE
        RETURN NULL;
    END CASE;
END $$;

-- A till's picture is put together as text, as the office's: what it is not told is left out.
CREATE OR REPLACE FUNCTION wedge.snapshot_text() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_parts text[] := ARRAY[left(wedge.shop_in_picture()::text, -1)];
    v_view text;
    v_rows text;
    v_viewer record;
BEGIN
    SELECT * INTO v_viewer FROM wedge.viewer();
    FOR v_view IN SELECT viewname FROM pg_views
                   WHERE schemaname = 'wedge' AND viewname LIKE 'picture\_%' ORDER BY viewname
    LOOP
        v_rows := '';
        IF v_viewer.sees <> 'till' OR NOT wedge.is_shortened('till', substr(v_view, 9)) THEN
            EXECUTE format('SELECT string_agg(content::text, '','') FROM wedge.%I', v_view)
               INTO v_rows;
        END IF;
        v_parts := v_parts || format('%s:[%s]', to_json(substr(v_view, 9)), v_rows);
    END LOOP;
    IF v_viewer.sees IN ('all', 'till') THEN
        RETURN array_to_string(v_parts, ',') || '}';
    END IF;
    RETURN wedge.shortened(v_viewer.sees, v_viewer.register,
                           (array_to_string(v_parts, ',') || '}')::json);
END $$;

-- As in 0004; what the kitchen is told of a promotion's losses goes with its budget, too.
CREATE OR REPLACE FUNCTION wedge.changes_since(p_seq bigint, p_limit int DEFAULT 2000) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'seq', h.seq,
        'behind', p_seq < h.oldest OR p_seq > h.seq OR v.sees IN ('guest', 'kitchen') AND EXISTS (
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
