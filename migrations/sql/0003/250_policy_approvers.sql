-- Whoever approves a pricing policy approves its peak hours and its offers at a loss: the store
-- writes the name itself, where the approved thing is new or another one (BR-10.3, BR-11.5).

-- One part of a list (p_key holds the approval) with the name of who approved it.
CREATE FUNCTION wedge.approved_part(p_part jsonb, p_before jsonb, p_key text, p_name text)
RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE
        WHEN jsonb_typeof(p_part -> p_key) IS DISTINCT FROM 'object' THEN p_part
        -- Unchanged but for the name: it keeps the name it has.
        WHEN p_before IS NOT NULL AND coalesce(p_before #>> ARRAY[p_key, 'approved_by'], '') <> ''
             AND p_part #- ARRAY[p_key, 'approved_by'] = p_before #- ARRAY[p_key, 'approved_by']
        THEN jsonb_set(p_part, ARRAY[p_key, 'approved_by'],
                       p_before #> ARRAY[p_key, 'approved_by'])
        ELSE jsonb_set(p_part, ARRAY[p_key, 'approved_by'], to_jsonb(p_name))
    END
$$;

-- The list p_list of a policy with the approver's name at what is new in it; order is kept.
CREATE FUNCTION wedge.approved_list(
    p_document jsonb, p_before jsonb, p_list text, p_key text, p_name text
) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN jsonb_typeof(p_document -> p_list) IS DISTINCT FROM 'array' THEN p_document
        ELSE jsonb_set(p_document, ARRAY[p_list], coalesce((
            SELECT jsonb_agg(wedge.approved_part(part, (
                       SELECT old FROM jsonb_array_elements(
                           CASE WHEN jsonb_typeof(p_before -> p_list) = 'array'
                                THEN p_before -> p_list ELSE '[]' END) old
                        WHERE old ->> 'id' = part ->> 'id' LIMIT 1), p_key, p_name)
                       ORDER BY at)
              FROM jsonb_array_elements(p_document -> p_list) WITH ORDINALITY parts (part, at)),
            '[]')) END
$$;

CREATE FUNCTION wedge.approved_policy(
    p_section text, p_document jsonb, p_before jsonb, p_approver uuid
) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_section <> 'pricing' THEN p_document ELSE
        wedge.approved_list(
            wedge.approved_list(p_document, p_before, 'windows', 'justification', who.name),
            p_before, 'promotions', 'approval', who.name) END
      FROM (SELECT name FROM wedge.staff WHERE id = p_approver) who
$$;

-- Surcharges at peak hours need their market analysis (BR-10.3); refuses with the hours' name.
CREATE FUNCTION wedge.check_peak_hours(p_document jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_window jsonb;
    v_reason jsonb;
BEGIN
    IF jsonb_typeof(p_document -> 'windows') IS DISTINCT FROM 'array' THEN
        RETURN;
    END IF;
    FOR v_window IN SELECT * FROM jsonb_array_elements(p_document -> 'windows') LOOP
        v_reason := v_window -> 'justification';
        IF wedge.fraction(v_window ->> 'points') > 0 AND NOT coalesce(
            btrim(v_reason ->> 'text') <> '' AND btrim(v_reason ->> 'author') <> ''
            AND (v_reason ->> 'on')::date IS NOT NULL, false)
        THEN
            PERFORM wedge.refuse('bad_policy',
                format('peak_without_justification: %s', v_window ->> 'name'));
        END IF;
    END LOOP;
EXCEPTION WHEN invalid_text_representation OR invalid_datetime_format THEN
    PERFORM wedge.refuse('bad_policy', 'windows');
END $$;
