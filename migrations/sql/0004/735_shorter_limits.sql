-- A time limit that becomes shorter holds at once for what was cut before, too; one that becomes
-- longer never lengthens a portion's life (docs/shelf-life.md).

-- Whatever makes the portion: the limit in force when it is there, not when its cut was begun. A
-- change of the rules waits for cuts on their way, so that it finds their portions.
CREATE OR REPLACE FUNCTION wedge.keep_safety_limit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    LOCK TABLE wedge.settings IN ROW EXCLUSIVE MODE;
    NEW.expires_at := least(NEW.expires_at, (
        SELECT wedge.safety_until(w, u.kind) FROM wedge.wholes w, wedge.holding_units u
         WHERE w.id = NEW.whole_id AND u.id = NEW.holding_unit_id));
    RETURN NEW;
END $$;

-- Every portion that is neither served nor wasted ends by the limits in force, on sale or on an
-- order; answers the codes of those that end sooner than before.
CREATE FUNCTION wedge.shorten_lives() RETURNS text[]
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    WITH over AS (
        SELECT p.id, wedge.safety_until(w, u.kind) AS until
          FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id
          JOIN wedge.holding_units u ON u.id = p.holding_unit_id
         WHERE p.state NOT IN ('served', 'wasted')
           AND p.expires_at > wedge.safety_until(w, u.kind)
         ORDER BY p.id FOR UPDATE OF p),
    done AS (
        UPDATE wedge.portions p SET expires_at = least(p.expires_at, o.until)
          FROM over o WHERE p.id = o.id RETURNING p.code)
    SELECT coalesce(array_agg(code ORDER BY code), '{}') FROM done
$$;

CREATE FUNCTION wedge.rules_of_lives() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_before jsonb := (SELECT document FROM wedge.settings WHERE version < NEW.version
                        ORDER BY version DESC LIMIT 1);
    v_terminal uuid := (SELECT id FROM wedge.terminals WHERE login_role = session_user);
    v_codes text[];
BEGIN
    IF v_before IS NULL OR wedge.policy_read(NEW.document, 'food.jurisdiction')
        = wedge.policy_read(v_before, 'food.jurisdiction') THEN
        RETURN NULL;
    END IF;
    v_codes := wedge.shorten_lives();
    IF v_terminal IS NOT NULL AND cardinality(v_codes) > 0 THEN
        PERFORM wedge.journal_append(v_terminal, NEW.changed_by, 'shorten limits',
            jsonb_build_object('settings_version', NEW.version, 'portions', to_jsonb(v_codes)));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER rules_of_lives AFTER INSERT ON wedge.settings FOR EACH ROW
WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.rules_of_lives();
