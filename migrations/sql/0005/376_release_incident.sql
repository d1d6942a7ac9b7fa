-- A lot that was blocked by an incident is free again, with another person's consent.
CREATE OR REPLACE FUNCTION wedge.release_incident(
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
    -- The orders that take their portions back, the portions, their lots: as everywhere.
    PERFORM FROM wedge.tickets WHERE state IN ('open', 'paid') AND id IN (
        SELECT ticket_id FROM wedge.ticket_lines
         WHERE portion_id = ANY (v_incident.portions) AND NOT voided) ORDER BY id FOR UPDATE;
    PERFORM FROM wedge.portions WHERE id = ANY (v_incident.portions) ORDER BY id FOR UPDATE;
    PERFORM FROM wedge.wholes WHERE id = ANY (v_incident.lots) ORDER BY id FOR NO KEY UPDATE;
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
