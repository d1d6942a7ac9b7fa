-- A promotion's single codes: made, counted and read out in the back office, by a manager.

CREATE FUNCTION wedge.require_office(p_session uuid, OUT terminal_id uuid, OUT staff_id uuid)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_who record;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    IF (wedge.this_terminal()).mode <> 'manager' THEN
        PERFORM wedge.refuse('not_permitted', 'the back office does that');
    END IF;
    terminal_id := v_who.terminal_id;
    staff_id := v_who.staff_id;
END $$;

-- p_count random codes for a promotion in force that takes codes; p_ends null: as long as it does.
CREATE FUNCTION wedge.make_coupons(
    p_session uuid, p_request uuid, p_batch uuid, p_promotion text, p_count int,
    p_ends timestamptz
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_promotion jsonb := wedge.promotion_by_id(p_promotion);
BEGIN
    SELECT * INTO v_who FROM wedge.require_office(p_session);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'make_coupons');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    ELSIF v_promotion IS NULL OR NOT coalesce((v_promotion ->> 'codes')::boolean, false) THEN
        PERFORM wedge.refuse('unknown_item', 'promotion');
    ELSIF p_count IS NULL OR p_count NOT BETWEEN 1 AND 5000 THEN
        PERFORM wedge.refuse('bad_quantity', 'codes');
    ELSIF p_ends <= clock_timestamp() OR p_ends > clock_timestamp() + interval '20 years' THEN
        PERFORM wedge.refuse('bad_quantity', 'ends');
    END IF;
    INSERT INTO wedge.coupon_batches (id, promotion_id, made, ends_at, made_by, terminal_id)
    VALUES (p_batch, p_promotion, p_count, p_ends, v_who.staff_id, v_who.terminal_id);
    INSERT INTO wedge.coupons (id, batch_id, code)
    SELECT gen_random_uuid(), p_batch, replace(wedge.voucher_code(), '-', '')
      FROM generate_series(1, p_count);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'make coupons',
        jsonb_build_object('batch_id', p_batch, 'promotion_id', p_promotion, 'count', p_count,
                           'ends_at', p_ends));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'make_coupons',
                          jsonb_build_object('made', p_count));
END $$;

-- How many of each batch, and of each counted shared code (batch null), are used, held and open.
CREATE FUNCTION wedge.coupon_counts(p_session uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.require_office(p_session);
    RETURN (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.made_at NULLS FIRST), '[]') FROM (
        SELECT b.promotion_id, b.id AS batch_id, b.made, b.made_at, b.ends_at, s.name AS made_by,
               count(u.id) FILTER (WHERE u.state = 'used') AS used,
               count(u.id) FILTER (WHERE u.state = 'held') AS held
          FROM wedge.coupon_batches b JOIN wedge.staff s ON s.id = b.made_by
          LEFT JOIN wedge.coupons c ON c.batch_id = b.id
          LEFT JOIN wedge.coupon_uses u ON u.coupon_id = c.id AND u.state <> 'returned'
         GROUP BY b.id, s.name
        UNION ALL
        SELECT u.promotion_id, NULL, NULL, NULL, NULL, '', count(*) FILTER (WHERE state = 'used'),
               count(*) FILTER (WHERE state = 'held')
          FROM wedge.coupon_uses u WHERE u.coupon_id IS NULL AND u.state <> 'returned'
         GROUP BY u.promotion_id) x);
END $$;

-- The codes of a batch that are open, to print or to keep: written to the journal who took them.
CREATE FUNCTION wedge.coupon_codes(p_session uuid, p_batch uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_codes jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_office(p_session);
    SELECT coalesce(jsonb_agg(substr(c.code, 1, 4) || '-' || substr(c.code, 5, 4) || '-'
                              || substr(c.code, 9) ORDER BY c.code), '[]') INTO v_codes
      FROM wedge.coupons c WHERE c.batch_id = p_batch
       AND NOT EXISTS (SELECT FROM wedge.coupon_uses u
                        WHERE u.coupon_id = c.id AND u.state <> 'returned');
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'read coupons',
        jsonb_build_object('batch_id', p_batch, 'count', jsonb_array_length(v_codes)));
    RETURN jsonb_build_object('codes', v_codes);
END $$;
