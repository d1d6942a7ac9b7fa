-- Every terminal's picture grows by convention: a view wedge.picture_<entity> (id, content) is the
-- entity's form in the snapshot and in the feed; feed_follow() makes its table ring the bell.

CREATE OR REPLACE FUNCTION wedge.feed_row(p_entity text, p_id uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_row jsonb;
BEGIN
    CASE p_entity
    WHEN 'portions' THEN
        SELECT to_jsonb(x) INTO v_row FROM wedge.portions x
         WHERE x.id = p_id AND x.state NOT IN ('served', 'wasted');
    WHEN 'wholes' THEN
        SELECT to_jsonb(x) INTO v_row FROM wedge.wholes x
         WHERE x.id = p_id AND wedge.in_picture(x);
    WHEN 'tickets' THEN
        SELECT to_jsonb(x) - 'archived' INTO v_row FROM wedge.tickets x
         WHERE x.id = p_id AND NOT x.archived AND x.state <> 'voided';
    WHEN 'ticket_lines' THEN
        SELECT to_jsonb(x) INTO v_row FROM wedge.ticket_lines x JOIN wedge.tickets t
            ON t.id = x.ticket_id
         WHERE x.id = p_id AND NOT t.archived AND t.state <> 'voided';
    WHEN 'receipts' THEN
        SELECT x.document INTO v_row FROM wedge.receipts x WHERE x.id = p_id AND NOT x.archived;
    WHEN 'print_jobs' THEN
        SELECT wedge.row_of(x) INTO v_row FROM wedge.print_jobs x
         WHERE x.id = p_id AND NOT x.archived;
    WHEN 'products' THEN
        SELECT wedge.row_of(x) INTO v_row FROM wedge.products x WHERE x.id = p_id;
    WHEN 'categories' THEN
        SELECT to_jsonb(x) INTO v_row FROM wedge.categories x WHERE x.id = p_id;
    WHEN 'stations' THEN
        SELECT to_jsonb(x) INTO v_row FROM wedge.stations x WHERE x.id = p_id;
    WHEN 'holding_units' THEN
        SELECT to_jsonb(x) INTO v_row FROM wedge.holding_units x WHERE x.id = p_id;
    WHEN 'staff' THEN
        SELECT wedge.row_of(x) INTO v_row FROM wedge.staff x WHERE x.id = p_id;
    WHEN 'terminals' THEN
        SELECT wedge.row_of(x) INTO v_row FROM wedge.terminals x
         WHERE x.id = p_id AND NOT x.revoked;
    WHEN 'settings' THEN
        v_row := wedge.settings_document();
    ELSE
        EXECUTE format('SELECT content FROM wedge.%I WHERE id = $1', 'picture_' || p_entity)
           INTO v_row USING p_id;
    END CASE;
    RETURN v_row;
END $$;

-- Let the feed follow a table whose entity's id is in column p_id_column.
CREATE FUNCTION wedge.feed_follow(p_table text, p_entity text, p_id_column text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    EXECUTE format(
        'CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON wedge.%I '
        'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk()) '
        'EXECUTE FUNCTION wedge.feed_touch(%L, %L)', p_table, p_entity, p_id_column);
END $$;

ALTER FUNCTION wedge.snapshot() RENAME TO snapshot_of_the_shop;

CREATE FUNCTION wedge.snapshot() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_picture jsonb := wedge.snapshot_of_the_shop();
    v_view text;
    v_rows jsonb;
BEGIN
    FOR v_view IN SELECT viewname FROM pg_views
                   WHERE schemaname = 'wedge' AND viewname LIKE 'picture\_%' ORDER BY viewname
    LOOP
        EXECUTE format('SELECT coalesce(jsonb_agg(content), ''[]'') FROM wedge.%I', v_view)
           INTO v_rows;
        v_picture := v_picture || jsonb_build_object(substr(v_view, 9), v_rows);
    END LOOP;
    RETURN v_picture;
END $$;
