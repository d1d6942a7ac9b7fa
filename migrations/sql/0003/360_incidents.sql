-- An allergen incident: block first, then look (BR-07.6).

-- The lot and every lot that shared a tool or surface with it, before or after, without a
-- sanitation in between.
CREATE FUNCTION wedge.lots_in_contact(p_whole uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT array_agg(DISTINCT x.lot ORDER BY x.lot)
      FROM (SELECT p_whole AS lot
            UNION ALL
            SELECT other.whole_id FROM wedge.equipment_uses own
              JOIN wedge.equipment_uses other ON other.equipment_id = own.equipment_id
             WHERE own.whole_id = p_whole AND NOT EXISTS (
                 SELECT FROM wedge.sanitations s
                  WHERE s.equipment_id = own.equipment_id
                    AND s.at > least(own.at, other.at) AND s.at < greatest(own.at, other.at))) x
$$;

CREATE FUNCTION wedge.receipts_of_lots(p_lots uuid[]) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'receipt_id', x.id, 'register', x.register, 'number', x.number,
               'issued_at', x.issued_at, 'portions', x.portions) ORDER BY x.issued_at, x.id), '[]')
      FROM (SELECT r.id, r.register, r.number, r.issued_at,
                   array_agg(l.portion_code ORDER BY l.position) AS portions
              FROM wedge.portions p
              JOIN wedge.ticket_lines l ON l.portion_id = p.id AND NOT l.voided
              JOIN wedge.receipts r ON r.ticket_id = l.ticket_id AND r.refund_of IS NULL
             WHERE p.whole_id = ANY (p_lots) GROUP BY r.id) x
$$;

-- Take every portion of the lots out of reach, also those reserved or paid and not yet handed
-- over; answers which ones. Tickets are locked before portions, as everywhere.
CREATE FUNCTION wedge.block_lots(p_lots uuid[], p_incident uuid) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_line uuid;
    v_portions uuid[];
BEGIN
    PERFORM FROM wedge.tickets WHERE state IN ('open', 'paid') AND id IN (
        SELECT ticket_id FROM wedge.portions WHERE whole_id = ANY (p_lots)) ORDER BY id FOR UPDATE;
    PERFORM FROM wedge.portions WHERE whole_id = ANY (p_lots) ORDER BY id FOR UPDATE;
    FOR v_line IN
        SELECT l.id FROM wedge.portions p JOIN wedge.ticket_lines l
            ON l.portion_id = p.id AND l.ticket_id = p.ticket_id AND NOT l.voided
         WHERE p.whole_id = ANY (p_lots) AND p.state = 'reserved' ORDER BY l.id
    LOOP
        PERFORM wedge.drop_line(v_line);
    END LOOP;
    WITH blocked AS (
        UPDATE wedge.portions SET state = 'quarantined', ticket_id = NULL, reserved_until = NULL
         WHERE whole_id = ANY (p_lots)
           AND state IN ('available', 'reserved', 'committed', 'in_doubt')
        RETURNING id)
    SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO v_portions FROM blocked;
    UPDATE wedge.wholes SET incident_id = coalesce(incident_id, p_incident)
     WHERE id = ANY (p_lots);
    RETURN v_portions;
END $$;

