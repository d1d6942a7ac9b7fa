-- Policies: sections of the settings document, each with its version. A change is a new version of
-- the settings, approved by a second person; nothing is overwritten, so every one can come back.

CREATE TABLE wedge.policy_changes (
    id UUID NOT NULL,
    section TEXT NOT NULL,
    version INTEGER NOT NULL,
    settings_version INTEGER NOT NULL,
    document JSONB NOT NULL,
    before JSONB,
    note TEXT NOT NULL,
    changed_by UUID NOT NULL,
    approved_by UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_policy_changes PRIMARY KEY (id),
    CONSTRAINT uq_policy_changes_section_version UNIQUE (section, version),
    CONSTRAINT ck_policy_changes_two_persons CHECK (changed_by <> approved_by),
    CONSTRAINT ck_policy_changes_note_text CHECK (char_length(note) <= 500 AND btrim(note) <> ''),
    CONSTRAINT fk_policy_changes_settings_version_settings FOREIGN KEY (settings_version)
        REFERENCES wedge.settings (version),
    CONSTRAINT fk_policy_changes_changed_by_staff FOREIGN KEY (changed_by)
        REFERENCES wedge.staff (id),
    CONSTRAINT fk_policy_changes_approved_by_staff FOREIGN KEY (approved_by)
        REFERENCES wedge.staff (id)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.policy_changes
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- The sections a person may change; the rest of the settings is the store's own facts.
CREATE FUNCTION wedge.policy_sections() RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT '{quality,pricing,promotions,allocation,targets,kitchen,approvals,suggestions,loyalty,
             refunds,
             guest,recovery,
             food.jurisdiction,food.portions,food.readings,food.calibration,food.freshness,
             food.shelf_life,food.checkpoints,food.allergens,
             forecast}'::text[]
$$;

-- What a policy must keep whoever wrote it. The screens say more, and sooner (app/domain).
CREATE FUNCTION wedge.check_policy(p_section text, p_document jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF jsonb_typeof(p_document) IS DISTINCT FROM 'object' OR length(p_document::text) > 100000 THEN
        PERFORM wedge.refuse('bad_policy', 'document');
    END IF;
    IF p_section = 'quality' AND NOT coalesce(
        10 >= (p_document ->> 'grade_a')::numeric
        AND (p_document ->> 'grade_a')::numeric > (p_document ->> 'grade_b')::numeric
        AND (p_document ->> 'grade_b')::numeric > (p_document ->> 'grade_c')::numeric
        AND (p_document ->> 'grade_c')::numeric >= (p_document ->> 'sale_floor')::numeric
        AND (p_document ->> 'markdown_threshold')::numeric
            BETWEEN (p_document ->> 'sale_floor')::numeric AND 10
        AND (p_document ->> 'sale_floor')::numeric >= 0
        AND (p_document ->> 'unobserved_after_s')::numeric > 0, false)
    THEN
        PERFORM wedge.refuse('bad_policy', 'quality: grades and floor out of order');
    END IF;
    IF p_section = 'pricing' AND NOT coalesce(
        wedge.fraction(p_document ->> 'max_change') BETWEEN 0 AND 1
        AND wedge.fraction(p_document ->> 'min_margin') >= 0
        AND wedge.fraction(p_document ->> 'min_margin') < 1
        AND wedge.fraction(p_document ->> 'markdown_at_floor') BETWEEN 0 AND 1
        AND (p_document ->> 'rounding_minor')::numeric >= 1, false)
    THEN
        PERFORM wedge.refuse('bad_policy', 'pricing: shares out of range');
    END IF;
    IF p_section = 'refunds' AND NOT coalesce(
        (p_document ->> 'cashier_limit_minor')::numeric BETWEEN 0 AND 2000000000
        AND (p_document ->> 'window_s')::numeric >= 0, false)
    THEN
        PERFORM wedge.refuse('bad_policy', 'refunds: limit or window below nothing');
    END IF;
    IF p_section = 'allocation' AND (p_document ->> 'hold_s')::numeric NOT BETWEEN 60 AND 900 THEN
        PERFORM wedge.refuse('bad_policy', 'allocation: a hold lasts from 60 to 900 s');
    END IF;
EXCEPTION WHEN invalid_text_representation OR division_by_zero THEN
    PERFORM wedge.refuse('bad_policy', p_section);
END $$;

-- jsonb_set makes the last key only: the parent of a section may be missing in an older document.
CREATE FUNCTION wedge.with_section(p_settings jsonb, p_path text[], p_document jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT jsonb_set(
        CASE WHEN cardinality(p_path) > 1 AND p_settings -> p_path[1] IS NULL
             THEN p_settings || jsonb_build_object(p_path[1], '{}'::jsonb)
             ELSE p_settings END,
        p_path, p_document)
$$;

CREATE FUNCTION wedge.change_policy(
    p_session uuid, p_request uuid, p_section text, p_document jsonb, p_note text, p_approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
    v_approver uuid;
    v_settings wedge.settings;
    v_version int;
    v_document jsonb := p_document - 'version';
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
    v_approver := wedge.use_approval(p_approval, v_who.terminal_id, 'policy_change',
        jsonb_build_object('section', p_section, 'document', v_document), NULL);
    LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE;
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
