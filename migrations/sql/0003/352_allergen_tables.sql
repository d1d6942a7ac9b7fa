-- Each lot has its own allergens, its portions inherit them at the knife; tools and surfaces
-- remember what they touched since they were sanitised.

ALTER TABLE wedge.wholes
    ADD COLUMN allergens TEXT[],
    ADD COLUMN incident_id UUID;

ALTER TABLE wedge.portions ADD COLUMN allergens TEXT[];

ALTER TABLE wedge.tickets ADD COLUMN avoids TEXT[] DEFAULT '{}' NOT NULL;

-- What was there before has what its product states now. No screen is told row by row.
SELECT set_config('wedge.bulk', 'on', true);

UPDATE wedge.wholes w SET allergens = wedge.allergen_codes(p.allergens)
  FROM wedge.products p WHERE p.id = w.product_id;

UPDATE wedge.portions x SET allergens = wedge.allergen_codes(p.allergens)
  FROM wedge.products p WHERE p.id = x.product_id;

SELECT set_config('wedge.bulk', 'off', true);

CREATE TABLE wedge.equipment (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    station_id UUID,
    suits UUID[] DEFAULT '{}' NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
    category TEXT[],
    last_used_at TIMESTAMP WITH TIME ZONE,
    sanitised_at TIMESTAMP WITH TIME ZONE,
    sanitised_method TEXT,
    sanitised_by UUID,
    CONSTRAINT pk_equipment PRIMARY KEY (id),
    CONSTRAINT uq_equipment_code UNIQUE (code),
    CONSTRAINT ck_equipment_kind_known CHECK (kind IN ('tool', 'surface')),
    CONSTRAINT ck_equipment_code_text CHECK (char_length(code) <= 20 AND btrim(code) <> ''),
    CONSTRAINT ck_equipment_name_text CHECK (char_length(name) <= 80 AND btrim(name) <> ''),
    CONSTRAINT ck_equipment_touched CHECK (category IS NULL OR last_used_at IS NOT NULL),
    CONSTRAINT ck_equipment_sanitised
        CHECK (num_nulls(sanitised_at, sanitised_method, sanitised_by) IN (0, 3)),
    CONSTRAINT fk_equipment_station_id_stations FOREIGN KEY (station_id)
        REFERENCES wedge.stations (id),
    CONSTRAINT fk_equipment_sanitised_by_staff FOREIGN KEY (sanitised_by)
        REFERENCES wedge.staff (id)
);

-- Every cutting tool is equipment too, under the same id.
CREATE FUNCTION wedge.equip_tool() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    INSERT INTO wedge.equipment (id, code, name, kind, suits, active)
    VALUES (NEW.id, left(NEW.code, 20), left(NEW.name, 80), 'tool', NEW.suits, NEW.active)
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name,
        suits = excluded.suits, active = excluded.active;
    RETURN NULL;
END $$;

CREATE TRIGGER equip AFTER INSERT OR UPDATE ON wedge.cutting_tools
FOR EACH ROW EXECUTE FUNCTION wedge.equip_tool();

CREATE TABLE wedge.cutting_jobs (
    id UUID NOT NULL,
    whole_id UUID NOT NULL,
    station_id UUID,
    tool_id UUID,
    surface_id UUID,
    allergens TEXT[] NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    started_by UUID NOT NULL,
    terminal_id UUID NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT,
    CONSTRAINT pk_cutting_jobs PRIMARY KEY (id),
    CONSTRAINT ck_cutting_jobs_outcome_known CHECK (outcome IN ('cut', 'abandoned')),
    CONSTRAINT ck_cutting_jobs_ended CHECK (num_nulls(ended_at, outcome) IN (0, 2)),
    CONSTRAINT fk_cutting_jobs_whole_id_wholes FOREIGN KEY (whole_id)
        REFERENCES wedge.wholes (id),
    CONSTRAINT fk_cutting_jobs_station_id_stations FOREIGN KEY (station_id)
        REFERENCES wedge.stations (id),
    CONSTRAINT fk_cutting_jobs_tool_id_equipment FOREIGN KEY (tool_id)
        REFERENCES wedge.equipment (id),
    CONSTRAINT fk_cutting_jobs_surface_id_equipment FOREIGN KEY (surface_id)
        REFERENCES wedge.equipment (id),
    CONSTRAINT fk_cutting_jobs_started_by_staff FOREIGN KEY (started_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_cutting_jobs_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id)
);

CREATE UNIQUE INDEX uq_cutting_jobs_open ON wedge.cutting_jobs (whole_id) WHERE ended_at IS NULL;

CREATE TABLE wedge.equipment_uses (
    id UUID NOT NULL,
    equipment_id UUID NOT NULL,
    whole_id UUID NOT NULL,
    job_id UUID NOT NULL,
    allergens TEXT[] NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_equipment_uses PRIMARY KEY (id),
    CONSTRAINT fk_equipment_uses_equipment_id_equipment FOREIGN KEY (equipment_id)
        REFERENCES wedge.equipment (id),
    CONSTRAINT fk_equipment_uses_whole_id_wholes FOREIGN KEY (whole_id)
        REFERENCES wedge.wholes (id),
    CONSTRAINT fk_equipment_uses_job_id_cutting_jobs FOREIGN KEY (job_id)
        REFERENCES wedge.cutting_jobs (id)
);

CREATE INDEX ix_equipment_uses_whole ON wedge.equipment_uses (whole_id);

