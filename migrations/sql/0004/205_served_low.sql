-- A portion that was handed over below the least score any guest was promised opens a recovery task
-- by itself, however late that is learned; a reading that clears it takes the task back.

-- The score below which nothing may be sold: what every guest is promised.
CREATE FUNCTION wedge.promised_least() RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT greatest(wedge.sale_floor(), wedge.policy_number('{quality,grade_c}', 7))
               ::double precision
$$;

-- What the task of a line is about.
CREATE FUNCTION wedge.served_low_subject(p_line wedge.ticket_lines) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object('ticket_id', p_line.ticket_id, 'line_id', p_line.id,
                              'name', left(p_line.name, 100), 'portion_code', p_line.portion_code)
$$;

-- The task that the score asks for, or no longer does. p_low: how it was judged before.
CREATE FUNCTION wedge.follow_served_score(p_score wedge.served_scores, p_low boolean)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line wedge.ticket_lines;
    v_ticket wedge.tickets;
    v_terminal uuid;
BEGIN
    IF (p_score.score < p_score.least) = p_low THEN
        RETURN;
    END IF;
    SELECT * INTO v_line FROM wedge.ticket_lines WHERE id = p_score.line_id;
    SELECT * INTO v_ticket FROM wedge.tickets WHERE id = v_line.ticket_id;
    SELECT coalesce((SELECT id FROM wedge.terminals WHERE login_role = session_user),
                    v_ticket.terminal_id) INTO v_terminal;
    IF p_low THEN
        PERFORM wedge.task_done('recovery', wedge.served_low_subject(v_line),
                                'good enough by later readings', v_terminal, NULL);
    ELSIF v_line.voided
        -- Somebody sees to it already, or did.
        OR EXISTS (SELECT FROM wedge.complaints WHERE line_id = v_line.id AND kind = 'quality')
        OR v_line.refunded_minor > 0 AND v_line.refunded_minor
            >= v_line.quantity * (v_line.unit_price_minor + v_line.extras_minor)
        OR p_score.served_at < clock_timestamp() - (SELECT refund_window FROM wedge.refund_rules())
    THEN
        RETURN;
    ELSE
        PERFORM wedge.task_for('recovery', v_ticket.number::text,
            wedge.served_low_subject(v_line), 'cashier',
            make_interval(secs => wedge.guest_rule('recovery_due_s', 600)), v_terminal, NULL);
    END IF;
END $$;

-- Judge what was just handed over. The units' locks come first and in order; whoever records a
-- reading holds them alone, so that neither can miss the other.
CREATE FUNCTION wedge.judge_served() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_each record;
    v_score wedge.served_scores;
BEGIN
    IF wedge.bulk() OR NOT EXISTS (
        SELECT FROM after_rows n JOIN before_rows b ON b.id = n.id
         WHERE n.portion_id IS NOT NULL AND (b.served_at IS NULL) <> (n.served_at IS NULL))
    THEN
        RETURN NULL;
    END IF;
    FOR v_each IN
        SELECT n.id FROM after_rows n JOIN before_rows b ON b.id = n.id
         WHERE b.served_at IS NOT NULL AND n.served_at IS NULL
    LOOP
        DELETE FROM wedge.served_scores WHERE line_id = v_each.id;
        PERFORM wedge.task_done('recovery', wedge.served_low_subject(l), 'not handed over after all',
                                coalesce((SELECT id FROM wedge.terminals
                                           WHERE login_role = session_user), t.terminal_id), NULL)
           FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
          WHERE l.id = v_each.id;
    END LOOP;
    FOR v_each IN
        SELECT DISTINCT o.holding_unit_id AS unit
          FROM after_rows n JOIN before_rows b ON b.id = n.id
          JOIN wedge.portions o ON o.id = n.portion_id
         WHERE b.served_at IS NULL AND n.served_at IS NOT NULL ORDER BY 1
    LOOP
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(v_each.unit::text, 17));
    END LOOP;
    FOR v_each IN
        SELECT n.id AS line_id, n.served_at, o AS portion, wedge.ageing_of(p) AS curve
          FROM after_rows n JOIN before_rows b ON b.id = n.id
          JOIN wedge.portions o ON o.id = n.portion_id JOIN wedge.products p ON p.id = o.product_id
         WHERE b.served_at IS NULL AND n.served_at IS NOT NULL AND p.e7_s IS NOT NULL
           AND o.initial_quality IS NOT NULL
         ORDER BY n.id
    LOOP
        INSERT INTO wedge.served_scores (line_id, portion_id, holding_unit_id, cut_at, served_at,
                                         curve, least, score)
        VALUES (v_each.line_id, (v_each.portion).id, (v_each.portion).holding_unit_id,
                (v_each.portion).cut_at, v_each.served_at, v_each.curve, wedge.promised_least(),
                wedge.score_served(v_each.portion, (v_each.portion).cut_at, v_each.served_at,
                                   v_each.curve))
        RETURNING * INTO v_score;
        PERFORM wedge.follow_served_score(v_score, false);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER judge_served AFTER UPDATE ON wedge.ticket_lines
REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
FOR EACH STATEMENT EXECUTE FUNCTION wedge.judge_served();

-- A reading counts for what was cut before the next one and handed over after the one before it.
CREATE FUNCTION wedge.judge_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_score wedge.served_scores;
    v_low boolean;
    v_before timestamptz;
    v_after timestamptz;
BEGIN
    IF wedge.bulk() THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.holding_unit_id::text, 17));
    SELECT max(at) INTO v_before FROM wedge.temperature_readings
     WHERE holding_unit_id = NEW.holding_unit_id AND at < NEW.at;
    SELECT min(at) INTO v_after FROM wedge.temperature_readings
     WHERE holding_unit_id = NEW.holding_unit_id AND at > NEW.at;
    FOR v_score IN
        SELECT s.* FROM wedge.served_scores s
         WHERE s.holding_unit_id = NEW.holding_unit_id
           AND s.served_at > coalesce(v_before, '-infinity')
           AND s.served_at > NEW.at - (SELECT refund_window FROM wedge.refund_rules())
           AND s.cut_at < coalesce(v_after, 'infinity')
         ORDER BY s.line_id
    LOOP
        v_low := v_score.score < v_score.least;
        UPDATE wedge.served_scores x
           SET score = wedge.score_served(o, x.cut_at, x.served_at, x.curve),
               judged_at = clock_timestamp()
          FROM wedge.portions o WHERE x.line_id = v_score.line_id AND o.id = x.portion_id
        RETURNING x.* INTO v_score;
        PERFORM wedge.follow_served_score(v_score, v_low);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER judge_again AFTER INSERT ON wedge.temperature_readings
FOR EACH ROW EXECUTE FUNCTION wedge.judge_again();
