-- Whether the unit's latest reading proves its limits and somebody still vouches for it.
CREATE OR REPLACE FUNCTION wedge.unit_proven(
    p_unit wedge.holding_units, p_settings jsonb, p_now timestamptz
) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_limits record;
    v_mc int;
BEGIN
    SELECT * INTO v_limits FROM wedge.limits_of(p_unit, p_settings);
    IF v_limits.least_mc IS NULL AND v_limits.most_mc IS NULL THEN
        RETURN true;
    END IF;
    SELECT r.temperature_mc INTO v_mc FROM wedge.temperature_readings r
     WHERE r.holding_unit_id = p_unit.id ORDER BY r.at DESC LIMIT 1;
    RETURN coalesce(
        p_now <= wedge.observed_until(p_unit.id, p_settings)
        AND v_mc - p_unit.probe_uncertainty_mc >= coalesce(v_limits.least_mc, -1000000)
        AND v_mc + p_unit.probe_uncertainty_mc <= coalesce(v_limits.most_mc, 1000000), false);
END $$;
