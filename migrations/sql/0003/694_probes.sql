-- How far a unit's probe may be off, as its last calibration says; readings are judged with it.
CREATE FUNCTION wedge.set_probe(
    p_session uuid, p_request uuid, p_unit uuid, p_uncertainty int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_old int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'set_probe');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_uncertainty IS NULL OR p_uncertainty NOT BETWEEN 0 AND 5000 THEN
        PERFORM wedge.refuse('bad_quantity', 'uncertainty');
    END IF;
    SELECT probe_uncertainty_mc INTO v_old FROM wedge.holding_units WHERE id = p_unit FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'unit');
    END IF;
    UPDATE wedge.holding_units SET probe_uncertainty_mc = p_uncertainty WHERE id = p_unit;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'set probe',
        jsonb_build_object('unit_id', p_unit, 'old_mc', v_old, 'new_mc', p_uncertainty));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'set_probe', '{}');
END $$;
