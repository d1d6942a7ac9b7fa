-- Before the knife goes in: tool, surface and what else is open at the station (BR-07.2, BR-07.3).
-- There is no way around it for any role.

CREATE FUNCTION wedge.allergen_policy(p_key text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT wedge.settings_document() -> 'food' -> 'allergens' ->> p_key
$$;

-- The equipment that is meant when nobody named one: the first that suits the product.
CREATE FUNCTION wedge.usual_equipment(p_kind text, p_product wedge.products) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT id FROM wedge.equipment
     WHERE kind = p_kind AND active AND (suits = '{}' OR p_product.category_id = ANY (suits))
     ORDER BY suits = '{}', code LIMIT 1
$$;

-- The causes for which these must not meet: [{source, id, name, allergens}], empty when none.
CREATE FUNCTION wedge.contact_threats(
    p_job uuid, p_station uuid, p_equipment uuid[], p_allergens text[]
) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'source', t.source, 'id', t.id, 'name', t.name, 'allergens', t.allergens)
               ORDER BY t.source DESC, t.name), '[]')
      FROM (SELECT e.kind AS source, e.id, e.name,
                   wedge.foreign_allergens(e.category, p_allergens) AS allergens
              FROM wedge.equipment e WHERE e.id = ANY (p_equipment) AND e.category IS NOT NULL
            UNION ALL
            SELECT 'open_job', j.id, w.code, ARRAY(
                       SELECT DISTINCT c FROM unnest(
                           wedge.foreign_allergens(j.allergens, p_allergens)
                           || wedge.foreign_allergens(p_allergens, j.allergens)) c ORDER BY c)
              FROM wedge.cutting_jobs j JOIN wedge.wholes w ON w.id = j.whole_id
             WHERE j.ended_at IS NULL AND j.id <> p_job
               AND j.station_id IS NOT DISTINCT FROM p_station) t
     WHERE t.allergens <> '{}'
$$;

-- Compare, store the result, and either take the equipment into use or answer with the refusal.
-- The refusal is an answer, not an error: its record has to stay.
CREATE FUNCTION wedge.open_cutting_job(
    p_job uuid, p_whole wedge.wholes, p_tool uuid, p_surface uuid, p_terminal uuid, p_staff uuid,
    p_at_once boolean
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_product wedge.products;
    v_allergens text[];
    v_equipment uuid[] := array_remove(ARRAY[p_tool, p_surface], NULL);
    v_station uuid;
    v_threats jsonb;
    v_unlike jsonb := '[]';
    v_near boolean;
    v_now timestamptz;
BEGIN
    SELECT * INTO v_product FROM wedge.products WHERE id = p_whole.product_id;
    v_allergens := wedge.all_allergens(coalesce(p_whole.allergens, v_product.allergens),
                                       v_product.allergens);
    IF v_allergens IS NULL THEN
        PERFORM wedge.refuse('product_incomplete', 'allergens');
    ELSIF p_whole.incident_id IS NOT NULL THEN
        PERFORM wedge.refuse('quarantined', p_whole.code);
    END IF;
    SELECT coalesce((SELECT station_id FROM wedge.equipment WHERE id = p_surface),
                    v_product.station_id) INTO v_station;
    -- One decision at a time per station and per piece of equipment.
    PERFORM pg_advisory_xact_lock(hashtextextended('cutting ' || coalesce(v_station::text, ''), 7));
    PERFORM FROM wedge.equipment WHERE id = ANY (v_equipment) ORDER BY id FOR UPDATE;
    IF EXISTS (SELECT FROM wedge.equipment WHERE id = ANY (v_equipment) AND NOT active)
        OR (SELECT count(*) FROM wedge.equipment
             WHERE id = p_tool AND kind = 'tool' OR id = p_surface AND kind = 'surface')
            <> cardinality(v_equipment)
    THEN
        PERFORM wedge.refuse('unknown_item', 'equipment');
    END IF;
    v_threats := wedge.contact_threats(p_job, v_station, v_equipment, v_allergens);
    SELECT EXISTS (SELECT FROM wedge.equipment
                    WHERE id = ANY (v_equipment) AND category <> '{}' AND category <> v_allergens)
        OR EXISTS (SELECT FROM wedge.cutting_jobs
                    WHERE ended_at IS NULL AND id <> p_job
                      AND station_id IS NOT DISTINCT FROM v_station) INTO v_near;
    IF coalesce(wedge.allergen_policy('sanitise_between_any')::boolean, true) THEN
        SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'source', e.kind, 'id', e.id, 'name', e.name, 'allergens', e.category)), '[]')
          INTO v_unlike FROM wedge.equipment e
         WHERE e.id = ANY (v_equipment) AND e.category IS NOT NULL AND e.category <> v_allergens
           AND NOT v_threats @> jsonb_build_array(jsonb_build_object('id', e.id));
    END IF;
    v_now := clock_timestamp();
    INSERT INTO wedge.risk_checks (id, job_id, whole_id, station_id, tool_id, surface_id, result,
                                   blocked, threats, rule_version, at, staff_id, terminal_id)
    VALUES (gen_random_uuid(), p_job, p_whole.id, v_station, p_tool, p_surface,
            CASE WHEN v_threats <> '[]' THEN 'possible_cross_contact'
                 WHEN v_near THEN 'low' ELSE 'none' END,
            v_threats || v_unlike <> '[]', v_threats,
            coalesce(wedge.allergen_policy('version')::int, 1), v_now, p_staff, p_terminal);
    IF v_threats || v_unlike <> '[]' THEN
        PERFORM wedge.journal_append(p_terminal, p_staff, 'cut blocked',
            jsonb_build_object('whole', p_whole.code, 'causes', v_threats || v_unlike));
        RETURN jsonb_build_object('refused', 'cross_contact',
                                  'detail', (v_threats || v_unlike)::text);
    END IF;
    INSERT INTO wedge.cutting_jobs (id, whole_id, station_id, tool_id, surface_id, allergens,
                                    started_at, started_by, terminal_id, ended_at, outcome)
    VALUES (p_job, p_whole.id, v_station, p_tool, p_surface, v_allergens, v_now, p_staff,
            p_terminal, CASE WHEN p_at_once THEN v_now END, CASE WHEN p_at_once THEN 'cut' END)
    ON CONFLICT (id) DO UPDATE SET tool_id = excluded.tool_id, surface_id = excluded.surface_id,
        allergens = excluded.allergens;
    UPDATE wedge.equipment
       SET category = wedge.all_allergens(coalesce(category, '{}'), v_allergens),
           last_used_at = v_now
     WHERE id = ANY (v_equipment);
    INSERT INTO wedge.equipment_uses (id, equipment_id, whole_id, job_id, allergens, at)
    SELECT gen_random_uuid(), e, p_whole.id, p_job, v_allergens, v_now FROM unnest(v_equipment) e;
    RETURN NULL;
