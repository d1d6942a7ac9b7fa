-- A cutting tool with the categories it suits; its equipment follows by trigger (BR-02.6).
CREATE FUNCTION wedge.save_tool(p_session uuid, p_request uuid, p_tool jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_new wedge.cutting_tools := jsonb_populate_record(NULL::wedge.cutting_tools, p_tool);
    v_old wedge.cutting_tools;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'save_tool');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    v_new.suits := coalesce(v_new.suits, '{}');
    IF v_new.id IS NULL
        OR EXISTS (SELECT FROM wedge.equipment WHERE id = v_new.id AND kind <> 'tool') THEN
        PERFORM wedge.refuse('unknown_item', 'tool');
    ELSIF char_length(btrim(coalesce(v_new.code, ''))) NOT BETWEEN 1 AND 20
        OR EXISTS (SELECT FROM wedge.equipment
                    WHERE upper(code) = upper(btrim(v_new.code)) AND id <> v_new.id) THEN
        PERFORM wedge.refuse('bad_text', 'code');
    ELSIF char_length(btrim(coalesce(v_new.name, ''))) NOT BETWEEN 1 AND 80 THEN
        PERFORM wedge.refuse('bad_text', 'name');
    ELSIF cardinality(v_new.suits) = 0 OR (
        SELECT count(*) FROM wedge.categories WHERE id = ANY (v_new.suits) AND portionable)
            <> cardinality(v_new.suits) THEN
        PERFORM wedge.refuse('unknown_item', 'category');
    END IF;
    SELECT * INTO v_old FROM wedge.cutting_tools WHERE id = v_new.id FOR UPDATE;
    INSERT INTO wedge.cutting_tools (id, code, name, suits, active)
    VALUES (v_new.id, btrim(v_new.code), btrim(v_new.name), v_new.suits,
            coalesce(v_new.active, true))
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name,
        suits = excluded.suits, active = excluded.active;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'save tool',
        jsonb_build_object('tool', p_tool, 'old', to_jsonb(v_old)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'save_tool', '{}');
END $$;
