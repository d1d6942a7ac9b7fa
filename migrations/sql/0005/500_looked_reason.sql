-- Why a portion must be replaced, as far as the last look at it tells, or its age since then; else
-- empty.
CREATE OR REPLACE FUNCTION wedge.looked_reason(p_portion wedge.portions) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE
        WHEN p_portion.expires_at <= clock_timestamp() THEN 'age'
        ELSE coalesce(nullif((
            SELECT CASE WHEN i.passed THEN 'age' ELSE wedge.substitution_reason(i.causes) END
              FROM wedge.inspections i
             WHERE i.at = p_portion.inspected_at AND i.whole_id = p_portion.whole_id), ''),
            CASE WHEN wedge.under_floor(p_portion, clock_timestamp()) THEN 'age' ELSE '' END) END
$$;
