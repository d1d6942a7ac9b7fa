-- Whether a policy's document can be read at all: every key by the type of its field.

-- One plain value; a number of a document stays far inside what a program can hold.
CREATE FUNCTION wedge.fits_scalar(p_value jsonb, p_type text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_kind text := jsonb_typeof(p_value);
    v_text text := p_value #>> '{}';
BEGIN
    RETURN coalesce(CASE p_type
        WHEN 'int' THEN v_kind = 'number' AND v_text ~ '^-?\d{1,15}$'
        WHEN 'number' THEN v_kind = 'number' AND abs(v_text::numeric) <= 1e15
        WHEN 'seconds' THEN v_kind = 'number' AND abs(v_text::numeric) <= 1e10
        WHEN 'bool' THEN v_kind = 'boolean'
        WHEN 'text' THEN v_kind = 'string'
        WHEN 'fraction' THEN v_kind = 'string'
            AND v_text ~ '^-?\d{1,15}(/0*[1-9]\d{0,14}|\.\d{1,15})?$'
            OR v_kind = 'number' AND abs(v_text::numeric) <= 1e15
        WHEN 'date' THEN v_kind = 'string' AND v_text ~ '^\d{4}-\d\d-\d\d$'
            AND v_text::date IS NOT NULL
        WHEN 'time' THEN v_kind = 'string'
            AND v_text ~ '^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.(\d{3}|\d{6}))?)?$'
        WHEN 'moment' THEN v_kind = 'string' AND v_text ~ ('^\d{4}-\d\d-\d\d[T ]'
            '([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.(\d{3}|\d{6}))?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$')
            AND left(v_text, 10)::date IS NOT NULL
        WHEN 'uuid' THEN v_kind = 'string'
            AND v_text ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        END, false);
EXCEPTION WHEN data_exception THEN
    RETURN false;
END $$;

-- The place of the first part of a value that does not have its shape; null when all fits.
CREATE FUNCTION wedge.misfit(p_value jsonb, p_shape jsonb, p_place text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_kind text := jsonb_typeof(p_value);
    v_each record;
    v_found text;
BEGIN
    IF jsonb_typeof(p_shape) = 'string' THEN
        RETURN CASE WHEN wedge.fits_scalar(p_value, p_shape #>> '{}') THEN NULL ELSE p_place END;
    ELSIF p_shape ? 'null' THEN
        RETURN CASE WHEN v_kind = 'null' THEN NULL
                    ELSE wedge.misfit(p_value, p_shape -> 'null', p_place) END;
    ELSIF p_shape ? 'one' THEN
        RETURN CASE WHEN v_kind = 'string' AND p_shape -> 'one' @> p_value THEN NULL
                    ELSE p_place END;
    ELSIF p_shape ?| '{list,tuple}' THEN
        IF v_kind <> 'array' OR p_shape ? 'tuple'
            AND jsonb_array_length(p_value) <> jsonb_array_length(p_shape -> 'tuple') THEN
            RETURN p_place;
        END IF;
        FOR v_each IN SELECT part, at - 1 AS at
                        FROM jsonb_array_elements(p_value) WITH ORDINALITY parts (part, at) LOOP
            v_found := wedge.misfit(v_each.part,
                coalesce(p_shape -> 'list', p_shape -> 'tuple' -> v_each.at::int),
                format('%s[%s]', p_place, v_each.at));
            IF v_found IS NOT NULL THEN
                RETURN v_found;
            END IF;
        END LOOP;
        RETURN NULL;
    ELSIF v_kind <> 'object' THEN
        RETURN p_place;
    ELSIF p_shape ? 'map' THEN
        FOR v_each IN SELECT key, value FROM jsonb_each(p_value) LOOP
            v_found := coalesce(
                wedge.misfit(to_jsonb(v_each.key), p_shape -> 'map' -> 0, p_place),
                wedge.misfit(v_each.value, p_shape -> 'map' -> 1,
                             concat_ws('.', nullif(p_place, ''), v_each.key)));
            IF v_found IS NOT NULL THEN
                RETURN v_found;
            END IF;
        END LOOP;
        RETURN NULL;
    END IF;
    SELECT concat_ws('.', nullif(p_place, ''), key) INTO v_found
      FROM jsonb_array_elements_text(p_shape -> 'required') key WHERE NOT p_value ? key LIMIT 1;
    IF v_found IS NOT NULL THEN
        RETURN v_found;
    END IF;
    FOR v_each IN SELECT key, value FROM jsonb_each(p_value) LOOP
        CONTINUE WHEN NOT p_shape -> 'record' ? v_each.key;
        v_found := wedge.misfit(v_each.value, p_shape -> 'record' -> v_each.key,
                                concat_ws('.', nullif(p_place, ''), v_each.key));
        IF v_found IS NOT NULL THEN
            RETURN v_found;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
