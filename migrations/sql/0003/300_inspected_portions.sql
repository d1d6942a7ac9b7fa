-- What a look at a portion leaves on it, which steps a lot still owes, and how exact a probe is.

ALTER TABLE wedge.portions
    ADD COLUMN inspected_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN inspected_score DOUBLE PRECISION,
    ADD COLUMN recheck_at TIMESTAMP WITH TIME ZONE,
    ADD CONSTRAINT ck_portions_inspected CHECK (
        num_nulls(inspected_at, inspected_score) IN (0, 2) AND inspected_score BETWEEN 0 AND 10);

ALTER TABLE wedge.wholes
    ADD COLUMN checks_missing TEXT[] DEFAULT '{}' NOT NULL,
    ADD COLUMN extended_from TIMESTAMP WITH TIME ZONE,
    ADD CONSTRAINT ck_wholes_checks_missing CHECK (
        checks_missing <@ ARRAY['after_cut', 'on_display']);

ALTER TABLE wedge.holding_units
    ADD COLUMN probe_uncertainty_mc INTEGER DEFAULT 0 NOT NULL,
    ADD CONSTRAINT ck_holding_units_probe CHECK (probe_uncertainty_mc BETWEEN 0 AND 5000);

-- A lot owes the check on display from its cut on; the score given at the cut is the check after it.
CREATE FUNCTION wedge.owe_checks() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.checks_missing := '{on_display}';
    RETURN NEW;
END $$;

CREATE TRIGGER owe_checks BEFORE UPDATE ON wedge.wholes FOR EACH ROW
WHEN (OLD.state = 'in_stock' AND NEW.state = 'cut' AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.owe_checks();

-- A number of a policy as it is in force; older settings may lack it.
CREATE FUNCTION wedge.policy_number(p_path text[], p_default numeric) RETURNS numeric
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce((wedge.settings_document() #>> p_path)::numeric, p_default)
$$;

CREATE FUNCTION wedge.sale_floor() RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.policy_number('{quality,sale_floor}', 7)::double precision
$$;

-- Cut so badly that it may not be sold: the check after cutting is owed again.
CREATE FUNCTION wedge.judge_cut() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF wedge.bulk() THEN
        RETURN NULL;
    END IF;
    UPDATE wedge.wholes SET checks_missing = '{after_cut,on_display}'
     WHERE checks_missing = '{on_display}' AND id IN (
         SELECT whole_id FROM made WHERE initial_quality < wedge.sale_floor());
    RETURN NULL;
END $$;

CREATE TRIGGER judge_cut AFTER INSERT ON wedge.portions
REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION wedge.judge_cut();

-- A lot that was cut without a score, or badly, gets its score later.
CREATE FUNCTION wedge.score_came() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.wholes SET checks_missing = array_remove(checks_missing, 'after_cut')
     WHERE id = NEW.whole_id AND 'after_cut' = ANY (checks_missing);
    RETURN NULL;
END $$;

CREATE TRIGGER score_came AFTER UPDATE ON wedge.portions FOR EACH ROW
WHEN (NEW.initial_quality IS DISTINCT FROM OLD.initial_quality
      AND NEW.initial_quality >= wedge.sale_floor())
EXECUTE FUNCTION wedge.score_came();

-- Local midnight before now; the quality day ends at the next one.
CREATE FUNCTION wedge.day_start() RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT date_trunc('day', clock_timestamp(), wedge.settings_document() ->> 'time_zone')
$$;
