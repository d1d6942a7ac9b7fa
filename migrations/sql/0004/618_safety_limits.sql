-- The law's limit of a lot in its unit; nothing moves it, no policy either.
CREATE OR REPLACE FUNCTION wedge.safety_until(p_whole wedge.wholes, p_kind text)
RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT least(p_whole.expires_at, p_whole.cut_at + make_interval(secs => CASE p_kind
        WHEN 'hot' THEN least((j ->> 'hot_display_limit_s')::double precision,
                              (law ->> 'hot_display_limit_s')::double precision)
        WHEN 'cold' THEN least((j ->> 'cold_after_cut_limit_s')::double precision,
                               (law ->> 'cold_after_cut_limit_s')::double precision)
        END))
      FROM (SELECT j, wedge.law_of(j) AS law
              FROM wedge.policy_read(wedge.settings_document(), 'food.jurisdiction') j) x
$$;

-- Whether a temperature breaks the limits in force for the unit: the law's, tightened by the
-- jurisdiction's policy and by the unit's own (app/domain/safety_limits.py; the probe's uncertainty
-- makes it unproven, not wrong).
CREATE OR REPLACE FUNCTION wedge.breaks_limits(p_unit uuid, p_temperature int) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(CASE kind
        WHEN 'hot' THEN p_temperature < greatest(min_temperature_mc,
            (j ->> 'hot_min_mc')::numeric, (law ->> 'hot_min_mc')::numeric)
        WHEN 'cold' THEN p_temperature > least(max_temperature_mc,
            (j ->> 'cold_max_mc')::numeric, (law ->> 'cold_max_mc')::numeric)
        ELSE p_temperature < min_temperature_mc OR p_temperature > max_temperature_mc
        END, false)
      FROM wedge.holding_units,
           (SELECT j, wedge.law_of(j) AS law
              FROM wedge.policy_read(wedge.settings_document(), 'food.jurisdiction') j) x
     WHERE id = p_unit
$$;
