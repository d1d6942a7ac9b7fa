-- Food that nobody may sell, give or hand over, whatever their role (FUL-R.3), and the record of
-- whoever tried. Nothing overrides it: no function asks for an approval here.

-- Why the portion may leave its unit as waste only; null when nothing stands against it.
CREATE FUNCTION wedge.unsafe(p_portion wedge.portions, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN p_now >= p_portion.expires_at THEN 'expired'
        WHEN p_portion.deviation_id IS NOT NULL THEN 'temperature'
        WHEN NOT wedge.quality_sells(p_portion.quality_status)
            OR p_portion.state = 'quarantined' THEN 'hold'
        WHEN wedge.under_floor(p_portion, p_now) THEN 'below_floor' END;
END $$;

-- One row per person, place, function, portion and reason, however often it is tried: the count is
-- exact, and a screen that tries a thousand times fills no journal.
CREATE TABLE wedge.refused_attempts (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    terminal_id UUID NOT NULL,
    staff_id UUID,
    function TEXT NOT NULL,
    portion_id UUID NOT NULL,
    reason TEXT NOT NULL,
    attempts INTEGER DEFAULT 1 NOT NULL,
    first_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    last_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    journaled_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_refused_attempts PRIMARY KEY (id),
    CONSTRAINT fk_refused_attempts_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_refused_attempts_staff_id_staff FOREIGN KEY (staff_id)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_refused_attempts_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT ck_refused_attempts_attempts CHECK (attempts > 0)
);

CREATE UNIQUE INDEX uq_refused_attempts_what
ON wedge.refused_attempts (terminal_id, staff_id, function, portion_id, reason) NULLS NOT DISTINCT;

-- The portions that a request meant: named in it, or those of the line or order it wants to move.
CREATE FUNCTION wedge.portions_meant(p_function text, p_arguments jsonb) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH named AS (
        -- However it is written: whatever reads as an id to the function that was called.
        SELECT DISTINCT m[1]::uuid AS id FROM regexp_matches(
            replace(left(p_arguments::text, 200000), '-', ''), '[0-9a-fA-F]{32}', 'g') m)
    SELECT p.id FROM wedge.portions p JOIN named n ON n.id = p.id
    UNION
    SELECT l.portion_id FROM wedge.ticket_lines l
      JOIN named n ON n.id = l.id OR p_function = 'serve_ticket' AND n.id = l.ticket_id
     WHERE p_function IN ('verify_line', 'verify_portion', 'ask_size', 'serve_ticket')
       AND l.portion_id IS NOT NULL AND NOT l.voided AND l.kitchen_state <> 'served'
$$;

-- True when the request meant a portion that nobody may have: then the attempt is kept.
CREATE FUNCTION wedge.note_unsafe(
    p_function text, p_session uuid, p_arguments jsonb, p_code text
) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal uuid := (wedge.this_terminal()).id;
    v_staff record;
    v_now timestamptz := clock_timestamp();
    v_each record;
    v_row wedge.refused_attempts;
    v_new jsonb := '[]';
    v_found boolean := false;
BEGIN
    SELECT s.id, s.role INTO v_staff FROM wedge.staff_sessions x
      JOIN wedge.staff s ON s.id = x.staff_id
     WHERE x.id = p_session AND x.terminal_id = v_terminal AND x.ended_at IS NULL;
    FOR v_each IN
        SELECT p.id, p.code, wedge.unsafe(p, v_now) AS reason FROM wedge.portions p
         WHERE p.id IN (SELECT wedge.portions_meant(p_function, p_arguments))
         ORDER BY p.id
    LOOP
        CONTINUE WHEN v_each.reason IS NULL;
        v_found := true;
        INSERT INTO wedge.refused_attempts AS a (
            terminal_id, staff_id, function, portion_id, reason, first_at, last_at, journaled_at)
        VALUES (v_terminal, v_staff.id, p_function, v_each.id, v_each.reason, v_now, v_now, v_now)
        ON CONFLICT (terminal_id, staff_id, function, portion_id, reason) DO UPDATE
            SET attempts = a.attempts + 1, last_at = v_now,
                journaled_at = CASE WHEN a.journaled_at <= v_now - interval '1 minute'
                                    THEN v_now ELSE a.journaled_at END
        RETURNING * INTO v_row;
        IF v_row.journaled_at = v_now THEN
            v_new := v_new || jsonb_build_object('portion', v_each.code, 'reason', v_each.reason,
                                                 'attempts', v_row.attempts);
        END IF;
    END LOOP;
    IF v_new <> '[]' THEN
        PERFORM wedge.journal_append(v_terminal, v_staff.id, 'refused unsafe', jsonb_build_object(
            'function', p_function, 'role', v_staff.role, 'refused', p_code, 'portions', v_new));
    END IF;
    RETURN v_found;
END $$;
