-- Every entry of the journal carries what changed with it, old and new, whichever function changed
-- it: triggers lay the changes down, the transaction's next entry takes them up (docs/journal.md).

ALTER TABLE wedge.journal ADD COLUMN changes JSONB;

-- The transaction that wrote the end: it may write on without waiting for anybody.
ALTER TABLE wedge.journal_heads ADD COLUMN xid XID8;

-- What this transaction has changed and no entry has taken up yet. Nobody else ever sees a row.
CREATE UNLOGGED TABLE wedge.journal_pending (
    xid XID8 NOT NULL,
    n BIGINT GENERATED ALWAYS AS IDENTITY,
    change JSONB NOT NULL,
    CONSTRAINT pk_journal_pending PRIMARY KEY (xid, n)
);

-- Canonical content: one line per field; app/data/audit.py computes the same. Entries from before
-- there were changes have none, and the same hash as ever.
-- In PL/pgSQL, whose plan a connection keeps: each entry is hashed once.
CREATE OR REPLACE FUNCTION wedge.journal_hash(p wedge.journal) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    RETURN sha256(convert_to(concat_ws(E'\n',
        p.terminal_id::text, p.seq::text,
        ((extract(epoch FROM p.at) * 1000000)::bigint)::text,
        coalesce(p.staff_id::text, '-'), p.action, p.body::text,
        encode(p.prev_hash, 'hex'), p.changes::text), 'UTF8'));
END $$;

CREATE FUNCTION wedge.journal_write(
    p_head wedge.journal_heads, p_staff uuid, p_action text, p_body jsonb, p_changes jsonb
) RETURNS wedge.journal_heads
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_row wedge.journal;
BEGIN
    v_row.id := gen_random_uuid();
    v_row.terminal_id := p_head.terminal_id;
    v_row.seq := p_head.seq + 1;
    v_row.at := clock_timestamp();
    v_row.staff_id := p_staff;
    v_row.action := p_action;
    v_row.body := p_body;
    v_row.changes := p_changes;
    v_row.prev_hash := p_head.hash;
    v_row.hash := wedge.journal_hash(v_row);
    INSERT INTO wedge.journal SELECT v_row.*;
    p_head.seq := v_row.seq;
    p_head.hash := v_row.hash;
    RETURN p_head;
END $$;

