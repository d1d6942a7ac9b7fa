-- How long a unit's readings vouch for its food (docs/temperatures.md): app/services/unit_safety.py.

-- The last moment for which somebody or something vouches. A sensor's silence is borne for
-- silent_after, then a signed entry is required every manual_check_every.
CREATE FUNCTION wedge.observed_until(p_unit uuid, p_settings jsonb) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH policy AS (
        SELECT make_interval(secs => coalesce((p_settings
                   #>> '{food,shelf_life,manual_check_every_s}')::double precision, 900)) AS entry,
               make_interval(secs => coalesce((p_settings
                   #>> '{food,readings,silent_after_s}')::double precision, 900)) AS silent)
    SELECT greatest(
        (SELECT at FROM wedge.temperature_readings WHERE holding_unit_id = p_unit
            AND sensor NOT LIKE 'hand: %' ORDER BY at DESC LIMIT 1) + silent + entry,
        (SELECT at FROM wedge.temperature_readings WHERE holding_unit_id = p_unit
            AND sensor LIKE 'hand: %' ORDER BY at DESC LIMIT 1) + entry)
      FROM policy
$$;

-- Why nothing that is in the unit may be handed over now, whoever asks; null when it may. A probe that
-- may be off is no reason: the core temperature of the portion is asked then.
CREATE FUNCTION wedge.unit_blocks(p_unit uuid, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_unit wedge.holding_units;
    v_limits record;
    v_mc int;
BEGIN
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_unit;
    SELECT * INTO v_limits FROM wedge.limits_of(v_unit, v_settings);
    IF v_limits.least_mc IS NULL AND v_limits.most_mc IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT temperature_mc INTO v_mc FROM wedge.temperature_readings
     WHERE holding_unit_id = p_unit ORDER BY at DESC LIMIT 1;
    RETURN CASE WHEN v_mc < v_limits.least_mc OR v_mc > v_limits.most_mc THEN 'temperature'
                WHEN p_now > wedge.observed_until(p_unit, v_settings) THEN 'entry_missed' END;
END $$;

-- Refuse when the temperature keeps a portion of the ticket (or of one line) that is in that state
-- from being paid or handed over: by its code, or by the units that nobody measured in time.
CREATE FUNCTION wedge.refuse_warm(p_ticket uuid, p_line uuid, p_state text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_codes text;
    v_units text;
BEGIN
    SELECT string_agg(x.portion_code, ', ' ORDER BY x.position) FILTER (WHERE why = 'temperature'),
           string_agg(DISTINCT x.unit, ', ') FILTER (WHERE why = 'entry_missed')
      INTO v_codes, v_units FROM (
        SELECT l.portion_code, l.position, u.name AS unit,
               CASE WHEN p.deviation_id IS NOT NULL THEN 'temperature'
                    ELSE wedge.unit_blocks(u.id, clock_timestamp()) END AS why
          FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
          JOIN wedge.holding_units u ON u.id = p.holding_unit_id
         WHERE l.ticket_id = p_ticket AND l.id = coalesce(p_line, l.id) AND NOT l.voided
           AND l.kitchen_state <> 'served' AND p.state = p_state) x;
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('temperature_violated', v_codes);
    ELSIF v_units IS NOT NULL THEN
        PERFORM wedge.refuse('entry_missed', v_units);
    END IF;
END $$;

-- While a sensor of a unit with food is silent the store says so, in one alert for all such units.
-- A store that was off itself first waits for its sensors.
CREATE FUNCTION wedge.watch_units(p_terminal uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_silent interval := make_interval(secs => wedge.policy_number(
        '{food,readings,silent_after_s}', 900)::double precision);
    v_names text;
BEGIN
    PERFORM wedge.settle_quality_alerts(NULL, 'nothing of it is left', p_terminal, NULL);
    SELECT left(string_agg(u.name, ', ' ORDER BY u.name), 200) INTO v_names
      FROM wedge.holding_units u
      CROSS JOIN LATERAL (SELECT min(p.cut_at) AS since FROM wedge.portions p
                           WHERE p.holding_unit_id = u.id
                             AND p.state IN ('available', 'reserved', 'committed')) food
     WHERE (u.kind <> 'ambient' OR num_nonnulls(u.min_temperature_mc, u.max_temperature_mc) > 0)
       AND food.since IS NOT NULL
       AND clock_timestamp() > v_silent + greatest(pg_postmaster_start_time(), coalesce(
           (SELECT r.at FROM wedge.temperature_readings r WHERE r.holding_unit_id = u.id
               AND r.sensor NOT LIKE 'hand: %' ORDER BY r.at DESC LIMIT 1), food.since));
    IF v_names IS NULL THEN
        PERFORM wedge.task_done('backup_mode', '{}', 'readings arrive again', p_terminal, NULL);
    ELSIF NOT EXISTS (SELECT FROM wedge.tasks WHERE kind = 'backup_mode' AND state = 'open'
                         AND title = v_names) THEN
        PERFORM wedge.task_for('backup_mode', v_names, '{}', 'kitchen', NULL, p_terminal, NULL);
        UPDATE wedge.tasks SET title = v_names
         WHERE kind = 'backup_mode' AND state = 'open' AND title <> v_names;
    END IF;
END $$;