CREATE INDEX ix_equipment_uses_equipment ON wedge.equipment_uses (equipment_id, at);

CREATE TABLE wedge.sanitations (
    id UUID NOT NULL,
    equipment_id UUID NOT NULL,
    method TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    category TEXT[],
    confirmed_by UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_sanitations PRIMARY KEY (id),
    CONSTRAINT ck_sanitations_method_text CHECK (char_length(method) <= 200 AND btrim(method) <> ''),
    CONSTRAINT fk_sanitations_equipment_id_equipment FOREIGN KEY (equipment_id)
        REFERENCES wedge.equipment (id),
    CONSTRAINT fk_sanitations_confirmed_by_staff FOREIGN KEY (confirmed_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_sanitations_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id)
);

CREATE INDEX ix_sanitations_equipment ON wedge.sanitations (equipment_id, at);

CREATE TABLE wedge.risk_checks (
    id UUID NOT NULL,
    job_id UUID NOT NULL,
    whole_id UUID NOT NULL,
    station_id UUID,
    tool_id UUID,
    surface_id UUID,
    result TEXT NOT NULL,
    blocked BOOLEAN NOT NULL,
    threats JSONB NOT NULL,
    rule_version INTEGER NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    staff_id UUID NOT NULL,
    terminal_id UUID NOT NULL,
    CONSTRAINT pk_risk_checks PRIMARY KEY (id),
    CONSTRAINT ck_risk_checks_result_known
        CHECK (result IN ('none', 'low', 'possible_cross_contact')),
    CONSTRAINT ck_risk_checks_blocked CHECK (blocked OR result <> 'possible_cross_contact'),
    CONSTRAINT fk_risk_checks_whole_id_wholes FOREIGN KEY (whole_id) REFERENCES wedge.wholes (id),
    CONSTRAINT fk_risk_checks_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT fk_risk_checks_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id)
);

CREATE INDEX ix_risk_checks_job ON wedge.risk_checks (job_id);

CREATE TABLE wedge.allergen_incidents (
    id UUID NOT NULL,
    whole_id UUID NOT NULL,
    note TEXT NOT NULL,
    lots UUID[] NOT NULL,
    portions UUID[] NOT NULL,
    receipts JSONB NOT NULL,
    reported_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reported_by UUID NOT NULL,
    terminal_id UUID NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    task_id UUID NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    released_at TIMESTAMP WITH TIME ZONE,
    released_by UUID,
    approved_by UUID,
    outcome TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_allergen_incidents PRIMARY KEY (id),
    CONSTRAINT ck_allergen_incidents_state_known CHECK (state IN ('open', 'released')),
    CONSTRAINT ck_allergen_incidents_note_text CHECK (char_length(note) <= 500 AND btrim(note) <> ''),
    CONSTRAINT ck_allergen_incidents_outcome_text CHECK (char_length(outcome) <= 500),
    CONSTRAINT ck_allergen_incidents_released CHECK (
        num_nulls(released_at, released_by, approved_by)
        = CASE state WHEN 'open' THEN 3 ELSE 0 END),
    CONSTRAINT fk_allergen_incidents_whole_id_wholes FOREIGN KEY (whole_id)
        REFERENCES wedge.wholes (id),
    CONSTRAINT fk_allergen_incidents_reported_by_staff FOREIGN KEY (reported_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_allergen_incidents_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_allergen_incidents_task_id_tasks FOREIGN KEY (task_id)
        REFERENCES wedge.tasks (id),
    CONSTRAINT fk_allergen_incidents_released_by_staff FOREIGN KEY (released_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_allergen_incidents_approved_by_staff FOREIGN KEY (approved_by)
        REFERENCES wedge.staff (id)
);

ALTER TABLE wedge.wholes ADD CONSTRAINT fk_wholes_incident_id_allergen_incidents
    FOREIGN KEY (incident_id) REFERENCES wedge.allergen_incidents (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.equipment_uses
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.sanitations
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.risk_checks
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE VIEW wedge.picture_equipment AS
SELECT id, to_jsonb(x) AS content FROM wedge.equipment x;

SELECT wedge.feed_follow('equipment', 'equipment', 'id');

CREATE VIEW wedge.picture_cutting_jobs AS
SELECT id, to_jsonb(x) - 'ended_at' - 'outcome' AS content
  FROM wedge.cutting_jobs x WHERE x.ended_at IS NULL;

-- Most jobs begin and end in one transaction: no screen needs to hear of those.
CREATE CONSTRAINT TRIGGER feed AFTER INSERT ON wedge.cutting_jobs
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk() AND NEW.ended_at IS NULL)
EXECUTE FUNCTION wedge.feed_touch('cutting_jobs', 'id');

CREATE CONSTRAINT TRIGGER feed_end AFTER UPDATE ON wedge.cutting_jobs
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT wedge.bulk() AND OLD.ended_at IS NULL)
EXECUTE FUNCTION wedge.feed_touch('cutting_jobs', 'id');

-- Released ones stay in the picture for a week.
CREATE VIEW wedge.picture_allergen_incidents AS
SELECT id, to_jsonb(x) - 'portions' AS content FROM wedge.allergen_incidents x
 WHERE x.state = 'open' OR x.released_at > clock_timestamp() - interval '7 days';

SELECT wedge.feed_follow('allergen_incidents', 'allergen_incidents', 'id');