CREATE FUNCTION wedge.report_incident(
    p_session uuid, p_request uuid, p_incident uuid, p_whole uuid, p_note text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_code text;
    v_lots uuid[];
    v_receipts jsonb;
    v_portions uuid[];
    v_task uuid;
    v_now timestamptz;
    v_due interval := make_interval(
        secs => coalesce(wedge.allergen_policy('incident_due_s')::float8, 1800));
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'report_incident');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_note, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'note');
    END IF;
    SELECT code INTO v_code FROM wedge.wholes WHERE id = p_whole;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'lot');
    END IF;
    -- No cut with the same equipment may slip in between.
    PERFORM FROM wedge.equipment WHERE id IN (
        SELECT equipment_id FROM wedge.equipment_uses WHERE whole_id = p_whole)
     ORDER BY id FOR UPDATE;
    v_lots := wedge.lots_in_contact(p_whole);
    v_portions := wedge.block_lots(v_lots, p_incident);
    v_now := clock_timestamp();
    v_receipts := wedge.receipts_of_lots(v_lots);
    -- Whatever touched the lot and was not sanitised since brings something nobody knows yet.
    UPDATE wedge.equipment e
       SET category = wedge.all_allergens(coalesce(e.category, '{}'), '{unstated}')
     WHERE EXISTS (SELECT FROM wedge.equipment_uses u
                    WHERE u.equipment_id = e.id AND u.whole_id = p_whole
                      AND u.at > coalesce(e.sanitised_at, '-infinity'));
    v_task := wedge.task_for('allergen_incident', 'Allergen incident: lot ' || v_code,
        jsonb_build_object('incident', p_incident), 'food_safety_manager', v_due,
        v_who.terminal_id, v_who.staff_id);
    INSERT INTO wedge.allergen_incidents (id, whole_id, note, lots, portions, receipts,
        reported_at, reported_by, terminal_id, due_at, task_id)
    VALUES (p_incident, p_whole, btrim(p_note), v_lots, v_portions, v_receipts, v_now,
            v_who.staff_id, v_who.terminal_id, v_now + v_due, v_task);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'allergen incident',
        jsonb_build_object('incident_id', p_incident, 'lot', v_code, 'note', btrim(p_note),
                           'lots', v_lots, 'portions', cardinality(v_portions),
                           'receipts', jsonb_array_length(v_receipts)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'report_incident', jsonb_build_object(
        'lots', v_lots, 'portions', cardinality(v_portions), 'receipts', v_receipts));
END $$;

-- Only with the food-safety manager's approval. A lot of another open incident stays blocked.
CREATE FUNCTION wedge.release_incident(
    p_session uuid, p_request uuid, p_incident uuid, p_outcome text, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_incident wedge.allergen_incidents;
    v_approver uuid;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'release_incident');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_outcome, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'outcome');
    END IF;
    -- Two releases of incidents that share a lot take turns.
    LOCK TABLE wedge.allergen_incidents IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO v_incident FROM wedge.allergen_incidents WHERE id = p_incident FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'incident');
    ELSIF v_incident.state <> 'open' THEN
        PERFORM wedge.refuse('changed', v_incident.state);
    END IF;
    v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'allergen_release',
                                     jsonb_build_object('incident', p_incident), NULL);
    UPDATE wedge.allergen_incidents
       SET state = 'released', released_at = clock_timestamp(), released_by = v_who.staff_id,
           approved_by = v_approver, outcome = btrim(p_outcome)
     WHERE id = p_incident;
    UPDATE wedge.wholes w
       SET incident_id = (SELECT i.id FROM wedge.allergen_incidents i
                           WHERE i.state = 'open' AND w.id = ANY (i.lots)
                           ORDER BY i.reported_at LIMIT 1)
     WHERE w.id = ANY (v_incident.lots);
    -- What stays blocked by another incident is released with that one.
    UPDATE wedge.allergen_incidents i
       SET portions = ARRAY(SELECT DISTINCT x FROM unnest(i.portions || ARRAY(
               SELECT p.id FROM wedge.portions p
                WHERE p.id = ANY (v_incident.portions) AND p.whole_id = ANY (i.lots))) x)
     WHERE i.state = 'open' AND i.lots && v_incident.lots;
    PERFORM FROM wedge.portions WHERE id = ANY (v_incident.portions) ORDER BY id FOR UPDATE;
    UPDATE wedge.portions p SET state = 'available'
      FROM wedge.wholes w
     WHERE p.id = ANY (v_incident.portions) AND p.state = 'quarantined'
       AND w.id = p.whole_id AND w.incident_id IS NULL;
    PERFORM wedge.task_done('allergen_incident', jsonb_build_object('incident', p_incident),
                            btrim(p_outcome), v_who.terminal_id, v_who.staff_id);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'release incident',
        jsonb_build_object('incident_id', p_incident, 'outcome', btrim(p_outcome),
                           'approved_by', v_approver));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'release_incident', '{}');
END $$;
