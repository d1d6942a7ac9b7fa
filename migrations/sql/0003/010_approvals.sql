-- One mechanism for every override: another person allows one action, once, within a minute.

CREATE TABLE wedge.approvals (
    id UUID NOT NULL,
    action TEXT NOT NULL,
    subject JSONB NOT NULL,
    amount_minor INTEGER,
    reason TEXT NOT NULL,
    terminal_id UUID NOT NULL,
    asked_by UUID NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    state TEXT DEFAULT 'asked' NOT NULL,
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    comment TEXT DEFAULT '' NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    archived BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_approvals PRIMARY KEY (id),
    CONSTRAINT fk_approvals_terminal_id_terminals FOREIGN KEY (terminal_id)
        REFERENCES wedge.terminals (id),
    CONSTRAINT fk_approvals_asked_by_staff FOREIGN KEY (asked_by) REFERENCES wedge.staff (id),
    CONSTRAINT fk_approvals_decided_by_staff FOREIGN KEY (decided_by) REFERENCES wedge.staff (id),
    CONSTRAINT ck_approvals_state_known CHECK (state IN ('asked', 'granted', 'refused', 'used')),
    CONSTRAINT ck_approvals_action_text CHECK (char_length(action) <= 40 AND btrim(action) <> ''),
    CONSTRAINT ck_approvals_reason_text CHECK (char_length(reason) <= 500 AND btrim(reason) <> ''),
    CONSTRAINT ck_approvals_comment_text CHECK (char_length(comment) <= 500),
    CONSTRAINT ck_approvals_subject CHECK (jsonb_typeof(subject) = 'object'),
    CONSTRAINT ck_approvals_another CHECK (decided_by <> asked_by OR state = 'refused'),
    CONSTRAINT ck_approvals_decided CHECK ((state = 'asked') = (decided_at IS NULL)),
    CONSTRAINT ck_approvals_used CHECK ((state = 'used') = (used_at IS NOT NULL))
);

CREATE INDEX ix_approvals_current ON wedge.approvals (asked_at) WHERE NOT archived;

CREATE VIEW wedge.picture_approvals AS
SELECT id, to_jsonb(x) - 'archived' AS content FROM wedge.approvals x WHERE NOT x.archived;

SELECT wedge.feed_follow('approvals', 'approvals', 'id');

