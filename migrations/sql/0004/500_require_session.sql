-- The signed-in person, checked against the roles that may do it (null: any role): the person's own
-- or one whose work it does as well.
CREATE OR REPLACE FUNCTION wedge.require_session(
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
    IF p_roles IS NOT NULL AND NOT p_roles && wedge.works_as(role) THEN
        PERFORM wedge.refuse('not_permitted', role);
    END IF;
END $$;
