-- No product outlives the law (BR-05.3): its own limit after cutting may be shorter, never longer
-- than the longest that the rules of the place know, whoever saves it and by whatever function.

CREATE FUNCTION wedge.guard_longest_life() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_longest int := (wedge.law_of(wedge.policy_read(wedge.settings_document(),
                          'food.jurisdiction')) ->> 'cold_after_cut_limit_s')::int;
BEGIN
    IF NEW.after_cut_limit_s > v_longest THEN
        PERFORM wedge.refuse('safety_limit', format('after_cut_limit,%s', v_longest));
    END IF;
    RETURN NEW;
END $$;

-- What a store of an older version holds stays until somebody saves it anew; its portions end by
-- the law all the same (wedge.keep_safety_limit).
CREATE TRIGGER guard_longest_life BEFORE INSERT OR UPDATE OF after_cut_limit_s ON wedge.products
FOR EACH ROW EXECUTE FUNCTION wedge.guard_longest_life();
