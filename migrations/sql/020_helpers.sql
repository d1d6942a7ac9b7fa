-- Small things every function uses.

CREATE FUNCTION wedge.refuse(p_code text, p_detail text DEFAULT '') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'WG001', MESSAGE = p_code, HINT = p_code, DETAIL = coalesce(p_detail, '');
END $$;

-- True while an administrator fills tables in bulk (SET wedge.bulk = 'on'); terminals cannot.
CREATE FUNCTION wedge.bulk() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(current_setting('wedge.bulk', true), '') = 'on'
       AND pg_has_role(session_user, 'migrator', 'MEMBER')
$$;

CREATE FUNCTION wedge.settings_document() RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT document FROM wedge.settings ORDER BY version DESC LIMIT 1
$$;

-- '3/10' → 0.3
CREATE FUNCTION wedge.fraction(p_text text) RETURNS numeric
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT split_part(p_text, '/', 1)::numeric
         / coalesce(nullif(split_part(p_text, '/', 2), '')::numeric, 1)
$$;

CREATE FUNCTION wedge.this_terminal() RETURNS wedge.terminals
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_terminal wedge.terminals;
BEGIN
    SELECT * INTO v_terminal FROM wedge.terminals
     WHERE login_role = session_user AND NOT revoked;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('not_permitted', 'this terminal is not registered');
    END IF;
    RETURN v_terminal;
END $$;

-- The signed-in person, checked against the roles that may do it (null: any role).
CREATE FUNCTION wedge.require_session(
    p_session uuid, p_roles text[],
    OUT terminal_id uuid, OUT register text, OUT staff_id uuid, OUT staff_name text, OUT role text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_terminal wedge.terminals := wedge.this_terminal();
BEGIN
    terminal_id := v_terminal.id;
    register := v_terminal.register;
    SELECT s.id, s.name, s.role INTO staff_id, staff_name, role
      FROM wedge.staff_sessions x JOIN wedge.staff s ON s.id = x.staff_id
     WHERE x.id = p_session AND x.terminal_id = v_terminal.id AND x.ended_at IS NULL AND s.active;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('signed_out');
    END IF;
    IF p_roles IS NOT NULL AND role <> ALL (p_roles) THEN
        PERFORM wedge.refuse('not_permitted', role);
    END IF;
END $$;

-- The stored result of a request that was done before, else null. Holds the id until commit, so
-- that two copies of one request cannot run side by side.
CREATE FUNCTION wedge.done_before(p_request uuid, p_terminal uuid, p_function text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_known wedge.requests;
BEGIN
    IF p_request IS NULL THEN
        PERFORM wedge.refuse('changed', 'request id missing');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(p_request::text, 7));
    SELECT * INTO v_known FROM wedge.requests WHERE id = p_request;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF v_known.terminal_id <> p_terminal OR v_known.function <> p_function THEN
        PERFORM wedge.refuse('not_permitted', 'request id belongs to another request');
    END IF;
    RETURN v_known.result;
END $$;

CREATE FUNCTION wedge.remember(
    p_request uuid, p_terminal uuid, p_function text, p_result jsonb
) RETURNS jsonb
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.requests (id, terminal_id, function, result)
    VALUES (p_request, p_terminal, p_function, p_result)
    RETURNING result
$$;
