-- Signing in. The terminal derives argon2id(PIN, salt); the verifier is its SHA-256.
-- From the 5th wrong try on a growing delay, from the 10th on a lock of 30 minutes. A wrong PIN is
-- an answer, not an error: its count has to stay.

CREATE FUNCTION wedge.pin_refused(p_failed int, p_until timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_build_object(
        'refused', CASE WHEN p_failed >= 10 THEN 'pin_locked' ELSE 'pin_delayed' END,
        'detail', ceil(extract(epoch FROM p_until - clock_timestamp()))::int::text)
$$;

CREATE FUNCTION wedge.sign_in(p_staff uuid, p_derived bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_staff wedge.staff;
    v_session uuid := gen_random_uuid();
BEGIN
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'staff');
    ELSIF NOT v_staff.active THEN
        PERFORM wedge.refuse('not_permitted');
    ELSIF v_staff.locked_until > clock_timestamp() THEN
        RETURN wedge.pin_refused(v_staff.failed_attempts, v_staff.locked_until);
    END IF;
    -- Both sides are hashed once more, so that the time of the comparison says nothing.
    IF sha256(sha256(p_derived)) IS DISTINCT FROM sha256(v_staff.pin_verifier) THEN
        UPDATE wedge.staff
           SET failed_attempts = failed_attempts + 1,
               locked_until = CASE
                   WHEN failed_attempts + 1 >= 10 THEN clock_timestamp() + interval '30 minutes'
                   WHEN failed_attempts + 1 >= 5
                       THEN clock_timestamp() + interval '5 s' * 2 ^ (failed_attempts + 1 - 5)
                   END
         WHERE id = p_staff RETURNING * INTO v_staff;
        PERFORM wedge.journal_append(v_terminal.id, p_staff, 'wrong PIN',
                                     jsonb_build_object('attempt', v_staff.failed_attempts));
        IF v_staff.locked_until IS NOT NULL THEN
            RETURN wedge.pin_refused(v_staff.failed_attempts, v_staff.locked_until);
        END IF;
        RETURN jsonb_build_object('refused', 'wrong_pin',
                                  'detail', v_staff.failed_attempts::text);
    END IF;
    UPDATE wedge.staff SET failed_attempts = 0, locked_until = NULL
     WHERE id = p_staff AND failed_attempts <> 0;
    UPDATE wedge.staff_sessions SET ended_at = clock_timestamp()
     WHERE terminal_id = v_terminal.id AND ended_at IS NULL;
    INSERT INTO wedge.staff_sessions (id, staff_id, terminal_id)
    VALUES (v_session, p_staff, v_terminal.id);
    PERFORM wedge.journal_append(v_terminal.id, p_staff, 'sign in', '{}');
    RETURN jsonb_build_object('id', v_session, 'staff_id', p_staff, 'staff_name', v_staff.name,
                              'role', v_staff.role, 'terminal_id', v_terminal.id);
END $$;

CREATE FUNCTION wedge.sign_out(p_session uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_staff uuid;
BEGIN
    UPDATE wedge.staff_sessions SET ended_at = clock_timestamp()
     WHERE id = p_session AND terminal_id = v_terminal.id AND ended_at IS NULL
    RETURNING staff_id INTO v_staff;
    IF FOUND THEN
        PERFORM wedge.journal_append(v_terminal.id, v_staff, 'sign out', '{}');
    END IF;
    RETURN '{}';
END $$;
