-- The append-only journal with one SHA-256 chain per terminal.

-- Canonical content: one line per field; app/data/audit.py computes the same.
CREATE FUNCTION wedge.journal_hash(p wedge.journal) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT sha256(convert_to(concat_ws(E'\n',
        p.terminal_id::text, p.seq::text,
        ((extract(epoch FROM p.at) * 1000000)::bigint)::text,
        coalesce(p.staff_id::text, '-'), p.action, p.body::text,
        encode(p.prev_hash, 'hex')), 'UTF8'))
$$;

CREATE FUNCTION wedge.journal_append(
    p_terminal uuid, p_staff uuid, p_action text, p_body jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_head wedge.journal_heads;
    v_row wedge.journal;
BEGIN
    INSERT INTO wedge.journal_heads (terminal_id, seq, hash)
    VALUES (p_terminal, 0, sha256(convert_to(p_terminal::text, 'UTF8')))
    ON CONFLICT (terminal_id) DO NOTHING;
    SELECT * INTO v_head FROM wedge.journal_heads WHERE terminal_id = p_terminal FOR UPDATE;
    v_row.id := gen_random_uuid();
    v_row.terminal_id := p_terminal;
    v_row.seq := v_head.seq + 1;
    v_row.at := clock_timestamp();
    v_row.staff_id := p_staff;
    v_row.action := p_action;
    v_row.body := p_body;
    v_row.prev_hash := v_head.hash;
    v_row.hash := wedge.journal_hash(v_row);
    INSERT INTO wedge.journal SELECT v_row.*;
    UPDATE wedge.journal_heads SET seq = v_row.seq, hash = v_row.hash
     WHERE terminal_id = p_terminal;
END $$;

CREATE FUNCTION wedge.append_only() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.journal
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.temperature_readings
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- Catalogue edits come through the ORM: the table itself writes them down.
CREATE FUNCTION wedge.journal_catalogue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid;
    v_staff uuid;
BEGIN
    SELECT id INTO v_terminal FROM wedge.terminals WHERE login_role = session_user;
    IF v_terminal IS NULL OR TG_OP = 'UPDATE' AND to_jsonb(OLD) = to_jsonb(NEW) THEN
        RETURN NULL;
    END IF;
    SELECT staff_id INTO v_staff FROM wedge.staff_sessions
     WHERE terminal_id = v_terminal AND ended_at IS NULL ORDER BY started_at DESC LIMIT 1;
    PERFORM wedge.journal_append(v_terminal, v_staff, TG_TABLE_NAME || ' ' || lower(TG_OP),
        jsonb_build_object(
            'old', CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
            'new', CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END));
    RETURN NULL;
END $$;

CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON wedge.products
FOR EACH ROW EXECUTE FUNCTION wedge.journal_catalogue();

CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON wedge.portion_configurations
FOR EACH ROW EXECUTE FUNCTION wedge.journal_catalogue();