END $$;

-- For cut_whole: null when the knife may go in (the job is then done), else the refusal to return.
-- Without a tool or surface: those of the job that is open for the whole, else the usual ones.
CREATE FUNCTION wedge.check_cross_contact(
    p_whole wedge.wholes, p_tool uuid, p_surface uuid, p_terminal uuid, p_staff uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_job wedge.cutting_jobs;
    v_product wedge.products;
    v_refusal jsonb;
BEGIN
    SELECT * INTO v_product FROM wedge.products WHERE id = p_whole.product_id;
    SELECT * INTO v_job FROM wedge.cutting_jobs
     WHERE whole_id = p_whole.id AND ended_at IS NULL FOR UPDATE;
    v_refusal := wedge.open_cutting_job(
        coalesce(v_job.id, gen_random_uuid()), p_whole,
        coalesce(p_tool, v_job.tool_id, wedge.usual_equipment('tool', v_product)),
        coalesce(p_surface, v_job.surface_id, wedge.usual_equipment('surface', v_product)),
        p_terminal, p_staff, v_job.id IS NULL);
    IF v_refusal IS NULL THEN
        UPDATE wedge.cutting_jobs SET ended_at = clock_timestamp(), outcome = 'cut'
         WHERE id = v_job.id;
    END IF;
    RETURN v_refusal;
END $$;

-- Begin a job that takes a while: others at the station see it, and may have to wait.
CREATE FUNCTION wedge.start_cutting(
    p_session uuid, p_request uuid, p_job uuid, p_whole uuid, p_tool uuid, p_surface uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_whole wedge.wholes;
    v_product wedge.products;
    v_tool uuid;
    v_refusal jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'start_cutting');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    SELECT * INTO v_whole FROM wedge.wholes WHERE id = p_whole FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'whole');
    ELSIF v_whole.state <> 'in_stock' THEN
        PERFORM wedge.refuse('already_cut', v_whole.state);
    ELSIF EXISTS (SELECT FROM wedge.cutting_jobs WHERE whole_id = p_whole AND ended_at IS NULL
                     OR id = p_job) THEN
        PERFORM wedge.refuse('changed', 'the job is open');
    END IF;
    SELECT * INTO v_product FROM wedge.products WHERE id = v_whole.product_id;
    v_tool := coalesce(p_tool, wedge.usual_equipment('tool', v_product));
    PERFORM wedge.check_tool(v_tool, v_product);
    v_refusal := wedge.open_cutting_job(
        p_job, v_whole, v_tool,
        coalesce(p_surface, wedge.usual_equipment('surface', v_product)),
        v_who.terminal_id, v_who.staff_id, false);
    IF v_refusal IS NOT NULL THEN
        RETURN v_refusal;
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'start cutting',
        jsonb_build_object('whole', v_whole.code, 'job_id', p_job));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'start_cutting', '{}');
