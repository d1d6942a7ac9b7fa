-- The terminal's first entry makes its head; all others find it, and lock it with one statement.
CREATE OR REPLACE FUNCTION wedge.journal_append(
    p_terminal uuid, p_staff uuid, p_action text, p_body jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_head wedge.journal_heads;
    v_row wedge.journal;
BEGIN
    SELECT * INTO v_head FROM wedge.journal_heads WHERE terminal_id = p_terminal FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO wedge.journal_heads (terminal_id, seq, hash)
        VALUES (p_terminal, 0, sha256(convert_to(p_terminal::text, 'UTF8')))
        ON CONFLICT (terminal_id) DO NOTHING;
        SELECT * INTO v_head FROM wedge.journal_heads WHERE terminal_id = p_terminal FOR UPDATE;
    END IF;
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