-- A line that is new has passed the store's checks: that is an entry of its own, before the one of
-- the function that made it.
CREATE OR REPLACE FUNCTION wedge.journal_append(
    p_terminal uuid, p_staff uuid, p_action text, p_body jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_head wedge.journal_heads;
    v_changes jsonb;
    v_line jsonb;
BEGIN
    SELECT * INTO v_head FROM wedge.journal_heads WHERE terminal_id = p_terminal FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO wedge.journal_heads (terminal_id, seq, hash)
        VALUES (p_terminal, 0, sha256(convert_to(p_terminal::text, 'UTF8')))
        ON CONFLICT (terminal_id) DO NOTHING;
        SELECT * INTO v_head FROM wedge.journal_heads WHERE terminal_id = p_terminal FOR UPDATE;
    END IF;
    WITH taken AS (
        DELETE FROM wedge.journal_pending WHERE xid = pg_current_xact_id() RETURNING n, change)
    SELECT jsonb_agg(change ORDER BY n) INTO v_changes FROM taken;
    IF v_changes IS NOT NULL THEN
        FOR v_line IN SELECT x FROM jsonb_array_elements(v_changes) x
                       WHERE x ->> 'entity' = 'ticket_lines' AND x -> 'old' = 'null' LOOP
            v_head := wedge.journal_write(v_head, p_staff, 'validate', jsonb_build_object(
                'ticket_id', v_line -> 'ticket_id', 'line_id', v_line -> 'id') || (v_line -> 'new'),
                NULL);
        END LOOP;
    END IF;
    v_head := wedge.journal_write(v_head, p_staff, p_action, p_body, v_changes);
    UPDATE wedge.journal_heads
       SET seq = v_head.seq, hash = v_head.hash, xid = pg_current_xact_id()
     WHERE terminal_id = p_terminal;
END $$;

-- Lay down a change of this terminal. What changes after the transaction's last entry, whose author
-- is known, is written at once: the journal's end is this transaction's already.
CREATE FUNCTION wedge.lay_down(p_change jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid;
    v_written xid8;
BEGIN
    SELECT t.id, h.xid INTO v_terminal, v_written
      FROM wedge.terminals t LEFT JOIN wedge.journal_heads h ON h.terminal_id = t.id
     WHERE t.login_role = session_user;
    IF v_terminal IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO wedge.journal_pending (xid, change) VALUES (pg_current_xact_id(), p_change);
    IF v_written = pg_current_xact_id() THEN
        PERFORM wedge.journal_append(v_terminal, (
            SELECT j.staff_id FROM wedge.journal_heads h JOIN wedge.journal j USING (terminal_id, seq)
             WHERE h.terminal_id = v_terminal), 'change', '{}');
    END IF;
END $$;

-- Trigger function: (entity, column of the name people know, column of the ticket or '', columns …)
CREATE FUNCTION wedge.lay_down_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_new jsonb := to_jsonb(NEW);
    v_old jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
    v_before jsonb := '{}';
    v_after jsonb := '{}';
    v_column text;
BEGIN
    FOREACH v_column IN ARRAY TG_ARGV[3:] LOOP
        IF v_old IS NULL OR v_old -> v_column <> v_new -> v_column THEN
            v_before := v_before || jsonb_build_object(v_column, v_old -> v_column);
            v_after := v_after || jsonb_build_object(v_column, v_new -> v_column);
        END IF;
    END LOOP;
    IF v_after <> '{}' THEN
        PERFORM wedge.lay_down(jsonb_build_object(
            'entity', TG_ARGV[0], 'id', v_new -> 'id', 'name', v_new -> TG_ARGV[1],
            'ticket_id', coalesce(v_new -> nullif(TG_ARGV[2], ''), 'null'),
            'old', CASE WHEN v_old IS NULL THEN 'null' ELSE v_before END, 'new', v_after));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER lay_down AFTER UPDATE ON wedge.portions FOR EACH ROW
WHEN (NOT wedge.bulk() AND (
    OLD.state, OLD.ticket_id, OLD.quality_status, OLD.initial_quality, OLD.inspected_score,
    OLD.presentation, OLD.markdown_bp, OLD.expires_at, OLD.holding_unit_id, OLD.place, OLD.weight_mg,
    OLD.allergens) IS DISTINCT FROM (
    NEW.state, NEW.ticket_id, NEW.quality_status, NEW.initial_quality, NEW.inspected_score,
    NEW.presentation, NEW.markdown_bp, NEW.expires_at, NEW.holding_unit_id, NEW.place, NEW.weight_mg,
    NEW.allergens))
EXECUTE FUNCTION wedge.lay_down_row('portions', 'code', 'ticket_id', 'state', 'ticket_id',
    'quality_status', 'initial_quality', 'inspected_score', 'presentation', 'markdown_bp',
    'expires_at', 'holding_unit_id', 'place', 'weight_mg', 'allergens');

CREATE TRIGGER lay_down AFTER UPDATE ON wedge.wholes FOR EACH ROW
WHEN (NOT wedge.bulk() AND (OLD.state, OLD.expires_at, OLD.allergens, OLD.incident_id)
      IS DISTINCT FROM (NEW.state, NEW.expires_at, NEW.allergens, NEW.incident_id))
EXECUTE FUNCTION wedge.lay_down_row('wholes', 'code', '', 'state', 'expires_at', 'allergens',
    'incident_id');

CREATE TRIGGER lay_down_new AFTER INSERT ON wedge.ticket_lines FOR EACH ROW
WHEN (NOT wedge.bulk())
EXECUTE FUNCTION wedge.lay_down_row('ticket_lines', 'name', 'ticket_id', 'name', 'product_id',
    'portion_code', 'grade', 'weight_mg', 'quantity', 'unit_price_minor');

CREATE TRIGGER lay_down AFTER UPDATE ON wedge.ticket_lines FOR EACH ROW
WHEN (NOT wedge.bulk() AND (OLD.portion_code, OLD.grade, OLD.quantity, OLD.unit_price_minor,
                            OLD.kitchen_state, OLD.voided, OLD.upgrade_answer, OLD.allergens)
      IS DISTINCT FROM (NEW.portion_code, NEW.grade, NEW.quantity, NEW.unit_price_minor,
                        NEW.kitchen_state, NEW.voided, NEW.upgrade_answer, NEW.allergens))
EXECUTE FUNCTION wedge.lay_down_row('ticket_lines', 'name', 'ticket_id', 'portion_code', 'grade',
    'quantity', 'unit_price_minor', 'kitchen_state', 'voided', 'upgrade_answer', 'allergens');

CREATE TRIGGER lay_down AFTER UPDATE ON wedge.tickets FOR EACH ROW
WHEN (NOT wedge.bulk() AND (OLD.state, OLD.service, OLD.avoids, OLD.promised_at)
      IS DISTINCT FROM (NEW.state, NEW.service, NEW.avoids, NEW.promised_at))
EXECUTE FUNCTION wedge.lay_down_row('tickets', 'number', 'id', 'state', 'service', 'avoids',
    'promised_at');

CREATE TRIGGER lay_down AFTER UPDATE ON wedge.approvals FOR EACH ROW
WHEN (NOT wedge.bulk() AND OLD.state IS DISTINCT FROM NEW.state)
EXECUTE FUNCTION wedge.lay_down_row('approvals', 'action', '', 'state', 'decided_by', 'comment');

-- A reading that says what the one before said is no change.
CREATE FUNCTION wedge.lay_down_reading() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old int;
BEGIN
    SELECT temperature_mc INTO v_old FROM wedge.temperature_readings
     WHERE holding_unit_id = NEW.holding_unit_id AND at < NEW.at ORDER BY at DESC LIMIT 1;
    IF v_old IS DISTINCT FROM NEW.temperature_mc THEN
        PERFORM wedge.lay_down(jsonb_build_object(
            'entity', 'holding_units', 'id', NEW.holding_unit_id,
            'name', (SELECT name FROM wedge.holding_units WHERE id = NEW.holding_unit_id),
            'ticket_id', NULL, 'old', jsonb_build_object('temperature_mc', v_old),
            'new', jsonb_build_object('temperature_mc', NEW.temperature_mc, 'sensor', NEW.sensor,
                                      'read_at', NEW.at)));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER lay_down AFTER INSERT ON wedge.temperature_readings FOR EACH ROW
WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.lay_down_reading();

-- A new version of the rules: the sections that differ from the version before.
CREATE FUNCTION wedge.lay_down_rules() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_old jsonb;
    v_keys text[];
BEGIN
    SELECT document INTO v_old FROM wedge.settings WHERE version < NEW.version
     ORDER BY version DESC LIMIT 1;
    SELECT array_agg(k) INTO v_keys FROM (
        SELECT jsonb_object_keys(v_old) UNION SELECT jsonb_object_keys(NEW.document)) x (k)
     WHERE v_old -> k IS DISTINCT FROM NEW.document -> k;
    IF v_keys IS NOT NULL THEN
        PERFORM wedge.lay_down(jsonb_build_object(
            'entity', 'settings', 'id', NULL, 'name', NEW.version, 'ticket_id', NULL,
            'old', (SELECT jsonb_object_agg(k, v_old -> k) FROM unnest(v_keys) k),
            'new', (SELECT jsonb_object_agg(k, NEW.document -> k) FROM unnest(v_keys) k)));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER lay_down AFTER INSERT ON wedge.settings FOR EACH ROW
WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.lay_down_rules();

-- For a function that writes no entry unless something changed: a sensor that measures.
CREATE FUNCTION wedge.journal_changed(p_terminal uuid, p_staff uuid, p_action text, p_body jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM wedge.journal_pending WHERE xid = pg_current_xact_id()) THEN
        PERFORM wedge.journal_append(p_terminal, p_staff, p_action, p_body);
    END IF;
END $$;
