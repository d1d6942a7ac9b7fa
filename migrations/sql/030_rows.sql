-- The JSON form of each entity: the same in the feed and in the snapshot (app/data/rows.py).

CREATE FUNCTION wedge.row_of(p wedge.products) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT to_jsonb(p) || jsonb_build_object('configurations', coalesce((
        SELECT jsonb_agg(to_jsonb(c) ORDER BY c.portions_per_whole)
          FROM wedge.portion_configurations c WHERE c.product_id = p.id), '[]'))
$$;

CREATE FUNCTION wedge.row_of(p wedge.staff) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object('id', p.id, 'name', p.name, 'role', p.role,
                              'pin_salt', encode(p.pin_salt, 'hex'), 'active', p.active)
$$;

CREATE FUNCTION wedge.row_of(p wedge.terminals) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT to_jsonb(p) - 'login_role' - 'revoked'
$$;

CREATE FUNCTION wedge.row_of(p wedge.print_jobs) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT to_jsonb(p) - 'archived' - 'created_at' - 'claimed_at'
$$;

-- A whole is of interest while it is in stock or has a portion that is neither served nor wasted.
CREATE FUNCTION wedge.in_picture(p wedge.wholes) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT p.state = 'in_stock' OR p.state = 'cut' AND EXISTS (
        SELECT FROM wedge.portions x
         WHERE x.whole_id = p.id AND x.state NOT IN ('served', 'wasted'))
$$;

-- What the feed says of one entity now; null when it is not in the picture (any more).
CREATE FUNCTION wedge.feed_row(p_entity text, p_id uuid) RETURNS jsonb
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
    END CASE;
    RETURN v_row;
END $$;
