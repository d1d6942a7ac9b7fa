-- Who starts a cut, takes a temperature by hand or confirms a sanitation has a food-handling
-- certificate and allergen training that count today (BR-06.3); no role passes it. The row itself
-- asks, so no way to it is left out.
CREATE FUNCTION wedge.ask_certificates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.require_training(
        (to_jsonb(NEW) ->> TG_ARGV[0])::uuid, '{food_handling,allergens}');
    RETURN NEW;
END $$;

CREATE TRIGGER ask_certificates BEFORE INSERT ON wedge.cutting_jobs
FOR EACH ROW WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.ask_certificates('started_by');

-- A temperature outside the limits vouches for nothing: it blocks the food, whoever measured it.
CREATE TRIGGER ask_certificates BEFORE INSERT ON wedge.signed_checks
FOR EACH ROW WHEN (NOT wedge.bulk()
      AND NOT wedge.breaks_limits(NEW.holding_unit_id, NEW.temperature_mc)) EXECUTE FUNCTION wedge.ask_certificates('staff_id');

CREATE TRIGGER ask_certificates BEFORE INSERT ON wedge.sanitations
FOR EACH ROW WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.ask_certificates('confirmed_by');
