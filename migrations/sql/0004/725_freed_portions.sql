-- A portion became free, however that came: the line that waits longest for one like it gets it, in
-- the same transaction (docs/kitchen.md). The cut of a new whole fills by itself (410).

-- Whether the line may have that portion as it is now: on sale, of the same cut, in the grade sold or
-- a better one, with the line's own size in it. A score never rises by itself, so the last one that
-- was given rules most of them out before the curve is asked.
CREATE FUNCTION wedge.may_fill(p_line wedge.ticket_lines, p_portion wedge.portions)
RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_grade text := coalesce(p_line.grade, 'Z');
BEGIN
    IF p_portion.state <> 'available' OR p_portion.product_id <> p_line.product_id
        OR p_portion.id = p_line.portion_id OR p_portion.recheck_at IS NOT NULL
        OR coalesce(wedge.grade_of(coalesce(
               p_portion.inspected_score, p_portion.initial_quality)), 'ZZ') > v_grade
        OR NOT EXISTS (
            SELECT FROM wedge.wholes w, wedge.portions o JOIN wedge.wholes x ON x.id = o.whole_id
             WHERE w.id = p_portion.whole_id AND o.id = p_line.portion_id
               AND w.portions_per_whole = x.portions_per_whole)
        OR wedge.off_sale(p_portion, clock_timestamp()) IS NOT NULL THEN
        RETURN false;
    END IF;
    RETURN coalesce(wedge.grade_of(coalesce(
               wedge.expected_score(p_portion, clock_timestamp()),
               p_portion.inspected_score, p_portion.initial_quality)), 'ZZ') <= v_grade
       AND wedge.fits_size(p_line, p_portion.id, (
               SELECT wedge.looked_reason(o) FROM wedge.portions o
                WHERE o.id = p_line.portion_id));
END $$;

-- The lines that wait for the product take what is free of it, the longest wait first and for each
-- what has to go first; p_portion alone where one is named. An order on which somebody works at this
-- moment is left to the next heartbeat: nothing is waited for, so nothing can lock up.
CREATE FUNCTION wedge.serve_waiting(p_product uuid, p_portion uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_ticket wedge.tickets;
    v_new wedge.portions;
    v_terminal uuid;
BEGIN
    FOR v_line IN
        SELECT l.* FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
         WHERE l.product_id = p_product AND l.waits_since IS NOT NULL AND NOT l.voided
           AND t.state = 'paid'
         ORDER BY l.waits_since, t.number, l.position
    LOOP
        SELECT * INTO v_ticket FROM wedge.tickets
         WHERE id = v_line.ticket_id AND state = 'paid' FOR UPDATE SKIP LOCKED;
        CONTINUE WHEN NOT FOUND;
        SELECT * INTO v_line FROM wedge.ticket_lines
         WHERE id = v_line.id AND waits_since IS NOT NULL AND NOT voided FOR UPDATE SKIP LOCKED;
        CONTINUE WHEN NOT FOUND;
        PERFORM FROM wedge.portions WHERE id = v_line.portion_id FOR UPDATE SKIP LOCKED;
        CONTINUE WHEN NOT FOUND OR NOT wedge.must_settle(v_line);
        FOR v_new IN
            SELECT p.* FROM wedge.portions p
             WHERE p.product_id = p_product AND p.state = 'available'
               AND p.id = coalesce(p_portion, p.id) AND wedge.may_fill(v_line, p)
             ORDER BY p.expires_at, p.code FOR UPDATE OF p SKIP LOCKED
        LOOP
            v_terminal := coalesce((SELECT id FROM wedge.terminals
                                     WHERE login_role = session_user), v_ticket.terminal_id);
            IF wedge.fill_line(v_line, v_new, coalesce(
                   wedge.expected_score(v_new, clock_timestamp()), v_new.inspected_score,
                   v_new.initial_quality), v_terminal, NULL) THEN
                PERFORM wedge.journal_append(v_terminal, NULL, 'fill waiting', jsonb_build_object(
                    'portion', v_new.code,
                    'orders', jsonb_build_object(v_new.code, v_ticket.number)));
                EXIT;
            END IF;
        END LOOP;
    END LOOP;
END $$;

CREATE FUNCTION wedge.somebody_waits(p_product uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT EXISTS (SELECT FROM wedge.ticket_lines
                    WHERE product_id = p_product AND waits_since IS NOT NULL AND NOT voided)
$$;

-- At the end of the transaction: what it freed and took again itself is nobody else's.
CREATE FUNCTION wedge.give_freed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF wedge.somebody_waits(NEW.product_id) AND NOT wedge.bulk() THEN
        PERFORM wedge.serve_waiting(NEW.product_id, NEW.id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER give_freed AFTER UPDATE ON wedge.portions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state = 'available' AND (
        OLD.state <> 'available' OR OLD.quality_status <> NEW.quality_status
        OR OLD.recheck_at IS DISTINCT FROM NEW.recheck_at
        OR OLD.inspected_at IS DISTINCT FROM NEW.inspected_at))
    EXECUTE FUNCTION wedge.give_freed();

-- Who begins to wait while one like it is free gets that one.
CREATE FUNCTION wedge.give_free() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF NOT wedge.bulk() THEN
        PERFORM wedge.serve_waiting(NEW.product_id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER give_free AFTER UPDATE ON wedge.ticket_lines
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.waits_since IS NOT NULL AND OLD.waits_since IS NULL)
    EXECUTE FUNCTION wedge.give_free();
