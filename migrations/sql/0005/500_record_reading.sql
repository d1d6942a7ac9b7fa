-- As in 0004/744_record_reading.sql and 160_stock.sql; a temperature that changed is in the journal,
-- with no person: a sensor read it.
-- Judge a reading and keep it; answers what was found about it.
CREATE FUNCTION wedge.store_reading(
    p_terminal uuid, p_holding_unit uuid, p_sensor text, p_at timestamptz, p_temperature int
) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_unit wedge.holding_units;
    v_known wedge.temperature_readings;
    v_finding text;
    v_worse boolean;
BEGIN
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_holding_unit;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'holding unit');
    ELSIF char_length(coalesce(p_sensor, '')) > 40 THEN
        PERFORM wedge.refuse('bad_text', 'sensor');
    ELSIF p_at IS NULL OR p_at < clock_timestamp() - interval '10 years'
        OR p_temperature IS NULL OR p_temperature NOT BETWEEN
        wedge.policy_number('{food,readings,coldest_mc}', -60000)
        AND wedge.policy_number('{food,readings,hottest_mc}', 300000) THEN
        PERFORM wedge.refuse('bad_reading', 'impossible');
    ELSIF p_at > clock_timestamp() + make_interval(secs => wedge.policy_number(
            '{food,readings,clock_skew_s}', 120)::double precision) THEN
        PERFORM wedge.refuse('bad_reading', 'future');
    END IF;
    -- One writer per unit at a time: two copies of a reading must not both be new.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_holding_unit::text, 13));
    SELECT * INTO v_known FROM wedge.temperature_readings
     WHERE holding_unit_id = p_holding_unit AND at BETWEEN p_at AND p_at + interval '9 microseconds'
     ORDER BY at DESC LIMIT 1;
    IF FOUND THEN
        v_worse := CASE v_unit.kind WHEN 'hot' THEN p_temperature < v_known.temperature_mc
                                    ELSE p_temperature > v_known.temperature_mc END;
        v_finding := CASE WHEN coalesce(p_sensor, '') <> v_known.sensor THEN 'other_sensor'
                          WHEN p_temperature = v_known.temperature_mc THEN 'duplicate'
                          ELSE 'conflict' END;
        -- The worse one stands. Nothing stored is changed: it comes right after the better one.
        IF v_worse THEN
            INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc, sensor)
            VALUES (p_holding_unit, v_known.at + interval '1 microsecond', p_temperature,
                    coalesce(p_sensor, ''));
        END IF;
    ELSE
        IF p_at < (SELECT max(at) FROM wedge.temperature_readings
                    WHERE holding_unit_id = p_holding_unit) THEN
            v_finding := 'out_of_order';
        END IF;
        INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc, sensor)
        VALUES (p_holding_unit, p_at, p_temperature, coalesce(p_sensor, ''));
    END IF;
    PERFORM wedge.journal_changed(p_terminal, NULL, 'temperature', jsonb_build_object(
        'unit', v_unit.name, 'sensor', coalesce(p_sensor, ''), 'finding', v_finding));
    RETURN v_finding;
END $$;

-- A sensor's. Only a signed check speaks for a person (wedge.sign_check).
CREATE OR REPLACE FUNCTION wedge.record_reading(
    p_request uuid, p_holding_unit uuid, p_sensor text, p_at timestamptz, p_temperature int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_done jsonb;
BEGIN
    v_done := wedge.done_before(p_request, v_terminal, 'record_reading');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    ELSIF p_sensor LIKE 'hand: %' THEN
        PERFORM wedge.refuse('bad_text', 'sensor');
    END IF;
    RETURN wedge.remember(p_request, v_terminal, 'record_reading', jsonb_build_object(
        'finding', wedge.store_reading(v_terminal, p_holding_unit, p_sensor, p_at,
                                       p_temperature)));
END $$;

CREATE OR REPLACE FUNCTION wedge.record_temperature(
    p_request uuid, p_holding_unit uuid, p_temperature int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_done jsonb;
BEGIN
    v_done := wedge.done_before(p_request, v_terminal, 'record_temperature');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF NOT EXISTS (SELECT FROM wedge.holding_units WHERE id = p_holding_unit) THEN
        PERFORM wedge.refuse('unknown_item', 'holding unit');
    ELSIF p_temperature IS NULL OR p_temperature NOT BETWEEN -60000 AND 300000 THEN
        PERFORM wedge.refuse('bad_quantity', p_temperature::text);
    END IF;
    INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)
    VALUES (p_holding_unit, p_temperature);
    PERFORM wedge.journal_changed(v_terminal, NULL, 'temperature', jsonb_build_object(
        'unit', (SELECT name FROM wedge.holding_units WHERE id = p_holding_unit)));
    RETURN wedge.remember(p_request, v_terminal, 'record_temperature', '{}');
END $$;
