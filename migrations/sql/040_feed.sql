-- The change feed: numbered without gaps in the order of commits, because every writer takes the
-- one head row last, at commit, and keeps it until the commit is done.

CREATE FUNCTION wedge.feed_write(p_entity text, p_id uuid, p_content jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_first bigint := nullif(current_setting('wedge.feed_first', true), '')::bigint;
    v_seq bigint;
BEGIN
    IF v_first IS NOT NULL AND p_entity <> 'holding_temperatures' AND EXISTS (
        SELECT FROM (
            SELECT f.content FROM wedge.feed f
             WHERE f.seq >= v_first AND f.entity = p_entity AND f.entity_id = p_id
             ORDER BY f.seq DESC LIMIT 1) last
         WHERE last.content IS NOT DISTINCT FROM p_content)
    THEN
        RETURN;
    END IF;
    UPDATE wedge.feed_head SET seq = seq + 1 RETURNING seq INTO v_seq;
    INSERT INTO wedge.feed (seq, entity, entity_id, content)
    VALUES (v_seq, p_entity, p_id, p_content);
    IF v_first IS NULL THEN
        PERFORM set_config('wedge.feed_first', v_seq::text, true);
        PERFORM pg_notify('wedge_feed', v_seq::text);
    END IF;
    IF v_seq % 1000 = 0 THEN
        PERFORM wedge.feed_prune(v_seq - 20000);
    END IF;
END $$;

-- Forget everything up to p_upto; a terminal that is further behind takes a snapshot.
CREATE FUNCTION wedge.feed_prune(p_upto bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    DELETE FROM wedge.feed WHERE seq <= p_upto;
    UPDATE wedge.feed_head SET oldest = greatest(oldest, p_upto) WHERE p_upto > oldest;
$$;

-- After filling tables in bulk: every terminal takes a fresh snapshot.
CREATE FUNCTION wedge.feed_bump() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_seq bigint;
BEGIN
    UPDATE wedge.feed_head SET seq = seq + 1, oldest = seq + 1 RETURNING seq INTO v_seq;
    DELETE FROM wedge.feed WHERE seq <= v_seq;
    PERFORM pg_notify('wedge_feed', v_seq::text);
    RETURN v_seq;
END $$;

-- Trigger function: (entity, column that holds the entity's id)
CREATE FUNCTION wedge.feed_touch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_id uuid;
BEGIN
    IF TG_OP = 'DELETE' THEN
        v_id := (to_jsonb(OLD) ->> TG_ARGV[1])::uuid;
    ELSE
        v_id := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
    END IF;
    PERFORM wedge.feed_write(TG_ARGV[0], v_id, wedge.feed_row(TG_ARGV[0], v_id));
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.feed_touch_portion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old_live boolean := TG_OP <> 'INSERT';
    v_new_live boolean := TG_OP <> 'DELETE';
    v_id uuid;
    v_whole uuid;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        v_old_live := OLD.state NOT IN ('served', 'wasted');
        v_id := OLD.id;
        v_whole := OLD.whole_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        v_new_live := NEW.state NOT IN ('served', 'wasted');
        v_id := NEW.id;
        v_whole := NEW.whole_id;
    END IF;
    PERFORM wedge.feed_write('portions', v_id, wedge.feed_row('portions', v_id));
    IF v_old_live <> v_new_live THEN
        PERFORM wedge.feed_write('wholes', v_whole, wedge.feed_row('wholes', v_whole));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.feed_touch_ticket() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line uuid;
BEGIN
    PERFORM wedge.feed_write('tickets', NEW.id, wedge.feed_row('tickets', NEW.id));
    IF TG_OP = 'UPDATE' AND (NEW.archived OR NEW.state = 'voided')
        AND NOT (OLD.archived OR OLD.state = 'voided')
    THEN
        FOR v_line IN SELECT id FROM wedge.ticket_lines WHERE ticket_id = NEW.id LOOP
            PERFORM wedge.feed_write('ticket_lines', v_line, NULL);
        END LOOP;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.feed_reading() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.feed_write('holding_temperatures', NEW.holding_unit_id, jsonb_build_object(
        'holding_unit_id', NEW.holding_unit_id,
        'readings', jsonb_build_array(
            jsonb_build_array(extract(epoch FROM NEW.at), NEW.temperature_mc))));
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.feed_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.feed_write('settings', '00000000-0000-0000-0000-000000000000',
                             wedge.settings_document());
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.terminal_news(p_old wedge.terminals, p_new wedge.terminals) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT (p_old.name, p_old.mode, p_old.register, p_old.revoked)
               IS DISTINCT FROM (p_new.name, p_new.mode, p_new.register, p_new.revoked)
        OR floor(extract(epoch FROM p_old.last_seen_at) / 30)
               IS DISTINCT FROM floor(extract(epoch FROM p_new.last_seen_at) / 30)
$$;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['categories', 'stations', 'products', 'holding_units', 'staff',
                                   'wholes', 'ticket_lines', 'receipts', 'print_jobs'] LOOP
        EXECUTE format(
            'CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON wedge.%I '
            'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk()) '
            'EXECUTE FUNCTION wedge.feed_touch(%L, %L)', v_table, v_table, 'id');
    END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON wedge.portion_configurations
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_touch('products', 'product_id');

CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON wedge.portions
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_touch_portion();

CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE ON wedge.tickets
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_touch_ticket();

CREATE CONSTRAINT TRIGGER feed AFTER INSERT ON wedge.temperature_readings
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_reading();

CREATE CONSTRAINT TRIGGER feed AFTER INSERT OR UPDATE ON wedge.settings
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_settings();

CREATE CONSTRAINT TRIGGER feed_new AFTER INSERT OR DELETE ON wedge.terminals
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.feed_touch('terminals', 'id');

CREATE CONSTRAINT TRIGGER feed_changed AFTER UPDATE ON wedge.terminals
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NOT wedge.bulk() AND wedge.terminal_news(OLD, NEW))
EXECUTE FUNCTION wedge.feed_touch('terminals', 'id');

-- The changes after p_seq, oldest first; "behind" when some of them are no longer kept.
CREATE FUNCTION wedge.changes_since(p_seq bigint, p_limit int DEFAULT 2000) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'seq', h.seq,
        'behind', p_seq < h.oldest OR p_seq > h.seq,
        'rows', coalesce((
            SELECT jsonb_agg(jsonb_build_array(f.seq, f.entity, f.entity_id, f.content)
                             ORDER BY f.seq)
              FROM (SELECT * FROM wedge.feed WHERE seq > p_seq ORDER BY seq LIMIT p_limit) f),
            '[]'))
      FROM wedge.feed_head h
$$;

-- The whole picture at one moment: one statement, one database snapshot.
CREATE FUNCTION wedge.snapshot() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'seq', (SELECT seq FROM wedge.feed_head),
        'settings', wedge.settings_document(),
        'categories', (SELECT jsonb_agg(to_jsonb(x)) FROM wedge.categories x),
        'stations', (SELECT jsonb_agg(to_jsonb(x)) FROM wedge.stations x),
        'products', (SELECT jsonb_agg(wedge.row_of(x)) FROM wedge.products x),
        'holding_units', (SELECT jsonb_agg(to_jsonb(x)) FROM wedge.holding_units x),
        'holding_temperatures', (
            SELECT jsonb_agg(jsonb_build_object('holding_unit_id', r.holding_unit_id,
                                                'readings', r.readings))
              FROM (SELECT holding_unit_id,
                           jsonb_agg(jsonb_build_array(extract(epoch FROM at), temperature_mc)
                                     ORDER BY at) AS readings
                      FROM wedge.temperature_readings
                     WHERE at >= least(clock_timestamp() - interval '1 hour', (
                         SELECT min(p.cut_at) FROM wedge.portions p
                          WHERE p.state NOT IN ('served', 'wasted'))) - interval '1 hour'
                     GROUP BY holding_unit_id) r),
        'staff', (SELECT jsonb_agg(wedge.row_of(x)) FROM wedge.staff x),
        'terminals', (SELECT jsonb_agg(wedge.row_of(x)) FROM wedge.terminals x
                       WHERE NOT x.revoked),
        'wholes', (SELECT jsonb_agg(to_jsonb(x)) FROM wedge.wholes x
                    WHERE x.state = 'in_stock' OR x.id IN (
                        SELECT p.whole_id FROM wedge.portions p
                         WHERE p.state NOT IN ('served', 'wasted'))),
        'portions', (SELECT jsonb_agg(to_jsonb(x)) FROM wedge.portions x
                      WHERE x.state NOT IN ('served', 'wasted')),
        'tickets', (SELECT jsonb_agg(to_jsonb(x) - 'archived') FROM wedge.tickets x
                     WHERE NOT x.archived AND x.state <> 'voided'),
        'ticket_lines', (SELECT jsonb_agg(to_jsonb(x)) FROM wedge.ticket_lines x
                          JOIN wedge.tickets t ON t.id = x.ticket_id
                         WHERE NOT t.archived AND t.state <> 'voided'),
        'receipts', (SELECT jsonb_agg(x.document) FROM wedge.receipts x WHERE NOT x.archived),
        'print_jobs', (SELECT jsonb_agg(wedge.row_of(x)) FROM wedge.print_jobs x
                        WHERE NOT x.archived))
$$;
