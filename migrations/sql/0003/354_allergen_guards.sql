-- What nobody can get around: inheritance, avoided allergens, blocked lots. They are triggers, so
-- that every function that ever makes a lot, a portion or a line has to pass them.

CREATE FUNCTION wedge.inherit_lot_allergens() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_recipe text[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.allergens IS NOT NULL AND NOT coalesce(NEW.allergens @> OLD.allergens, false) THEN
            RAISE EXCEPTION 'whole %: an inherited allergen cannot be removed', OLD.code
                USING ERRCODE = 'check_violation';
        END IF;
        NEW.allergens := wedge.allergen_codes(NEW.allergens);
        IF NOT (NEW.state = 'cut' AND OLD.state = 'in_stock') THEN
            RETURN NEW;
        ELSIF NEW.incident_id IS NOT NULL THEN
            PERFORM wedge.refuse('quarantined', OLD.code);
        END IF;
    END IF;
    SELECT allergens INTO v_recipe FROM wedge.products WHERE id = NEW.product_id;
    IF TG_OP = 'INSERT' THEN
        NEW.allergens := CASE WHEN NEW.allergens IS NULL THEN wedge.allergen_codes(v_recipe)
                              ELSE wedge.all_allergens(NEW.allergens, v_recipe) END;
    ELSE
        -- At the knife: all of the lot's own and all that the recipe states now.
        NEW.allergens := wedge.all_allergens(coalesce(NEW.allergens, v_recipe), v_recipe);
        IF NEW.allergens IS NULL AND NOT wedge.bulk() THEN
            PERFORM wedge.refuse('product_incomplete', 'allergens');
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER inherit_allergens BEFORE INSERT OR UPDATE OF state, allergens ON wedge.wholes
FOR EACH ROW EXECUTE FUNCTION wedge.inherit_lot_allergens();

CREATE FUNCTION wedge.inherit_portion_allergens() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    SELECT allergens INTO NEW.allergens FROM wedge.wholes WHERE id = NEW.whole_id;
    RETURN NEW;
END $$;

CREATE TRIGGER inherit_allergens BEFORE INSERT ON wedge.portions
FOR EACH ROW EXECUTE FUNCTION wedge.inherit_portion_allergens();

CREATE FUNCTION wedge.keep_portion_allergens() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF OLD.allergens IS NOT NULL AND NOT coalesce(NEW.allergens @> OLD.allergens, false) THEN
        RAISE EXCEPTION 'portion %: an inherited allergen cannot be removed', OLD.code
            USING ERRCODE = 'check_violation';
    END IF;
    NEW.allergens := wedge.allergen_codes(NEW.allergens);
    RETURN NEW;
END $$;

CREATE TRIGGER keep_allergens BEFORE UPDATE OF allergens ON wedge.portions
FOR EACH ROW EXECUTE FUNCTION wedge.keep_portion_allergens();

-- A portion of a blocked lot leaves quarantine only with its incident (or as waste).
CREATE FUNCTION wedge.guard_blocked_lot() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM wedge.wholes WHERE id = NEW.whole_id AND incident_id IS NOT NULL) THEN
        PERFORM wedge.refuse('quarantined', NEW.code);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_blocked_lot BEFORE UPDATE OF state ON wedge.portions
FOR EACH ROW WHEN (OLD.state = 'quarantined' AND NEW.state = 'available'
                   OR OLD.state = 'available' AND NEW.state = 'reserved')
EXECUTE FUNCTION wedge.guard_blocked_lot();

-- A line says what its portion contains, and never what its guest avoids.
CREATE FUNCTION wedge.guard_line_allergens() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_conflict text[];
BEGIN
    IF NEW.portion_id IS NOT NULL THEN
        SELECT allergens INTO NEW.allergens FROM wedge.portions WHERE id = NEW.portion_id;
        IF NEW.allergens IS NULL THEN
            PERFORM wedge.refuse('product_incomplete', 'allergens');
        END IF;
    END IF;
    SELECT wedge.conflicting_allergens(NEW.allergens, t.avoids) INTO v_conflict
      FROM wedge.tickets t WHERE t.id = NEW.ticket_id AND t.avoids <> '{}';
    IF v_conflict <> '{}' THEN
        PERFORM wedge.refuse('allergen_conflict', array_to_string(v_conflict, ','));
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_allergens_new BEFORE INSERT ON wedge.ticket_lines
FOR EACH ROW WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.guard_line_allergens();

CREATE TRIGGER guard_allergens BEFORE UPDATE OF portion_id ON wedge.ticket_lines
FOR EACH ROW WHEN (NEW.portion_id IS DISTINCT FROM OLD.portion_id)
EXECUTE FUNCTION wedge.guard_line_allergens();

-- No ticket is paid while a line holds what the guest avoids.
CREATE FUNCTION wedge.guard_paid_allergens() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_names text;
BEGIN
    SELECT string_agg(DISTINCT l.name, ', ') INTO v_names FROM wedge.ticket_lines l
     WHERE l.ticket_id = NEW.id AND NOT l.voided
       AND wedge.conflicting_allergens(l.allergens, NEW.avoids) <> '{}';
    IF v_names IS NOT NULL THEN
        PERFORM wedge.refuse('allergen_conflict', v_names);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_allergens BEFORE UPDATE OF state ON wedge.tickets
FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state = 'paid' AND NEW.avoids <> '{}')
EXECUTE FUNCTION wedge.guard_paid_allergens();