-- Who may decide on an action: the policy's list, else managers; food safety has its own people.
CREATE FUNCTION wedge.approver_roles(p_action text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT coalesce(
        (SELECT array_agg(r) FROM jsonb_array_elements_text(
            wedge.settings_document() -> 'approvals' -> 'approvers' -> p_action) r),
        CASE WHEN p_action IN ('quality_extension', 'quality_review', 'allergen_release')
             THEN '{food_safety_manager,administrator}'::text[]
             ELSE '{manager,administrator}'::text[] END)
$$;

CREATE FUNCTION wedge.approval_seconds(p_name text, p_default int) RETURNS interval
LANGUAGE sql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
    SELECT make_interval(secs => coalesce(
        (wedge.settings_document() -> 'approvals' ->> p_name)::int, p_default))
$$;

CREATE FUNCTION wedge.ask_approval(
    p_session uuid, p_request uuid, p_approval uuid, p_action text, p_subject jsonb,
    p_amount bigint, p_reason text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'ask_approval');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    IF char_length(btrim(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 500 THEN
        PERFORM wedge.refuse('bad_text', 'reason');
    ELSIF char_length(btrim(coalesce(p_action, ''))) NOT BETWEEN 1 AND 40 THEN
        PERFORM wedge.refuse('bad_text', 'action');
    ELSIF p_subject IS NULL OR jsonb_typeof(p_subject) <> 'object' THEN
        PERFORM wedge.refuse('unknown_item', 'subject');
    ELSIF p_amount NOT BETWEEN 0 AND 2000000000 THEN
        PERFORM wedge.refuse('bad_price', 'amount');
    END IF;
    UPDATE wedge.approvals SET archived = true
     WHERE NOT archived AND expires_at < clock_timestamp() - interval '1 day';
    INSERT INTO wedge.approvals (id, action, subject, amount_minor, reason, terminal_id, asked_by,
                                 expires_at)
    VALUES (p_approval, p_action, p_subject, p_amount, btrim(p_reason), v_who.terminal_id,
            v_who.staff_id, clock_timestamp() + wedge.approval_seconds('ask_s', 300));
    PERFORM wedge.journal_append(v_who.terminal_id, v_who.staff_id, 'ask approval',
        jsonb_build_object('approval_id', p_approval, 'action', p_action, 'subject', p_subject,
                           'amount_minor', p_amount, 'reason', btrim(p_reason)));
    RETURN wedge.remember(p_request, v_who.terminal_id, 'ask_approval', '{}');
END $$;

-- Write a decision down. The person must be another one, with a role that may decide this.
CREATE FUNCTION wedge.settle_approval(
    p_approval uuid, p_terminal uuid, p_staff uuid, p_role text, p_granted boolean, p_comment text
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_approval wedge.approvals;
    v_now timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO v_approval FROM wedge.approvals WHERE id = p_approval FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'approval');
    ELSIF v_approval.state <> 'asked' THEN
        PERFORM wedge.refuse('changed', v_approval.state);
    ELSIF v_approval.expires_at <= v_now THEN
        PERFORM wedge.refuse('approval_invalid', 'expired');
    ELSIF p_granted AND p_staff = v_approval.asked_by THEN
        PERFORM wedge.refuse('not_permitted', 'another person has to approve');
    ELSIF p_role <> ALL (wedge.approver_roles(v_approval.action))
        AND NOT (NOT p_granted AND p_staff = v_approval.asked_by) THEN
        PERFORM wedge.refuse('not_permitted', p_role);
    ELSIF char_length(coalesce(p_comment, '')) > 500 THEN
        PERFORM wedge.refuse('bad_text', 'comment');
    END IF;
    UPDATE wedge.approvals
       SET state = CASE WHEN p_granted THEN 'granted' ELSE 'refused' END,
           decided_by = p_staff, decided_at = v_now, comment = btrim(coalesce(p_comment, '')),
           expires_at = v_now + wedge.approval_seconds('lifetime_s', 60)
     WHERE id = p_approval;
    PERFORM wedge.journal_append(p_terminal, p_staff,
        CASE WHEN p_granted THEN 'approve' ELSE 'refuse approval' END,
        jsonb_build_object('approval_id', p_approval, 'action', v_approval.action,
                           'subject', v_approval.subject, 'comment', p_comment));
END $$;

-- At a screen of one's own. Whoever asked may withdraw.
CREATE FUNCTION wedge.decide_approval(
    p_session uuid, p_request uuid, p_approval uuid, p_granted boolean, p_comment text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_done jsonb;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_done := wedge.done_before(p_request, v_who.terminal_id, 'decide_approval');
    IF v_done IS NOT NULL THEN
        RETURN v_done;
    END IF;
    PERFORM wedge.settle_approval(p_approval, v_who.terminal_id, v_who.staff_id, v_who.role,
                                  coalesce(p_granted, false), p_comment);
    RETURN wedge.remember(p_request, v_who.terminal_id, 'decide_approval', '{}');
END $$;

-- Null when the PIN is right; else the refusal as an answer, because its count has to stay.
CREATE FUNCTION wedge.check_pin(p_terminal uuid, p_staff uuid, p_derived bytea) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_staff wedge.staff;
BEGIN
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('unknown_item', 'staff');
    ELSIF NOT v_staff.active THEN
        PERFORM wedge.refuse('not_permitted');
    ELSIF v_staff.locked_until > clock_timestamp() THEN
        RETURN wedge.pin_refused(v_staff.failed_attempts, v_staff.locked_until);
    END IF;
    -- Both sides are hashed once more, so that the time of the comparison says nothing.
    IF sha256(sha256(p_derived)) IS NOT DISTINCT FROM sha256(v_staff.pin_verifier) THEN
        UPDATE wedge.staff SET failed_attempts = 0, locked_until = NULL
         WHERE id = p_staff AND failed_attempts <> 0;
        RETURN NULL;
    END IF;
    UPDATE wedge.staff
       SET failed_attempts = failed_attempts + 1,
           locked_until = CASE
               WHEN failed_attempts + 1 >= 10 THEN clock_timestamp() + interval '30 minutes'
               WHEN failed_attempts + 1 >= 5
                   THEN clock_timestamp() + interval '5 s' * 2 ^ (failed_attempts + 1 - 5)
               END
     WHERE id = p_staff RETURNING * INTO v_staff;
    PERFORM wedge.journal_append(p_terminal, p_staff, 'wrong PIN',
                                 jsonb_build_object('attempt', v_staff.failed_attempts));
    IF v_staff.locked_until IS NOT NULL THEN
        RETURN wedge.pin_refused(v_staff.failed_attempts, v_staff.locked_until);
    END IF;
    RETURN jsonb_build_object('refused', 'wrong_pin', 'detail', v_staff.failed_attempts::text);
END $$;

CREATE OR REPLACE FUNCTION wedge.sign_in(p_staff uuid, p_derived bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_terminal wedge.terminals := wedge.this_terminal();
    v_refusal jsonb := wedge.check_pin(v_terminal.id, p_staff, p_derived);
    v_staff wedge.staff;
    v_session uuid := gen_random_uuid();
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN v_refusal;
    END IF;
    SELECT * INTO v_staff FROM wedge.staff WHERE id = p_staff;
    UPDATE wedge.staff_sessions SET ended_at = clock_timestamp()
     WHERE terminal_id = v_terminal.id AND ended_at IS NULL;
    INSERT INTO wedge.staff_sessions (id, staff_id, terminal_id)
    VALUES (v_session, p_staff, v_terminal.id);
    PERFORM wedge.journal_append(v_terminal.id, p_staff, 'sign in', '{}');
    RETURN jsonb_build_object('id', v_session, 'staff_id', p_staff, 'staff_name', v_staff.name,
                              'role', v_staff.role, 'terminal_id', v_terminal.id);
END $$;

-- On the screen of the person who asks: the other one types the PIN there, without signing in.
CREATE FUNCTION wedge.approve_with_pin(
    p_session uuid, p_approval uuid, p_staff uuid, p_derived bytea
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_who record;
    v_refusal jsonb;
    v_known wedge.approvals;
BEGIN
    SELECT * INTO v_who FROM wedge.require_session(p_session, NULL);
    v_refusal := wedge.check_pin(v_who.terminal_id, p_staff, p_derived);
    IF v_refusal IS NOT NULL THEN
        RETURN v_refusal;
    END IF;
    SELECT * INTO v_known FROM wedge.approvals WHERE id = p_approval FOR UPDATE;
    -- The answer to an earlier try was lost on its way.
    IF v_known.state IN ('granted', 'used') AND v_known.decided_by = p_staff THEN
        RETURN '{}';
    END IF;
    PERFORM wedge.settle_approval(p_approval, v_who.terminal_id, p_staff,
                                  (SELECT role FROM wedge.staff WHERE id = p_staff), true, '');
    RETURN '{}';
END $$;

-- Called by the function that does what was approved; refuses unless the grant fits exactly.
CREATE FUNCTION wedge.use_approval(
    p_approval uuid, p_terminal uuid, p_action text, p_subject jsonb, p_amount bigint
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE v_approval wedge.approvals;
BEGIN
    IF p_approval IS NULL THEN
        PERFORM wedge.refuse('approval_needed', p_action);
    END IF;
    SELECT * INTO v_approval FROM wedge.approvals WHERE id = p_approval FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM wedge.refuse('approval_needed', p_action);
    ELSIF v_approval.state <> 'granted' THEN
        PERFORM wedge.refuse('approval_invalid', v_approval.state);
    ELSIF v_approval.expires_at <= clock_timestamp() THEN
        PERFORM wedge.refuse('approval_invalid', 'expired');
    ELSIF v_approval.terminal_id <> p_terminal THEN
        PERFORM wedge.refuse('approval_invalid', 'terminal');
    ELSIF v_approval.action <> p_action OR v_approval.subject <> p_subject THEN
        PERFORM wedge.refuse('approval_invalid', 'subject');
    ELSIF p_amount > v_approval.amount_minor THEN
        PERFORM wedge.refuse('approval_invalid', 'amount');
    END IF;
    UPDATE wedge.approvals SET state = 'used', used_at = clock_timestamp() WHERE id = p_approval;
    RETURN v_approval.decided_by;
END $$;
