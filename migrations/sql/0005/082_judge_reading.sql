-- What a reading sets off, in the transaction that stores it, whoever sends it.

-- The terminal a note of the store itself goes to: the caller's, else the first one there is.
CREATE FUNCTION wedge.noting_terminal() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((SELECT id FROM wedge.terminals WHERE login_role = session_user),
                    (SELECT id FROM wedge.terminals ORDER BY id LIMIT 1))
$$;

-- The portions in the unit that went through the reading, and that nobody decided about since. A lot on
-- hold for an earlier violation joins: its release would forget this one.
CREATE FUNCTION wedge.went_through(p_reading wedge.temperature_readings) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p.id FROM wedge.portions p
     WHERE p.holding_unit_id = p_reading.holding_unit_id
       AND (p.deviation_id IS NULL
            OR (SELECT state FROM wedge.deviations WHERE id = p.deviation_id) = 'closed')
       AND p.state NOT IN ('served', 'wasted')
       AND p.cut_at <= p_reading.at
       AND NOT EXISTS (SELECT FROM wedge.deviation_lots l
                        WHERE l.whole_id = p.whole_id AND l.decided_at >= p_reading.at)
$$;

-- One open deviation per unit: the first reading outside opens it, later ones add what was put into
-- the unit meanwhile. Nothing is waited for while something is held: a seller never waits in a circle.
CREATE FUNCTION wedge.open_deviation(
    p_unit wedge.holding_units, p_reading wedge.temperature_readings, p_limit_mc int
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_open wedge.deviations;
    v_terminal uuid := wedge.noting_terminal();
    v_portions uuid[];
    v_new boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_unit.id::text, 19));
    LOOP
        BEGIN
            SELECT * INTO v_open FROM wedge.deviations
             WHERE holding_unit_id = p_unit.id AND state = 'open' FOR UPDATE NOWAIT;
            v_new := NOT FOUND;
            SELECT array_agg(id) INTO v_portions FROM (
                SELECT id FROM wedge.portions
                 WHERE id IN (SELECT wedge.went_through(p_reading))
                 ORDER BY id FOR UPDATE NOWAIT) x;
            EXIT;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            PERFORM pg_sleep(0.02);
        END;
    END LOOP;
    -- What was handed over while this waited is gone.
    SELECT array_agg(id) INTO v_portions FROM wedge.went_through(p_reading) id
     WHERE id = ANY (v_portions);
    IF v_portions IS NULL THEN
        RETURN;
    END IF;
    IF v_new THEN
        INSERT INTO wedge.deviations (id, holding_unit_id, read_at, temperature_mc, limit_mc, due_at)
        VALUES (gen_random_uuid(), p_unit.id, p_reading.at, p_reading.temperature_mc, p_limit_mc,
                least(p_reading.at, clock_timestamp()) + make_interval(secs => wedge.policy_number(
                    '{food,readings,corrective_due_s}', 1800)::double precision))
        RETURNING * INTO v_open;
    END IF;
    UPDATE wedge.portions SET deviation_id = v_open.id WHERE id = ANY (v_portions);
    INSERT INTO wedge.deviation_lots (deviation_id, whole_id)
    SELECT DISTINCT v_open.id, whole_id FROM wedge.portions WHERE id = ANY (v_portions)
    ON CONFLICT DO NOTHING;
    IF v_terminal IS NULL THEN
        RETURN;
    END IF;
    IF v_new THEN
        v_open.task_id := wedge.task_for('corrective_action', p_unit.name, jsonb_build_object(
            'deviation_id', v_open.id, 'number', v_open.number, 'holding_unit_id', p_unit.id,
            'temperature_mc', p_reading.temperature_mc, 'limit_mc', p_limit_mc,
            'read_at', p_reading.at), 'kitchen', NULL, v_terminal, NULL);
        UPDATE wedge.tasks SET due_at = v_open.due_at WHERE id = v_open.task_id;
        UPDATE wedge.deviations SET task_id = v_open.task_id WHERE id = v_open.id;
    END IF;
    PERFORM wedge.journal_append(v_terminal, NULL, 'critical limit violation', jsonb_build_object(
        'deviation_id', v_open.id, 'number', v_open.number, 'holding_unit_id', p_unit.id,
        'read_at', p_reading.at, 'temperature_mc', p_reading.temperature_mc,
        'limit_mc', p_limit_mc, 'portions', cardinality(v_portions)));
END $$;

