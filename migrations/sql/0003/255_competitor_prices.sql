-- What other shops were seen to charge (POS-R1.3). Rows are only added; a wrong one is struck out.
-- A file comes in parts, and counts only once its last part is there: all of it, or nothing.

CREATE TABLE wedge.competitor_imports (
    id UUID NOT NULL,
    begun_by UUID NOT NULL,
    begun_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    done_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_competitor_imports PRIMARY KEY (id),
    CONSTRAINT fk_competitor_imports_begun_by_staff FOREIGN KEY (begun_by)
        REFERENCES wedge.staff (id)
);

CREATE TABLE wedge.competitor_prices (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    import_id UUID NOT NULL,
    product_id UUID NOT NULL,
    price_minor INTEGER NOT NULL,
    seen_on DATE NOT NULL,
    origin TEXT NOT NULL,
    struck BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_competitor_prices PRIMARY KEY (id),
    CONSTRAINT fk_competitor_prices_import_id_competitor_imports FOREIGN KEY (import_id)
        REFERENCES wedge.competitor_imports (id),
    CONSTRAINT fk_competitor_prices_product_id_products FOREIGN KEY (product_id)
        REFERENCES wedge.products (id),
    CONSTRAINT ck_competitor_prices_price CHECK (price_minor > 0),
    CONSTRAINT ck_competitor_prices_origin_text CHECK (
        char_length(origin) <= 200 AND btrim(origin) <> '')
);

CREATE INDEX ix_competitor_prices_seen_on ON wedge.competitor_prices (seen_on);

CREATE INDEX ix_competitor_prices_import_id ON wedge.competitor_prices (import_id);

CREATE VIEW wedge.competitor_prices_seen AS
SELECT p.id, p.product_id, p.price_minor, p.seen_on, p.origin, s.name AS recorded_by, i.done_at
  FROM wedge.competitor_prices p
  JOIN wedge.competitor_imports i ON i.id = p.import_id AND i.done_at IS NOT NULL
  JOIN wedge.staff s ON s.id = i.begun_by
 WHERE NOT p.struck;

-- The numbers (from 1) of the rows that cannot be, at most 100 of them; null when all can.
CREATE FUNCTION wedge.bad_competitor_rows(p_rows jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT string_agg(at::text, ',' ORDER BY at) FROM (
        SELECT r.at
          FROM ROWS FROM (jsonb_to_recordset(p_rows) AS (
                   product_id uuid, price_minor bigint, seen_on date, origin text))
               WITH ORDINALITY r (product_id, price_minor, seen_on, origin, at)
          LEFT JOIN wedge.products p ON p.id = r.product_id
         WHERE NOT coalesce(
                   p.id IS NOT NULL AND r.price_minor BETWEEN 1 AND 2000000000
                   AND r.seen_on <= (clock_timestamp()
                       AT TIME ZONE (SELECT wedge.settings_document() ->> 'time_zone'))::date
                   AND btrim(r.origin) <> '' AND char_length(r.origin) <= 200, false)
         ORDER BY r.at LIMIT 100) faulty
$$;

-- One part of an import: [{product_id, price_minor, seen_on, origin}]. The last one answers
-- {count}, the rows of the whole import.
CREATE FUNCTION wedge.record_competitor_prices(
    p_session uuid, p_request uuid, p_import uuid, p_rows jsonb, p_last boolean
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_bad text;
    v_count int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'record_competitor_prices');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF jsonb_typeof(p_rows) IS DISTINCT FROM 'array' OR jsonb_array_length(p_rows) > 10000 THEN
        PERFORM wedge.refuse('bad_text', 'rows');
    END IF;
    v_bad := wedge.bad_competitor_rows(p_rows);
    IF v_bad IS NOT NULL THEN
        PERFORM wedge.refuse('bad_price', v_bad);
    END IF;
    INSERT INTO wedge.competitor_imports (id, begun_by) VALUES (p_import, v_who.staff_id)
        ON CONFLICT (id) DO NOTHING;
    PERFORM FROM wedge.competitor_imports
      WHERE id = p_import AND begun_by = v_who.staff_id AND done_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'import');
    END IF;
    INSERT INTO wedge.competitor_prices (import_id, product_id, price_minor, seen_on, origin)
    SELECT p_import, r.product_id, r.price_minor, r.seen_on, btrim(r.origin)
      FROM jsonb_to_recordset(p_rows) AS r (
               product_id uuid, price_minor int, seen_on date, origin text);
    SELECT count(*) INTO v_count FROM wedge.competitor_prices WHERE import_id = p_import;
    IF p_last THEN
        UPDATE wedge.competitor_imports SET done_at = clock_timestamp() WHERE id = p_import;
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id,
            'record competitor prices',
            jsonb_build_object('import_id', p_import, 'count', v_count, 'last', p_rows -> -1));
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'record_competitor_prices',
                          jsonb_build_object('count', v_count));
EXCEPTION WHEN invalid_text_representation OR invalid_datetime_format
            OR datetime_field_overflow OR numeric_value_out_of_range THEN
    PERFORM wedge.refuse('bad_text', 'rows');
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.strike_competitor_price(p_session uuid, p_request uuid, p_id uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'strike_competitor_price');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    UPDATE wedge.competitor_prices SET struck = true WHERE id = p_id AND NOT struck;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'competitor price');
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'strike competitor price',
                                 jsonb_build_object('id', p_id));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'strike_competitor_price', '{}');
END $$;
