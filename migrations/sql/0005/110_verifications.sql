-- Each portion of an order is verified before it is prepared (docs/verification.md): by the code on
-- its label, by how it looks, and against what was ordered. The records are kept for good.

CREATE TABLE wedge.verifications (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    ticket_id UUID NOT NULL,
    line_id UUID NOT NULL,
    portion_id UUID NOT NULL,
    scanned TEXT NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    looks_good BOOLEAN NOT NULL,
    product_matches BOOLEAN NOT NULL,
    configuration_matches BOOLEAN NOT NULL,
    modifiers_match BOOLEAN NOT NULL,
    temperature_mc INTEGER,
    passed BOOLEAN NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    first_selection BOOLEAN NOT NULL,
    inspection_id UUID,
    CONSTRAINT pk_verifications PRIMARY KEY (id),
    CONSTRAINT fk_verifications_ticket_id_tickets FOREIGN KEY (ticket_id)
        REFERENCES wedge.tickets (id),
    CONSTRAINT fk_verifications_line_id_ticket_lines FOREIGN KEY (line_id)
        REFERENCES wedge.ticket_lines (id),
    CONSTRAINT fk_verifications_portion_id_portions FOREIGN KEY (portion_id)
        REFERENCES wedge.portions (id),
    CONSTRAINT fk_verifications_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_verifications_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_verifications_inspection_id_inspections FOREIGN KEY (inspection_id)
        REFERENCES wedge.inspections (id),
    CONSTRAINT ck_verifications_passed CHECK (NOT passed OR looks_good AND product_matches
        AND configuration_matches AND modifiers_match),
    CONSTRAINT ck_verifications_reason CHECK (passed = (reason = '')),
    CONSTRAINT ck_verifications_failure CHECK (passed = (inspection_id IS NULL)),
    CONSTRAINT ck_verifications_scanned CHECK (char_length(scanned) BETWEEN 1 AND 60)
);

CREATE INDEX ix_verifications_line ON wedge.verifications (line_id, at);

CREATE INDEX ix_verifications_first ON wedge.verifications (at) WHERE first_selection;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.verifications
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- checked_at: when the portion that the line has now passed; failed_checks: how many failed in a row;
-- reselected_code: what was selected for one that failed. Nothing was made yet: that is no remake.
ALTER TABLE wedge.ticket_lines
    ADD COLUMN checked_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN failed_checks INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN reselected_code TEXT;

-- Another portion was not verified yet, whoever put it there.
CREATE FUNCTION wedge.check_anew() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.checked_at := NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER check_anew BEFORE UPDATE OF portion_id ON wedge.ticket_lines FOR EACH ROW
WHEN (OLD.portion_id IS DISTINCT FROM NEW.portion_id AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.check_anew();

-- Whether the shop demands a verification by code before a portion is prepared.
CREATE FUNCTION wedge.verifies_by_code() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((wedge.settings_document() #>> '{kitchen,verify_by_code}')::boolean, false)
$$;
