-- What a cut has to be told and what it leaves behind; the quality status of each portion.

-- By what a category's portions are judged beside 85-115 %: their angle, or their weight to ±10 g.
ALTER TABLE wedge.categories
    ADD COLUMN cut_by TEXT,
    ADD CONSTRAINT ck_categories_cut_by_known CHECK (cut_by IN ('angle', 'weight'));

-- Terminals fetch a fresh picture after an upgrade: the feed need not tell each row of it.
ALTER TABLE wedge.categories DISABLE TRIGGER USER;

UPDATE wedge.categories SET cut_by = CASE name WHEN 'Pizza' THEN 'angle' ELSE 'weight' END
 WHERE name IN ('Pizza', 'Cake', 'Cakes');

ALTER TABLE wedge.categories ENABLE TRIGGER USER;

ALTER TABLE wedge.products
    ADD COLUMN size TEXT,
    ADD COLUMN tool_id UUID,
    ADD COLUMN checklist TEXT[] DEFAULT '{}' NOT NULL,
    ADD CONSTRAINT fk_products_tool_id_cutting_tools FOREIGN KEY (tool_id)
        REFERENCES wedge.cutting_tools (id),
    ADD CONSTRAINT ck_products_size_text CHECK (char_length(size) <= 40 AND btrim(size) <> ''),
    ADD CONSTRAINT ck_products_checklist CHECK (cardinality(checklist) <= 12);

ALTER TABLE wedge.wholes
    ADD COLUMN lot_number TEXT,
    ADD COLUMN prepared_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN tool_id UUID,
    ADD COLUMN cut_by UUID,
    ADD CONSTRAINT ck_wholes_lot_number_text
        CHECK (char_length(lot_number) <= 40 AND btrim(lot_number) <> ''),
    ADD CONSTRAINT fk_wholes_tool_id_cutting_tools FOREIGN KEY (tool_id)
        REFERENCES wedge.cutting_tools (id),
    ADD CONSTRAINT fk_wholes_cut_by_staff FOREIGN KEY (cut_by) REFERENCES wedge.staff (id);

ALTER TABLE wedge.wholes DISABLE TRIGGER USER;

UPDATE wedge.wholes SET lot_number = code, prepared_at = received_at;

ALTER TABLE wedge.wholes ENABLE TRIGGER USER;

ALTER TABLE wedge.wholes
    ALTER COLUMN lot_number SET NOT NULL, ALTER COLUMN prepared_at SET NOT NULL;

CREATE SEQUENCE wedge.lot_seq;

-- Every whole belongs to a lot: what came in of one product in one go, unless somebody says else.
CREATE FUNCTION wedge.number_lot() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_lot text := coalesce(current_setting('wedge.lot', true), '');
BEGIN
    NEW.prepared_at := coalesce(NEW.prepared_at, NEW.received_at);
    IF NEW.lot_number IS NULL THEN
        IF v_lot = '' THEN
            v_lot := nextval('wedge.lot_seq')::text;
            PERFORM set_config('wedge.lot', v_lot, true);
        END IF;
        NEW.lot_number := concat_ws('-', (
            SELECT code_prefix FROM wedge.products WHERE id = NEW.product_id),
            to_char(NEW.prepared_at AT TIME ZONE 'UTC', 'YYMMDD'), v_lot);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER number_lot BEFORE INSERT ON wedge.wholes
FOR EACH ROW EXECUTE FUNCTION wedge.number_lot();

