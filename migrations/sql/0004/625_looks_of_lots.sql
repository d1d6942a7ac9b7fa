-- How many looks were taken at a lot, and how many of them failed: the next one comes sooner.

ALTER TABLE wedge.wholes
    ADD COLUMN looks INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN failed_looks INTEGER DEFAULT 0 NOT NULL,
    ADD CONSTRAINT ck_wholes_looks CHECK (failed_looks BETWEEN 0 AND looks);

-- Terminals fetch a fresh picture after an upgrade: the feed need not tell each row of it.
ALTER TABLE wedge.wholes DISABLE TRIGGER USER;

UPDATE wedge.wholes w SET looks = i.looks, failed_looks = i.failed
  FROM (SELECT whole_id, count(*) AS looks, count(*) FILTER (WHERE NOT passed) AS failed
          FROM wedge.inspections GROUP BY whole_id) i
 WHERE i.whole_id = w.id;

ALTER TABLE wedge.wholes ENABLE TRIGGER USER;

CREATE FUNCTION wedge.count_look() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.wholes SET looks = looks + 1, failed_looks = failed_looks + (NOT NEW.passed)::int
     WHERE id = NEW.whole_id;
    RETURN NULL;
END $$;

CREATE TRIGGER count_look AFTER INSERT ON wedge.inspections
FOR EACH ROW EXECUTE FUNCTION wedge.count_look();
