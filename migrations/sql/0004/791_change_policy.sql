-- As before, but what is no document at all is refused by name.
CREATE OR REPLACE FUNCTION wedge.change_policy(
    p_session uuid, p_request uuid, p_section text, p_document jsonb, p_note text, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_approver uuid;
    v_settings wedge.settings;
    v_version int;
    v_document jsonb;
    v_path text[] := string_to_array(p_section, '.');
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(
        p_session, '{manager,food_safety_manager,administrator}');
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'change_policy');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF p_section IS NULL OR p_section <> ALL (wedge.policy_sections()) THEN
        PERFORM wedge.refuse('unknown_item', 'policy');
    ELSIF char_length(btrim(coalesce(p_note, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'note');
    END IF;
    PERFORM wedge.check_policy(p_section, p_document);
    IF p_section = 'pricing' THEN
        PERFORM wedge.check_peak_hours(p_document);
    END IF;
    v_document := p_document - 'version';
    v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'policy_change',
        jsonb_build_object('section', p_section, 'document', v_document), NULL);
    LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE;
    PERFORM wedge.check_consent_is_new(p_approval, p_section);
    SELECT * INTO v_settings FROM wedge.settings ORDER BY version DESC LIMIT 1;
    v_version := 1 + greatest(
        coalesce((v_settings.document #>> (v_path || ARRAY['version']))::int, 1),
        coalesce((SELECT max(version) FROM wedge.policy_changes WHERE section = p_section), 0));
    v_document := wedge.approved_policy(
        p_section, v_document, v_settings.document #> v_path, v_approver);
    v_document := v_document || jsonb_build_object('version', v_version);
    INSERT INTO wedge.settings (version, document, changed_by)
    VALUES (v_settings.version + 1,
            wedge.with_section(v_settings.document, v_path, v_document), v_who.staff_id);
    INSERT INTO wedge.policy_changes (id, section, version, settings_version, document, before,
                                      note, changed_by, approved_by)
    VALUES (gen_random_uuid(), p_section, v_version, v_settings.version + 1, v_document,
            v_settings.document #> v_path, btrim(p_note), v_who.staff_id, v_approver);
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'change policy',
        jsonb_build_object('section', p_section, 'version', v_version, 'document', v_document,
                           'note', btrim(p_note), 'approval_id', p_approval,
                           'approved_by', v_approver));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'change_policy',
                          jsonb_build_object('version', v_version));
END $$;