-- A portion's quality status stands beside its state: what quality blocks, no release of another
-- block (a quarantine, a hold that ran out) makes sellable again.
ALTER TABLE wedge.portions
    ADD COLUMN quality_status TEXT DEFAULT 'good' NOT NULL,
    ADD COLUMN review_causes TEXT[] DEFAULT '{}' NOT NULL,
    ADD COLUMN angle_mdeg INTEGER,
    ADD COLUMN presentation DOUBLE PRECISION,
    ADD COLUMN markdown_bp INTEGER DEFAULT 0 NOT NULL,
    ADD CONSTRAINT ck_portions_quality_status_known CHECK (
        quality_status IN ('good', 'unscored', 'review', 'held', 'failed', 'marked_down')),
    ADD CONSTRAINT ck_portions_angle CHECK (angle_mdeg BETWEEN 1 AND 360000),
    ADD CONSTRAINT ck_portions_presentation CHECK (presentation BETWEEN 0 AND 10),
    ADD CONSTRAINT ck_portions_markdown CHECK (
        markdown_bp BETWEEN 0 AND 10000 AND (markdown_bp > 0) = (quality_status = 'marked_down'));

CREATE INDEX ix_portions_quality ON wedge.portions (whole_id)
 WHERE quality_status NOT IN ('good', 'marked_down') AND state NOT IN ('served', 'wasted');

CREATE FUNCTION wedge.quality_sells(p_status text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT p_status IN ('good', 'marked_down') $$;

-- Whatever function or program writes it: nothing that quality holds is reserved or sold.
CREATE FUNCTION wedge.guard_quality() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF OLD.state <> 'served' AND NOT wedge.quality_sells(NEW.quality_status) THEN
        RAISE EXCEPTION 'portion %: in quality status % it cannot become %', NEW.code,
            NEW.quality_status, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_quality BEFORE UPDATE ON wedge.portions
FOR EACH ROW WHEN (NEW.state IN ('reserved', 'committed') AND OLD.state <> NEW.state)
EXECUTE FUNCTION wedge.guard_quality();

-- A count of portions outside 2 to 16 refers to the consent to that count for that way of cutting.
CREATE TABLE wedge.portion_overrides (
    id UUID NOT NULL,
    configuration_id UUID NOT NULL,
    portions INTEGER NOT NULL,
    reason TEXT NOT NULL,
    approval_id UUID NOT NULL,
    asked_by UUID NOT NULL,
    granted_by UUID NOT NULL,
    granted_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_portion_overrides PRIMARY KEY (id),
    CONSTRAINT uq_portion_overrides_id_configuration_id_portions
        UNIQUE (id, configuration_id, portions),
    CONSTRAINT uq_portion_overrides_approval_id UNIQUE (approval_id),
    CONSTRAINT ck_portion_overrides_portions CHECK (portions BETWEEN 1 AND 100),
    CONSTRAINT ck_portion_overrides_reason_text
        CHECK (char_length(reason) <= 500 AND btrim(reason) <> ''),
    CONSTRAINT fk_portion_overrides_approval_id_approvals FOREIGN KEY (approval_id)
        REFERENCES wedge.approvals (id),
    CONSTRAINT fk_portion_overrides_asked_by_staff FOREIGN KEY (asked_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_portion_overrides_granted_by_staff FOREIGN KEY (granted_by)
        REFERENCES wedge.staff (id)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.portion_overrides
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

ALTER TABLE wedge.portion_configurations
    ADD COLUMN override_id UUID,
    DROP CONSTRAINT ck_portion_configurations_portions_per_whole,
    ADD CONSTRAINT ck_portion_configurations_portions_per_whole
        CHECK (portions_per_whole BETWEEN 2 AND 16 OR override_id IS NOT NULL),
    ADD CONSTRAINT fk_portion_configurations_override
        FOREIGN KEY (override_id, id, portions_per_whole)
        REFERENCES wedge.portion_overrides (id, configuration_id, portions);

ALTER TABLE wedge.wholes
    DROP CONSTRAINT ck_wholes_portions_per_whole,
    ADD CONSTRAINT ck_wholes_portions_per_whole CHECK (portions_per_whole BETWEEN 1 AND 100);

ALTER TABLE wedge.portions
    DROP CONSTRAINT ck_portions_wedge_place,
    ADD CONSTRAINT ck_portions_wedge_place CHECK (wedge BETWEEN 0 AND 99);
