-- A guest waits for a new whole (settle_line, `wait`): when a suitable one is cut, its portions go to
-- those lines in the transaction of the cut, first come first served (docs/kitchen.md).

-- The paid orders that wait for a whole of the product, locked before any portion, as every seller
-- locks them.
CREATE FUNCTION wedge.lock_waiting(p_product uuid) RETURNS uuid[]
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH orders AS (
        SELECT t.id FROM wedge.tickets t
         WHERE t.state = 'paid' AND t.id IN (
             SELECT ticket_id FROM wedge.ticket_lines
              WHERE product_id = p_product AND waits_since IS NOT NULL AND NOT voided)
         ORDER BY t.id FOR UPDATE)
    SELECT coalesce(array_agg(id), '{}') FROM orders
$$;

CREATE INDEX ix_ticket_lines_waiting ON wedge.ticket_lines (product_id)
    WHERE waits_since IS NOT NULL AND NOT voided;

-- A paid line has another portion: past its limit the old one is waste, one that was only found to
-- be of a lower grade goes back on sale, any other stays blocked.
CREATE FUNCTION wedge.retire_portion(
    p_old wedge.portions, p_ticket uuid, p_lowered boolean, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF p_old.expires_at <= clock_timestamp() AND p_old.state <> 'wasted' THEN
        UPDATE wedge.portions SET state = 'wasted', ticket_id = NULL, reserved_until = NULL
         WHERE id = p_old.id;
        INSERT INTO wedge.waste (id, product_id, portion_id, cause, cost_minor, staff_id,
                                 terminal_id)
        SELECT gen_random_uuid(), p.id, p_old.id, 'past its limit', p.cost_minor, p_staff,
               p_terminal
          FROM wedge.products p WHERE p.id = p_old.product_id;
    ELSIF p_old.ticket_id = p_ticket THEN
        -- Still on the ticket: it is this guest's no longer.
        UPDATE wedge.portions SET state = CASE WHEN p_lowered THEN 'available'
                                               ELSE 'quarantined' END,
               ticket_id = NULL, reserved_until = NULL
         WHERE id = p_old.id;
    END IF;
END $$;

-- Give the line that portion, which has that score now; price and receipt stay, and the time that
-- was told is kept. False where the line may not have it: another allergen, or its size does not
-- come out of it.
CREATE FUNCTION wedge.fill_line(
    p_line wedge.ticket_lines, p_new wedge.portions, p_score double precision, p_terminal uuid,
    p_staff uuid
) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old wedge.portions;
    v_after wedge.ticket_lines;
    v_grade text := wedge.grade_of(p_score);
    v_lowered boolean := wedge.past_limit_codes(p_line.ticket_id, p_line.id) IS NULL;
    v_taken jsonb := jsonb_build_object(
        'portion_id', p_new.id, 'grade', v_grade, 'reason', 'waited',
        'score_milli', round(p_score * 1000)::int,
        'unit_price_minor', p_line.base_price_minor,
        'breakdown', jsonb_build_array(jsonb_build_object(
            'reason', 'base', 'amount_minor', p_line.base_price_minor, 'rule_version', 1)));
BEGIN
    SELECT * INTO v_old FROM wedge.portions WHERE id = p_line.portion_id FOR UPDATE;
    v_after := wedge.give_portion(p_line, p_new, v_grade, wedge.looked_reason(v_old),
                                  clock_timestamp() + interval '1 minute');
    UPDATE wedge.portions SET state = 'committed', reserved_until = NULL WHERE id = p_new.id;
    PERFORM wedge.retire_portion(v_old, p_line.ticket_id, v_lowered, p_terminal, p_staff);
    PERFORM wedge.note_decision(
        'substituted', p_terminal, p_staff, v_after,
        v_taken || jsonb_build_object(
            'former_score_milli', round(v_old.inspected_score * 1000)::int),
        v_old.id, wedge.looked_reason(v_old), wedge.looked_note(v_old), NULL,
        jsonb_build_array(v_taken));
    RETURN true;
EXCEPTION WHEN SQLSTATE 'WG001' THEN
    RETURN false;
END $$;

-- The portions of a whole that was just cut go to the lines of p_tickets that wait for one of the
-- product, the longest wait first: of the same cut, and of the grade sold or a better one. Answers
-- {code: order number} of what was given away.
CREATE FUNCTION wedge.fill_waiting(
    p_whole uuid, p_tickets uuid[], p_terminal uuid, p_staff uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_new wedge.portions;
    v_given jsonb := '{}';
BEGIN
    FOR v_line IN
        SELECT l.* FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
         WHERE l.ticket_id = ANY (p_tickets) AND t.state = 'paid' AND l.waits_since IS NOT NULL
           AND NOT l.voided AND l.product_id = (SELECT product_id FROM wedge.wholes
                                                 WHERE id = p_whole)
         ORDER BY l.waits_since, t.number, l.position FOR UPDATE OF l
    LOOP
        CONTINUE WHEN NOT wedge.must_settle(v_line);
        FOR v_new IN
            SELECT p.* FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
              JOIN wedge.portions o ON o.id = v_line.portion_id
              JOIN wedge.wholes x ON x.id = o.whole_id
             WHERE p.whole_id = p_whole AND p.state = 'available'
               AND wedge.off_sale(p, clock_timestamp()) IS NULL
               AND w.portions_per_whole = x.portions_per_whole
               AND wedge.grade_of(p.initial_quality) <= coalesce(v_line.grade, 'Z')
               AND wedge.fits_size(v_line, p.id, wedge.looked_reason(o))
             ORDER BY p.wedge FOR UPDATE OF p SKIP LOCKED
        LOOP
            IF wedge.fill_line(v_line, v_new, v_new.initial_quality, p_terminal, p_staff)
            THEN
                v_given := v_given || jsonb_build_object(v_new.code, (
                    SELECT number FROM wedge.tickets WHERE id = v_line.ticket_id));
                EXIT;
            END IF;
        END LOOP;
    END LOOP;
    IF v_given <> '{}' THEN
        PERFORM wedge.journal_append(p_terminal, p_staff, 'fill waiting',
            jsonb_build_object('whole', (SELECT code FROM wedge.wholes WHERE id = p_whole),
                               'orders', v_given));
    END IF;
    RETURN v_given;
END $$;
