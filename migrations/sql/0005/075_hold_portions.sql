-- Beside waste the only thing that may be done with unsafe food: keep it apart, until somebody books
-- it. All of them or none; what is safe is not taken off sale this way.
CREATE FUNCTION wedge.hold_portions(p_session uuid, p_request uuid, p_portions uuid[])
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_codes text;
    v_count int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'hold_portions');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF coalesce(cardinality(p_portions), 0) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_quantity', 'portions');
    END IF;
    PERFORM FROM wedge.portions WHERE id = ANY (p_portions) ORDER BY id FOR UPDATE;
    SELECT string_agg(code, ', ' ORDER BY code)
               FILTER (WHERE state NOT IN ('available', 'quarantined', 'in_doubt')
                          OR wedge.unsafe(p, clock_timestamp()) IS NULL),
           count(*)
      INTO v_codes, v_count FROM wedge.portions p WHERE id = ANY (p_portions);
    IF v_codes IS NOT NULL THEN
        PERFORM wedge.refuse('changed', v_codes);
    ELSIF v_count <> (SELECT count(DISTINCT x) FROM unnest(p_portions) x) THEN
        PERFORM wedge.refuse('unknown_item', 'portion');
    END IF;
    UPDATE wedge.portions SET state = 'quarantined', reserved_until = NULL
     WHERE id = ANY (p_portions) AND state <> 'quarantined';
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'hold unsafe',
        jsonb_build_object('portions', to_jsonb(p_portions)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'hold_portions', '{}');
END $$;

GRANT EXECUTE ON FUNCTION wedge.hold_portions(uuid, uuid, uuid[]) TO kds_app, backoffice_app;
