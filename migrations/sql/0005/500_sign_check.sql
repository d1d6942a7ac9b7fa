-- A temperature taken by hand (0004/330_signed_checks.sql): nobody else may speak for a person.
CREATE OR REPLACE FUNCTION wedge.sign_check(
    p_session uuid, p_request uuid, p_check uuid, p_holding_unit uuid, p_temperature int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_missed jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'sign_check');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    -- It judges unit and temperature as it does a sensor's.
    PERFORM wedge.store_reading(v_who.terminal_id, p_holding_unit,
        left('hand: ' || v_who.staff_name, 40), clock_timestamp(), p_temperature);
    INSERT INTO wedge.signed_checks (id, holding_unit_id, temperature_mc, staff_id, terminal_id)
    VALUES (p_check, p_holding_unit, p_temperature, v_who.staff_id, v_who.terminal_id);
    FOR v_missed IN
        SELECT subject FROM wedge.tasks WHERE kind = 'check_overdue' AND state = 'open'
           AND subject ->> 'holding_unit_id' = p_holding_unit::text
    LOOP
        PERFORM wedge.task_done('check_overdue', v_missed, 'signed', v_who.terminal_id,
                                v_who.staff_id);
    END LOOP;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'sign check',
        jsonb_build_object('holding_unit_id', p_holding_unit, 'temperature_mc', p_temperature));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'sign_check', '{}');
END $$;