-- Too cold for the food: safe, and to be looked at. Once per cold spell.
CREATE FUNCTION wedge.open_quality_alert(
    p_unit wedge.holding_units, p_reading wedge.temperature_readings, p_least_mc int
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := wedge.noting_terminal();
    v_before timestamptz;
BEGIN
    SELECT max(at) INTO v_before FROM wedge.temperature_readings
     WHERE holding_unit_id = p_unit.id AND at < p_reading.at AND temperature_mc >= p_least_mc;
    IF v_terminal IS NULL
        OR NOT EXISTS (SELECT FROM wedge.portions
                        WHERE holding_unit_id = p_unit.id AND cut_at <= p_reading.at
                          AND state NOT IN ('served', 'wasted'))
        OR EXISTS (SELECT FROM wedge.tasks
                    WHERE kind = 'quality_alert'
                      AND subject ->> 'holding_unit_id' = p_unit.id::text
                      AND (state = 'open' OR (subject ->> 'read_at')::timestamptz
                           > coalesce(v_before, '-infinity')))
    THEN
        RETURN;
    END IF;
    PERFORM wedge.task_for('quality_alert', p_unit.name, jsonb_build_object(
        'holding_unit_id', p_unit.id, 'temperature_mc', p_reading.temperature_mc,
        'limit_mc', p_least_mc, 'read_at', p_reading.at), 'kitchen',
        make_interval(secs => wedge.policy_number(
            '{food,readings,corrective_due_s}', 1800)::double precision), v_terminal, NULL);
END $$;

-- The alert is settled when every lot that is still in the unit was looked at since, and when none is
-- there any more; p_unit null: those of all units.
CREATE FUNCTION wedge.settle_quality_alerts(
    p_unit uuid, p_outcome text, p_terminal uuid, p_staff uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_task wedge.tasks;
BEGIN
    FOR v_task IN
        SELECT * FROM wedge.tasks WHERE kind = 'quality_alert' AND state = 'open'
           AND (p_unit IS NULL OR subject ->> 'holding_unit_id' = p_unit::text)
         ORDER BY id
    LOOP
        IF NOT EXISTS (
            SELECT FROM wedge.portions p
             WHERE p.holding_unit_id = (v_task.subject ->> 'holding_unit_id')::uuid
               AND p.cut_at <= v_task.opened_at
               AND p.state NOT IN ('served', 'wasted', 'quarantined')
               AND NOT EXISTS (SELECT FROM wedge.inspections i
                                WHERE i.whole_id = p.whole_id AND i.at >= v_task.opened_at))
        THEN
            PERFORM wedge.task_done('quality_alert', v_task.subject, p_outcome, p_terminal,
                                    p_staff);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION wedge.settle_quality_alert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.settle_quality_alerts(NEW.holding_unit_id, 'inspected', NEW.terminal_id,
                                        NEW.staff_id);
    RETURN NULL;
END $$;

CREATE TRIGGER settle_quality_alert AFTER INSERT ON wedge.inspections
FOR EACH ROW EXECUTE FUNCTION wedge.settle_quality_alert();

CREATE FUNCTION wedge.judge_reading() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb;
    v_unit wedge.holding_units;
    v_limits record;
    v_least_mc int;
BEGIN
    IF wedge.bulk() THEN
        RETURN NULL;
    END IF;
    v_settings := wedge.settings_document();
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = NEW.holding_unit_id;
    SELECT * INTO v_limits FROM wedge.limits_of(v_unit, v_settings);
    IF NEW.temperature_mc < v_limits.least_mc THEN
        PERFORM wedge.open_deviation(v_unit, NEW, v_limits.least_mc::int);
    ELSIF NEW.temperature_mc > v_limits.most_mc THEN
        PERFORM wedge.open_deviation(v_unit, NEW, v_limits.most_mc::int);
    ELSIF v_unit.kind = 'cold' THEN
        v_least_mc := coalesce(v_unit.min_temperature_mc, (wedge.policy_read(
            v_settings, 'food.jurisdiction') ->> 'cold_quality_min_mc')::int);
        IF NEW.temperature_mc < v_least_mc THEN
            PERFORM wedge.open_quality_alert(v_unit, NEW, v_least_mc);
        END IF;
    END IF;
    RETURN NULL;
END $$;

-- Before judge_again, which holds a lock of the unit: nothing is waited for under that one.
CREATE TRIGGER a_judge_reading AFTER INSERT ON wedge.temperature_readings
FOR EACH ROW EXECUTE FUNCTION wedge.judge_reading();
