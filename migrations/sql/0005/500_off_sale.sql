-- Why the portion may not be chosen for a sale now, whoever asks; null when it may.
CREATE OR REPLACE FUNCTION wedge.off_sale(p_portion wedge.portions, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_unit wedge.holding_units;
    v_score double precision := p_portion.initial_quality;
BEGIN
    IF p_now >= p_portion.expires_at THEN
        RETURN 'expired';
    ELSIF NOT wedge.quality_sells(p_portion.quality_status) THEN
        RETURN 'quality';
    ELSIF p_portion.deviation_id IS NOT NULL THEN
        RETURN 'deviation';
    END IF;
    IF p_portion.inspected_at >= p_portion.cut_at THEN
        v_score := p_portion.inspected_score;
    END IF;
    IF v_score < (v_settings #>> '{quality,sale_floor}')::double precision THEN
        RETURN 'below_floor';
    END IF;
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_portion.holding_unit_id;
    IF NOT wedge.unit_proven(v_unit, v_settings, p_now) THEN
        RETURN 'temperature';
    ELSIF p_now >= p_portion.expires_at - make_interval(secs => (
            wedge.policy_read(v_settings, 'food.shelf_life')
            ->> format('removal_lead_%s_s', v_unit.kind))::double precision) THEN
        RETURN 'removal_lead';
    ELSIF p_portion.recheck_at IS NOT NULL THEN
        RETURN 'recheck';
    ELSIF p_now > wedge.look_lasts_until(p_portion, v_unit.kind, v_settings, p_now) THEN
        RETURN 'check_overdue';
    ELSIF wedge.under_floor(p_portion, p_now) THEN
        RETURN 'below_floor';
    END IF;
    RETURN NULL;
END $$;
