-- An open allergen incident is announced at every till until a person there has said it was read.

CREATE TABLE wedge.incident_notices (
    incident_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    staff_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_incident_notices PRIMARY KEY (incident_id, terminal_id),
    CONSTRAINT fk_incident_notices_incident_id_allergen_incidents FOREIGN KEY (incident_id)
        REFERENCES wedge.allergen_incidents (id),
    CONSTRAINT fk_incident_notices_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_incident_notices_staff_id_staff FOREIGN KEY (staff_id)
        REFERENCES wedge.staff (id)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.incident_notices
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- Where somebody has read it: this is how a screen knows, also after it was started anew.
ALTER TABLE wedge.allergen_incidents ADD COLUMN read_at UUID[] DEFAULT '{}' NOT NULL;

-- A released incident needs nobody's eyes any more; reading it twice is reading it once.
CREATE FUNCTION wedge.read_incident(p_session uuid, p_request uuid, p_incident uuid)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_incident wedge.allergen_incidents;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'read_incident');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_incident FROM wedge.allergen_incidents WHERE id = p_incident FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'incident');
    ELSIF v_incident.state = 'open' AND v_who.terminal_id <> ALL (v_incident.read_at) THEN
        INSERT INTO wedge.incident_notices (incident_id, terminal_id, staff_id)
        VALUES (p_incident, v_who.terminal_id, v_who.staff_id);
        UPDATE wedge.allergen_incidents SET read_at = read_at || v_who.terminal_id
         WHERE id = p_incident;
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'read incident',
            jsonb_build_object('incident_id', p_incident));
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'read_incident', '{}');
END $$;
