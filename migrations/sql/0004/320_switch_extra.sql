-- One more portion for less (FUL-03.6) is switched on and off by a shift lead or a manager, without
-- a second person: the settings get a version with the switch set, and nothing else of them changes.
CREATE FUNCTION wedge.switch_extra(p_session uuid, p_request uuid, p_on boolean) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_settings wedge.settings;
    v_rules jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{shift_lead,manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'switch_extra');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_on IS NULL THEN
        PERFORM wedge.refuse('unknown_item', 'switch');
    END IF;
    LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO v_settings FROM wedge.settings ORDER BY version DESC LIMIT 1;
    v_rules := coalesce(v_settings.document -> 'suggestions', '{}');
    IF coalesce((v_rules ->> 'extra')::boolean, true) <> p_on THEN
        INSERT INTO wedge.settings (version, document, changed_by)
        VALUES (v_settings.version + 1, v_settings.document || jsonb_build_object('suggestions',
                v_rules || jsonb_build_object('extra', p_on, 'version', 1 + greatest(
                    coalesce((v_rules ->> 'version')::int, 1), coalesce((
                        SELECT max(version) FROM wedge.policy_changes
                         WHERE section = 'suggestions'), 0)))), v_who.staff_id);
        PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'switch extra portion',
                                     jsonb_build_object('on', p_on));
    END IF;
    RETURN wedge.remember(p_request, v_who.terminal_id, 'switch_extra', '{}');
END $$;
