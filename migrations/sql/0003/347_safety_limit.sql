-- Configuration may shorten the law's limit, never lengthen it: whatever made the portion.
CREATE FUNCTION wedge.keep_safety_limit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    NEW.expires_at := least(NEW.expires_at, (
        SELECT wedge.safety_until(w, u.kind) FROM wedge.wholes w, wedge.holding_units u
         WHERE w.id = NEW.whole_id AND u.id = NEW.holding_unit_id));
    RETURN NEW;
END $$;

CREATE TRIGGER keep_safety_limit BEFORE INSERT ON wedge.portions FOR EACH ROW
WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.keep_safety_limit();
