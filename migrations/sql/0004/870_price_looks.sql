-- Which presentation a portion had when its price was written down: a markdown for its looks is
-- logged with the score that brought it (BR-02.5).
ALTER TABLE wedge.price_history ADD COLUMN presentation DOUBLE PRECISION;

CREATE FUNCTION wedge.note_looks() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    SELECT presentation INTO NEW.presentation FROM wedge.portions WHERE id = NEW.portion_id;
    RETURN NEW;
END $$;

CREATE TRIGGER looks BEFORE INSERT ON wedge.price_history
FOR EACH ROW EXECUTE FUNCTION wedge.note_looks();
