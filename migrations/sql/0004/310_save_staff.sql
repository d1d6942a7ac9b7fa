-- The staff, kept in the back office. A manager keeps those who sell, serve and cook, an
-- administrator everybody. Nobody changes the own role or leaves by the own hand, so that an
-- administrator always remains. p_salt and p_verifier null: the PIN stays.
CREATE FUNCTION wedge.save_staff(
    p_session uuid, p_request uuid, p_staff uuid, p_name text, p_role text, p_active boolean,
    p_salt bytea, p_verifier bytea
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_before wedge.staff;
    v_kept text[] := '{service,cashier,kitchen,shift_lead}';
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, '{manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'save_staff');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    -- Two who save at once must not give one name twice, nor put each other out: who was put out
    -- while waiting here is signed out.
    LOCK TABLE wedge.staff IN SHARE ROW EXCLUSIVE MODE;
    PERFORM wedge.require_session(p_session, ARRAY[v_who.role]);
    SELECT * INTO v_before FROM wedge.staff WHERE id = p_staff;
    IF char_length(btrim(coalesce(p_name, ''))) NOT BETWEEN 1 AND 80 THEN
        PERFORM wedge.refuse('bad_text', 'name');
    ELSIF p_active IS NULL OR p_role IS NULL
        OR p_role <> ALL (v_kept || '{manager,food_safety_manager,administrator}'::text[]) THEN
        PERFORM wedge.refuse('unknown_item', 'role');
    ELSIF v_who.role <> 'administrator'
        AND NOT ARRAY[p_role, coalesce(v_before.role, p_role)] <@ v_kept THEN
        PERFORM wedge.refuse('not_permitted', 'an administrator keeps this role');
    ELSIF p_staff = v_who.staff_id AND (p_role <> v_before.role OR NOT p_active) THEN
        PERFORM wedge.refuse('not_permitted', 'another person has to change this');
    ELSIF (p_salt IS NULL) <> (p_verifier IS NULL) OR octet_length(p_salt) <> 16
        OR octet_length(p_verifier) <> 32 OR p_salt IS NULL AND v_before.id IS NULL
        -- A PIN is as long as its role asks for; only the screen has seen it.
        OR p_salt IS NULL AND p_role <> v_before.role THEN
        PERFORM wedge.refuse('bad_text', 'pin');
    ELSIF p_active AND EXISTS (
        SELECT FROM wedge.staff WHERE active AND id <> p_staff
           AND lower(name) = lower(btrim(p_name))) THEN
        PERFORM wedge.refuse('bad_text', 'name taken');
    END IF;
    INSERT INTO wedge.staff (id, name, role, active, pin_salt, pin_verifier)
    VALUES (p_staff, btrim(p_name), p_role, p_active, coalesce(p_salt, v_before.pin_salt),
            coalesce(p_verifier, v_before.pin_verifier))
    ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, role = excluded.role, active = excluded.active,
        pin_salt = excluded.pin_salt, pin_verifier = excluded.pin_verifier,
        failed_attempts = CASE WHEN p_salt IS NULL THEN staff.failed_attempts ELSE 0 END,
        locked_until = CASE WHEN p_salt IS NULL THEN staff.locked_until END;
    -- Whoever is in with a role they no longer have, or has left, signs in anew.
    UPDATE wedge.staff_sessions SET ended_at = clock_timestamp()
     WHERE staff_id = p_staff AND ended_at IS NULL
       AND (NOT p_active OR p_role IS DISTINCT FROM v_before.role);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'save staff',
        jsonb_build_object('staff_id', p_staff, 'name', btrim(p_name), 'role', p_role,
            'active', p_active, 'new_pin', p_salt IS NOT NULL,
            'before', CASE WHEN v_before.id IS NOT NULL THEN jsonb_build_object(
                'name', v_before.name, 'role', v_before.role, 'active', v_before.active) END));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'save_staff', '{}');
END $$;
