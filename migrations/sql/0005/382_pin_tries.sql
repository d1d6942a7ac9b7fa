-- Wrong PINs count whatever a program does with its transactions. A check that is rolled back takes
-- the count of its wrong PIN with it, and every row that would say that it was made; what a roll-back
-- never takes back is the step of a sequence. So a try is announced first, which counts it as wrong
-- and has to be committed; the announcement is for the next step of the terminal's own sequence, the
-- check makes that step, and a PIN is looked at only by the check that makes it. As no step is made
-- twice, no more PINs are looked at than tries were announced and counted (docs/approvals.md).

CREATE TABLE wedge.pin_tries (
    terminal_id UUID NOT NULL,
    staff_id UUID NOT NULL,
    step BIGINT NOT NULL,
    xid XID8 NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    waiting BOOLEAN DEFAULT true NOT NULL,
    CONSTRAINT pk_pin_tries PRIMARY KEY (terminal_id),
    CONSTRAINT fk_pin_tries_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_pin_tries_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id)
);

CREATE FUNCTION wedge.pin_sequence(p_terminal uuid) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT 'wedge.pin_steps_' || replace(p_terminal::text, '-', '')
$$;

CREATE FUNCTION wedge.make_pin_sequence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    EXECUTE 'CREATE SEQUENCE IF NOT EXISTS ' || wedge.pin_sequence(NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER make_pin_sequence AFTER INSERT ON wedge.terminals
FOR EACH ROW EXECUTE FUNCTION wedge.make_pin_sequence();

DO $$
DECLARE v_terminal uuid;
BEGIN
    FOR v_terminal IN SELECT id FROM wedge.terminals LOOP
        EXECUTE 'CREATE SEQUENCE ' || wedge.pin_sequence(v_terminal);
    END LOOP;
END $$;

CREATE FUNCTION wedge.pin_locked_until(p_failed int) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_failed >= 10 THEN clock_timestamp() + interval '30 minutes'
                WHEN p_failed >= 5 THEN clock_timestamp() + interval '5 s' * 2 ^ (p_failed - 5) END
$$;

-- Before a PIN is sent: it counts as wrong until it was found right. Refused while the person waits.
CREATE FUNCTION wedge.announce_pin(p_staff uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_staff wedge.staff;
    v_before wedge.pin_tries;
    v_step bigint;
BEGIN
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'staff');
    ELSIF NOT v_staff.active THEN
        PERFORM wedge.refuse('not_permitted');
    ELSIF v_staff.locked_until > clock_timestamp() THEN
        RETURN wedge.pin_refused(v_staff.failed_attempts, v_staff.locked_until);
    END IF;
    SELECT * INTO v_before FROM wedge.pin_tries WHERE terminal_id = v_terminal.id FOR UPDATE;
    IF v_before.waiting THEN
        PERFORM wedge.journal_append(v_terminal.id, v_before.staff_id, 'PIN try without an end',
                                     jsonb_build_object('announced_at', v_before.at));
    END IF;
    EXECUTE 'SELECT last_value + is_called::int FROM ' || wedge.pin_sequence(v_terminal.id)
       INTO v_step;
    INSERT INTO wedge.pin_tries AS t (terminal_id, staff_id, step, xid)
    VALUES (v_terminal.id, p_staff, v_step, pg_current_xact_id())
    ON CONFLICT (terminal_id) DO UPDATE
        SET staff_id = excluded.staff_id, step = excluded.step, xid = excluded.xid,
            at = clock_timestamp(), waiting = true;
    UPDATE wedge.staff
       SET failed_attempts = failed_attempts + 1,
           locked_until = wedge.pin_locked_until(failed_attempts + 1)
     WHERE id = p_staff;
    RETURN '{}';
END $$;

-- Take the terminal's announcement of a try for this person: never twice, whatever is rolled back.
-- The announcement is another transaction's, so that it is committed when it can be seen.
CREATE FUNCTION wedge.take_pin_try(p_terminal uuid, p_staff uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_step bigint;
BEGIN
    SELECT step INTO v_step FROM wedge.pin_tries
     WHERE terminal_id = p_terminal AND staff_id = p_staff AND waiting
       AND xid <> pg_current_xact_id();
    RETURN FOUND AND nextval(wedge.pin_sequence(p_terminal)::regclass) = v_step;
END $$;

-- Null when the PIN is right; else the refusal as an answer. What was announced is counted already:
-- a right PIN forgets the count, and every other announcement for the same person.
CREATE OR REPLACE FUNCTION wedge.check_pin(p_terminal uuid, p_staff uuid, p_derived bytea)
RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_staff wedge.staff;
BEGIN
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'staff');
    ELSIF NOT v_staff.active THEN
        PERFORM wedge.refuse('not_permitted');
    ELSIF NOT wedge.take_pin_try(p_terminal, p_staff) THEN
        PERFORM wedge.refuse('changed', 'pin');
    END IF;
    -- Both sides are hashed once more, so that the time of the comparison says nothing.
    IF sha256(sha256(p_derived)) IS NOT DISTINCT FROM sha256(v_staff.pin_verifier) THEN
        UPDATE wedge.pin_tries SET waiting = false WHERE staff_id = p_staff AND waiting;
        UPDATE wedge.staff SET failed_attempts = 0, locked_until = NULL WHERE id = p_staff;
        RETURN NULL;
    END IF;
    UPDATE wedge.pin_tries SET waiting = false WHERE terminal_id = p_terminal;
    UPDATE wedge.staff
       SET failed_attempts = greatest(failed_attempts, 1),
           locked_until = wedge.pin_locked_until(failed_attempts)
     WHERE id = p_staff RETURNING * INTO v_staff;
    PERFORM wedge.journal_append(p_terminal, p_staff, 'wrong PIN',
                                 jsonb_build_object('attempt', v_staff.failed_attempts));
    IF v_staff.locked_until IS NOT NULL THEN
        RETURN wedge.pin_refused(v_staff.failed_attempts, v_staff.locked_until);
    END IF;
    RETURN jsonb_build_object('refused', 'wrong_pin', 'detail', v_staff.failed_attempts::text);
END $$;
