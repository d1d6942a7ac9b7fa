-- A reduction by hand, once per line and piece. More than the cashier's share, below the margin
-- floor or beyond the cap takes an approval for {line_id, price_minor, off_minor}; below the
-- portion's cost nobody may go.
CREATE OR REPLACE FUNCTION wedge.discount_line(
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
            OR coalesce(v_manual -> 'managers', '["manager"]') ? v_who.role
            -- A shift lead does a cashier's work.
            OR v_who.role = 'shift_lead'
            AND coalesce(v_manual -> 'cashiers', '["cashier"]') ? 'cashier') THEN
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
