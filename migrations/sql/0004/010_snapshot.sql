-- The picture a terminal starts from, put together as text. As one growing jsonb value it was
-- unpacked and packed again for each entity, and each product asked for its sizes by itself: three
-- quarters of a second with 5,000 products.

DROP FUNCTION wedge.snapshot();
DROP FUNCTION wedge.snapshot_of_the_shop();

-- Every product with its sizes, as wedge.row_of(products) tells one.
CREATE FUNCTION wedge.products_in_picture() RETURNS json
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT json_agg(r)
      FROM (SELECT p.*, coalesce(s.configurations, '[]') AS configurations
              FROM wedge.products p
              LEFT JOIN (SELECT c.product_id,
                                json_agg(c ORDER BY c.portions_per_whole) AS configurations
                           FROM wedge.portion_configurations c
                          GROUP BY c.product_id) s ON s.product_id = p.id) r
$$;

-- The readings a screen needs to know how warm each portion was since it was cut.
CREATE FUNCTION wedge.temperatures_in_picture() RETURNS json
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT json_agg(r)
      FROM (SELECT holding_unit_id,
                   json_agg(json_build_array(extract(epoch FROM at), temperature_mc)
                            ORDER BY at) AS readings
              FROM wedge.temperature_readings
             WHERE at >= least(clock_timestamp() - interval '1 hour', (
                 SELECT min(p.cut_at) FROM wedge.portions p
                  WHERE p.state NOT IN ('served', 'wasted'))) - interval '1 hour'
             GROUP BY holding_unit_id) r
$$;

-- What each shop has had since schema 0001; an entity without rows is null.
CREATE FUNCTION wedge.shop_in_picture() RETURNS json
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT json_build_object(
        'seq', (SELECT seq FROM wedge.feed_head),
        'settings', wedge.settings_document(),
        'categories', (SELECT json_agg(x) FROM wedge.categories x),
        'stations', (SELECT json_agg(x) FROM wedge.stations x),
        'products', wedge.products_in_picture(),
        'holding_units', (SELECT json_agg(x) FROM wedge.holding_units x),
        'holding_temperatures', wedge.temperatures_in_picture(),
        'staff', (SELECT json_agg(wedge.row_of(x)) FROM wedge.staff x),
        'terminals', (SELECT json_agg(wedge.row_of(x)) FROM wedge.terminals x
                       WHERE NOT x.revoked),
        'wholes', (SELECT json_agg(x) FROM wedge.wholes x
                    WHERE x.state = 'in_stock' OR x.id IN (
                        SELECT p.whole_id FROM wedge.portions p
                         WHERE p.state NOT IN ('served', 'wasted'))),
        'portions', (SELECT json_agg(x) FROM wedge.portions x
                      WHERE x.state NOT IN ('served', 'wasted')),
        'tickets', (SELECT json_agg(to_jsonb(x) - 'archived') FROM wedge.tickets x
                     WHERE NOT x.archived AND x.state <> 'voided'),
        'ticket_lines', (SELECT json_agg(x) FROM wedge.ticket_lines x
                          JOIN wedge.tickets t ON t.id = x.ticket_id
                         WHERE NOT t.archived AND t.state <> 'voided'),
        'receipts', (SELECT json_agg(x.document) FROM wedge.receipts x WHERE NOT x.archived),
        'print_jobs', (SELECT json_agg(wedge.row_of(x)) FROM wedge.print_jobs x
                        WHERE NOT x.archived))
$$;

CREATE FUNCTION wedge.snapshot_text() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_parts text[] := ARRAY[left(wedge.shop_in_picture()::text, -1)];
    v_view text;
    v_rows text;
    v_viewer record;
BEGIN
    FOR v_view IN SELECT viewname FROM pg_views
                   WHERE schemaname = 'wedge' AND viewname LIKE 'picture\_%' ORDER BY viewname
    LOOP
        EXECUTE format('SELECT string_agg(content::text, '','') FROM wedge.%I', v_view)
           INTO v_rows;
        v_parts := v_parts || format('%s:[%s]', to_json(substr(v_view, 9)), v_rows);
    END LOOP;
    SELECT * INTO v_viewer FROM wedge.viewer();
    IF v_viewer.sees = 'all' THEN
        RETURN array_to_string(v_parts, ',') || '}';
    END IF;
    RETURN wedge.shortened(v_viewer.sees, v_viewer.register,
                           (array_to_string(v_parts, ',') || '}')::json);
END $$;

CREATE FUNCTION wedge.snapshot() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.snapshot_text()::jsonb
$$;
