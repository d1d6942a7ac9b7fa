-- Where a portion lay in its whole: a sheet cake or a loaf has corners, edges and a middle, a round
-- one has none. `per_row` is how many lie side by side; null for a round one.

ALTER TABLE wedge.portion_configurations
    ADD COLUMN per_row INTEGER,
    ADD CONSTRAINT ck_portion_configurations_per_row
        CHECK (per_row BETWEEN 1 AND portions_per_whole AND portions_per_whole % per_row = 0);

-- As it was cut: the product's ways of cutting may change later.
ALTER TABLE wedge.wholes
    ADD COLUMN per_row INTEGER,
    ADD CONSTRAINT ck_wholes_per_row CHECK (per_row BETWEEN 1 AND portions_per_whole);

CREATE FUNCTION wedge.keep_rows() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.per_row := (SELECT c.per_row FROM wedge.portion_configurations c
                     WHERE c.product_id = NEW.product_id
                       AND c.portions_per_whole = NEW.portions_per_whole);
    RETURN NEW;
END $$;

CREATE TRIGGER keep_rows BEFORE INSERT OR UPDATE OF portions_per_whole ON wedge.wholes
FOR EACH ROW WHEN (NEW.portions_per_whole IS NOT NULL)
EXECUTE FUNCTION wedge.keep_rows();

-- app/domain/place.py, place_of
CREATE FUNCTION wedge.place_in_whole(p_wedge int, p_portions int, p_per_row int) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT CASE WHEN p_per_row IS NULL OR p_wedge NOT BETWEEN 0 AND p_portions - 1 THEN NULL
                ELSE CASE (p_wedge % p_per_row IN (0, p_per_row - 1))::int
                          + (p_wedge / p_per_row IN (0, p_portions / p_per_row - 1))::int
                     WHEN 2 THEN 'corner' WHEN 1 THEN 'edge' ELSE 'middle' END END
$$;
