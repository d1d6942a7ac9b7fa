-- What the estimated time is made of: who works at a station, how far a unit is. And a line says
-- where its portion is now, whoever moved it.

CREATE FUNCTION wedge.staff_station(
    p_session uuid, p_request uuid, p_station uuid, p_active int
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_before int;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'staff_station');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_active IS NULL OR p_active NOT BETWEEN 1 AND 50 THEN
        PERFORM wedge.refuse('bad_quantity', p_active::text);
    END IF;
    SELECT active_staff INTO v_before FROM wedge.stations WHERE id = p_station FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'station');
    END IF;
    UPDATE wedge.stations SET active_staff = p_active WHERE id = p_station;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'staff station',
        jsonb_build_object('station_id', p_station, 'old', v_before, 'new', p_active));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'staff_station', '{}');
END $$;

CREATE FUNCTION wedge.set_storage(
    p_session uuid, p_request uuid, p_unit uuid, p_storage text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_before text;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'set_storage');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_storage IS NULL OR p_storage NOT IN ('display', 'chilled', 'freezer') THEN
        PERFORM wedge.refuse('bad_text', 'storage');
    END IF;
    SELECT storage INTO v_before FROM wedge.holding_units WHERE id = p_unit FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'holding unit');
    END IF;
    UPDATE wedge.holding_units SET storage = p_storage WHERE id = p_unit;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'set storage',
        jsonb_build_object('holding_unit_id', p_unit, 'old', v_before, 'new', p_storage));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'set_storage', '{}');
END $$;

CREATE FUNCTION wedge.follow_place() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    UPDATE wedge.ticket_lines l SET place = NEW.place, holding_unit_name = u.name
      FROM wedge.holding_units u
     WHERE u.id = NEW.holding_unit_id AND l.portion_id = NEW.id AND NOT l.voided
       AND l.kitchen_state <> 'served' AND l.ticket_id = NEW.ticket_id;
    RETURN NULL;
END $$;

CREATE TRIGGER place AFTER UPDATE OF place, holding_unit_id ON wedge.portions
FOR EACH ROW WHEN (NEW.ticket_id IS NOT NULL AND NEW.state IN ('reserved', 'committed')
    AND (OLD.place, OLD.holding_unit_id) IS DISTINCT FROM (NEW.place, NEW.holding_unit_id))
EXECUTE FUNCTION wedge.follow_place();

GRANT EXECUTE ON FUNCTION wedge.staff_station(uuid, uuid, uuid, int) TO kds_app, backoffice_app;
GRANT EXECUTE ON FUNCTION wedge.set_storage(uuid, uuid, uuid, text) TO backoffice_app;
