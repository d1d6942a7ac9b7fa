-- Critical limit violations: a reading outside the limits of a holding unit takes the food that is in
-- the unit off sale at once, and asks for one corrective action (docs/temperatures.md).

CREATE TABLE wedge.deviations (
    id UUID NOT NULL,
    number BIGINT GENERATED ALWAYS AS IDENTITY,
    holding_unit_id UUID NOT NULL,
    read_at TIMESTAMP WITH TIME ZONE NOT NULL,
    temperature_mc INTEGER NOT NULL,
    limit_mc INTEGER NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    task_id UUID,
    state TEXT DEFAULT 'open' NOT NULL,
    cause TEXT,
    action TEXT,
    closed_by UUID,
    closed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_deviations PRIMARY KEY (id),
    CONSTRAINT uq_deviations_number UNIQUE (number),
    CONSTRAINT fk_deviations_holding_unit_id_holding_units FOREIGN KEY (holding_unit_id)
        REFERENCES wedge.holding_units (id),
    CONSTRAINT fk_deviations_task_id_tasks FOREIGN KEY (task_id) REFERENCES wedge.tasks (id),
    CONSTRAINT fk_deviations_closed_by_staff FOREIGN KEY (closed_by) REFERENCES wedge.staff (id),
    CONSTRAINT ck_deviations_state_known CHECK (state IN ('open', 'closed')),
    CONSTRAINT ck_deviations_cause_text CHECK (char_length(cause) <= 500 AND btrim(cause) <> ''),
    CONSTRAINT ck_deviations_action_text CHECK (char_length(action) <= 500 AND btrim(action) <> ''),
    CONSTRAINT ck_deviations_closed CHECK (
        num_nulls(cause, action, closed_by, closed_at)
            = CASE state WHEN 'open' THEN 4 ELSE 0 END)
);

CREATE UNIQUE INDEX uq_deviations_open ON wedge.deviations (holding_unit_id) WHERE state = 'open';

-- The lots it is about, and what was decided for each; on hold until somebody decides otherwise.
CREATE TABLE wedge.deviation_lots (
    deviation_id UUID NOT NULL,
    whole_id UUID NOT NULL,
    since TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    disposition TEXT,
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_deviation_lots PRIMARY KEY (deviation_id, whole_id),
    CONSTRAINT fk_deviation_lots_deviation_id_deviations FOREIGN KEY (deviation_id)
        REFERENCES wedge.deviations (id),
    CONSTRAINT fk_deviation_lots_whole_id_wholes FOREIGN KEY (whole_id)
        REFERENCES wedge.wholes (id),
    CONSTRAINT fk_deviation_lots_decided_by_staff FOREIGN KEY (decided_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT ck_deviation_lots_disposition_known CHECK (
        disposition IN ('release', 'hold', 'waste')),
    CONSTRAINT ck_deviation_lots_decided CHECK (
        num_nulls(disposition, decided_by, decided_at) IN (0, 3))
);

CREATE INDEX ix_deviation_lots_whole ON wedge.deviation_lots (whole_id);

-- What blocks a portion: its row says so, so that every screen knows it by the row alone.
ALTER TABLE wedge.portions ADD COLUMN deviation_id UUID;

ALTER TABLE wedge.portions ADD CONSTRAINT fk_portions_deviation_id_deviations
    FOREIGN KEY (deviation_id) REFERENCES wedge.deviations (id);

CREATE INDEX ix_portions_deviation ON wedge.portions (deviation_id) WHERE deviation_id IS NOT NULL;

-- What is closed, and a lot that was released or wasted, is never changed again; nothing is deleted.
CREATE FUNCTION wedge.guard_deviation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'deviations are kept' USING ERRCODE = 'check_violation';
    ELSIF OLD.state = 'closed'
        OR (NEW.id, NEW.holding_unit_id, NEW.read_at, NEW.temperature_mc, NEW.limit_mc,
            NEW.opened_at, NEW.due_at)
        IS DISTINCT FROM (OLD.id, OLD.holding_unit_id, OLD.read_at, OLD.temperature_mc,
            OLD.limit_mc, OLD.opened_at, OLD.due_at)
    THEN
        RAISE EXCEPTION 'deviation % is read-only', OLD.number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON wedge.deviations
FOR EACH ROW EXECUTE FUNCTION wedge.guard_deviation();

CREATE TRIGGER guard_all BEFORE TRUNCATE ON wedge.deviations
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

CREATE FUNCTION wedge.guard_deviation_lot() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.disposition IN ('release', 'waste')
        OR (NEW.deviation_id, NEW.whole_id, NEW.since)
        IS DISTINCT FROM (OLD.deviation_id, OLD.whole_id, OLD.since)
    THEN
        RAISE EXCEPTION 'what was decided for a lot is read-only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON wedge.deviation_lots
FOR EACH ROW EXECUTE FUNCTION wedge.guard_deviation_lot();

CREATE TRIGGER guard_all BEFORE TRUNCATE ON wedge.deviation_lots
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- Whoever closes the task, by whatever function: not without the corrective action itself.
CREATE FUNCTION wedge.guard_correction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM wedge.deviations WHERE task_id = NEW.id AND state = 'open') THEN
        PERFORM wedge.refuse('not_ready', 'corrective action');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_correction BEFORE UPDATE ON wedge.tasks FOR EACH ROW
WHEN (NEW.kind = 'corrective_action' AND OLD.state = 'open' AND NEW.state = 'done')
EXECUTE FUNCTION wedge.guard_correction();