END $$;

CREATE FUNCTION wedge.abandon_cutting(p_session uuid, p_request uuid, p_job uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'abandon_cutting');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    UPDATE wedge.cutting_jobs SET ended_at = clock_timestamp(), outcome = 'abandoned'
     WHERE id = p_job AND ended_at IS NULL;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('changed', 'the job is not open');
    END IF;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'abandon cutting',
                                 jsonb_build_object('job_id', p_job));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'abandon_cutting', '{}');
END $$;

-- A tool or surface was sanitised, now; the signed-in person confirms it.
CREATE FUNCTION wedge.log_sanitation(
    p_session uuid, p_request uuid, p_equipment uuid, p_method text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_known wedge.equipment;
    v_now timestamptz;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{kitchen,manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'log_sanitation');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_method, ''))) NOT BETWEEN 1 AND 200 THEN
        PERFORM wedge.refuse('bad_text', 'method');
    END IF;
    SELECT * INTO v_known FROM wedge.equipment WHERE id = p_equipment FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'equipment');
    ELSIF EXISTS (SELECT FROM wedge.cutting_jobs
                   WHERE ended_at IS NULL AND p_equipment IN (tool_id, surface_id)) THEN
        PERFORM wedge.refuse('changed', 'in use');
    END IF;
    v_now := clock_timestamp();
    IF v_now <= v_known.last_used_at THEN
        PERFORM wedge.refuse('changed', 'used later');
    END IF;
    INSERT INTO wedge.sanitations (id, equipment_id, method, at, category, confirmed_by,
                                   terminal_id)
    VALUES (gen_random_uuid(), p_equipment, btrim(p_method), v_now, v_known.category,
            v_who.staff_id, v_who.terminal_id);
    UPDATE wedge.equipment SET category = NULL, sanitised_at = v_now,
           sanitised_method = btrim(p_method), sanitised_by = v_who.staff_id
     WHERE id = p_equipment;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'sanitise',
        jsonb_build_object('equipment', v_known.code, 'method', btrim(p_method),
                           'category', v_known.category));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'log_sanitation', '{}');
END $$;

-- A surface; tools are kept as cutting tools.
CREATE FUNCTION wedge.save_equipment(p_session uuid, p_request uuid, p_equipment jsonb)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_new wedge.equipment := jsonb_populate_record(NULL::wedge.equipment, p_equipment);
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'save_equipment');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF v_new.id IS NULL OR v_new.kind IS DISTINCT FROM 'surface'
        OR EXISTS (SELECT FROM wedge.equipment WHERE id = v_new.id AND kind <> 'surface')
    THEN
        PERFORM wedge.refuse('unknown_item', 'equipment');
    ELSIF char_length(btrim(coalesce(v_new.code, ''))) NOT BETWEEN 1 AND 20
        OR EXISTS (SELECT FROM wedge.equipment
                    WHERE code = btrim(v_new.code) AND id <> v_new.id) THEN
        PERFORM wedge.refuse('bad_text', 'code');
    ELSIF char_length(btrim(coalesce(v_new.name, ''))) NOT BETWEEN 1 AND 80 THEN
        PERFORM wedge.refuse('bad_text', 'name');
    END IF;
    INSERT INTO wedge.equipment (id, code, name, kind, station_id, suits, active)
    VALUES (v_new.id, btrim(v_new.code), btrim(v_new.name), v_new.kind, v_new.station_id,
            coalesce(v_new.suits, '{}'), coalesce(v_new.active, true))
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name,
        station_id = excluded.station_id, suits = excluded.suits, active = excluded.active;
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'save equipment',
                                 jsonb_build_object('equipment', p_equipment));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'save_equipment', '{}');
END $$;
